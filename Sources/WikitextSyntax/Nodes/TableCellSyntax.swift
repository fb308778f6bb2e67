/// A cell of a table, header or not.
///
///     | colspan="2" | Isar
///     ! Name
public struct TableCellSyntax: SyntaxNode {
  /// `tableCell`, `tableHeaderCell`
  public static let kinds: SyntaxKindSet = [.tableCell, .tableHeaderCell]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// Whether it is a header.
  public var isHeader: Bool { syntax.kind == .tableHeaderCell }

  /// The attributes before the content.
  public var attributes: [AttributeSyntax] { syntax.children(AttributeSyntax.self) }

  /// The value of an attribute, by its name in lower case: of several the last.
  public func attribute(named name: String) -> String? { attributes.value(named: name) }

  /// The nodes of the content.
  public var content: [Syntax] { syntax.children(in: contentRange) }

  /// The bytes behind the marks and attributes, with the white space around them.
  public var contentRange: SourceRange { syntax.rangeBehindCellMarks }

  /// What a reader sees of the content, as ``Syntax/plainText``, without the white space around it.
  public var plainText: String { syntax.plainText(fromOffset: contentRange.start) }
}
