/// A typed view of a node of the tree: one ``Syntax`` and what its kind lets one ask.
///
///     for template in tree.root.descendants(TemplateSyntax.self) {
///       print(template.name, template.arguments.count)
///     }
public protocol SyntaxNode: Sendable, Hashable {
  /// The kinds of nodes that the type is a view of.
  static var kinds: SyntaxKindSet { get }
  /// The node.
  var syntax: Syntax { get }
  /// The view of a node; nil when the node is of another kind.
  init?(_ syntax: Syntax)
}

extension SyntaxNode {
  /// The bytes of the source that the node covers.
  public var range: SourceRange { syntax.range }
  /// The node as written. Bytes that are not UTF-8 come out as U+FFFD.
  public var text: String { syntax.text }
  /// Whether the construct has its closing mark, and was not ended by its surroundings.
  public var isClosed: Bool { !syntax.flags.contains(.missingClose) }
}

extension Syntax {
  /// The node as the type, or nil when it is of another kind.
  public func `as`<Typed: SyntaxNode>(_ type: Typed.Type) -> Typed? { Typed(self) }

  /// Whether the node is of one of the type's kinds.
  public func `is`<Typed: SyntaxNode>(_ type: Typed.Type) -> Bool { Typed.kinds.contains(kind) }

  /// The nodes of this type below this one, at any depth, in source order.
  ///
  /// - Complexity: O(number of nodes below); a step looks at one byte of a record.
  public func descendants<Typed: SyntaxNode>(_ type: Typed.Type) -> TypedDescendants<Typed> {
    TypedDescendants(root: self)
  }

  /// The nodes of this type directly below this one, in source order.
  ///
  /// - Complexity: O(number of children); subtrees are skipped, not visited.
  public func children<Typed: SyntaxNode>(_ type: Typed.Type) -> [Typed] { children.compactMap(Typed.init) }

  /// The first child of this type.
  ///
  /// - Complexity: O(number of children); subtrees are skipped, not visited.
  public func firstChild<Typed: SyntaxNode>(_ type: Typed.Type) -> Typed? {
    for child in children {
      if let node = Typed(child) { return node }
    }
    return nil
  }
}

/// The nodes of one type below a node, in preorder.
public struct TypedDescendants<Typed: SyntaxNode>: Sequence, Sendable {
  let root: Syntax

  /// An iterator over the nodes.
  public func makeIterator() -> Iterator {
    Iterator(tree: root.tree, index: root.index + 1, end: Int(root.record.next), kinds: Typed.kinds)
  }

  /// Steps through the records, and makes nodes of those that fit only.
  public struct Iterator: IteratorProtocol {
    let tree: SyntaxTree
    var index: Int
    let end: Int
    let kinds: SyntaxKindSet

    /// The next node, or nil at the end.
    public mutating func next() -> Typed? {
      while index < end {
        let here = index
        index += 1
        if kinds.contains(tree.records[here].kind), let node = Typed(Syntax(tree: tree, index: here)) { return node }
      }
      return nil
    }
  }
}
