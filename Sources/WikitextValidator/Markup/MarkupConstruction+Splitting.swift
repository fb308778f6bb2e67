import WikitextSyntax

/// What MediaWiki does to formatting elements that stand in no paragraph of their own and hold blocks: it splits them,
/// so that what is before and behind a block can be wrapped in paragraphs (Parsoid's `PWrap`).
///
///     <small>one <div>two</div> three</small>     // becomes three elements `small`
extension MarkupConstruction {
  /// Splits the formatting elements that stand in the page itself, or in a `blockquote`, around the blocks in them.
  ///
  /// - Complexity: O(nodes).
  mutating func splitAroundBlocks() {
    guard hasBlockInFormatting else { return }
    splitChildren(of: 0)
    for node in 1..<nodes.count where nodes[node].name == MarkupName(.blockquote) {
      splitChildren(of: UInt32(truncatingIfNeeded: node))
    }
  }

  private mutating func splitChildren(of root: UInt32) {
    var child = nodes[Int(root)].first
    while child != 0 {
      let next = nodes[Int(child)].next
      if isSplittable(child) { split(child, in: root) }
      child = next
    }
  }

  private func isSplittable(_ node: UInt32) -> Bool {
    nodes[Int(node)].name.traits.contains(.formatting) && nodes[Int(node)].first != 0
  }

  /// A node that is not split, and whether it stands among inlines: nil for what goes with either.
  private struct Leaf {
    var node: UInt32
    var isInline: Bool?
  }

  private mutating func split(_ element: UInt32, in root: UInt32) {
    let leaves = leaves(of: element)
    guard leaves.contains(where: { $0.isInline == true }), leaves.contains(where: { $0.isInline == false }) else {
      return
    }
    var current: Bool?
    // The newest copy of each element, and the copies of the run that is being made.
    var newest: [UInt32: UInt32] = [:]
    var copies: [UInt32: UInt32]?
    for leaf in leaves {
      if let isInline = leaf.isInline {
        if let current, current != isInline { copies = [:] }
        current = isInline
      }
      guard var made = copies else { continue }
      var path: [UInt32] = []
      var ancestor = nodes[Int(leaf.node)].parent
      while ancestor != root {
        path.append(ancestor)
        ancestor = nodes[Int(ancestor)].parent
      }
      var parent = root
      for original in path.reversed() {
        if made[original] == nil {
          guard reopeningBudget > 0 else { return }
          reopeningBudget -= 1
          made[original] = copy(original, behind: newest[original] ?? original, into: parent, root: root)
          newest[original] = made[original]
        }
        parent = made[original] ?? root
      }
      detach(leaf.node)
      insert(leaf.node, into: parent, before: 0)
      copies = made
    }
  }

  /// Makes a copy that goes on with an element whose newest copy ends here.
  private mutating func copy(_ original: UInt32, behind newest: UInt32, into parent: UInt32, root: UInt32) -> UInt32 {
    var record = clone(of: original)
    if nodes[Int(newest)].flags.contains(.impliedEnd) { record.flags.insert(.impliedEnd) }
    nodes[Int(newest)].flags.insert(.impliedEnd)
    let copy = addDetached(record)
    insert(copy, into: parent, before: parent == root ? nodes[Int(newest)].next : 0)
    return copy
  }

  /// The nodes in an element that are not split, in order.
  private func leaves(of element: UInt32) -> [Leaf] {
    var leaves: [Leaf] = []
    var node = nodes[Int(element)].first
    while node != element {
      if isSplittable(node) {
        node = nodes[Int(node)].first
        continue
      }
      leaves.append(Leaf(node: node, isInline: isInline(node)))
      while node != element, nodes[Int(node)].next == 0 { node = nodes[Int(node)].parent }
      if node != element { node = nodes[Int(node)].next }
    }
    return leaves
  }

  /// Whether there is no block in a node; nil for what shows nothing.
  private func isInline(_ node: UInt32) -> Bool? {
    switch nodes[Int(node)].name {
    case .blank, .hidden, .stray: return nil
    case .text, .link, .reference, .fragment: return true
    default: return !containsBlock(node)
    }
  }

  private func containsBlock(_ root: UInt32) -> Bool {
    var node = root
    while true {
      let record = nodes[Int(node)]
      if record.name.traits.contains(.block) { return true }
      if record.first != 0, !record.name.traits.contains(.boundary) {
        node = record.first
        continue
      }
      while node != root, nodes[Int(node)].next == 0 { node = nodes[Int(node)].parent }
      if node == root { return false }
      node = nodes[Int(node)].next
    }
  }
}
