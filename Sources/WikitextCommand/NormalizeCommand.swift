import ArgumentParser
import Wikitext

/// `wikitext normalize FILE`
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Prints what a page says, as values.",
    discussion: """
      The page's record of Article JSON, in one line, as convert writes it for a dump: infoboxes with typed values, \
      sections, references, tables, images, coordinates. Each value says where in the page it stands. What was not \
      understood is unparsed: there are no guesses.
      """
  )

  @OptionGroup var input: PageOptions

  @OptionGroup var data: DataOption

  @Flag(help: "Lay the record out for people, a value a line.")
  var pretty = false

  func run() throws {
    let data = try data.load()
    let (page, metadata) = try input.read()
    let record: [UInt8]
    switch page {
    case .wikitext(let tree):
      var pipeline = Pipeline(configuration: tree.configuration, data: data)
      record = pipeline.write(pipeline.normalize(pipeline.read(tree)), metadata: metadata)
    case .rendered(let bytes, let dialect):
      var pipeline = RenderedPipeline(configuration: try input.wiki.configuration(), data: data)
      record = pipeline.convert(bytes, as: dialect, metadata: metadata)
    }
    var output = ByteOutput(.standardOutput)
    try output.write((pretty ? JSONLayout.indented(record) : record) + [UInt8(ascii: "\n")])
    try output.flush()
  }
}
