import WikitextDocument
import WikitextSyntax

/// Links, images, references and templates that stand in a text.
extension ArticleJSONWriter {
  mutating func writeMentions(
    from first: Int, to last: Int, _ document: Document, includingTemplates: Bool, ownOnly: Bool = false
  ) {
    let records = document.records
    var found: Set<UInt8> = []
    scan(first, last, document, ownOnly) { index in
      switch records[index].kind {
      case .link, .externalLink: found.insert(0)
      case .image: found.insert(1)
      case .reference: found.insert(2)
      case .template: found.insert(3)
      default: break
      }
    }
    if found.isEmpty { return }
    if found.contains(0) { writeLinks(first, last, document, ownOnly) }
    if found.contains(1) {
      json.key("images")
      json.beginArray()
      scan(first, last, document, ownOnly) { index in
        if records[index].kind == .image { writeImage(index, document) }
      }
      json.endArray()
    }
    if found.contains(2) { writeCitations(first, last, document, ownOnly) }
    if includingTemplates, found.contains(3) {
      json.key("templates")
      json.beginArray()
      scan(first, last, document, ownOnly) { index in
        if records[index].kind == .template { json.string(document.pool[records[index].name.offsets]) }
      }
      json.endArray()
    }
  }

  /// Calls `body` with the nodes of a text that are no text, not going into references, images or templates that stand
  /// in a paragraph; those in a value are gone into, as their arguments are part of it.
  private func scan(
    _ first: Int, _ last: Int, _ document: Document, _ ownOnly: Bool, _ body: (Int) -> Void
  ) {
    let records = document.records
    var index = first
    while index < last {
      switch records[index].kind {
      case .text, .lineBreak:
        index += 1
      case .reference, .image, .template, .parserFunction, .extension:
        body(index)
        index = Int(records[index].next)
      case .list where ownOnly, .table where ownOnly:
        index = Int(records[index].next)
      default:
        body(index)
        index += 1
      }
    }
  }

  private mutating func writeLinks(_ first: Int, _ last: Int, _ document: Document, _ ownOnly: Bool) {
    json.key("links")
    json.beginArray()
    let records = document.records
    var index = first
    while index < last {
      let record = records[index]
      switch record.kind {
      case .link, .externalLink:
        json.beginObject()
        if record.kind == .externalLink {
          json.key("url")
        } else {
          json.key("name")
        }
        json.string(document.pool[record.target.offsets])
        text.removeAll(keepingCapacity: true)
        document.appendPlainText(of: index, options: [], to: &text)
        if !text.isEmpty {
          json.key("text")
          json.string(text[...])
        }
        json.endObject()
        index = Int(record.next)
      case .reference, .image, .template, .parserFunction, .extension:
        index = Int(record.next)
      case .list where ownOnly, .table where ownOnly:
        index = Int(record.next)
      default:
        index += 1
      }
    }
    json.endArray()
  }

  private mutating func writeCitations(_ first: Int, _ last: Int, _ document: Document, _ ownOnly: Bool) {
    json.key("citations")
    json.beginArray()
    scan(first, last, document, ownOnly) { index in
      let record = document.records[index]
      guard record.kind == .reference else { return }
      let reference = document.extras.references[record.referenceNumber]
      json.beginObject()
      json.key("identifier")
      json.int(record.referenceNumber)
      if !reference.group.isEmpty {
        json.key("group")
        json.string(document.pool[reference.group.offsets])
      }
      json.endObject()
    }
    json.endArray()
  }

  mutating func writeImage(_ index: Int, _ document: Document) {
    let record = document.records[index]
    json.beginObject()
    json.key("type")
    json.string("image")
    json.key("name")
    json.string(document.pool[record.target.offsets])
    if record.flags.contains(.hasAttributes) {
      for attribute in document.attributeRecords(of: index) where document.string(attribute.name) == "alt" {
        json.key("alternative_text")
        json.string(document.pool[attribute.value.offsets])
        break
      }
    }
    text.removeAll(keepingCapacity: true)
    document.appendPlainText(of: index, options: [], to: &text)
    if !text.isEmpty {
      json.key("caption")
      json.string(text[...])
    }
    json.endObject()
  }

  /// The references, each where its number says.
  mutating func writeReferences(_ document: Document) {
    let extras = document.extras
    guard !extras.references.isEmpty else { return }
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
      if let definition = reference.definition.map(Int.init) {
        let node = document.records[definition]
        text.removeAll(keepingCapacity: true)
        document.appendPlainText(of: definition, options: [], to: &text)
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
      json.endObject()
    }
    json.endArray()
  }
}
