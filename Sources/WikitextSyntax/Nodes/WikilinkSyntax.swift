/// A link in double brackets, of any of the five kinds.
///
///     [[Isar]]s  [[Munich#History|a text]]  [[Category:Rivers|Isar]]  [[File:Isar.jpg|thumb]]  [[de:Isar]]  [[wikt:river]]
///
/// ``FileLinkSyntax`` says more about files.
public struct WikilinkSyntax: SyntaxNode {
  /// `wikilink`, `fileLink`, `categoryLink`, `languageLink`, `interwikiLink`
  public static let kinds: SyntaxKindSet = [.wikilink, .fileLink, .categoryLink, .languageLink, .interwikiLink]
  /// The node.
  public let syntax: Syntax

  /// The view of a node; nil when the node is of another kind.
  public init?(_ syntax: Syntax) {
    guard Self.kinds.contains(syntax.kind) else { return nil }
    self.syntax = syntax
  }

  /// The target as written, without comments and the white space around it: `:Category:Rivers_of_Bavaria#A`.
  public var target: String { parts.written }

  /// The page that the link leads to: the target without leading colon and fragment, references decoded, underscores
  /// as spaces; with its prefix, unless that means the wiki itself, and in the case in which it is written.
  ///
  /// Empty for `[[#History]]`.
  public var title: String { parts.title }

  /// ``title`` without the prefix of its namespace, language or wiki.
  public var pageName: String {
    let parts = parts
    return hasPrefix ? parts.split?.name ?? parts.title : parts.title
  }

  /// The name of the namespace, language or wiki, as written: `Category`, `de`; nil for a plain link.
  public var prefix: String? { hasPrefix ? parts.split?.prefix : nil }

  /// The number of the namespace; 0 for links to other wikis.
  public var namespace: Int { Int(Int16(truncatingIfNeeded: syntax.detail)) }

  /// What follows the `#`, underscores as spaces; nil when there is none.
  public var fragment: String? { parts.fragment }

  /// The bytes of the target without the white space around it.
  public var targetRange: SourceRange { targetSyntax.trimmedRange }

  /// The node of the target.
  public var targetSyntax: Syntax { syntax.requiredChild(.linkTarget) }

  /// The node of the text, with the pipe before it; nil when the link has none.
  ///
  /// Of a category it is the sort key; of a file the first of its ``FileLinkSyntax/options``.
  public var textSyntax: Syntax? { syntax.firstChild(.linkText) }

  /// The letters behind the brackets that belong to the text: the `s` of `[[river]]s`. Often empty.
  public var trail: String { syntax.firstChild(.linkTrail)?.text ?? "" }

  /// What a reader sees, as ``Syntax/plainText``, with the trail.
  public var displayedText: String { (textSyntax?.plainText ?? parts.displayed) + trail }

  private var hasPrefix: Bool { syntax.kind != .wikilink || namespace != Namespace.main }
  private var parts: LinkTargetSyntax { LinkTargetSyntax(syntax) }
}
