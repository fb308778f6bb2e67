public import WikitextSyntax

/// Reads the document out of a page's syntax tree.
///
/// One walk over the tree's records with an explicit stack. What stands side by side in a *flow* (the page, a block
/// element) is gathered into paragraphs; in an *item* (list item, cell, argument, reference) it is not, and blocks may
/// stand among inlines.
struct WikitextReader {
  let tree: SyntaxTree
  /// The tree's own arrays, at hand.
  let records: [SyntaxRecord]
  let source: [UInt8]
  let roles: ExtensionRoles
  var builder = DocumentBuilder()
  var scopes: [Scope] = []
  var index = 0
  /// The group of the `<references>` around, if there is one.
  var listGroup: PoolRange?
  /// How many tables around were never closed.
  var unclosedTables = 0

  /// A part of the tree being read.
  struct Scope {
    var mode: Mode
    /// Index of the first record after it.
    var end: Int
    /// Where reading goes on after it.
    var resume: Int
    /// How many nodes were open before it.
    var depth: Int
    var paragraphIsOpen = false
    /// Line breaks since the last content.
    var newlines = 0
    /// `argument`: where its value ends, without the whitespace behind it.
    var valueEnd = -1
    /// Up to this record the rest of the line was looked at: only templates and the like stand before it.
    var lineIsKnownTo = 0
    /// Whether the line ends at that record.
    var lineIsClear = false
    /// The scope is the content of a `<references>`.
    var isReferenceList = false
    /// The scope is an item or cell whose end tag is left out.
    var isImplied = false
    /// The scope is a table without its `|}`.
    var isUnclosedTable = false
  }

  enum Mode {
    /// Paragraphs are made.
    case flow
    /// Inlines and blocks stand as they come.
    case item
    /// Only inlines are expected.
    case inline
    /// Only items, rows or cells are expected.
    case parts
  }

  init(_ tree: SyntaxTree, roles: ExtensionRoles) {
    self.tree = tree
    records = tree.records
    source = tree.source
    self.roles = roles
  }

  /// The document of the tree.
  ///
  /// - Complexity: O(nodes + bytes).
  mutating func read() -> Document {
        builder.reserve(forBytes: source.count)
    let last = records.count - 1
    scopes.append(Scope(mode: .flow, end: last, resume: last, depth: builder.depth))
    index = 1
    while true {
      while let scope = scopes.last, scope.end <= index, scopes.count > 1 { leave() }
      if index >= last { break }
      visit(records[index])
    }
    while scopes.count > 1 { leave() }
    closeParagraph()
    return builder.finish(source: source, configuration: tree.configuration)
  }

  // MARK: Scopes

  /// The innermost scope.
  var scope: Scope {
    @inline(__always) get { scopes[scopes.count - 1] }
    @inline(__always) _modify { yield &scopes[scopes.count - 1] }
  }

  /// Goes into a part of the tree: from record `start` to `end`.
  @inline(__always)
  mutating func enter(_ mode: Mode, from start: Int, to end: Int, resume: Int, closing nodes: Int = 1) {
    scopes.append(Scope(mode: mode, end: end, resume: resume, depth: builder.depth - nodes))
    index = start
  }

  /// Ends the innermost scope and the nodes opened in it.
  mutating func leave() {
    if scope.paragraphIsOpen { closeParagraph() }
    let scope = scopes.removeLast()
    let end = scope.valueEnd >= 0 ? scope.valueEnd : Int(records[scope.resume].start)
    while builder.depth > scope.depth { builder.closeNode(at: end) }
    if scope.isReferenceList { listGroup = nil }
    if scope.isUnclosedTable { unclosedTables -= 1 }
    index = max(index, scope.resume)
  }

  // MARK: Paragraphs

  /// Makes sure that what is added next stands in a paragraph, where there are any.
  @inline(__always)
  mutating func beginInline(at start: Int) {
    switch scope.mode {
    case .flow:
      if scope.paragraphIsOpen {
        if scope.newlines == 1 { addNewline(before: start) } else if scope.newlines > 1 { nextParagraph(at: start) }
      } else {
        builder.openNode(.paragraph, at: start)
        scope.paragraphIsOpen = true
      }
    case .item:
      if scope.newlines > 0 { addNewline(before: start) }
    case .inline, .parts:
      break
    }
    scope.newlines = 0
  }

  private mutating func nextParagraph(at start: Int) {
    closeParagraph()
    builder.openNode(.paragraph, at: start)
    scope.paragraphIsOpen = true
  }

  private mutating func addNewline(before start: Int) {
    let mark = builder.mark
    builder.pool.append(UInt8(ascii: "\n"))
    builder.extendText(from: mark, source: start - 1, start)
  }

  /// Ends the paragraph of the innermost flow, if one is open.
  mutating func closeParagraph() {
    guard scope.paragraphIsOpen else { return }
    builder.closeNode(at: contentEnd)
    scope.paragraphIsOpen = false
  }

  /// Where the content read last ends: before the blanks and line breaks at the reading position.
  private var contentEnd: Int {
    var end = Int(records[index].start)
    while end > 0, isWhitespace(source[end - 1]) { end -= 1 }
    return max(end, Int(builder.records[builder.current].sourceStart))
  }

  /// A block begins: the paragraph before it is over.
  @inline(__always)
  mutating func beginBlock() {
    if scope.mode == .flow { closeParagraph() }
    scope.newlines = 0
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
      source: document.source, configuration: document.configuration, records: document.records, pool: document.pool,
      attributes: document.attributes, extras: document.extras)
  }
}

/// Reads documents out of the syntax trees of one wiki.
public struct DocumentReader: Sendable {
  private let roles: ExtensionRoles
  private let infoboxes: InfoboxParser

  /// Prepares for the pages of a wiki.
  public init(configuration: SiteConfiguration) {
    roles = ExtensionRoles(configuration)
    infoboxes = InfoboxParser(configuration: configuration)
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
    case reference, references, nowiki, preformatted, math, code, gallery, wikitext, other
  }

  private let roles: [Role]

  init(_ configuration: SiteConfiguration) {
    roles = configuration.extensionTags.map { tag in
      switch tag.name {
      case "ref": .reference
      case "references": .references
      case "nowiki": .nowiki
      case "pre": .preformatted
      case "math", "chem", "ce": .math
      case "syntaxhighlight", "source": .code
      default: tag.content == .gallery ? .gallery : tag.content == .wikitext ? .wikitext : .other
      }
    }
  }

  func role(_ tag: Int) -> Role { roles[tag] }
}
