/// A place in a template where an argument of its call goes.
///
///     {{{name|default}}}
public struct ParameterReferenceSyntax: SyntaxNode {
  /// `parameterReference`
  public static let kinds: SyntaxKindSet = [.parameterReference]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The name of the argument without comments and the white space around it; a number for one without a name.
  public var name: String { syntax.requiredChild(.transclusionName).trimmedText }

  /// What stands there when the call has no such argument; nil when there is no pipe.
  ///
  /// `{{{name|}}}` has an empty default. What follows a second pipe means nothing.
  public var defaultValue: Syntax? { syntax.firstChild(.argument)?.requiredChild(.argumentValue) }

  /// The default as written, with its white space, without comments.
  public var defaultText: String? { defaultValue?.textWithoutComments }
}
