import Wikitext

/// What every syntax tree promises, checked through the public interface.
enum TreeInvariants {
  /// The first broken promise, or nil.
  static func problem(_ tree: SyntaxTree, of source: [UInt8]) -> String? {
    if tree.source != source { return "the tree holds another source" }
    if tree.print() != source { return "the tree prints other bytes than it was made of" }
    let root = tree.root
    if root.kind != .page { return "the root is no page" }
    if root.range.start != 0 || root.range.end != source.count { return "the page covers \(root.range), not the source" }
    // The walk that `children` describes must meet every node once, in preorder.
    var open: [(children: SyntaxChildren.Iterator, range: SourceRange, position: Int)] = []
    open.append((root.children.makeIterator(), root.range, 0))
    var expected = 1
    while var level = open.popLast() {
      guard let node = level.children.next() else {
        if level.position != level.range.end {
          return "the children of a node over \(level.range) end at \(level.position)"
        }
        continue
      }
      let range = node.range
      if node.id.rawValue != expected { return "node \(expected) is missed by the walk" }
      if range.start != level.position { return "\(node.kind) over \(range) does not begin at \(level.position)" }
      if range.end < range.start || range.end > level.range.end { return "\(node.kind) over \(range) leaves its parent" }
      if node.kind.isLeaf, range.start == range.end { return "\(node.kind) at \(range.start) is an empty leaf" }
      expected += 1
      level.position = range.end
      open.append(level)
      if !node.kind.isLeaf { open.append((node.children.makeIterator(), range, range.start)) }
    }
    if expected != tree.nodeCount - 1 { return "\(expected) nodes are met of \(tree.nodeCount)" }
    return nil
  }

  /// Whether two trees have the same nodes.
  static func areEqual(_ one: SyntaxTree, _ other: SyntaxTree) -> Bool {
    guard one.nodeCount == other.nodeCount else { return false }
    for index in 0..<(one.nodeCount - 1) {
      guard let a = one.node(NodeID(index)), let b = other.node(NodeID(index)) else { return false }
      if a.kind != b.kind || a.range != b.range || a.flags != b.flags || a.detail != b.detail { return false }
    }
    return true
  }
}
