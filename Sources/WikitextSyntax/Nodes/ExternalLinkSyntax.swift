/// A link by address, in brackets or bare.
///
///     [https://example.org a text]  [https://example.org]  https://example.org
public struct ExternalLinkSyntax: SyntaxNode {
  /// `externalLink`, `autolink`
  public static let kinds: SyntaxKindSet = [.externalLink, .autolink]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// Whether the link is in brackets.
  public var isBracketed: Bool { syntax.kind == .externalLink }

  /// The address, with character references decoded. Templates in it are as written.
  public var url: String { CharacterReference.decodedText(urlSyntax.bytesWithoutComments) }

  /// The node of the address: of a bare link the link itself.
  public var urlSyntax: Syntax { isBracketed ? syntax.requiredChild(.url) : syntax }

  /// The bytes of the text behind the address, without the white space around it; nil when there is none.
  public var labelRange: SourceRange? {
    guard isBracketed else { return nil }
    let start = urlSyntax.range.end
    let end = max(start, syntax.rangeBetweenMarks.end)
    let trimmed = syntax.tree.trimmed(start..<end)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// What a reader sees of the text, as ``Syntax/plainText``; nil when there is none, and the link shows a number or
  /// its address.
  public var label: String? {
    labelRange == nil ? nil : Bytes.trimmedText(Array(syntax.plainText.utf8)[...])
  }
}
