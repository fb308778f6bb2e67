package import WikitextSyntax

/// Puts a document together from the calls of a reader: open, text, close.
///
/// The builder keeps the structure sound whatever a reader does: sections nest by their levels, and whatever is open
/// at the end is closed. Nodes are written in preorder; once one has to go elsewhere (``beginMoving()``) the builder
/// keeps links between them as well, and puts them in order at the end.
package struct DocumentBuilder {
  package var records: [NodeRecord] = []
  package var pool: [UInt8] = []
  package var attributes: [AttributeRecord] = []
  package var extras = DocumentExtras()
  var open: [UInt32] = []
  /// The text node that was added last and that no node was opened, closed or added behind, or -1.
  var openText = -1
  /// Where in the source the reader is.
  var place = 0
  /// Where the content added last ends in the source.
  var contentEnd = 0
  /// Whether the content added last is a block.
  var endsWithBlock = false
  /// For each record its neighbours, once nodes are moved; empty before.
  var links: [NodeLinks] = []
  /// The table before which the next node goes, or -1.
  var fosteringTable = -1
  /// Sections that are open, by their level; they are at the bottom of `open`, above the document.
  private var sectionLevels: [UInt8] = []
  private var referenceNumbers: [ReferenceKey: Int] = [:]
  private var referenceUses: [(reference: UInt32, node: UInt32)] = []

  /// Creates a builder with an open document and its lead section.
  package init() {
    begin()
  }

  /// Makes room for a page of this many bytes, at the rates of ordinary articles.
  package mutating func reserve(forBytes count: Int) {
    records.reserveCapacity(count / 14 + 64)
    pool.reserveCapacity(count + count / 8 + 64)
  }

  private mutating func begin() {
    openNode(NewNode(.document, at: 0))
    openNode(NewNode(.section, at: 0))
    sectionLevels.append(0)
  }

  // MARK: Text pool

  /// Where the next text goes: for spans of text that are put together piece by piece.
  package var mark: UInt32 { UInt32(truncatingIfNeeded: pool.count) }

  /// The text since a mark.
  package func since(_ mark: UInt32) -> PoolRange { PoolRange(start: mark, end: self.mark) }

  @inline(__always)
  package mutating func intern(_ bytes: ArraySlice<UInt8>) -> PoolRange {
    let start = mark
    pool.append(contentsOf: bytes)
    return since(start)
  }

  // MARK: Nodes

  /// Opens a node; what is added up to its `closeNode` is below it.
  @inline(__always)
  package mutating func openNode(_ node: NewNode) {
    openText = -1
    if !links.isEmpty { link(records.count) }
    open.append(UInt32(truncatingIfNeeded: records.count))
    records.append(node.record(next: 0, end: node.start))
  }

  /// Closes the node opened last.
  @inline(__always)
  package mutating func closeNode(at end: Int) {
    if openText >= 0, Int(records[openText].sourceEnd) > end { endText(at: end) }
    openText = -1
    let index = Int(open.removeLast())
    records[index].next = UInt32(truncatingIfNeeded: records.count)
    records[index].sourceEnd = max(UInt32(truncatingIfNeeded: end), records[index].sourceStart)
    contentEnd = end
    endsWithBlock = records[index].kind.isBlock
  }

  /// Takes the node opened last away; there is nothing in it.
  package mutating func removeCurrent() {
    let node = Int(open.removeLast())
    while let attribute = attributes.last, Int(attribute.node) == node { attributes.removeLast() }
    if links.isEmpty { records.removeLast() } else { detach(node) }
    openText = -1
  }

  /// Takes whitespace behind `end` off the text that was added last: its node ends before it.
  private mutating func endText(at end: Int) {
    let text = openText
    if Int(records[text].sourceStart) >= end {
      if links.isEmpty { records.removeLast() } else { detach(text) }
      return
    }
    while records[text].name.end > records[text].name.start, pool[Int(records[text].name.end) - 1] <= 0x20 {
      records[text].name.end -= 1
    }
    records[text].sourceStart = min(records[text].sourceStart, UInt32(truncatingIfNeeded: end))
    records[text].sourceEnd = UInt32(truncatingIfNeeded: end)
  }

  /// Adds a node without children.
  @inline(__always)
  package mutating func addLeaf(_ node: NewNode, to end: Int) {
    openText = -1
    contentEnd = end
    endsWithBlock = node.kind.isBlock
    if !links.isEmpty { link(records.count) }
    records.append(node.record(next: records.count &+ 1, end: end))
  }

  /// Adds text, or lengthens the text just before it.
  @inline(__always)
  package mutating func addText(_ bytes: ArraySlice<UInt8>, from start: Int, to end: Int) {
    if bytes.isEmpty { return }
    let place = mark
    // As a buffer: appending a slice retains and releases what it is a slice of.
    unsafe bytes.withUnsafeBufferPointer { unsafe pool.append(contentsOf: $0) }
    extendText(from: place, source: start, end)
  }

  /// Makes the pool's text since `place` a text node, or part of the text node just before.
  @inline(__always)
  package mutating func extendText(from place: UInt32, source start: Int, _ end: Int) {
    if place == mark { return }
    if openText >= 0, records[openText].name.end == place, records[openText].sourceEnd == start,
      fosteringTable < 0 || links[fosteringTable].previous == UInt32(truncatingIfNeeded: openText)
    {
      records[openText].name.end = mark
      records[openText].sourceEnd = UInt32(truncatingIfNeeded: end)
      contentEnd = end
      fosteringTable = -1
    } else {
      addLeaf(NewNode(.text, at: start, name: since(place)), to: end)
      openText = records.count - 1
    }
  }

  /// The index of the node opened last.
  package var current: Int { Int(open[open.count - 1]) }
  /// How many nodes are open.
  package var depth: Int { open.count }
  /// The kind of the node opened last.
  package var currentKind: NodeKind { records[current].kind }
  /// An open node, counted from the one opened last.
  func openNode(fromTop distance: Int) -> Int { Int(open[open.count - 1 - distance]) }
  /// Whether the node opened last has nothing in it yet.
  package var currentIsEmpty: Bool {
    links.isEmpty ? current == records.count - 1 : links[current].first == NodeLinks.none
  }

  /// Whether the node opened last holds nothing that shows: only whitespace, and inlines around it.
  ///
  /// - Complexity: O(1) for nodes that show something soon.
  var currentIsBlank: Bool {
    records[(current + 1)...].allSatisfy { record in
      switch record.kind {
      case .element, .bold, .italic: true
      case .text: pool[record.name.offsets].allSatisfy { $0 <= 0x20 }
      default: false
      }
    }
  }

  /// Notes that something of the page could not be put where it belongs, for it would be nested too deep.
  package mutating func markTooDeep() { records[current].flags.insert(.tooDeep) }

  /// Adds an attribute to a node; nodes get theirs before any later node does.
  package mutating func addAttribute(_ name: PoolRange, _ value: PoolRange, to node: Int) {
    records[node].flags.insert(.hasAttributes)
    attributes.append(AttributeRecord(node: UInt32(truncatingIfNeeded: node), name: name, value: value))
  }

  /// Gives a node the attributes of another.
  mutating func copyAttributes(from node: Int, to copy: Int) {
    guard records[node].flags.contains(.hasAttributes) else { return }
    records[copy].flags.insert(.hasAttributes)
    for attribute in attributes.records(of: node) {
      attributes.append(
        AttributeRecord(node: UInt32(truncatingIfNeeded: copy), name: attribute.name, value: attribute.value)
      )
    }
  }

  /// Whether two nodes have the same attributes in the same order.
  func haveSameAttributes(_ first: Int, _ second: Int) -> Bool {
    guard records[first].flags.contains(.hasAttributes) || records[second].flags.contains(.hasAttributes) else {
      return true
    }
    let left = attributes.records(of: first)
    let right = attributes.records(of: second)
    return left.count == right.count
      && zip(left, right).allSatisfy {
        pool[$0.name.offsets].elementsEqual(pool[$1.name.offsets])
          && pool[$0.value.offsets].elementsEqual(pool[$1.value.offsets])
      }
  }

  // MARK: Sections

  /// Ends the sections that a heading of this level ends, and begins its own.
  ///
  /// - Precondition: nothing but sections is open.
  package mutating func beginSection(level: Int, at start: Int) {
    fosteringTable = -1
    while let top = sectionLevels.last, Int(top) >= level || top == 0 {
      closeNode(at: start)
      sectionLevels.removeLast()
    }
    openNode(NewNode(.section, at: start, detail: UInt16(level)))
    sectionLevels.append(UInt8(level))
  }

  /// How many nodes are open when nothing but sections is.
  package var sectionDepth: Int { sectionLevels.count + 1 }

  // MARK: References

  /// The number of the reference with this name and group; one without a name is always another.
  package mutating func reference(group: PoolRange, name: PoolRange) -> Int {
    if !name.isEmpty {
      let key = ReferenceKey(group: Array(pool[group.offsets]), name: Array(pool[name.offsets]))
      if let number = referenceNumbers[key] { return number }
      referenceNumbers[key] = extras.references.count
    }
    extras.references.append(ReferenceRecord(group: group, name: name))
    return extras.references.count - 1
  }

  /// Notes that a node uses a reference, or defines it.
  package mutating func use(_ reference: Int, node: Int) {
    referenceUses.append((UInt32(truncatingIfNeeded: reference), UInt32(truncatingIfNeeded: node)))
  }

  // MARK: The end

  /// Closes what is open and hands the document over; the builder is spent.
  package mutating func finish(source: [UInt8], configuration: SiteConfiguration) -> Document {
    while !open.isEmpty { closeNode(at: source.count) }
    extras.sortUses(referenceUses)
    if !links.isEmpty { putInOrder() }
    return Document(
      source: source,
      configuration: configuration,
      records: records,
      pool: pool,
      attributes: attributes,
      extras: extras
    )
  }
}

/// What makes two references with a name the same.
private struct ReferenceKey: Hashable {
  var group: [UInt8]
  var name: [UInt8]
}
