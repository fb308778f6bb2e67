import WikitextDocument
import WikitextSyntax

/// Wikitext in attributes: the caption of a gallery, the details of a reference.
extension HTMLWriter {
  /// A fragment may hold attributes with wikitext again, but not without end.
  private static let maximumFragmentDepth = 2

  /// Writes wikitext that stands in the value of an attribute.
  ///
  /// It is read by itself: its references are not the page's.
  mutating func writeFragment(_ wikitext: [UInt8]) {
    guard fragmentDepth < HTMLWriter.maximumFragmentDepth else { return appendText(wikitext) }
    let fragment = Document(fragment: wikitext, configuration: document.configuration)
    let page = (document, records, pool, citations, headings, contentsPlace)
    (document, records, pool, citations) = (fragment, fragment.records, fragment.pool, CitationList(fragment))
    headings = HeadingIDs(fragment, modes: options.fragmentModes)
    contentsPlace = nil
    fragmentDepth += 1
    writeChildren(of: fragment.fragmentRoot)
    fragmentDepth -= 1
    (document, records, pool, citations, headings, contentsPlace) = page
  }
}
