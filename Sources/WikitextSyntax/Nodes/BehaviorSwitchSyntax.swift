/// A switch for the whole page.
///
///     __NOTOC__
public struct BehaviorSwitchSyntax: SyntaxNode {
  /// `behaviorSwitch`
  public static let kinds: SyntaxKindSet = [.behaviorSwitch]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The switch: `notoc`.
  public var word: MagicWord { MagicWord(id: UInt16(truncatingIfNeeded: syntax.detail)) }
}
