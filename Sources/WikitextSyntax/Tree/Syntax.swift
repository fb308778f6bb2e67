/// A node of a syntax tree: the tree and an index into it.
///
/// Cheap to copy (one reference and one integer). Typed wrappers such as `TemplateSyntax` hold one of these and
/// nothing else; ``kind`` says which wrapper fits.
public struct Syntax: Sendable {
  /// The tree that the node belongs to.
  public let tree: SyntaxTree
  let index: Int

  init(tree: SyntaxTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  @inline(__always)
  var record: SyntaxRecord { tree.records[index] }

  /// The node's number in preorder.
  public var id: NodeID { NodeID(index) }
  /// What the node is.
  public var kind: SyntaxKind { record.kind }
  /// What is broken or special about it.
  public var flags: SyntaxFlags { record.flags }
  /// What the kind says it is: heading level, marker, namespace, tag number; 0 elsewhere.
  public var detail: Int { Int(record.detail) }

  /// The bytes of the source that the node covers.
  public var range: SourceRange {
    let record = record
    return SourceRange(start: Int(record.start), end: Int(tree.records[Int(record.next)].start))
  }

  /// The node as written. Bytes that are not UTF-8 come out as U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
  /// The node as written, in bytes.
  public var bytes: ArraySlice<UInt8> { tree.source[range.offsets] }

  /// The nodes directly below this one, in source order.
  public var children: SyntaxChildren { SyntaxChildren(parent: self) }

  /// All nodes below this one, in preorder.
  public var descendants: SyntaxDescendants { SyntaxDescendants(root: self) }

  /// The first child of this kind.
  ///
  /// - Complexity: O(number of children); subtrees are skipped, not visited.
  public func firstChild(_ kind: SyntaxKind) -> Syntax? {
    for child in children where child.kind == kind { return child }
    return nil
  }
}

extension Syntax: Hashable {
  /// Whether both are the same node of the same tree.
  public static func == (lhs: Syntax, rhs: Syntax) -> Bool { lhs.tree === rhs.tree && lhs.index == rhs.index }

  /// Hashes the tree's identity and the node's number.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(tree))
    hasher.combine(index)
  }
}

/// The direct children of a node.
public struct SyntaxChildren: Sequence, Sendable {
  let parent: Syntax

  /// An iterator over the children.
  public func makeIterator() -> Iterator {
    Iterator(
      tree: parent.tree,
      index: parent.kind.isLeaf ? parent.index : parent.index + 1,
      end: parent.kind.isLeaf ? parent.index : Int(parent.record.next)
    )
  }

  /// Steps from child to child; each step is one load.
  public struct Iterator: IteratorProtocol {
    let tree: SyntaxTree
    var index: Int
    let end: Int

    /// The next child, or nil at the end.
    public mutating func next() -> Syntax? {
      guard index < end else { return nil }
      defer { index = Int(tree.records[index].next) }
      return Syntax(tree: tree, index: index)
    }
  }
}

/// All nodes below a node, in preorder.
public struct SyntaxDescendants: Sequence, Sendable {
  let root: Syntax

  /// An iterator over the descendants.
  public func makeIterator() -> Iterator {
    Iterator(tree: root.tree, index: root.index + 1, end: Int(root.record.next))
  }

  /// Steps through the records; each step is one addition.
  public struct Iterator: IteratorProtocol {
    let tree: SyntaxTree
    var index: Int
    let end: Int

    /// The next node, or nil at the end.
    public mutating func next() -> Syntax? {
      guard index < end else { return nil }
      defer { index += 1 }
      return Syntax(tree: tree, index: index)
    }
  }
}
