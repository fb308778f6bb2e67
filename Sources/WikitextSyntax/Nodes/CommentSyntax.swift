/// A comment.
///
///     <!-- for editors -->
public struct CommentSyntax: SyntaxNode {
  /// `comment`
  public static let kinds: SyntaxKindSet = [.comment]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// What is between the marks, as written.
  public var content: String {
    String(decoding: syntax.bytes.dropFirst(4).dropLast(isClosed ? 3 : 0), as: UTF8.self)
  }
}
