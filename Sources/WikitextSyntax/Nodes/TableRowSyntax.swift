/// A row of a table: what follows `|-`, or the cells before the first one.
///
///     |- style="color: red"
///     ! Name
///     | Isar || 295
public struct TableRowSyntax: SyntaxNode {
  /// `tableRow`
  public static let kinds: SyntaxKindSet = [.tableRow]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The attributes behind `|-`.
  public var attributes: [AttributeSyntax] { syntax.children(AttributeSyntax.self) }

  /// The value of an attribute, by its name in lower case: of several the last.
  public func attribute(named name: String) -> String? { attributes.value(named: name) }

  /// The cells, in source order.
  public var cells: [TableCellSyntax] { syntax.children(TableCellSyntax.self) }
}
