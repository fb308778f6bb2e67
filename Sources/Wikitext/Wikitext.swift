/// Everything that a program needs to read wikitext: the syntax tree, the document, the article, the writers.
///
///     import Wikitext
///
///     let document = Document(wikitext: "{{Infobox river|name=Isar}}")
///     document.infoboxes[0]["name"]?.text    // "Isar"
@_exported public import PageReaders
@_exported public import WikitextDocument
@_exported public import WikitextFormatter
@_exported public import WikitextNormalizer
@_exported public import WikitextReports
@_exported public import WikitextSyntax
@_exported public import WikitextValidator
@_exported public import WikitextWriters

/// The engine as a whole.
public enum WikitextEngine {
  /// The version, as manifests and `wikitext --version` give it.
  public static let version = "0.1.0"
}
