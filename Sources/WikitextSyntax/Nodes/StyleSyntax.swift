/// Bold or italic text in apostrophes.
///
///     '''bold''' and ''italic''
///
/// Where marks overlap, one of the styles is cut in two: the second piece has ``SyntaxFlags/missingOpen``.
public struct StyleSyntax: SyntaxNode {
  /// `bold`, `italic`
  public static let kinds: SyntaxKindSet = [.bold, .italic]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// Whether it is bold, not italic.
  public var isBold: Bool { syntax.kind == .bold }

  /// The bytes between the marks; a mark that is missing has none.
  public var contentRange: SourceRange { syntax.rangeBetweenMarks }

  /// What a reader sees of it, as ``Syntax/plainText``.
  public var plainText: String { syntax.plainText }
}
