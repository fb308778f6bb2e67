/// One `|…` of a template or parser function, named or not.
///
///     {{Infobox river| name = Isar |Munich}}   // "name", and one without a name
///
/// The first argument of a parser function, which follows its colon, is one too.
public struct TemplateArgumentSyntax: SyntaxNode {
  /// `argument`
  public static let kinds: SyntaxKindSet = [.argument]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The name without comments and the white space around it; nil for an argument that only has a number.
  ///
  /// The number depends on the arguments before it: see ``TemplateSyntax/namedArguments``.
  public var name: String? { nameSyntax?.trimmedText }

  /// The node of the name.
  public var nameSyntax: Syntax? { syntax.firstChild(.argumentName) }

  /// Whether the argument has no name.
  public var isPositional: Bool { nameSyntax == nil }

  /// The node of the value; empty in `|name=`.
  public var value: Syntax { syntax.requiredChild(.argumentValue) }

  /// The value as a template gets it: without comments, and, where the argument is named, without the white space
  /// around it. White space of an argument without a name counts.
  public var valueText: String { isPositional ? value.textWithoutComments : value.trimmedText }

  /// The bytes of the value: of a named argument those without the white space around it.
  ///
  /// Where a named argument has no more than white space, the range is empty and behind the blanks of the first line.
  public var valueRange: SourceRange {
    let range = value.range
    if isPositional { return range }
    let trimmed = value.trimmedRange
    guard trimmed.isEmpty else { return trimmed }
    let source = syntax.tree.source
    let blanksEnd = Bytes.skipBlanks(source.span, from: range.start, to: range.end)
    return SourceRange(start: blanksEnd, end: blanksEnd)
  }

  /// Name, equals sign and value in one, without comments and the white space around them: what a function gets that
  /// knows no names.
  public var fullText: String {
    guard let name = nameSyntax else { return value.trimmedText }
    return Bytes.trimmedText(
      (name.bytesWithoutComments + [UInt8(ascii: "=")] + value.bytesWithoutComments)[...]
    )
  }
}
