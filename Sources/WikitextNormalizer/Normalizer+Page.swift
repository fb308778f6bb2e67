import WikitextDocument

extension Normalizer {
  /// What makes text of the nodes of a document.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - scratch: a text that is not needed any more, for its memory.
  ///   - grammar: what reads values that templates show.
  /// - Returns: the builder.
  func textBuilder(
    for document: Document,
    scratch: consuming ValueText,
    grammar: consuming ValueGrammar
  ) -> ValueTextBuilder {
    ValueTextBuilder(
      document: document,
      packs: packs,
      countries: countries,
      decimal: decimal,
      grammar: grammar,
      scratch: scratch
    )
  }

  /// What a page says of itself as a whole.
  mutating func facts(of document: Document, _ infoboxes: [TypedInfobox]) -> PageFacts {
    var reader = PageReader(document, textBuilder(for: document, scratch: ValueText(), grammar: grammar))
    reader.readNodes(&pageTemplates)
    if document.dialect != .wikitext { reader.readShownCoordinates() }
    reader.readInfoboxes(infoboxes, roles: &roles)
    reader.readAbstract()
    return reader.facts
  }
}
