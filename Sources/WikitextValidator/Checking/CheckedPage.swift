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
  /// What the page is written in.
  public let dialect: Dialect
  private let content: Content
  private let stages: PageStages

  /// What a page is given as.
  private enum Content {
    case wikitext(SyntaxTree)
    case document(Document)
  }

  /// The syntax tree; nil for rendered pages, which have none.
  public var tree: SyntaxTree? {
    if case .wikitext(let tree) = content { return tree }
    return nil
  }
  /// What is known of templates and infoboxes.
  public var data: NormalizerData { stages.data }
  /// The document.
  public private(set) lazy var document: Document =
    switch content {
    case .wikitext(let tree): stages.read(tree)
    case .document(let document): document
    }
  /// The article, with its typed values.
  public private(set) lazy var article: Article = stages.normalize(document)
  /// What is known of the wiki's infoboxes.
  private(set) lazy var knowledge: InfoboxKnowledge = stages.knowledge(of: configuration)
  /// The infoboxes with their values, as ``article`` has them.
  public private(set) lazy var infoboxes: [TypedInfobox] = document.infoboxes.map { knowledge.normalize($0) }
  /// The calls of templates that a schema is for, and of infoboxes, in the order of the page.
  private(set) lazy var schemaCalls: [SchemaCall] = findSchemaCalls()
  /// What a browser makes of the tags of wikitext; nil for rendered pages.
  private(set) lazy var markup = tree.map { MarkupTree($0) }
  /// What is wrong with those tags.
  private(set) lazy var markupFaults = markup.map { MarkupFaults($0) }
  /// The attributes of the elements in ``markup``.
  var markupAttributes: MarkupAttributes? { tree.map(MarkupAttributes.init) }
  private lazy var index = tree.map { NodeIndex($0) }
  /// The rules that are asked.
  private let rules: AskedRules
  /// The comments that say what is to be passed over; the text of a rendered page has none.
  private(set) lazy var ignores = IgnoreComments(comments, in: source, rules: rules)
  private var comments: [SourceRange] {
    switch dialect {
    case .wikitext: nodes(.comment).map(\.range)
    case .html: HTMLTags.comments(in: source)
    case .pageText: []
    }
  }
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
  init(_ tree: SyntaxTree, stages: PageStages, rules: AskedRules) {
    source = tree.source
    configuration = tree.configuration
    dialect = .wikitext
    content = .wikitext(tree)
    self.stages = stages
    self.rules = rules
  }

  /// A page that was read already.
  init(_ document: Document, stages: PageStages, rules: AskedRules) {
    source = document.source
    configuration = document.configuration
    dialect = document.dialect
    content = .document(document)
    self.stages = stages
    self.rules = rules
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
