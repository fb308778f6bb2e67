/// A start tag, of an HTML element or an extension.
///
///     <div class="a" id=b>   <br />   <ref name="Atlas">
public struct TagSyntax: SyntaxNode {
  /// `startTag`
  public static let kinds: SyntaxKindSet = [.startTag]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The name as written: `div`, `BR`.
  public var name: String { String(decoding: syntax.requiredChild(.delimiter).bytes.dropFirst(), as: UTF8.self) }

  /// Whether it ends in `/>`.
  public var isSelfClosing: Bool { syntax.flags.contains(.selfClosing) }

  /// The attributes, in source order.
  public var attributes: [AttributeSyntax] { syntax.children(AttributeSyntax.self) }

  /// The value of an attribute, by its name in lower case: of several the last.
  public func attribute(named name: String) -> String? { attributes.value(named: name) }
}
