public import WikitextSyntax

/// A part of a rendered page that is not the article: it stands in the page and in no node.
public struct Furniture: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The site's name, its tagline, menus, "Jump to navigation", the footer.
    case site
    /// "[edit]" behind a heading.
    case editLink = "edit_link"
    /// The table of contents.
    case contents
    /// A box of links to related pages, below the article or beside it.
    case navigation
    /// A notice about the article: it needs references, it is a stub.
    case notice
    /// A line above the article that leads to others of a like name.
    case hatnote
    /// Text that the page does not show: sort keys, metadata.
    case hidden
    /// Styles and scripts.
    case program
    /// The arrow and letters before a reference that lead back to its marks.
    case backlink
  }

  /// What it is.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange

  /// A part of a page.
  ///
  /// - Parameters:
  ///   - kind: what it is.
  ///   - range: where it stands.
  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
