/// A call of a template.
///
///     {{Infobox river|name=Isar|length={{convert|295|km}}}}
public struct TemplateSyntax: SyntaxNode {
  /// `template`
  public static let kinds: SyntaxKindSet = [.template]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The name of the template without comments and the white space around it: `Infobox river`.
  ///
  /// As written otherwise: with its prefix `Template:` or `subst:`, if it has one, and with the source of templates
  /// in it.
  /// - Complexity: O(length of the name).
  public var name: String { nameSyntax.trimmedText }

  /// All that is written between `{{` and the first pipe.
  public var rawName: String { nameSyntax.text }

  /// The node of the name.
  public var nameSyntax: Syntax { syntax.requiredChild(.transclusionName) }

  /// The arguments of the call, in source order.
  ///
  ///     {{Infobox river|name=Isar|length={{convert|295|km}}}}   // name, length
  ///
  /// A repeated name appears twice; MediaWiki uses the last one (see ``argument(named:)``).
  /// - Complexity: O(number of arguments); nested templates are skipped, not visited.
  public var arguments: [TemplateArgumentSyntax] { syntax.children(TemplateArgumentSyntax.self) }

  /// The arguments with the names by which a template asks for them: those without a name are numbered from 1.
  ///
  /// A named argument takes no number: in `{{t|a|x=b|c}}` the names are `1`, `x` and `2`.
  /// - Complexity: O(number of arguments + length of their names).
  public var namedArguments: [(name: String, argument: TemplateArgumentSyntax)] {
    var position = 0
    return arguments.map { argument in
      if let name = argument.name { return (name, argument) }
      position += 1
      return (String(position), argument)
    }
  }

  /// The argument that the template gets under a name, which may be a number: of several the last.
  ///
  ///     {{t|a|2=b|c}}   // "1" is a; "2" is c, which comes after b
  ///
  /// - Complexity: O(number of arguments + length of their names).
  public func argument(named name: String) -> TemplateArgumentSyntax? {
    namedArguments.last { $0.name == name }?.argument
  }
}
