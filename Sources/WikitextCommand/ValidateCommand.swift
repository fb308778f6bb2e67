import ArgumentParser
import MediaWikiDump
import Wikitext

/// `wikitext validate PATH…`
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Says what is wrong with pages: their markup, structure, infoboxes and values.",
    discussion: """
      A PATH is a page (wikitext, HTML, or the text of a rendered page), a folder of such pages with all folders in it, a \
      dump, a tar archive, or JSON Lines. Findings are written in the order of paths and pages. The exit code is 1 when \
      there are findings of --fail-on or worse, 3 when some of the input cannot be read, 0 otherwise.

      The file \(ValidatorConfiguration.fileName) in the folder of the first PATH, or above, says which rules are on, how \
      much they matter, for which paths. Comments in a page pass over what is right as it is: \
      <!-- wikitext-ignore RULE --> for the next line. With --baseline, only new findings are reported. \
      wikitext explain RULE tells more of a rule.

      With --fix, files are changed where a rule knows for certain what is meant. A fix that would change anything but \
      what was found is refused. Files that are compressed or not in UTF-8 and pages of dumps are not changed; the exit \
      code is 1 where they have fixes.
      """
  )

  @Argument(help: "Pages, folders, dumps, archives; - is the standard input.", completion: .file())
  var paths: [String]

  @Option(help: "What findings are written in.")
  var format = ReportForm.text

  @Flag(help: "Count the findings of each rule on the standard error.")
  var summary = false

  @Option(help: ArgumentHelp("Of dumps, a namespace to validate, or all; can be repeated.", valueName: "number"))
  var namespace: [NamespaceChoice] = [.number(0)]

  @Option(help: "How many pages to validate at the same time; as many as there are processors, if not given.")
  var jobs: Int?

  @OptionGroup var dialect: DialectOption

  @OptionGroup var wiki: WikiOption

  @OptionGroup var data: DataOption

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @OptionGroup(title: "Fixes") var fixes: FixOptions

  @OptionGroup(title: "Configuration") var project: ConfigurationOptions

  @OptionGroup(title: "Baseline") var baseline: BaselineOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, and is \(jobs)") }
    if fixes.fix, paths.contains("-"), paths.count > 1 || format != .text {
      throw ValidationError("with --fix, - is the only path and the format text: the fixed page is the output")
    }
  }

  func run() async throws {
    do {
      let settings = try ValidationSettings(
        paths: paths,
        configuration: project,
        rules: rules,
        wiki: wiki,
        data: data,
        dialect: dialect
      )
      let input = try ValidationInput(
        paths,
        dialect: dialect.from.dialect,
        namespaces: NamespaceChoice.numbers(of: namespace),
        report: { StandardError.write(line: $0) }
      )
      var writing = try ValidationWriting(command: self, settings: settings)
      try writing.begin()
      try await OrderedWork(jobs: jobs ?? System.processorCount).run(
        next: { try input.next() },
        work: writing.work.callAsFunction,
        take: { try writing.take($0) }
      )
      let status = try writing.finish(isDamaged: input.isDamaged, skippedFiles: input.skippedFiles)
      if status != .success { System.exit(status) }
    } catch let error as DumpError {
      throw CommandFailure(error)
    }
  }
}
