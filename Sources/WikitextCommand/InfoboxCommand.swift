import ArgumentParser
import Wikitext

/// `wikitext infobox FILE`
struct InfoboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infobox",
    abstract: "Prints the infoboxes of a page, as values.",
    discussion: """
      For people, a table: each field with the kinds of its values and the values in one form for all pages, numbers \
      with UCUM units, dates in EDTF; in brackets, what the page says beside a value. What was not understood is \
      unparsed. For programs, with --json, an array as it stands in the records of convert. A page without an infobox is \
      no error.
      """
  )

  @OptionGroup var input: PageOptions

  @OptionGroup var data: DataOption

  @Option(
    help: ArgumentHelp("A template that is an infobox here, whatever it is else; can be repeated.", valueName: "name")
  )
  var template: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let data = try data.load()
    let article: Article
    switch try input.read().page {
    case .wikitext(let tree):
      var normalizer = Normalizer(configuration: tree.configuration, data: data)
      let names = data.infoboxNames(for: tree.configuration, adding: template)
      let reader = DocumentReader(configuration: tree.configuration, infoboxes: names)
      article = normalizer.normalize(reader.read(tree))
    case .rendered(let bytes, let dialect):
      var pipeline = RenderedPipeline(configuration: try input.wiki.configuration(), data: data)
      article = pipeline.normalize(pipeline.read(bytes, as: dialect))
    }
    var output = ByteOutput(.standardOutput)
    if json {
      var writer = ArticleJSONWriter()
      try output.write(writer.writeInfoboxes(of: article) + [UInt8(ascii: "\n")])
    } else {
      let table = InfoboxTable(
        width: Terminal.width(of: Descriptor.standardOutput.number),
        isStyled: Terminal.isPresent(at: Descriptor.standardOutput.number)
          && System.environment("NO_COLOR")?.isEmpty != false
      )
      try output.write(Array(table.text(of: article.infoboxes).utf8))
      if article.infoboxes.isEmpty { StandardError.write(line: "there is no infobox in \(input.file)") }
    }
    try output.flush()
  }
}
