import ArgumentParser
import Wikitext

/// Which fixtures of which folder.
struct FixtureOptions: ParsableArguments {
  @Argument(help: "The folder with the pages and, beside them, what they are to become.", completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("Only pages whose path in the folder matches; can be repeated.", valueName: "glob"))
  var filter: [String] = []

  @Option(help: "A kind of expectation that counts; can be repeated.")
  var kind: [FixtureKind] = []

  @Option(help: "What results are written in.")
  var format = FixtureReportForm.text

  @Option(help: "How many pages to read at the same time; as many as there are processors, if not given.")
  var jobs: Int?

  /// The fixtures that are wanted.
  func fixtures() throws(CommandFailure) -> FixtureFolder {
    var found = try FixtureFolder(path: folder)
    if !filter.isEmpty { found.keep(filter.map { PathPattern($0) }) }
    guard !found.fixtures.isEmpty || !found.strays.isEmpty else {
      throw CommandFailure(.noInput, "there is no page in \(folder)\(filter.isEmpty ? "" : " that --filter matches")")
    }
    return found
  }

  /// Whether a page of a name is wanted.
  func isWanted(_ name: String) -> Bool { filter.isEmpty || filter.contains { PathPattern($0).matches(name) } }

  /// Goes through the fixtures, and writes what comes of them in their order.
  ///
  /// - Parameters:
  ///   - fixtures: the pages.
  ///   - check: what is done with each.
  ///   - others: what comes of no page, to be written behind them.
  /// - Returns: whether one failed, and how many expectations there were.
  /// - Throws: when the output cannot be written.
  func run(
    _ fixtures: [Fixture],
    _ check: FixtureCheck,
    others: [FixtureResult] = []
  ) async throws -> (isFailure: Bool, count: Int) {
    var report = FixtureReport(format)
    let output = OutputLines()
    try output.write(report.opening)
    var waiting = fixtures[...]
    var isFailure = others.contains(where: \.isFailure)
    var count = others.count
    try await OrderedWork(jobs: jobs ?? System.processorCount).run(
      next: { waiting.popFirst() },
      work: { check($0) },
      take: { results in
        count += results.count
        isFailure = isFailure || results.contains(where: \.isFailure)
        try output.write(report.part(for: results))
      }
    )
    for result in others { try output.write(report.part(for: [result])) }
    try output.write(report.closing)
    try output.flush()
    StandardError.write(line: report.summary)
    return (isFailure, count)
  }

  /// The standard output, which closures may write to.
  private final class OutputLines {
    private var output = ByteOutput(.standardOutput)

    func write(_ bytes: [UInt8]) throws(CommandFailure) { try output.write(bytes) }
    func flush() throws(CommandFailure) { try output.flush() }
  }
}
