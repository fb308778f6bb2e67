/// The redirect at the start of a page.
///
///     #REDIRECT [[Isar]]
public struct RedirectSyntax: SyntaxNode {
  /// `redirect`
  public static let kinds: SyntaxKindSet = [.redirect]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The link to where it leads.
  public var target: WikilinkSyntax? { syntax.firstChild(WikilinkSyntax.self) }
}
