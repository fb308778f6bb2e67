import ArgumentParser
import Wikitext

/// What goes into the text of a page.
struct TextOptions: ParsableArguments {
  /// What links become.
  enum Links: String, CaseIterable, ExpressibleByArgument {
    case addresses, titles, none
  }

  @Option(help: "What the links of Markdown lead to: addresses of the wiki, titles, or nothing.")
  var links = Links.addresses

  @Option(help: ArgumentHelp("What stands before a title in the addresses of the wiki.", valueName: "address"))
  var base: String?

  @Flag(inversion: .prefixedNo, help: "Write references as notes; Markdown has them if not told otherwise.")
  var references: Bool?

  @Flag(inversion: .prefixedNo, help: "Write images into Markdown; captions are written in any case.")
  var images = true

  @Flag(inversion: .prefixedNo, help: "Write tables.")
  var tables = true

  @Option(
    name: .customLong("without-section"),
    help: ArgumentHelp("A section to leave out, such as References; can be repeated.", valueName: "heading")
  )
  var unwantedSections: [String] = []

  var plainText: PlainTextWriter.Options {
    var options = PlainTextWriter.Options()
    options.references = references ?? false
    if !tables { options.tables = .leftOut }
    options.unwantedSections = Set(unwantedSections)
    return options
  }

  var markdown: MarkdownWriter.Options {
    var options = MarkdownWriter.Options()
    switch links {
    case .addresses: options.links = .addresses
    case .titles: options.links = .titles
    case .none: options.links = .leftOut
    }
    options.base = base
    options.footnotes = references ?? true
    options.images = images
    options.tables = tables
    options.unwantedSections = Set(unwantedSections)
    return options
  }
}

/// Where to write down what a text leaves out.
struct CoverageOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file for what the text leaves out, by reason, with ranges, in JSON.", valueName: "file"),
    completion: .file()
  )
  var coverage: String?

  /// Writes down what was left out, where that was asked for.
  func report(_ coverage: Coverage) throws {
    guard let path = self.coverage else { return }
    let file = try NewFile(path: path)
    try file.descriptor.write(coverage.json() + [UInt8(ascii: "\n")])
    try file.finish()
  }
}
