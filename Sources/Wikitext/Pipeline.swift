public import WikitextDocument
public import WikitextSyntax
import WikitextWriters

/// The stages in their order, for pages of one wiki.
///
/// Keep one for each thread: it holds the scratch space of its stages.
public struct Pipeline: ~Copyable {
  private var parser: WikitextParser
  private let reader: DocumentReader
  private var writer = ArticleJSONWriter()

  /// A pipeline for the pages of a wiki.
  public init(configuration: SiteConfiguration = .standard) {
    parser = WikitextParser(configuration: configuration)
    reader = DocumentReader(configuration: configuration)
  }

  /// wikitext → tokens → syntax tree
  ///
  /// - Parameters:
  ///   - source: the page's text.
  ///   - page: the page that it is the text of, for links that are relative to it.
  /// - Returns: the tree.
  public mutating func parse(_ source: [UInt8], page: PageContext? = nil) -> SyntaxTree {
    parser.parse(source, page: page)
  }

  /// syntax tree → document, with its infoboxes
  public func read(_ tree: SyntaxTree) -> Document {
    reader.read(tree)
  }

  /// document → Article JSON, one record without a line break
  public mutating func writeArticle(_ document: Document, metadata: PageMetadata) -> [UInt8] {
    writer.write(document, metadata: metadata)
  }

  /// All of it: wikitext → Article JSON.
  public mutating func convert(_ source: [UInt8], metadata: PageMetadata) -> [UInt8] {
    let page = PageContext(title: metadata.title, configuration: parser.configuration)
    let tree = parse(source, page: page)
    return writeArticle(read(tree), metadata: metadata)
  }
}
