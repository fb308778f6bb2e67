public import WikitextSyntax

/// What a page cites.
public struct Bibliography: Sendable, Hashable {
  /// The works, in the order of the page.
  public var items: [BibliographicItem] = []
  /// The short references ("Smith 1999, p. 3"), in the order of the page.
  public var shortReferences: [ShortReference] = []

  /// Nothing.
  public init() {}
}

/// A reference that names its work in short.
public struct ShortReference: Sendable, Hashable {
  /// How it names the work.
  public enum Kind: Sendable, Hashable {
    /// By names and year: `{{sfn|Smith|1999|p=3}}`.
    case harvard
    /// By the name of a reference: `{{r|smith}}`.
    case named
    /// Not at all: it tells the pages of the reference before it: `{{rp|3}}`.
    case pages
  }

  /// How it names the work.
  public var kind: Kind
  /// The names that it gives.
  public var authors: [String] = []
  /// The year that it gives, with its letter.
  public var year: String?
  /// What ties it to its work: an ``BibliographicItem/anchor``, or the name of a reference.
  public var key: String
  /// The passage: pages, chapter, paragraph.
  public var locator: String?
  /// The work, by its place in ``Bibliography/items``.
  public var item: Int?
  /// Whether the page itself ties it to ``item``; false where the same name and year, on this page no other's, tell.
  public var isTied = true
  /// The reference that it leads to, by its number in `Document.references`.
  public var target: Int?
  /// The call in the source.
  public var range: SourceRange
  /// The template's name.
  public var template: String
  /// The reference that it stands in, by its number; nil where it is its own.
  public var reference: Int?

  /// Whether nothing on the page is what it names.
  public var isUnresolved: Bool { item == nil && target == nil }
}
