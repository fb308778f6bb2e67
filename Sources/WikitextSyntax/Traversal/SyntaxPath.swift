/// The nodes above a node, as a walk came down through them.
///
/// A tree does not store parents; whoever walks it has them on the stack.
public struct SyntaxPath: Sendable, Sequence {
  let tree: SyntaxTree
  /// Indices of the records, the outermost first.
  var indices: [Int] = []

  /// The number of nodes.
  public var count: Int { indices.count }
  /// The node directly above; nil at the root of the walk.
  public var parent: Syntax? { indices.last.map { Syntax(tree: tree, index: $0) } }

  /// The innermost node of this type.
  ///
  /// - Complexity: O(`count`).
  public func nearest<Node: SyntaxNode>(_ type: Node.Type) -> Node? {
    guard let index = indices.last(where: { Node.kinds.contains(tree.records[$0].kind) }) else { return nil }
    return Node(Syntax(tree: tree, index: index))
  }

  /// An iterator over the nodes, the innermost first.
  public func makeIterator() -> Iterator { Iterator(path: self, position: indices.count) }

  /// Steps from the innermost node outwards.
  public struct Iterator: IteratorProtocol {
    let path: SyntaxPath
    var position: Int

    /// The next node outwards, or nil behind the root of the walk.
    public mutating func next() -> Syntax? {
      guard position > 0 else { return nil }
      position -= 1
      return Syntax(tree: path.tree, index: path.indices[position])
    }
  }
}

extension Syntax {
  /// The nodes above this one, from its parent to the page.
  ///
  /// - Complexity: O(nodes beside the ancestors): the way is found from the root down. A ``SyntaxWalker`` has it for
  ///   nothing.
  public var ancestors: SyntaxPath {
    var path = SyntaxPath(tree: tree)
    var candidate = 0
    while candidate < index {
      if Int(tree.records[candidate].next) > index {
        path.indices.append(candidate)
        candidate += 1
      } else {
        candidate = Int(tree.records[candidate].next)
      }
    }
    return path
  }

  /// The node directly above; nil for the page.
  ///
  /// - Complexity: as ``ancestors``.
  public var parent: Syntax? { ancestors.parent }
}

extension SyntaxTree {
  /// The leaf that holds the byte at an offset, or nil when the source is not so long.
  ///
  /// - Complexity: O(log `nodeCount` + nodes that start at the same byte).
  public func leaf(at offset: Int) -> Syntax? {
    guard offset >= 0, offset < source.count else { return nil }
    var low = 0
    var high = records.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(records[middle].start) <= offset { low = middle } else { high = middle }
    }
    // Empty containers may follow the leaf at its end, never inside it.
    while !records[low].kind.isLeaf { low -= 1 }
    return Syntax(tree: self, index: low)
  }
}
