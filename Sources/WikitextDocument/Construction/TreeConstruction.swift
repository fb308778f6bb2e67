import WikitextSyntax

/// Builds the tree that a browser would build of the page's HTML: the tree construction of the HTML standard (13.2.6),
/// as far as wikitext can make tags, followed by MediaWiki's wrapping of bare inlines in paragraphs.
///
/// The reader says what tags and text there are, in order; well-formed or not, a sound tree comes out. As long as no
/// node has to be moved, which is so for nearly all pages, nodes are written in preorder and stay where they are. Nodes
/// of our own (arguments, references, captions) are contexts: nothing in them reaches out, and nothing outside reaches
/// in.
///
/// - Complexity: O(tags + bytes): the stack is at most ``maximumDepth`` deep and the number of elements that are
///   reopened is bounded by the size of the page.
struct TreeConstruction {
  var builder = DocumentBuilder()
  /// The open elements; the first stands for the page. Their nodes are the last ones of the builder's stack.
  var elements: [OpenElement] = []
  /// The active formatting elements.
  var formatting: [FormattingEntry] = []
  /// Whether text and inlines can go straight into the innermost element.
  var isPlain = false
  /// Whether an active formatting element may have been closed by what is around it.
  var mayReopen = false
  /// How many more elements may be reopened.
  var reopeningBudget = 0

  /// Nodes are nested this deep at the most, so that whoever reads a document, or JSON made of one, recursively is safe.
  /// No page that people wrote comes near.
  static let maximumDepth = 250

  init() {
    elements.append(OpenElement(name: .root, mode: .body, traits: ElementName.root.traits))
  }

  /// Makes room for a page of this many bytes.
  mutating func reserve(forBytes count: Int) {
    builder.reserve(forBytes: count)
    reopeningBudget = 256 + count / 32
  }

  // MARK: The stack

  var top: OpenElement {
    @inline(__always) get { elements[elements.count &- 1] }
    @inline(__always) _modify { yield &elements[elements.count &- 1] }
  }

  /// Whether nothing but sections is open.
  var isAtRoot: Bool { elements.count == 1 }

  /// The node of the element at this place of the stack.
  func node(at index: Int) -> Int { builder.openNode(fromTop: elements.count - 1 - index) }

  /// The place of a node in the stack.
  func place(of node: UInt32) -> Int? {
    var index = elements.count - 1
    while index > 0 {
      if UInt32(truncatingIfNeeded: self.node(at: index)) == node { return index }
      index -= 1
    }
    return nil
  }

  @inline(__always)
  mutating func update() {
    let traits = elements[elements.count &- 1].traits
    isPlain =
      traits.isDisjoint(with: [.tableStructure, .hostsParagraphs]) && !mayReopen
      && (!traits.contains(.splittable) || traits.contains(.inWrapper))
  }

  /// Opens a node as the innermost element.
  @inline(__always)
  mutating func push(_ name: ElementName, _ node: NewNode, traits own: ElementTraits = []) {
    var traits = name.traits.union(own)
    let parent = top
    if !traits.contains(.context) {
      if !parent.traits.isDisjoint(with: [.wrapper, .inWrapper]) { traits.insert(.inWrapper) }
      if traits.contains(.formatting), !parent.traits.isDisjoint(with: [.wrapper, .splittable, .hostsParagraphs]) {
        traits.insert(.splittable)
      }
    }
    var mode = parent.mode
    if !traits.isDisjoint(with: [.scope, .tableStructure]) {
      switch name.tag {
      case .table?: mode = .table
      case .tr?: mode = .row
      case .td?, .th?: mode = .cell
      case .caption?: mode = .caption
      default: mode = .body
      }
    }
    builder.openNode(node)
    elements.append(OpenElement(name: name, mode: mode, traits: traits))
    update()
  }

  /// Closes the innermost element.
  ///
  /// - Parameter end: where it ends in the source; nil: with what it holds.
  @inline(__always)
  mutating func pop(at end: Int? = nil) {
    if top.traits.contains(.wrapper), builder.currentIsBlank {
      builder.dissolve(openFromTop: 0)
      elements.removeLast()
      update()
      return
    }
    let element = elements.removeLast()
    if element.traits.contains(.formatting) { mayReopen = true }
    if element.traits.contains(.reopened), builder.currentIsEmpty {
      removeReopened()
    } else {
      builder.closeNode(at: end ?? builder.contentEnd)
    }
    update()
  }

  /// Takes an element away that was reopened for nothing.
  private mutating func removeReopened() {
    let node = UInt32(truncatingIfNeeded: builder.current)
    if let entry = formatting.lastIndex(where: { $0.node == node }) {
      formatting[entry].node = formatting[entry].origin
    }
    builder.removeCurrent()
  }

  /// Closes elements until `count` are open.
  mutating func pop(to count: Int) {
    while elements.count > count { pop() }
  }

  // MARK: Contexts

  /// Opens a node of our own, whose content is read as if it stood alone.
  ///
  /// - Returns: how many elements were open before, for ``endContext(depth:at:)``.
  @inline(__always)
  mutating func beginContext(_ node: NewNode, isBlock: Bool) -> Int {
    if isBlock { prepareBlock() } else if !isPlain { prepareInline() }
    let depth = elements.count
    builder.openNode(node)
    let name: ElementName = isBlock ? .blockNode : .inlineNode
    elements.append(OpenElement(name: name, mode: .body, traits: name.traits))
    formatting.append(FormattingEntry(node: FormattingEntry.mark, name: .root, isUnclosed: false))
    mayReopen = false
    isPlain = true
    return depth
  }

  /// Ends the innermost context, which was opened when `depth` elements were open.
  @inline(__always)
  mutating func endContext(depth: Int, at end: Int) {
    if elements.count > depth + 1 { pop(to: depth + 1) }
    guard elements.count > depth else { return }
    elements.removeLast()
    builder.closeNode(at: end)
    if let last = formatting.last, last.isMark, formatting.count == 1 || formatting[formatting.count - 2].isMark {
      // As nearly always: nothing was left open inside, and nothing is open outside.
      formatting.removeLast()
      mayReopen = false
      update()
    } else {
      clearFormattingToMark()
    }
  }

  // MARK: Sections

  /// Ends what nothing in the page ends, so that a heading that follows begins a section.
  ///
  /// MediaWiki would leave it open up to the end of the page; a forgotten end tag spoils its own section here.
  mutating func endUnclosed() {
    while elements.count > 1, top.traits.isDisjoint(with: .context), isForgotten(top) { pop() }
    formatting.removeAll { $0.isUnclosed }
    mayReopen = !formatting.isEmpty
    update()
  }

  /// Ends everything that is open.
  mutating func endAll() {
    pop(to: 1)
    formatting = []
    mayReopen = false
    update()
  }

  private func isForgotten(_ element: OpenElement) -> Bool {
    element.traits.contains(.unclosed) || element.traits.contains(.wrapper) || element.name == ElementName(.p)
  }

  // MARK: Content

  /// Makes the innermost element ready for text.
  @inline(__always)
  mutating func prepareText() {
    if !isPlain { prepareInline() }
  }

  /// Adds a node without children that stands among inlines.
  mutating func addLeaf(_ node: NewNode, to end: Int) {
    prepareInline()
    builder.addLeaf(node, to: end)
  }

  /// Whitespace comes, which is nothing by itself, but reopens formatting elements.
  @inline(__always)
  mutating func blank() {
    if mayReopen, !top.traits.contains(.tableStructure) { reopenFormatting() }
  }

  /// Whether whitespace is anything in the innermost element.
  @inline(__always)
  var admitsBlank: Bool { isPlain || top.traits.isDisjoint(with: [.tableStructure, .hostsParagraphs]) }

  /// Adds whitespace, which in a table, or between blocks, is nothing.
  mutating func addBlank(_ range: Range<Int>, of source: [UInt8]) {
    guard admitsBlank else { return }
    // What ends without a mark of its own ends before the whitespace.
    let end = builder.contentEnd
    builder.addText(source[range], from: range.lowerBound, to: range.upperBound)
    builder.contentEnd = end
  }
}
