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
    let (tree, metadata) = try input.read()
    var pipeline = Pipeline(configuration: tree.configuration, data: data)
    let record = pipeline.write(pipeline.normalize(pipeline.read(tree)), metadata: metadata)
    var output = ByteOutput(.standardOutput)
    try output.write((pretty ? JSONLayout.indented(record) : record) + [UInt8(ascii: "\n")])
    try output.flush()
  }
}
