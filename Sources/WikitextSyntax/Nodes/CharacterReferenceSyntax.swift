/// A character written by name or number.
///
///     &amp; &#60; &#x3C;
public struct CharacterReferenceSyntax: SyntaxNode {
  /// `characterReference`
  public static let kinds: SyntaxKindSet = [.characterReference]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// What it stands for: `&`.
  public var value: String { CharacterReference.decodedText(syntax.bytes) }
}
