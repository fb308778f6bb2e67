/// Moves of nodes that are in the tree already.
extension MarkupConstruction {
  /// Adds a node that has no place in the tree yet.
  mutating func addDetached(_ node: MarkupNode) -> UInt32 {
    nodes.append(node)
    return UInt32(truncatingIfNeeded: nodes.count - 1)
  }

  /// Takes a node, with what is in it, out of the tree.
  mutating func detach(_ node: UInt32) {
    let record = nodes[Int(node)]
    if record.previous != 0 {
      nodes[Int(record.previous)].next = record.next
    } else if nodes[Int(record.parent)].first == node {
      nodes[Int(record.parent)].first = record.next
    }
    if record.next != 0 {
      nodes[Int(record.next)].previous = record.previous
    } else if nodes[Int(record.parent)].last == node {
      nodes[Int(record.parent)].last = record.previous
    }
    nodes[Int(node)].previous = 0
    nodes[Int(node)].next = 0
  }

  /// Puts a node that has no place in the tree into another.
  ///
  /// - Parameters:
  ///   - node: the node.
  ///   - parent: the node that it goes into.
  ///   - sibling: the child before which it goes; 0 for the end.
  mutating func insert(_ node: UInt32, into parent: UInt32, before sibling: UInt32) {
    nodes[Int(node)].parent = parent
    nodes[Int(node)].next = sibling
    let previous = sibling == 0 ? nodes[Int(parent)].last : nodes[Int(sibling)].previous
    nodes[Int(node)].previous = previous
    if previous == 0 { nodes[Int(parent)].first = node } else { nodes[Int(previous)].next = node }
    if sibling == 0 { nodes[Int(parent)].last = node } else { nodes[Int(sibling)].previous = node }
  }

  /// Moves all that is in a node into another, which is empty.
  ///
  /// - Parameters:
  ///   - node: the node that is emptied.
  ///   - parent: the node that takes them.
  mutating func moveChildren(of node: UInt32, to parent: UInt32) {
    nodes[Int(parent)].first = nodes[Int(node)].first
    nodes[Int(parent)].last = nodes[Int(node)].last
    nodes[Int(node)].first = 0
    nodes[Int(node)].last = 0
    var child = nodes[Int(parent)].first
    while child != 0 {
      nodes[Int(child)].parent = parent
      child = nodes[Int(child)].next
    }
  }
}
