public import WikitextDocument
public import WikitextNormalizer
public import WikitextSyntax

/// A page as rules see it: in all its stages, each made when the first rule asks for it.
///
/// For one page and one thread.
public final class CheckedPage {
  /// The page's bytes, in UTF-8.
  public let source: [UInt8]
  /// The grammar of the page's wiki.
  public let configuration: SiteConfiguration
  /// What is known of templates and infoboxes.
  public let data: NormalizerData
  /// What the page is written in.
  public let dialect: Dialect
  /// The syntax tree; nil for rendered pages, which have none.
  public let tree: SyntaxTree?
  private let read: () -> Document
  private let normalize: (Document) -> Article

  /// The document.
  public private(set) lazy var document: Document = read()
  /// The article, with its typed values.
  public private(set) lazy var article: Article = normalize(document)
  /// What a browser makes of the tags of wikitext; nil for rendered pages.
  private(set) lazy var markup = tree.map { MarkupTree($0) }
  /// What is wrong with those tags.
  private(set) lazy var markupFaults = markup.map { MarkupFaults($0) }
  /// The attributes of the elements in ``markup``.
  var markupAttributes: MarkupAttributes? { tree.map(MarkupAttributes.init) }
  private lazy var index = tree.map { NodeIndex($0) }

  /// A page of wikitext.
  init(
    _ tree: SyntaxTree,
    data: NormalizerData,
    read: @escaping () -> Document,
    normalize: @escaping (Document) -> Article
  ) {
    source = tree.source
    configuration = tree.configuration
    dialect = .wikitext
    self.tree = tree
    self.data = data
    self.read = read
    self.normalize = normalize
  }

  /// A page that was read already.
  init(_ document: Document, data: NormalizerData, normalize: @escaping (Document) -> Article) {
    source = document.source
    configuration = document.configuration
    dialect = document.dialect
    tree = nil
    self.data = data
    read = { document }
    self.normalize = normalize
  }

  /// The nodes of a kind, in the order of the page; none for rendered pages.
  ///
  /// - Precondition: the kind is not one of `delimiter`, `newline`, `endOfFile` and `page`.
  /// - Complexity: O(nodes of the page) for the first call, O(1) after that.
  public func nodes(_ kind: SyntaxKind) -> some Sequence<Syntax> {
    let found = index?[kind] ?? []
    return found.lazy.compactMap { [tree] index in tree?.node(NodeID(Int(index))) }
  }

  /// The text of a range of the source.
  public func text(_ range: SourceRange) -> String { String(decoding: source[range.offsets], as: UTF8.self) }
}
