import WikitextSyntax

/// The tree that a browser would make of a page's markup, and how each of its elements came to begin and end.
///
///     <small>one
///
///     two</small>          p( small( one ) ), p( small( two ) )
///
/// The first `small` has an implied end, the second an implied start: the tags are misnested. Templates are not
/// expanded: one in a line stands for a piece of text, one that has its line to itself for nothing.
///
/// The page is node 0. Nodes are numbered by the order in which they were made, which is that of the page for all but
/// those that repair misnested tags.
struct MarkupTree: Sendable {
  let nodes: [MarkupNode]
  private let source: [UInt8]
  /// The tree of a page.
  ///
  /// - Complexity: O(nodes + bytes) of the syntax tree.
  init(_ tree: SyntaxTree) {
    var reader = MarkupReader(tree)
    var construction = reader.read()
    construction.splitAroundBlocks()
    nodes = construction.nodes
    source = tree.source
  }

  subscript(node: UInt32) -> MarkupNode { nodes[Int(node)] }

  // MARK: Relations

  /// The first sibling behind a node that is more than white space; 0 for none.
  func contentBehind(_ node: UInt32) -> UInt32 {
    var next = self[node].next
    while next != 0, self[next].name == .blank { next = self[next].next }
    return next
  }

  /// The last sibling before a node that is more than white space; 0 for none.
  func contentBefore(_ node: UInt32) -> UInt32 {
    var previous = self[node].previous
    while previous != 0, self[previous].name == .blank { previous = self[previous].previous }
    return previous
  }

  /// The first node in a node that is more than white space; 0 for none.
  func firstContent(in node: UInt32) -> UInt32 {
    let first = self[node].first
    return first != 0 && self[first].name == .blank ? contentBehind(first) : first
  }

  /// Whether the last byte of a text is white space.
  func endsInSpace(_ node: UInt32) -> Bool {
    let end = Int(self[node].end)
    return end > 0 && (source[end - 1] == 0x20 || (source[end - 1] &- 0x09) < 5)
  }
}
