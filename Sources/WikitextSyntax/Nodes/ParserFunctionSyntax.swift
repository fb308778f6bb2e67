/// A call of a parser function.
///
///     {{#if: {{{name|}}} | yes | no}}
///     {{DEFAULTSORT:Isar}}
public struct ParserFunctionSyntax: SyntaxNode {
  /// `parserFunction`
  public static let kinds: SyntaxKindSet = [.parserFunction]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The function: `if`, `defaultsort`.
  public var function: MagicWord { MagicWord(id: UInt16(truncatingIfNeeded: syntax.detail)) }

  /// The name as the page spells it, in its language and case: `#if`, `SORTIERUNG`.
  public var name: String { syntax.requiredChild(.transclusionName).trimmedText }

  /// The arguments: first the one behind the colon, then one for each pipe.
  ///
  /// Most functions trim their arguments and know no names; ``TemplateArgumentSyntax/fullText`` is what they get.
  /// - Complexity: O(number of arguments); nested templates are skipped, not visited.
  public var arguments: [TemplateArgumentSyntax] { syntax.children(TemplateArgumentSyntax.self) }
}
