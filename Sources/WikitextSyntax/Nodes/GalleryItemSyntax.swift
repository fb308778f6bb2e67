/// One line of a gallery.
///
///     File:Isar.jpg|alt=A river|The [[Isar]]
public struct GalleryItemSyntax: SyntaxNode {
  /// `galleryItem`
  public static let kinds: SyntaxKindSet = [.galleryItem]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The file as written, without comments and the white space around it: `File:Isar.jpg`.
  public var target: String { LinkTargetSyntax(syntax).written }

  /// The file with its prefix, if it has one, references decoded, underscores as spaces.
  public var title: String { LinkTargetSyntax(syntax).title }

  /// The parts behind the name: options and the caption.
  public var options: [FileOptionSyntax] { syntax.children(FileOptionSyntax.self) }

  /// The caption: the last part that is no option, or nil.
  public var caption: FileOptionSyntax? { options.last { $0.option == nil } }

  /// The value of an option that has one: of several the last.
  public func value(of option: ImageOption) -> String? { options.last { $0.option == option }?.value }
}
