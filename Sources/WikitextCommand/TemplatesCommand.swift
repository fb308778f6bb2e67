import ArgumentParser
import MediaWikiDump
import Wikitext
import WikitextNormalizer

/// `wikitext templates DUMP…`
struct TemplatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Lists the templates of dumps that no pack knows, by frequency.",
    discussion: """
      A template pack says what a template means, so that its calls in infoboxes become values. Redirects in the dump \
      are followed: a redirect to a template that a pack knows is known as well. What is missing most stands first; a \
      line for it in a file of --data makes it known.
      """
  )

  /// What the list is written in.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: "The dumps; - is the standard input.", completion: .file())
  var dumps: [String]

  @Flag(help: "List the templates that a pack knows instead, with what they are.")
  var known = false

  @Flag(help: "Count only calls in the arguments of infoboxes.")
  var insideInfoboxes = false

  @Option(help: ArgumentHelp("A namespace whose pages count, or all; can be repeated.", valueName: "number"))
  var namespace: [NamespaceChoice] = [.number(0)]

  @Option(help: "List no more than this many templates.")
  var limit: Int?

  @Option(help: "What the list is written in.")
  var format = Format.text

  @Option(help: "How many batches of pages to count at the same time; as many as there are processors, if not given.")
  var jobs: Int?

  @OptionGroup var data: DataOption

  @OptionGroup var wiki: WikiOption

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative, and is \(limit)") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, and is \(jobs)") }
  }

  func run() async throws {
    let data = try data.load()
    let counting = TemplateCounting(
      namespaces: NamespaceChoice.numbers(of: namespace),
      insideInfoboxes: insideInfoboxes,
      jobs: jobs ?? System.processorCount,
      configuration: try wiki.configuration()
    )
    var report = TemplateReport()
    var isDamaged = false
    for dump in dumps {
      do {
        let counted = try await counting.run(try DumpReader(path: dump)) { line in
          StandardError.write(line: "\(line), in \(dump == "-" ? "the standard input" : dump)")
        }
        isDamaged = isDamaged || counted.isDamaged
        for result in counted.results { report.add(result, data, isKnown: known) }
      } catch let error as DumpError {
        throw CommandFailure(error)
      }
    }
    report.sort(limit: limit)
    var output = ByteOutput(.standardOutput)
    switch format {
    case .text: try output.write(Array(report.text().utf8))
    case .json: try output.write(JSONLayout.indented(report.json()) + [UInt8(ascii: "\n")])
    }
    try output.flush()
    StandardError.write(line: report.summary)
    if isDamaged { System.exit(.damagedInput) }
  }
}
