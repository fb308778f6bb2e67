import ArgumentParser
import Wikitext

/// `wikitext format FILE…`
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Writes wikitext as its editors agree to write it, and says nothing else with it.",
    discussion: """
      The page goes to the standard output, or back into its file with --write. Each style is proven on the page: what \
      could change more than the form is left as it was and reported. What was formatted is not changed by formatting \
      it again. Between <!-- wikitext-format off --> and <!-- wikitext-format on --> nothing is changed.
      """
  )

  @Argument(
    help: "The pages, or folders with files that end in .wikitext or .wiki; - is the standard input.",
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

  func validate() throws {
    if paths.isEmpty, !listStyles { throw ValidationError("name the pages to format; - is the standard input") }
    if write, check || diff { throw ValidationError("--write cannot be combined with --check or --diff") }
    if write, paths.contains("-") { throw ValidationError("the standard input cannot be written back") }
    if title != nil, paths.count > 1 { throw ValidationError("--title is that of one page") }
  }

  func run() throws {
    let styles = try styles.selection()
    var output = ByteOutput(.standardOutput)
    if listStyles {
      try output.write(StyleOptions.list(styles))
      try output.flush()
      return
    }
    let configuration = try wiki.configuration() ?? .standard
    let context = title.map { PageContext(title: $0, configuration: configuration) }
    var formatter = PageFormatter(styles: styles, configuration: configuration)
    let files = try SourceFiles.expand(paths, endings: ["wikitext", "wiki"])
    var changedCount = 0
    for file in files {
      let source = try Descriptor.readAll(of: file)
      guard source.count <= WikitextParser.maximumPageSize else {
        throw CommandFailure(.badInput, "\(file) has \(source.count) bytes, and a page has less than 4 GB; split it")
      }
      if source.starts(with: [0xFF, 0xFE]) || source.starts(with: [0xFE, 0xFF]) {
        throw CommandFailure(.badInput, "\(file) is in UTF-16; convert it to UTF-8 first")
      }
      let formatted = formatter.format(source, page: context)
      report(formatted, source, file)
      let isChanged = formatted.source != source
      if isChanged { changedCount += 1 }
      if diff {
        let difference = UnifiedDiff(from: source, to: formatted.source)
        let isColoured = Terminal.isPresent(at: Descriptor.standardOutput.number)
        try output.write(difference.bytes(oldName: "a/" + file, newName: "b/" + file, isColoured: isColoured))
      } else if check {
        if isChanged { try output.write(Array((file + "\n").utf8)) }
      } else if write {
        if isChanged { try replace(file, with: formatted.source) }
      } else {
        try output.write(formatted.source)
      }
    }
    try output.flush()
    if check || write {
      let verb = write ? "were formatted" : "would change"
      StandardError.write(line: "\(changedCount) of \(files.count) page\(files.count == 1 ? "" : "s") \(verb)")
    }
    if check, changedCount > 0 { System.exit(.findings) }
  }

  private func replace(_ path: String, with bytes: [UInt8]) throws {
    let file = try NewFile(path: path)
    try file.descriptor.write(bytes)
    try file.finish()
  }

  /// Says what was not changed, and where.
  private func report(_ formatted: FormattedSource, _ source: [UInt8], _ file: String) {
    if formatted.isUnsettled {
      StandardError.write(line: "\(file): left as it was: styles undo each other's changes; leave some out")
    }
    guard !formatted.refusals.isEmpty else { return }
    let lines = LineIndex(source)
    for refusal in formatted.refusals {
      let place = lines.location(at: refusal.range.start)
      let line =
        "\(file):\(place.line):\(place.column): \(refusal.style): left as it was: the page might change with it"
      StandardError.write(line: line)
    }
  }
}

/// Which styles a page is formatted in.
struct StyleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The styles to use and no others, with commas between them.", valueName: "styles"))
  var style: String?

  @Option(
    name: .customLong("with-style"),
    help: ArgumentHelp("Styles to use as well, with commas between them.", valueName: "styles")
  )
  var additional: String?

  @Option(
    name: .customLong("no-style"),
    help: ArgumentHelp("Styles not to use, with commas between them.", valueName: "styles")
  )
  var unwanted: String?

  /// The styles, in the order in which they are gone through.
  func selection() throws(CommandFailure) -> [any FormatStyle] {
    let only = try StyleOptions.ids(style)
    let more = try StyleOptions.ids(additional) ?? []
    let less = try StyleOptions.ids(unwanted) ?? []
    return StyleCatalog.all.filter { style in
      let about = style.about
      return (only?.contains(about.id) ?? about.isOn || more.contains(about.id)) && !less.contains(about.id)
    }
  }

  private static func ids(_ list: String?) throws(CommandFailure) -> Set<String>? {
    guard let list else { return nil }
    let ids = list.split(separator: ",").map { String($0.trimmingPrefix(" ")) }
    for id in ids where StyleCatalog.style(id) == nil {
      let known = StyleCatalog.all.map(\.about.id).joined(separator: ", ")
      throw CommandFailure(.usage, "there is no style \(id); styles are: \(known)")
    }
    return Set(ids)
  }

  /// All styles, a line each; those that are on have a mark.
  static func list(_ selected: [any FormatStyle]) -> [UInt8] {
    let on = Set(selected.map(\.about.id))
    let width = StyleCatalog.all.map(\.about.id.count).max() ?? 0
    let lines = StyleCatalog.all.map { style in
      let about = style.about
      let padding = String(repeating: " ", count: width - about.id.count)
      return "\(on.contains(about.id) ? "on " : "off")  \(about.id)\(padding)  \(about.summary)\n"
    }
    return Array(lines.joined().utf8)
  }
}
