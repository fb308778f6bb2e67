import WikitextDocument

extension Normalizer {
  /// What makes text of the nodes of a document.
  func textBuilder(for document: Document) -> ValueTextBuilder {
    ValueTextBuilder(document: document, packs: packs, countries: countries, decimal: decimal, grammar: grammar)
  }

  /// What a page says of itself as a whole.
  mutating func facts(of document: Document, _ infoboxes: [TypedInfobox]) -> PageFacts {
    var reader = PageReader(document, textBuilder(for: document))
    reader.readNodes(&pageTemplates)
    if document.dialect != .wikitext { reader.readShownCoordinates() }
    reader.readInfoboxes(infoboxes, roles: &roles)
    reader.readAbstract()
    return reader.facts
  }
}
