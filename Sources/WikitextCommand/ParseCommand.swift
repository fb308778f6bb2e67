import ArgumentParser
import Wikitext

/// `wikitext parse FILE`
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Prints the structure of a page.",
    discussion: """
      A tree has a line for every node of the syntax. A document is JSON in the shape of unist: sections, paragraphs, \
      lists, tables, references. HTML has the structure that MediaWiki gives a page. Back to wikitext, the bytes are \
      those of the input, whatever they were; canonical wikitext is the document written anew, in one form for all \
      pages: without comments, links short, a cell a line, categories at the end.

      A rendered page has no tree of syntax: for it, tree is the document, and wikitext is canonical wikitext.
      """
  )

  /// What is printed.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case tree, document, html, markdown, text, wikitext
    case canonicalWikitext = "canonical-wikitext"
  }

  @OptionGroup var input: PageOptions

  @OptionGroup(title: "Options of Markdown and text") var text: TextOptions

  @OptionGroup(title: "Options of Markdown and text") var leftOut: CoverageOption

  @Option(help: "What to print.")
  var to = Form.tree

  func run() throws {
    var output = ByteOutput(.standardOutput)
    // Back to wikitext, the bytes are those of the input.
    switch try input.read(keepsMark: to == .wikitext).page {
    case .wikitext(let tree):
      switch to {
      case .tree: try write(tree, to: &output)
      case .wikitext: try output.write(tree.print())
      default: try write(Document(tree), to: &output)
      }
    case .rendered(let bytes, let dialect):
      var pipeline = RenderedPipeline(configuration: try input.wiki.configuration())
      try write(pipeline.read(bytes, as: dialect), to: &output)
    }
    try output.flush()
  }

  private func write(_ document: Document, to output: inout ByteOutput) throws {
    switch to {
    case .tree, .document:
      var writer = DocumentJSONWriter()
      try output.write(writer.write(document) + [UInt8(ascii: "\n")])
    case .html:
      var writer = HTMLWriter()
      try output.write(writer.write(document, options: input.htmlOptions))
    case .markdown:
      var writer = MarkdownWriter(options: text.markdown)
      try output.write(writer.write(document))
      try leftOut.report(writer.coverage)
    case .text:
      var writer = PlainTextWriter(options: text.plainText)
      try output.write(writer.write(document))
      try leftOut.report(writer.coverage)
    case .wikitext, .canonicalWikitext: try output.write(WikitextWriter().write(document))
    }
  }

  /// Writes the tree line by line, for it can be many times as large as the page.
  private func write(_ tree: SyntaxTree, to output: inout ByteOutput) throws(CommandFailure) {
    var failure: CommandFailure?
    tree.write { line in
      guard failure == nil else { return }
      do throws(CommandFailure) { try output.write(line) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
