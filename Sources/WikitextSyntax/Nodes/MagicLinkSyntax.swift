/// A number that MediaWiki makes a link.
///
///     ISBN 978-3-16-148410-0   RFC 2606   PMID 12345
public struct MagicLinkSyntax: SyntaxNode {
  /// `magicLink`
  public static let kinds: SyntaxKindSet = [.magicLink]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The kind of number: `ISBN`, `RFC` or `PMID`.
  public var scheme: String { String(decoding: syntax.bytes.prefix { Bytes.isLetter($0) }, as: UTF8.self) }

  /// The number without blanks and hyphens: digits, and the X of an ISBN.
  public var number: String {
    let decoded = CharacterReference.decodingAll(in: syntax.bytes).drop { Bytes.isLetter($0) }
    return String(decoding: decoded.filter { Bytes.isDigit($0) || Bytes.isLetter($0) }, as: UTF8.self).uppercased()
  }
}
