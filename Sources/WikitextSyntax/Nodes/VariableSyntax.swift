/// A variable of MediaWiki: a word between braces that is no template.
///
///     {{PAGENAME}} {{!}} {{CURRENTYEAR}}
public struct VariableSyntax: SyntaxNode {
  /// `variable`
  public static let kinds: SyntaxKindSet = [.variable]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The variable: `pagename`, `!`.
  public var variable: MagicWord { MagicWord(id: UInt16(truncatingIfNeeded: syntax.detail)) }

  /// The name as the page spells it, in its language and case: `SEITENNAME`.
  public var name: String { syntax.requiredChild(.transclusionName).trimmedText }
}
