/// One item of a list.
///
///     ;term:description   // two items
public struct ListItemSyntax: SyntaxNode {
  /// `listItem`
  public static let kinds: SyntaxKindSet = [.listItem]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The marker of the item in its own list: `*`, `#`, `;` or `:`.
  public var marker: Character { Character(Unicode.Scalar(UInt8(truncatingIfNeeded: syntax.detail))) }

  /// Whether it is the term of a definition list.
  public var isTerm: Bool { marker == ";" }

  /// The nodes of the item behind its markers, nested lists included.
  public var content: [Syntax] { syntax.children.filter { $0.kind != .delimiter || $0.flags.contains(.stray) } }

  /// The lists nested in the item.
  public var lists: [ListSyntax] { syntax.children(ListSyntax.self) }
}
