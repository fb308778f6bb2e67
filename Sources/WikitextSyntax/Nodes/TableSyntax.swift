/// A table.
///
///     {| class="wikitable"
///     |+ Rivers
///     ! Name !! Length
///     |-
///     | Isar || 295
///     |}
public struct TableSyntax: SyntaxNode {
  /// `table`
  public static let kinds: SyntaxKindSet = [.table]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The attributes behind `{|`.
  public var attributes: [AttributeSyntax] { syntax.children(AttributeSyntax.self) }

  /// The value of an attribute, by its name in lower case: of several the last.
  public func attribute(named name: String) -> String? { attributes.value(named: name) }

  /// The caption; of several the first.
  public var caption: TableCaptionSyntax? { syntax.firstChild(TableCaptionSyntax.self) }

  /// The rows, in source order, with those that hold no cell.
  ///
  /// - Complexity: O(number of rows); cells are skipped, not visited.
  public var rows: [TableRowSyntax] { syntax.children(TableRowSyntax.self) }
}
