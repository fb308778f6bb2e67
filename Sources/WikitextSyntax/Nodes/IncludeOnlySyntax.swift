/// What counts only where the page is transcluded.
///
///     <includeonly>[[Category:Rivers]]</includeonly>
public struct IncludeOnlySyntax: SyntaxNode {
  /// `includeOnly`
  public static let kinds: SyntaxKindSet = [.includeOnly]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The nodes between the tags.
  public var content: [Syntax] { syntax.children(in: contentRange) }

  /// The bytes between the tags.
  public var contentRange: SourceRange { syntax.rangeBetweenTags }
}
