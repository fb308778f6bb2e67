/// Text that depends on the variant of the language.
///
///     -{zh-hans:计算机; zh-hant:電腦}-   -{A|zh-cn:a; zh-tw:b}-   -{text that is not converted}-
public struct LanguageVariantSyntax: SyntaxNode {
  /// `languageVariant`
  public static let kinds: SyntaxKindSet = [.languageVariant]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The bytes between the marks.
  public var contentRange: SourceRange { syntax.rangeBetweenMarks }

  /// The flags before the first pipe, trimmed: `["A"]`, `["zh-hans", "zh-hant"]`; empty when there is no pipe.
  public var variantFlags: [String] {
    let pipe = syntax.children.first { $0.kind == .delimiter && $0.text == "|" }
    guard let pipe else { return [] }
    let flags = syntax.tree.source[contentRange.start..<pipe.range.start]
    return flags.split(separator: UInt8(ascii: ";")).map { Bytes.trimmedText($0) }
  }
}
