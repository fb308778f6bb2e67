/// Walks a tree from top to bottom, in source order.
///
///     struct TemplateNames: SyntaxWalker {
///       var names: [String] = []
///       mutating func visitTemplate(_ node: TemplateSyntax) { names.append(node.name) }
///     }
///
///     var walker = TemplateNames()
///     walker.walk(tree.root)
///
/// Nodes are entered before their children and left after them. The walk keeps a stack of its own and never recurses,
/// however deep the page.
public protocol SyntaxWalker: SyntaxVisitor where Result == Void {
  /// Called for every node before its children; `ancestors` are the nodes above it in the walk. Unless implemented
  /// otherwise, it visits the node and goes on with its children.
  mutating func enter(_ node: Syntax, below ancestors: SyntaxPath) -> SyntaxWalkerStep

  /// Called for every node that was entered, leaves too, after its children.
  mutating func leave(_ node: Syntax, below ancestors: SyntaxPath)
}

/// How a walk goes on behind a node it has entered.
public enum SyntaxWalkerStep: Sendable, Hashable {
  /// With the node's children.
  case intoChildren
  /// With what follows the node.
  case overChildren
  /// Not at all; what is open is left.
  case stop
}

extension SyntaxWalker {
  /// Does nothing.
  public mutating func visitDefault(_ node: Syntax) {}

  /// Visits the node and goes on with its children.
  public mutating func enter(_ node: Syntax, below ancestors: SyntaxPath) -> SyntaxWalkerStep {
    visit(node)
    return .intoChildren
  }

  /// Does nothing.
  public mutating func leave(_ node: Syntax, below ancestors: SyntaxPath) {}

  /// Walks a node and all below it.
  ///
  /// - Complexity: O(number of nodes), with a stack of the depth of the tree.
  public mutating func walk(_ root: Syntax) {
    let tree = root.tree
    var path = SyntaxPath(tree: tree)
    var index = root.index
    let end = Int(root.record.next)
    while index < end {
      leave(upTo: index, &path)
      let node = Syntax(tree: tree, index: index)
      switch enter(node, below: path) {
      case .intoChildren:
        if node.kind.isLeaf {
          leave(node, below: path)
        } else {
          path.indices.append(index)
        }
        index += 1
      case .overChildren:
        leave(node, below: path)
        index = Int(node.record.next)
      case .stop:
        leave(node, below: path)
        index = end
      }
    }
    leave(upTo: Int.max, &path)
  }

  /// Leaves the nodes on the path that end at or before a record.
  private mutating func leave(upTo index: Int, _ path: inout SyntaxPath) {
    while let last = path.parent, Int(last.record.next) <= index {
      path.indices.removeLast()
      leave(last, below: path)
    }
  }
}
