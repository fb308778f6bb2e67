/// One part of a file link or of a line of a gallery: an option, or the caption.
///
///     [[File:Isar.jpg|thumb|alt=A river|The Isar]]   // thumbnail; alt with a value; a caption
public struct FileOptionSyntax: SyntaxNode {
  /// `linkText`
  public static let kinds: SyntaxKindSet = [.linkText]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The option by the wiki's image keywords; nil for a caption.
  public var option: ImageOption? { match?.option }

  /// The value of an option that has one: `A river` of `alt=A river`, `120` of `120px`.
  public var value: String? {
    guard let range = match?.parameter else { return nil }
    return String(decoding: syntax.tree.source[range], as: UTF8.self)
  }

  /// The bytes behind the pipe, without the white space around them.
  public var contentRange: SourceRange {
    let range = syntax.range
    let start = syntax.requiredChild(.delimiter).range.end
    return syntax.tree.trimmed(start..<range.end)
  }

  /// What a reader sees of a caption, as ``Syntax/plainText``.
  public var plainText: String { syntax.plainText }

  private var match: (option: ImageOption, parameter: Range<Int>?)? {
    let source = syntax.tree.source
    return syntax.tree.configuration.imageOption(matching: source.span, in: contentRange.offsets)
  }
}
