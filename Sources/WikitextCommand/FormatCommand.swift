import ArgumentParser
import Wikitext

/// `wikitext format FILE…`
struct FormatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Writes wikitext as its editors agree to write it, and says nothing else with it.",
    discussion: """
      The page goes to the standard output, or back into its file with --write. Each style is proven on the page: what \
      could change more than the form is left as it was and reported. What was formatted is not changed by formatting \
      it again. Between <!-- wikitext-format off --> and <!-- wikitext-format on --> nothing is changed.

      Where the wiki is not told, links and templates keep the first letters that they have: on a Wikipedia \
      [[Isar|isar]] is [[isar]], on a Wiktionary that is another page.
      """
  )

  @Argument(
    help: "The pages, or folders with files that end in .wikitext, .wiki or .mediawiki; - is the standard input.",
    completion: .file()
  )
  var paths: [String] = []

  @Flag(help: "Write the pages back into their files.")
  var write = false

  @Flag(help: "Write nothing; name the pages that would change, and exit with 1 where there are any.")
  var check = false

  @Flag(help: "Print what would change, line by line.")
  var diff = false

  @OptionGroup var styles: StyleOptions

  @OptionGroup var wiki: WikiOption

  @Option(help: "The title of the page: links such as [[/b]] are relative to it.")
  var title: String?

  @Flag(help: "List the styles, and whether they are on.")
  var listStyles = false

  @Option(help: "How many pages to format at the same time; as many as there are processors, if not given.")
  var jobs: Int?

  /// What the names of pages in folders end in.
  private static let endings: Set<String> = ["wikitext", "wiki", "mediawiki"]

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, and is \(jobs)") }
    if paths.isEmpty, !listStyles { throw ValidationError("name the pages to format; - is the standard input") }
    if write, check || diff { throw ValidationError("--write cannot be combined with --check or --diff") }
    if write, paths.contains("-") { throw ValidationError("the standard input cannot be written back") }
    if title != nil, paths.count > 1 { throw ValidationError("--title is that of one page") }
  }

  func run() async throws {
    let styles = try styles.selection()
    var output = ByteOutput(.standardOutput)
    if listStyles {
      try output.write(StyleOptions.list(styles))
      try output.flush()
      return
    }
    let work = FormatWork(styles: styles, configuration: try wiki.configuration() ?? .unknownWiki, title: title)
    var waiting = try SourceFiles.expand(paths, endings: FormatCommand.endings)[...]
    var writing = FormatWriting(form: write ? .files : check || diff ? .report(names: check, diff: diff) : .pages)
    try await OrderedWork(jobs: jobs ?? System.processorCount).run(
      next: { waiting.popFirst() },
      work: work.callAsFunction,
      take: { try writing.take($0) }
    )
    let status = try writing.finish()
    if status != .success { System.exit(status) }
  }
}
