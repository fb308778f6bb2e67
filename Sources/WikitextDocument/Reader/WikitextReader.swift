public import WikitextSyntax

/// Reads the document out of a page's syntax tree.
///
/// One walk over the tree's records with an explicit stack of scopes. The reader decides what tags the page makes, those
/// of HTML and those that stand for wikitext, and where paragraphs begin (``LineState``); ``TreeConstruction`` makes a
/// tree of them.
struct WikitextReader {
  let tree: SyntaxTree
  /// The tree's own arrays, at hand.
  let records: [SyntaxRecord]
  let source: [UInt8]
  let roles: ExtensionRoles
  var construction = TreeConstruction()
  var scopes: [Scope] = []
  /// The lines of the innermost context.
  var line: LineState
  /// The lines of the contexts around it.
  var outerLines: [LineState] = []
  var index = 0
  /// The group of the `<references>` around, if there is one.
  var listGroup: PoolRange?
  /// How many tables around were never closed.
  var unclosedTables = 0
  /// Where everything ends that a heading cuts off.
  var cutoff = Int.max
  /// Where the last category or language link ends in the source.
  var categoryEnd = 0
  /// For each HTML tag, the end tags to come whose start tags were passed over for being nested too deep.
  var passedOver: [UInt8: Int] = [:]

  /// A part of the tree being read. 24 bytes: `{{a|{{a|` opens one every three bytes.
  struct Scope: BitwiseCopyable {
    private var packedEnd: UInt32
    private var packedResume: UInt32
    private var packedDepth: UInt32
    private var packedValueEnd: UInt32
    /// The element that ends with the scope.
    var element = ElementName.root
    /// A context of the construction ends with it, and its lines.
    var isContext = false
    /// Lines of its own end with it.
    var hasLines = false
    /// It is the content of a `<references>`.
    var isReferenceList = false
    /// It is a table without its `|}`.
    var isUnclosedTable = false
    /// It is a style without its closing mark.
    var isUnclosedStyle = false
    /// What the end does to lines.
    var lineEffect = LineEffect.none

    enum LineEffect: UInt8, BitwiseCopyable { case none, endsBlock, endsCell, endsTable }

    // Records and bytes of a page have numbers of 32 bits: the parser refuses larger pages.
    init(end: Int, resume: Int, depth: Int, valueEnd: Int? = nil) {
      packedEnd = UInt32(truncatingIfNeeded: end)
      packedResume = UInt32(truncatingIfNeeded: resume)
      packedDepth = UInt32(truncatingIfNeeded: depth)
      packedValueEnd = valueEnd.map { UInt32(truncatingIfNeeded: $0) } ?? .max
    }

    /// Index of the first record after it.
    var end: Int { Int(packedEnd) }
    /// Where reading goes on after it.
    var resume: Int { Int(packedResume) }
    /// A context: how many elements were open before it.
    var depth: Int { Int(packedDepth) }
    /// An argument: where its value ends, without the whitespace behind it.
    var valueEnd: Int? { packedValueEnd == .max ? nil : Int(packedValueEnd) }
  }

  init(_ tree: SyntaxTree, roles: ExtensionRoles) {
    self.tree = tree
    records = tree.records
    source = tree.source
    self.roles = roles
    line = LineState(.flow, limit: tree.records.count - 1)
  }

  var builder: DocumentBuilder {
    @inline(__always) _read { yield construction.builder }
    @inline(__always) _modify { yield &construction.builder }
  }

  /// The document of the tree.
  ///
  /// - Complexity: O(nodes + bytes).
  mutating func read() -> Document {
    construction.reserve(forBytes: source.count)
    // Growing a large array holds two copies of it; room that is not used costs nothing at this size.
    if records.count > 1 << 18 { builder.records.reserveCapacity(records.count / 2) }
    let last = records.count - 1
    index = 1
    while true {
      while let scope = scopes.last, scope.end <= index { leave() }
      if index >= last { break }
      builder.place = Int(records[index].start)
      visit(records[index])
    }
    while !scopes.isEmpty { leave() }
    endParagraph()
    construction.pop(to: 1)
    return builder.finish(source: source, configuration: tree.configuration)
  }

  // MARK: Scopes

  /// Goes into an element that was just opened: from record `start` to `end`; it ends there.
  @inline(__always)
  mutating func enter(_ element: ElementName, from start: Int, to end: Int) {
    var scope = Scope(end: end, resume: end, depth: 0)
    scope.element = element
    scopes.append(scope)
    index = start
  }

  /// Opens a node whose content, from record `start` to `end`, is read on its own.
  mutating func enterContext(
    _ node: NewNode,
    isBlock: Bool = false,
    _ mode: LineState.Mode,
    from start: Int,
    to end: Int,
    resume: Int,
    valueEnd: Int? = nil
  ) {
    let depth = construction.beginContext(node, isBlock: isBlock)
    pushLines(LineState(mode, limit: end))
    var scope = Scope(end: end, resume: resume, depth: depth, valueEnd: valueEnd)
    scope.isContext = true
    scope.hasLines = true
    scopes.append(scope)
    index = start
  }

  mutating func pushLines(_ lines: LineState) {
    outerLines.append(line)
    line = lines
  }

  /// Ends the innermost scope and what was opened for it.
  mutating func leave() {
    let scope = scopes.removeLast()
    let end = min(scope.valueEnd ?? Int(records[scope.resume].start), cutoff)
    builder.place = end
    if scope.hasLines {
      endParagraph()
      line = outerLines.removeLast()
    }
    switch scope.lineEffect {
    case .none: break
    case .endsBlock: endBlock()
    case .endsCell: endBlock(inBlock: true)
    case .endsTable: endBlock(inBlock: false)
    }
    if scope.isContext {
      construction.endContext(depth: scope.depth, at: end)
    } else if scope.lineEffect == .endsBlock {
      // A category behind a list is no part of it.
      let endsInCategory = categoryEnd > 0 && trimmed(categoryEnd - 1, end).upperBound == categoryEnd
      construction.end(scope.element, at: endsInCategory ? builder.contentEnd : end)
    } else if scope.isUnclosedStyle {
      endUnclosedStyle(scope, at: end)
    } else if scope.element != .root {
      construction.end(scope.element, at: end)
    }
    if scope.isReferenceList { listGroup = nil }
    if scope.isUnclosedTable { unclosedTables -= 1 }
    index = max(index, scope.resume)
  }

  // MARK: Looking at the tree

  @inline(__always)
  func start(_ record: Int) -> Int { Int(records[record].start) }

  /// Where the node at `record` ends in the source.
  @inline(__always)
  func end(_ record: Int) -> Int { Int(records[Int(records[record].next)].start) }

  @inline(__always)
  func next(_ record: Int) -> Int { Int(records[record].next) }

  func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte &- 0x09) < 5 }

  /// The range of the source without whitespace at its ends.
  func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
    var start = start
    var end = end
    while start < end, isWhitespace(source[start]) { start += 1 }
    while end > start, isWhitespace(source[end - 1]) { end -= 1 }
    return start..<end
  }

  func isBlank(_ start: Int, _ end: Int) -> Bool {
    for offset in start..<end where !isWhitespace(source[offset]) { return false }
    return true
  }
}

extension Document {
  /// Reads a page of wikitext.
  public convenience init(wikitext: String, configuration: SiteConfiguration = .standard) {
    self.init(SyntaxTree(parsing: wikitext, configuration: configuration))
  }

  /// Reads the document of a syntax tree.
  ///
  /// For many pages of one wiki, keep a ``DocumentReader``.
  public convenience init(_ tree: SyntaxTree) {
    let document = DocumentReader(configuration: tree.configuration).read(tree)
    self.init(
      source: document.source,
      configuration: document.configuration,
      records: document.records,
      pool: document.pool,
      attributes: document.attributes,
      extras: document.extras
    )
  }
}

/// Reads documents out of the syntax trees of one wiki.
public struct DocumentReader: Sendable {
  private let roles: ExtensionRoles
  private let infoboxes: InfoboxParser

  /// Prepares for the pages of a wiki.
  ///
  /// - Parameters:
  ///   - configuration: the grammar of the wiki.
  ///   - infoboxes: templates that are infoboxes, beside those that are known by themselves.
  public init(configuration: SiteConfiguration, infoboxes: InfoboxNames = .none) {
    roles = ExtensionRoles(configuration)
    self.infoboxes = InfoboxParser(names: infoboxes)
  }

  /// The document of a tree.
  ///
  /// - Complexity: O(nodes + bytes) of the tree.
  public func read(_ tree: SyntaxTree) -> Document {
    var reader = WikitextReader(tree, roles: roles)
    return infoboxes.adding(to: reader.read())
  }
}

/// What the document makes of each extension tag of a wiki.
struct ExtensionRoles: Sendable {
  enum Role: Sendable {
    case reference, references, nowiki, preformatted, math, code, gallery, imageMap, poem, wikitext, other

    /// Whether what it makes ends paragraphs.
    var isBlock: Bool {
      switch self {
      case .references, .preformatted, .code, .gallery, .imageMap, .poem, .wikitext: true
      case .reference, .nowiki, .math, .other: false
      }
    }
  }

  /// The tag around wikitext that is no page (``Document/init(fragment:configuration:)``).
  static let fragmentTag = "wikitext-fragment"

  private let roles: [Role]

  init(_ configuration: SiteConfiguration) {
    roles = configuration.extensionTags.map { tag in
      switch tag.name {
      case "ref", ExtensionRoles.fragmentTag: .reference
      case "references": .references
      case "nowiki": .nowiki
      case "pre": .preformatted
      case "math", "chem", "ce": .math
      case "syntaxhighlight", "source": .code
      case "poem": .poem
      case _ where tag.content == .imagemap: .imageMap
      default: tag.content == .gallery ? .gallery : tag.content == .wikitext ? .wikitext : .other
      }
    }
  }

  func role(_ tag: Int) -> Role { roles[tag] }
}
