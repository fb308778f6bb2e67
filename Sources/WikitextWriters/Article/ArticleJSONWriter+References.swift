import WikitextDocument
import WikitextNormalizer

/// References, the works that they cite, and what names works in short.
extension ArticleJSONWriter {
  /// The places of works and short references in their lists, by the reference that they stand in.
  private struct Citations {
    var items: [[Int]]
    var shortReferences: [[Int]]

    init(_ bibliography: Bibliography, count: Int) {
      items = Array(repeating: [], count: count)
      shortReferences = items
      for number in bibliography.items.indices {
        if let reference = bibliography.items[number].reference, reference < count { items[reference].append(number) }
      }
      for number in bibliography.shortReferences.indices {
        guard let reference = bibliography.shortReferences[number].reference, reference < count else { continue }
        shortReferences[reference].append(number)
      }
    }
  }

  /// The references, each where its number says.
  mutating func writeReferences(_ article: Article) {
    let document = article.document
    let bibliography = article.bibliography
    let extras = document.extras
    guard !extras.references.isEmpty else { return }
    let citations = Citations(bibliography, count: extras.references.count)
    json.key("references")
    json.beginArray()
    for (number, reference) in extras.references.enumerated() {
      json.beginObject()
      json.key("identifier")
      json.int(number)
      if !reference.group.isEmpty {
        json.key("group")
        json.string(document.pool[reference.group.offsets])
      }
      if !reference.name.isEmpty {
        json.key("name")
        json.string(document.pool[reference.name.offsets])
      }
      if document.dialect != .wikitext { writeMark(number, document) }
      if let definition = reference.definition.map(Int.init) {
        let node = document.records[definition]
        readText(of: definition, document)
        json.key("text")
        json.beginObject()
        json.key("value")
        json.string(text[...])
        writeMentions(from: definition + 1, to: Int(node.next), document, includingTemplates: false)
        json.endObject()
        json.key("raw")
        json.string(document.source[Int(node.sourceStart)..<Int(node.sourceEnd)])
        writeSource(Int(node.sourceStart), Int(node.sourceEnd))
      }
      json.key("uses")
      json.int(Int(reference.useCount))
      if reference.isDefinedAgain {
        json.key("is_defined_again")
        json.bool(true)
      }
      writeWorks(citations.items[number], of: bibliography)
      writeShortReferences(citations.shortReferences[number].map { bibliography.shortReferences[$0] })
      json.endObject()
    }
    json.endArray()
  }

  /// What the page shows in brackets where it uses a reference, or before it in the list.
  private mutating func writeMark(_ reference: Int, _ document: Document) {
    let definition = document.extras.references[reference].definition
    let nodes = [definition].compactMap(\.self) + document.extras.uses(of: reference)
    guard let node = nodes.first(where: { document.attribute("mark", of: Int($0)) != nil }) else { return }
    writeAttribute("mark", of: Int(node), as: "mark", document)
  }

  /// The works of a reference: the first as what it is, the others beside it.
  private mutating func writeWorks(_ numbers: [Int], of bibliography: Bibliography) {
    guard let first = numbers.first else { return }
    json.field("type", bibliography.items[first].cslType.rawValue)
    json.key("metadata")
    json.metadata(bibliography.items[first])
    json.key("csl")
    json.citation(bibliography.items[first], number: first)
    guard numbers.count > 1 else { return }
    json.key("more_csl")
    json.beginArray()
    for number in numbers.dropFirst() { json.citation(bibliography.items[number], number: number) }
    json.endArray()
  }

  /// The works that stand in no reference, and the short references that are none themselves.
  mutating func writeBibliography(_ bibliography: Bibliography) {
    let others = bibliography.items.indices.filter { bibliography.items[$0].reference == nil }
    if !others.isEmpty {
      json.key("bibliography")
      json.beginArray()
      for number in others { json.citation(bibliography.items[number], number: number) }
      json.endArray()
    }
    writeShortReferences(bibliography.shortReferences.filter { $0.reference == nil })
  }

  private mutating func writeShortReferences(_ references: [ShortReference]) {
    if references.isEmpty { return }
    json.key("short_references")
    json.beginArray()
    for reference in references {
      json.beginObject()
      json.field("template", reference.template)
      json.strings("authors", reference.authors)
      if let year = reference.year { json.field("year", year) }
      if !reference.key.isEmpty { json.field("key", reference.key) }
      if let locator = reference.locator { json.field("locator", locator) }
      if let item = reference.item { json.field("item", JSONWriter.citationID(item)) }
      if let target = reference.target {
        json.key("reference")
        json.int(target)
      }
      if reference.isUnresolved {
        json.key("is_unresolved")
        json.bool(true)
      }
      json.source(reference.range)
      json.endObject()
    }
    json.endArray()
  }
}
