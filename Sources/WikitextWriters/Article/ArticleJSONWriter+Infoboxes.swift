import WikitextDocument
public import WikitextNormalizer

extension ArticleJSONWriter {
  /// Infoboxes nested deeper than this are written without `raw` and `typed`, which those around them hold too: output
  /// stays linear in the page.
  static let maximumRawDepth = 4
  /// Values have what they were read from and the templates around it beside them, until this is more than four times the
  /// page and this many bytes: a template of many values is what each of them was read from.
  static let extraEvidence = 1 << 16

  /// The infoboxes of a page, as its record has them: an array without a line break, in UTF-8; empty when there are none.
  ///
  /// - Complexity: O(size of the document).
  public mutating func writeInfoboxes(of article: Article) -> [UInt8] {
    begin(article.document)
    writeInfoboxArray(article)
    return json.written
  }

  /// The infoboxes of the page, if there are any.
  mutating func writeInfoboxes(_ article: Article) {
    guard !article.infoboxes.isEmpty else { return }
    json.key("infoboxes")
    writeInfoboxArray(article)
  }

  /// The infoboxes in their order; one inside another follows it and names it by its place in the list.
  private mutating func writeInfoboxArray(_ article: Article) {
    let document = article.document
    let extras = document.extras
    json.beginArray()
    var depths: [Int] = []
    for (box, typed) in zip(extras.infoboxes, article.infoboxes) {
      depths.append(box.parent.map { depths[Int($0)] + 1 } ?? 0)
      let writesRaw = depths[depths.count - 1] < ArticleJSONWriter.maximumRawDepth
      let node = document.records[Int(box.node)]
      json.beginObject()
      json.key("type")
      json.string("infobox")
      json.key("name")
      json.string(document.pool[node.name.offsets])
      if document.dialect != .wikitext {
        writeAttribute(RowAttribute.caption, of: Int(box.node), as: "caption", document)
      }
      if let schema = typed.schema { json.field("schema", schema.name) }
      json.key("evidence")
      switch box.evidence {
      case .name: json.string("name" as StaticString)
      case .shape: json.string("shape" as StaticString)
      case .given: json.string("schema" as StaticString)
      case .table: json.string("table" as StaticString)
      case .lines: json.string("lines" as StaticString)
      }
      if let parent = box.parent {
        json.key("parent")
        json.int(Int(parent))
      }
      writeSource(Int(node.sourceStart), Int(node.sourceEnd))
      json.key("has_parts")
      json.beginArray()
      for field in typed.fields { writeField(field, writesRaw: writesRaw, document) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  private mutating func writeField(_ typed: TypedField, writesRaw: Bool, _ document: Document) {
    let field = document.extras.fields[typed.field.index]
    let node = document.records[Int(field.node)]
    json.beginObject()
    json.key("type")
    json.string("field")
    if document.dialect == .wikitext {
      json.field("name", typed.label)
      json.key("parameter")
      if field.position > 0 {
        json.string(String(field.position))
      } else {
        json.string(document.pool[node.name.offsets])
      }
    } else {
      writeRow(Int(field.node), typed, document)
    }
    if let schemaField = typed.schemaField {
      json.field("schema_field", schemaField.name)
      if schemaField.kind.isTyped { json.field("expected", schemaField.kind.rawValue) }
    }
    let place = place(of: typed, field, document)
    if !typed.field.isEmpty {
      let noted = omitted.count
      readText(from: place.first, to: place.end, document)
      // What stands in a list template is written with the items.
      if place.items.count > 1 { omitted.removeSubrange(noted...) }
      if !text.isEmpty {
        json.key("value")
        json.string(text[...])
      }
      if place.items.count > 1 { writeItems(place.items, document) }
      if writesRaw { writeTyped(typed.values, document) }
      if writesRaw {
        json.key("raw")
        json.string(document.source[place.source])
      }
      writeMentions(from: place.first, to: place.end, document, includingTemplates: true)
    }
    if field.isOverridden {
      json.key("is_overridden")
      json.bool(true)
    }
    writeSource(place.source.lowerBound, place.source.upperBound)
    json.endObject()
  }

  /// Where a field is: its nodes, its items, its bytes. Of a row that is several fields it is some items.
  private func place(of typed: TypedField, _ field: FieldRecord, _ document: Document)
    -> (first: Int, end: Int, items: ArraySlice<ItemRecord>, source: Range<Int>)
  {
    let node = document.records[Int(field.node)]
    var items = document.extras.items[Int(field.firstItem)..<Int(field.firstItem + field.itemCount)]
    let source = Int(node.sourceStart)..<Int(node.sourceEnd)
    guard let part = typed.part else { return (Int(field.node) + 1, Int(node.next), items, source) }
    items = items.dropFirst(part.lowerBound).prefix(part.count)
    guard let first = items.first, let last = items.last else { return (0, 0, [], source) }
    return (Int(first.first), Int(last.end), items, Int(first.sourceStart)..<Int(last.sourceEnd))
  }

  /// What a row of a rendered infobox has beside its content: the label, which is null where the page shows none, and then
  /// what it is taken for; the heading it stands under; what the page has lost of it.
  private mutating func writeRow(_ node: Int, _ typed: TypedField, _ document: Document) {
    json.key("name")
    if typed.label.isEmpty { json.null() } else { json.string(typed.label) }
    if let inferred = typed.inferred {
      json.key("inferred")
      json.beginObject()
      json.field("name", inferred.label)
      json.field("schema_field", inferred.field.name)
      json.key("confidence")
      json.double(inferred.confidence)
      json.endObject()
    }
    for (attribute, key) in ArticleJSONWriter.rowKeys { writeAttribute(attribute, of: node, as: key, document) }
  }

  private static let rowKeys: [(String, StaticString)] = [
    (RowAttribute.parameter, "parameter"), (RowAttribute.group, "group"), (RowAttribute.role, "role"),
    (RowAttribute.lost, "lost"),
  ]

  /// Writes an attribute of a node, if it has it.
  mutating func writeAttribute(_ name: String, of node: Int, as key: StaticString, _ document: Document) {
    guard let value = document.attribute(name, of: node) else { return }
    json.key(key)
    json.string(value)
  }

  /// The values with their evidence, if there are any.
  mutating func writeTyped(_ values: some Collection<Value>, _ document: Document) {
    if values.isEmpty { return }
    json.key("typed")
    json.beginArray()
    for value in values { json.value(value, of: document, evidence: &evidenceBudget) }
    json.endArray()
  }

  private mutating func writeItems(_ items: ArraySlice<ItemRecord>, _ document: Document) {
    json.key("values")
    json.beginArray()
    for item in items {
      readText(from: Int(item.first), to: Int(item.end), document)
      // An item that is nothing but templates is given as written: it must not vanish.
      if text.isEmpty {
        json.string(document.source[Int(item.sourceStart)..<Int(item.sourceEnd)])
      } else {
        json.string(text[...])
      }
    }
    json.endArray()
  }
}
