/// Lines that begin with a space, shown as they stand.
///
///      one
///      two
public struct PreformattedSyntax: SyntaxNode {
  /// `preformatted`
  public static let kinds: SyntaxKindSet = [.preformatted]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// What a reader sees, as ``Syntax/plainText``, without the space that begins each line.
  public var plainText: String { syntax.plainText }
}
