/// What a page is written in.
public enum Dialect: String, Sendable, Hashable, CaseIterable {
  /// The source of a MediaWiki page.
  case wikitext
  /// A rendered page.
  case html
  /// A rendered page flattened to plain text, as text extractors leave it.
  case pageText = "page-text"
}
