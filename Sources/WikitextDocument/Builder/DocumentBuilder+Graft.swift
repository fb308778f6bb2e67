import WikitextSyntax

/// Taking over nodes of another document: of a piece of the page that was read by itself.
extension DocumentBuilder {
  /// Adds a node of another document and all below it.
  ///
  /// - Parameters:
  ///   - root: the node.
  ///   - shift: what is added to places in the other document's source to get those in the page's.
  ///   - range: the part of the page's source that was read; what was put around it to read it is left out.
  ///   - attributes: attributes that the node gets in addition.
  /// - Complexity: O(nodes and bytes below `root`).
  package mutating func graft(
    _ root: Node,
    shiftedBy shift: Int,
    within range: Range<Int>,
    attributes: [(name: String, value: String)] = []
  ) {
    let other = root.document
    var ends: [Int] = []
    for index in root.index..<Int(root.record.next) {
      closeNodes(before: index, &ends, other, shift, range)
      let record = other.records[index]
      var node = NewNode(
        record.kind,
        at: min(max(Int(record.sourceStart) + shift, range.lowerBound), range.upperBound),
        flags: record.flags.subtracting(.hasAttributes),
        detail: record.detail,
        target: record.target
      )
      node.name = intern(other.pool[record.name.offsets])
      if record.kind != .reference { node.target = intern(other.pool[record.target.offsets]) }
      openNode(node)
      copyAttributes(of: index, other)
      if index == root.index { for (name, value) in attributes { addAttribute(named: name, value, to: current) } }
      if record.kind == .reference { graftReference(Node(document: other, index: index)) }
      ends.append(index)
    }
    closeNodes(before: Int(root.record.next), &ends, other, shift, range)
  }

  private mutating func closeNodes(
    before index: Int,
    _ open: inout [Int],
    _ other: Document,
    _ shift: Int,
    _ range: Range<Int>
  ) {
    while let last = open.last, Int(other.records[last].next) <= index {
      open.removeLast()
      closeNode(at: min(max(Int(other.records[last].sourceEnd) + shift, range.lowerBound), range.upperBound))
    }
  }

  private mutating func copyAttributes(of index: Int, _ other: Document) {
    guard other.records[index].flags.contains(.hasAttributes) else { return }
    for attribute in other.attributeRecords(of: index) {
      addAttribute(intern(other.pool[attribute.name.offsets]), intern(other.pool[attribute.value.offsets]), to: current)
    }
  }

  /// Adds an attribute whose name and value are not in the source.
  package mutating func addAttribute(named name: String, _ value: String, to node: Int) {
    addAttribute(intern(Array(name.utf8)[...]), intern(Array(value.utf8)[...]), to: node)
  }

  /// Makes the node opened last a use of the reference of the page that has the same name and group.
  private mutating func graftReference(_ node: Node) {
    guard let reference = node.reference else { return }
    let group = intern(Array(reference.group.utf8)[...])
    let name = intern(Array((reference.name ?? "").utf8)[...])
    let number = self.reference(group: group, name: name)
    records[current].target = PoolRange(
      start: UInt32(truncatingIfNeeded: number),
      end: UInt32(truncatingIfNeeded: number)
    )
    use(number, node: current)
    guard reference.definition == node else { return }
    if extras.references[number].definition == nil {
      extras.references[number].definition = UInt32(truncatingIfNeeded: current)
    } else {
      extras.references[number].isDefinedAgain = true
    }
  }
}

extension Node {
  /// How many nodes deep the subtree is, the node itself counted.
  ///
  /// - Complexity: O(nodes below).
  var height: Int {
    var height = 0
    var open: [Int] = []
    for index in self.index..<Int(record.next) {
      while let last = open.last, Int(document.records[last].next) <= index { open.removeLast() }
      open.append(index)
      height = max(height, open.count)
    }
    return height
  }
}
