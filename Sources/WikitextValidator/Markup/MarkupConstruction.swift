import WikitextSyntax

/// Builds a ``MarkupTree``: the tree construction of the HTML standard (13.2.6), as far as wikitext can make tags.
///
/// ``MarkupReader`` says what tags and text there are, in order; well-formed or not, a sound tree comes out, in which
/// every element is marked by whether the page itself begins and ends it.
///
/// - Complexity: O(tags + bytes): the stack is at most ``maximumDepth`` deep and the number of elements that are
///   reopened is bounded by the size of the page.
struct MarkupConstruction {
  var nodes: [MarkupNode] = []
  /// The open elements; the first stands for the page.
  var open: [OpenMarkup] = []
  /// The active formatting elements.
  var formatting: [ActiveFormatting] = []
  /// Whether an active formatting element may have been closed by what is around it.
  var mayReopen = false
  /// How many more elements may be reopened or split.
  var reopeningBudget: Int
  /// Whether a block was opened straight in a formatting element or another inline.
  var hasBlockInFormatting = false
  /// The link that ended last; 0 for none.
  private var lastLink: UInt32 = 0
  /// Where in the source reading has come to.
  var place: UInt32 = 0
  /// For each element the start tags that were passed over for being nested too deep, and whose end tags are to come.
  var passedOver: [UInt8: Int] = [:]
  let source: [UInt8]

  /// Elements are nested this deep at the most: what looks for an element looks no further. No page that people wrote
  /// comes near.
  static let maximumDepth = 250
  /// Elements that one piece of text may reopen; HTML has no bound, and output that grows with the square of the input.
  static let maximumReopened = 16

  init(_ source: [UInt8]) {
    self.source = source
    reopeningBudget = 256 + source.count / 32
    nodes.reserveCapacity(64 + source.count / 16)
    nodes.append(
      MarkupNode(name: .page, flags: [], start: 0, openEnd: 0, end: UInt32(truncatingIfNeeded: source.count), record: 0)
    )
    open.append(OpenMarkup(node: 0, name: .page, mode: .body, traits: MarkupName.page.traits))
  }

  // MARK: The stack

  var top: OpenMarkup {
    @inline(__always) get { open[open.count &- 1] }
  }

  /// Opens an element.
  @inline(__always)
  mutating func push(_ node: UInt32) {
    let name = nodes[Int(node)].name
    let traits = name.traits
    if traits.contains(.block), !top.traits.contains(.special) { hasBlockInFormatting = true }
    var mode = top.mode
    if !traits.isDisjoint(with: [.scope, .tableStructure]) {
      switch name.tag {
      case .table?: mode = .table
      case .tr?: mode = .row
      case .td?, .th?: mode = .cell
      case .caption?: mode = .caption
      default: mode = .body
      }
    }
    open.append(OpenMarkup(node: node, name: name, mode: mode, traits: traits))
  }

  /// Closes the innermost element, which nothing in the page closes.
  @inline(__always)
  mutating func pop() {
    let element = open.removeLast()
    nodes[Int(element.node)].flags.insert(.impliedEnd)
    nodes[Int(element.node)].end = place
    if element.traits.contains(.formatting) { mayReopen = true }
  }

  /// Closes elements until `count` are open.
  mutating func pop(to count: Int) {
    while open.count > count { pop() }
  }

  /// Closes the innermost element with an end tag, which ends at ``place``.
  @inline(__always)
  mutating func close(_ tag: EndTag) {
    let element = open.removeLast()
    let node = Int(element.node)
    nodes[node].end = place
    if tag.isImplied || (nodes[node].flags.contains(.literal) && !tag.isLiteral) {
      nodes[node].flags.insert(.impliedEnd)
    }
    if element.traits.contains(.formatting) { mayReopen = true }
  }

  // MARK: Nodes

  /// Adds a node where the innermost element takes it: before a table if it may not stand in it.
  @inline(__always)
  mutating func add(_ node: MarkupNode) -> UInt32 {
    let parent = top
    if parent.traits.contains(.tableStructure), let table = innermostTable() { return foster(node, before: table) }
    return append(node, to: parent.node)
  }

  /// Adds a node as the last child of another.
  @inline(__always)
  mutating func append(_ node: MarkupNode, to parent: UInt32) -> UInt32 {
    let index = UInt32(truncatingIfNeeded: nodes.count)
    var node = node
    node.parent = parent
    let last = nodes[Int(parent)].last
    node.previous = last
    nodes.append(node)
    if last == 0 { nodes[Int(parent)].first = index } else { nodes[Int(last)].next = index }
    nodes[Int(parent)].last = index
    return index
  }

  private func innermostTable() -> UInt32? {
    var index = open.count - 1
    while index > 0, open[index].name != MarkupName(.table) { index -= 1 }
    return index > 0 ? open[index].node : nil
  }

  private mutating func foster(_ node: MarkupNode, before table: UInt32) -> UInt32 {
    let index = UInt32(truncatingIfNeeded: nodes.count)
    var node = node
    node.flags.insert(.fostered)
    nodes.append(node)
    insert(index, into: nodes[Int(table)].parent, before: table)
    return index
  }

  /// A template stands in a table, and in no cell of it.
  mutating func noteTemplateInTable() {
    if let table = innermostTable() { nodes[Int(table)].flags.insert(.holdsTemplate) }
  }

  // MARK: Content

  /// Text comes, or something that stands for text.
  ///
  /// - Parameters:
  ///   - start: where it begins in the source.
  ///   - end: where it ends.
  mutating func text(_ start: UInt32, _ end: UInt32) {
    if mayReopen { reopenFormatting() }
    let parent = top
    if !parent.traits.contains(.tableStructure) {
      let last = Int(nodes[Int(parent.node)].last)
      if last != 0, nodes[last].name == .text || nodes[last].name == .blank {
        nodes[last].name = .text
        nodes[last].end = end
        return
      }
    }
    _ = add(MarkupNode(name: .text, flags: [], start: start, openEnd: end, end: end, record: 0))
  }

  /// White space comes.
  ///
  /// - Parameters:
  ///   - start: where it begins in the source.
  ///   - end: where it ends.
  mutating func blank(_ start: UInt32, _ end: UInt32) {
    let parent = top
    // In a table it stays where it is, and changes nothing.
    if parent.traits.contains(.tableStructure) { return }
    if mayReopen { reopenFormatting() }
    let innermost = top.node
    let last = Int(nodes[Int(innermost)].last)
    if last != 0, nodes[last].name == .text || nodes[last].name == .blank {
      nodes[last].end = end
      return
    }
    _ = append(MarkupNode(name: .blank, flags: [], start: start, openEnd: end, end: end, record: 0), to: innermost)
  }

  /// Adds a node without content that stands among inlines.
  mutating func addLeaf(_ name: MarkupName, _ start: UInt32, _ end: UInt32, record: Int) {
    if mayReopen { reopenFormatting() }
    _ = add(
      MarkupNode(
        name: name,
        flags: [],
        start: start,
        openEnd: end,
        end: end,
        record: UInt32(truncatingIfNeeded: record)
      )
    )
  }

  /// Adds something that shows nothing: it reopens no element.
  mutating func addHidden(_ start: UInt32, _ end: UInt32, record: Int) {
    _ = add(
      MarkupNode(
        name: .hidden,
        flags: [],
        start: start,
        openEnd: end,
        end: end,
        record: UInt32(truncatingIfNeeded: record)
      )
    )
  }

  // MARK: Content that stands alone

  /// Begins content that is read as if it stood alone.
  ///
  /// - Parameters:
  ///   - name: what it is the content of.
  ///   - start: where that begins in the source.
  ///   - record: the record of the syntax tree.
  /// - Returns: how many elements were open before.
  mutating func beginFragment(_ name: MarkupName, _ start: UInt32, record: Int) -> Int {
    if name.traits.contains(.block) { closeParagraph() } else if mayReopen { reopenFormatting() }
    let depth = open.count
    let node = add(
      MarkupNode(
        name: name,
        flags: [],
        start: start,
        openEnd: start,
        end: start,
        record: UInt32(truncatingIfNeeded: record)
      )
    )
    push(node)
    formatting.append(.mark)
    mayReopen = false
    return depth
  }

  /// Ends content that was begun when `depth` elements were open.
  ///
  /// - Parameters:
  ///   - depth: the number.
  ///   - end: where what it is the content of ends in the source.
  mutating func endFragment(depth: Int, end: UInt32) {
    guard open.count > depth else { return }
    pop(to: depth + 1)
    place = end
    let ended = open.removeLast().node
    nodes[Int(ended)].end = place
    if nodes[Int(ended)].name == .link { lastLink = ended }
    clearFormattingToMark()
  }

  /// Adds text to the link that has just ended.
  ///
  /// - Parameters:
  ///   - start: where the text begins in the source.
  ///   - end: where it ends.
  mutating func extendLink(_ start: UInt32, _ end: UInt32) {
    guard lastLink != 0 else { return }
    nodes[Int(lastLink)].end = end
    _ = append(
      MarkupNode(name: .text, flags: [], start: start, openEnd: end, end: end, record: 0),
      to: lastLink
    )
  }

  /// Ends everything.
  mutating func finish() {
    pop(to: 1)
  }
}

/// An element that is open.
struct OpenMarkup: BitwiseCopyable {
  var node: UInt32
  var name: MarkupName
  var mode: InsertionMode
  var traits: MarkupTraits

  /// What tags and text mean here, by the innermost part of a table.
  enum InsertionMode: UInt8, BitwiseCopyable { case body, table, row, cell, caption }
}

/// An entry of the list of active formatting elements: an element, or the mark at the start of what stands apart.
struct ActiveFormatting: BitwiseCopyable {
  var node: UInt32
  var name: MarkupName

  static let mark = ActiveFormatting(node: .max, name: .page)
  var isMark: Bool { node == .max }
}

/// An end tag, or a mark of wikitext that is one in HTML.
struct EndTag: BitwiseCopyable {
  var name: MarkupName
  /// Where it begins.
  var start: UInt32
  /// It is written as a tag of HTML.
  var isLiteral = false
  /// The page does not have it: a line that ends, or a block, puts it there.
  var isImplied = false
  var record: UInt32 = 0
}
