public import WikitextDocument
public import WikitextSyntax
public import WikitextWriters

/// The stages in their order, for pages of one wiki.
///
/// Keep one for each thread: it holds the scratch space of its stages.
public struct Pipeline: ~Copyable {
  private var parser: WikitextParser
  private let reader: DocumentReader
  private var articles = ArticleJSONWriter()
  private var texts: TextRecordWriter?

  /// A pipeline for the pages of a wiki.
  ///
  /// - Parameters:
  ///   - configuration: the grammar of the wiki.
  ///   - text: what the text of a page is written in, where ``convert(_:metadata:)`` is to make records with texts; nil
  ///     for Article JSON.
  public init(configuration: SiteConfiguration = .standard, text: TextRecordWriter.Form? = nil) {
    texts = text.map { TextRecordWriter($0) }
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
    articles.write(document, metadata: metadata)
  }

  /// All of it: wikitext → Article JSON, or a record with the page's text.
  public mutating func convert(_ source: [UInt8], metadata: PageMetadata) -> [UInt8] {
    let page = PageContext(title: metadata.title, configuration: parser.configuration)
    let tree = parse(source, page: page)
    let document = read(tree)
    return texts?.write(document, metadata: metadata) ?? writeArticle(document, metadata: metadata)
  }
}
