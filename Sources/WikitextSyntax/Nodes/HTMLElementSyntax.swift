/// An HTML element with its content.
///
///     <span class="a">text</span>
///
/// A start tag with no end tag, as `<br>` or a `<div>` that is never closed, is a ``TagSyntax`` and no element.
public struct HTMLElementSyntax: SyntaxNode {
  /// `htmlElement`
  public static let kinds: SyntaxKindSet = [.htmlElement]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The element.
  public var tag: HTMLTag? { HTMLTag(rawValue: UInt8(truncatingIfNeeded: syntax.detail)) }

  /// The start tag.
  public var startTag: TagSyntax? { syntax.firstChild(TagSyntax.self) }

  /// The attributes of the start tag.
  public var attributes: [AttributeSyntax] { startTag?.attributes ?? [] }

  /// The value of an attribute, by its name in lower case: of several the last.
  public func attribute(named name: String) -> String? { attributes.value(named: name) }

  /// The nodes between the tags.
  public var content: [Syntax] { syntax.children(in: contentRange) }

  /// The bytes between the tags.
  public var contentRange: SourceRange { syntax.rangeBetweenTags }
}
