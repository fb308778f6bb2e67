import WikitextSyntax

/// Says which tags and text the syntax tree of a page makes, in order, and has ``MarkupConstruction`` build the tree.
///
/// One walk over the tree's records with an explicit stack of scopes. Tags count where they stand, whatever the syntax
/// tree took them to belong to: which of them belong together is what the construction finds out.
struct MarkupReader {
  let tree: SyntaxTree
  /// The tree's own arrays, at hand.
  let records: [SyntaxRecord]
  let source: [UInt8]
  var construction: MarkupConstruction
  var scopes: [Scope] = []
  /// The lines of the innermost content that is read on its own.
  var line: MarkupLines
  /// The lines of what is around it.
  var outerLines: [MarkupLines] = []
  var index = 1

  /// A part of the syntax tree that is being read.
  struct Scope: BitwiseCopyable {
    /// Index of the first record after what is read of it.
    var end: UInt32
    /// Where reading goes on after it.
    var resume: UInt32
    var action = Action.none
    /// The element that ends with it.
    var element = MarkupName.page
    /// Its content is read on its own: how many elements were open before it.
    var depth: UInt32 = 0
    var lineEffect = LineEffect.none

    enum Action: UInt8, BitwiseCopyable {
      case none
      /// An element ends with it.
      case element
      /// It is one that the page does not end.
      case unclosedElement
      /// Content that is read on its own ends with it.
      case fragment
      /// Bold text ends with it, italic text does.
      case bold, italic
    }

    enum LineEffect: UInt8, BitwiseCopyable { case none, endsBlock, endsCell, endsTable }

    init(end: Int, resume: Int) {
      self.end = UInt32(truncatingIfNeeded: end)
      self.resume = UInt32(truncatingIfNeeded: resume)
    }
  }

  init(_ tree: SyntaxTree) {
    self.tree = tree
    records = tree.records
    source = tree.source
    construction = MarkupConstruction(tree.source)
    line = MarkupLines(.flow, limit: tree.records.count - 1)
  }

  /// Reads the page.
  ///
  /// - Complexity: O(nodes + bytes).
  mutating func read() -> MarkupConstruction {
    let last = records.count - 1
    while true {
      while let scope = scopes.last, scope.end <= index { leave() }
      if index >= last { break }
      construction.place = records[index].start
      visit(records[index])
    }
    while !scopes.isEmpty { leave() }
    construction.place = UInt32(truncatingIfNeeded: source.count)
    endQuotes()
    endParagraph()
    construction.finish()
    return construction
  }

  // MARK: Scopes

  /// Goes into an element that was just opened: from record `start` to `end`; it ends there.
  mutating func enter(_ element: MarkupName, from start: Int, to end: Int, isUnclosed: Bool = false) {
    var scope = Scope(end: end, resume: end)
    scope.action = isUnclosed ? .unclosedElement : .element
    scope.element = element
    scopes.append(scope)
    index = start
  }

  /// Begins content that is read on its own, from record `start` to `end`.
  mutating func enterFragment(
    _ name: MarkupName,
    of record: Int,
    _ mode: MarkupLines.Mode,
    from start: Int,
    to end: Int,
    resume: Int
  ) {
    let depth = construction.beginFragment(name, records[record].start, record: record)
    outerLines.append(line)
    line = MarkupLines(mode, limit: end)
    var scope = Scope(end: end, resume: resume)
    scope.action = .fragment
    scope.depth = UInt32(truncatingIfNeeded: depth)
    scopes.append(scope)
    index = start
  }

  private mutating func leave() {
    let scope = scopes.removeLast()
    construction.place = records[Int(scope.resume)].start
    switch scope.lineEffect {
    case .none: break
    case .endsBlock:
      if !goesOnInLine(Int(scope.resume)) { endQuotes() }
      endBlock()
    case .endsCell:
      endQuotes()
      endBlock(inBlock: true)
    case .endsTable: endBlock(inBlock: false)
    }
    switch scope.action {
    case .none: break
    case .element, .unclosedElement:
      construction.end(
        EndTag(name: scope.element, start: construction.place, isImplied: scope.action == .unclosedElement)
      )
    case .fragment:
      let end = construction.place
      // What is open in it ends with its content, before its own closing mark.
      construction.place = records[Int(scope.end)].start
      endQuotes()
      endParagraph()
      construction.endFragment(depth: Int(scope.depth), end: end)
      line = outerLines.removeLast()
    case .bold, .italic:
      if scope.resume > scope.end { closeQuotes(scope.action == .bold ? .b : .i, at: Int(scope.end)) }
    }
    index = max(index, Int(scope.resume))
  }

  /// Whether at a record an item begins on the line of the one before it.
  private func goesOnInLine(_ record: Int) -> Bool {
    records[record].kind == .listItem && records[record].flags.contains(.sameLine)
  }

  // MARK: Looking at the tree

  @inline(__always)
  func start(_ record: Int) -> Int { Int(records[record].start) }

  /// Where the node at `record` ends in the source.
  @inline(__always)
  func end(_ record: Int) -> Int { Int(records[Int(records[record].next)].start) }

  @inline(__always)
  func next(_ record: Int) -> Int { Int(records[record].next) }

  func isBlank(_ start: Int, _ end: Int) -> Bool {
    for offset in start..<end where !(source[offset] == 0x20 || (source[offset] &- 0x09) < 5) { return false }
    return true
  }

  /// A node of the tree for what is at a record.
  func node(
    _ name: MarkupName,
    at record: Int,
    openEnd: Int,
    flags: MarkupNode.Flags = []
  ) -> MarkupNode {
    MarkupNode(
      name: name,
      flags: flags,
      start: records[record].start,
      openEnd: UInt32(truncatingIfNeeded: openEnd),
      end: UInt32(truncatingIfNeeded: openEnd),
      record: UInt32(truncatingIfNeeded: record)
    )
  }
}
