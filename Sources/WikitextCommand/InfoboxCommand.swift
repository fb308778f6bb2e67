import ArgumentParser
import Wikitext

/// `wikitext infobox FILE`
struct InfoboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infobox",
    abstract: "Prints the infoboxes of a page.",
    discussion: """
      For people, a table: a field a line, and the items of a list one below the other. For programs, with --json, an \
      array as it stands in the records of convert. A page without an infobox is no error.
      """
  )

  @OptionGroup var input: PageOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let document = Document(try input.parse())
    var output = ByteOutput(.standardOutput)
    if json {
      var writer = ArticleJSONWriter()
      try output.write(writer.writeInfoboxes(of: document) + [UInt8(ascii: "\n")])
    } else {
      let table = InfoboxTable(
        width: Terminal.width(of: Descriptor.standardOutput.number),
        isStyled: Terminal.isPresent(at: Descriptor.standardOutput.number)
          && System.environment("NO_COLOR")?.isEmpty != false
      )
      try output.write(Array(table.text(of: document.infoboxes).utf8))
      if document.infoboxes.isEmpty { StandardError.write(line: "there is no infobox in \(input.file)") }
    }
    try output.flush()
  }
}
