/// The caption of a table.
///
///     |+ style="color: red" | Rivers
public struct TableCaptionSyntax: SyntaxNode {
  /// `tableCaption`
  public static let kinds: SyntaxKindSet = [.tableCaption]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The attributes before the content.
  public var attributes: [AttributeSyntax] { syntax.children(AttributeSyntax.self) }

  /// The nodes of the content.
  public var content: [Syntax] { syntax.children(in: contentRange) }

  /// The bytes behind the marks and attributes, with the white space around them.
  public var contentRange: SourceRange { syntax.rangeBehindCellMarks }

  /// What a reader sees of the content, as ``Syntax/plainText``, without the white space around it.
  public var plainText: String { syntax.plainText(fromOffset: contentRange.start) }
}
