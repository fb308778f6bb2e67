/// A tag of an extension with its content, as wikitext or raw.
///
///     <ref name="Atlas">{{cite book|…}}</ref>   <math>x^2</math>   <references />
public struct ExtensionTagSyntax: SyntaxNode {
  /// `extensionTag`
  public static let kinds: SyntaxKindSet = [.extensionTag]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The name in lower case: `ref`.
  public var name: String { definition.name }

  /// What the site's configuration says about the tag.
  public var definition: ExtensionTag { syntax.tree.configuration.extensionTags[syntax.detail] }

  /// The start tag.
  public var startTag: TagSyntax? { syntax.firstChild(TagSyntax.self) }

  /// Whether it is written `<ref … />`, without content.
  public var isSelfClosing: Bool { startTag?.isSelfClosing ?? false }

  /// The attributes, in source order.
  public var attributes: [AttributeSyntax] { startTag?.attributes ?? [] }

  /// The value of an attribute, by its name in lower case: of several the last.
  public func attribute(named name: String) -> String? { attributes.value(named: name) }

  /// The nodes between the tags: one `rawText` where the content is no wikitext.
  public var content: [Syntax] { syntax.children(in: contentRange) }

  /// The bytes between the tags.
  public var contentRange: SourceRange { syntax.rangeBetweenTags }

  /// The content as written.
  public var contentText: String { String(decoding: syntax.tree.source[contentRange.offsets], as: UTF8.self) }

  /// The lines of a gallery.
  public var galleryItems: [GalleryItemSyntax] { syntax.children(GalleryItemSyntax.self) }
}
