/// A list: lines that begin with the same marker. A nested list is in an item of the outer one.
///
///     * one
///     ** below it
///     * two
public struct ListSyntax: SyntaxNode {
  /// `list`
  public static let kinds: SyntaxKindSet = [.list]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// Which of the three lists of HTML it is.
  public var listKind: ListKind { ListKind(rawValue: UInt8(truncatingIfNeeded: syntax.detail)) ?? .unordered }

  /// The items, in source order.
  public var items: [ListItemSyntax] { syntax.children(ListItemSyntax.self) }
}
