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
  private lazy var index = tree.map { NodeIndex($0) }
  /// Where the nodes of the tree stand; nil for rendered pages.
  private(set) lazy var places = tree.map { PlaceIndex($0) }
  /// Bytes of the text that could be markup and are none.
  private(set) lazy var textMarks = tree.map { TextMark.all(in: $0) } ?? []
  /// Brackets and braces that open or close nothing.
  private(set) lazy var bracketMistakes = BracketMistake.all(in: self)
  /// Tags and parts of tables that have attributes.
  private(set) lazy var attributeOwners = AttributeOwner.all(in: self)
  /// The references of the page, as Cite numbers them.
  private(set) lazy var citations = CitationList(document)
  /// Whether the page itself has a reference or a list of them.
  private(set) lazy var hasReferences = findReferences()
  /// The values of all arguments of templates.
  private(set) lazy var argumentTexts = findArgumentTexts()
  /// Whether templates of the page make headings.
  private(set) lazy var hasHeadingTemplates = HeadingTemplates.areOn(self)
  /// Whether the page is made to be put into others, so that what it leaves open others may close.
  private(set) lazy var isTransclusionSource = TransclusionSource.isOne(self)

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
