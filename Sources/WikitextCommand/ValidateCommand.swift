import ArgumentParser
import MediaWikiDump
import Wikitext

/// `wikitext validate PATH…`
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Says what is wrong with pages: their markup, structure, infoboxes and values."
  )

  @Argument(
    help: "Pages, folders of pages, dumps, tar archives, JSON Lines; - is the standard input.",
    completion: .file()
  )
  var paths: [String]

  @Option(help: "What findings are written in.")
  var format = ReportForm.text

  @Option(help: ArgumentHelp("Of dumps, a namespace to validate, or all; can be repeated.", valueName: "number"))
  var namespace: [NamespaceChoice] = [.number(0)]

  @Option(help: "How many pages to validate at the same time; as many as there are processors, if not given.")
  var jobs: Int?

  @OptionGroup var dialect: DialectOption

  @OptionGroup var wiki: WikiOption

  @OptionGroup var data: DataOption

  @OptionGroup(title: "Options of rules") var rules: RuleOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, and is \(jobs)") }
  }

  func run() async throws {
    do {
      try await check()
    } catch let error as DumpError {
      throw CommandFailure(error)
    }
  }

  private func check() async throws {
    let configuration = try wiki.configuration()
    let input = try ValidationInput(
      paths,
      configuration: configuration,
      dialect: dialect.from.dialect,
      namespaces: NamespaceChoice.numbers(of: namespace),
      report: { StandardError.write(line: $0) }
    )
    let checker = PageChecker(
      rules: try rules.selection(from: .standard),
      data: try data.load(),
      configuration: configuration,
      dialect: dialect
    )
    let report = format.report()
    var output = ByteOutput(.standardOutput)
    try output.write(report.opening)
    var summary = ValidationSummary()
    var isFirst = true
    try await OrderedWork(jobs: jobs ?? System.processorCount).run(
      next: { try input.next() },
      work: { batch in
        var summary = ValidationSummary()
        let parts = checker.check(batch.pages).map { file in
          summary.add(file)
          return report.part(for: file)
        }
        return (parts: parts.filter { !$0.isEmpty }, summary: summary)
      },
      take: { result in
        for part in result.parts {
          if !isFirst { try output.write(report.separator) }
          isFirst = false
          try output.write(part)
        }
        summary.merge(result.summary)
      }
    )
    try output.write(report.closing)
    try output.flush()
    if input.isDamaged { System.exit(.damagedInput) }
    if summary.findings > 0 { System.exit(.findings) }
  }
}
