public import WikitextDocument
public import WikitextNormalizer
public import WikitextSyntax
public import WikitextWriters

/// The stages in their order, for wikitext of one wiki; ``RenderedPipeline`` is for rendered pages.
///
/// Keep one for each thread: it holds the scratch space of its stages.
public struct Pipeline: ~Copyable {
  private var parser: WikitextParser
  private let reader: DocumentReader
  private let data: NormalizerData
  /// Made when it is first wanted: texts need none.
  private var normalizer: Normalizer?
  private var articles = ArticleJSONWriter()
  private var texts: TextRecordWriter?

  /// A pipeline for the pages of a wiki.
  ///
  /// - Parameters:
  ///   - configuration: the grammar of the wiki.
  ///   - data: what is known of templates, infoboxes and words.
  ///   - text: what the text of a page is written in, where ``convert(_:metadata:)`` is to make records with texts; nil
  ///     for Article JSON.
  public init(
    configuration: SiteConfiguration = .standard,
    data: NormalizerData = .standard,
    text: TextRecordWriter.Form? = nil
  ) {
    texts = text.map { TextRecordWriter($0) }
    parser = WikitextParser(configuration: configuration)
    // Where only a text is wanted, it is not asked what infoboxes hold.
    let names = text == nil ? data.infoboxNames(for: configuration) : .none
    reader = DocumentReader(configuration: configuration, infoboxes: names)
    self.data = data
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

  /// document → article, with its typed values
  public mutating func normalize(_ document: Document) -> Article {
    var normalizer = self.normalizer.take() ?? Normalizer(configuration: parser.configuration, data: data)
    defer { self.normalizer = normalizer }
    return normalizer.normalize(document)
  }

  /// article → Article JSON, one record without a line break
  public mutating func write(_ article: Article, metadata: PageMetadata) -> [UInt8] {
    articles.write(article, metadata: metadata)
  }

  /// All of it: wikitext → Article JSON, or a record with the page's text.
  public mutating func convert(_ source: [UInt8], metadata: PageMetadata) -> [UInt8] {
    let page = PageContext(title: metadata.title, configuration: parser.configuration)
    let tree = parse(source, page: page)
    let document = read(tree)
    return texts?.write(document, metadata: metadata) ?? write(normalize(document), metadata: metadata)
  }
}
