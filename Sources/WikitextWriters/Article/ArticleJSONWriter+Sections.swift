import WikitextDocument

extension ArticleJSONWriter {
  /// The sections, nested; the lead is named "Abstract".
  mutating func writeSections(_ document: Document) {
    json.key("sections")
    json.beginArray()
    writeParts(from: 1, to: document.records.count, document)
    json.endArray()
  }

  /// Writes the blocks between two records. Containers are closed by where they end: the depth of a page is the depth
  /// of the explicit stack, not of the call stack.
  mutating func writeParts(from first: Int, to last: Int, _ document: Document) {
    let records = document.records
    var ends: [Int] = []
    var index = first
    while index < last {
      while let end = ends.last, end <= index {
        json.endArray()
        json.endObject()
        ends.removeLast()
      }
      let record = records[index]
      switch record.kind {
      case .section:
        json.beginObject()
        json.key("type")
        json.string("section")
        writeHeading(of: index, document)
        writeSource(Int(record.sourceStart), Int(record.sourceEnd))
        json.key("has_parts")
        json.beginArray()
        ends.append(Int(record.next))
        index += 1
      case .list, .gallery, .block, .referenceList:
        json.beginObject()
        json.key("type")
        switch record.kind {
        case .list: json.string("list")
        case .gallery: json.string("gallery")
        case .referenceList: json.string("reference_list")
        default: json.string("block")
        }
        if record.kind == .list {
          json.key("name")
          json.string(record.detail == 0 ? "unordered" : record.detail == 1 ? "ordered" : "definition")
        } else if record.kind == .block {
          json.key("name")
          json.string(document.pool[record.name.offsets])
        } else if record.kind == .gallery,
          let caption = document.attributeRecords(of: index).first(where: {
            document.string($0.name) == "caption"
          })
        {
          json.key("caption")
          json.string(document.pool[caption.value.offsets])
        }
        json.key("has_parts")
        json.beginArray()
        if record.kind == .referenceList {
          // What is defined here is written with the references.
          json.endArray()
          json.endObject()
          index = Int(record.next)
        } else {
          ends.append(Int(record.next))
          index += 1
        }
      case .listItem, .term, .description:
        json.beginObject()
        json.key("type")
        json.string(record.kind == .listItem ? "list_item" : record.kind == .term ? "term" : "description")
        writeText(of: index, options: .ownTextOnly, document)
        if hasParts(index, document) {
          json.key("has_parts")
          json.beginArray()
          ends.append(Int(record.next))
          index += 1
        } else {
          json.endObject()
          index = Int(record.next)
        }
      case .paragraph where !hasContent(index, document):
        readText(of: index, document)
        index = Int(record.next)
      case .paragraph, .preformatted:
        json.beginObject()
        json.key("type")
        json.string(record.kind == .paragraph ? "paragraph" : "preformatted")
        writeText(of: index, options: record.kind == .paragraph ? [] : [.keepsLineBreaks, .verbatim], document)
        json.endObject()
        index = Int(record.next)
      case .table:
        tableNumber += 1
        json.beginObject()
        json.key("type")
        json.string("table")
        json.key("table_references")
        json.beginArray()
        json.beginObject()
        json.key("identifier")
        json.string("table\(tableNumber)")
        json.endObject()
        json.endArray()
        json.endObject()
        index = Int(record.next)
      case .image:
        writeImage(index, document)
        index = Int(record.next)
      case .template where record.flags.contains(.block), .parserFunction where record.flags.contains(.block):
        json.beginObject()
        json.key("type")
        json.string(record.kind == .template ? "template" : "parser_function")
        json.key("name")
        json.string(document.pool[record.name.offsets])
        writeSource(Int(record.sourceStart), Int(record.sourceEnd))
        json.endObject()
        noteOmitted(index)
        index = Int(record.next)
      case .math, .code, .extension:
        if isLoose(index, ends, document) { writeLeaf(index, document) }
        index = Int(record.next)
      case .heading where document.records[index - 1].kind != .section:
        // One in a block, where no section can begin.
        json.beginObject()
        json.key("type")
        json.string("heading")
        writeText(of: index, options: [], document)
        json.key("level")
        json.int(Int(record.detail))
        json.endObject()
        index = Int(record.next)
      case .heading, .template, .parserFunction, .parameter, .reference:
        // Headings are the names of their sections; the others stand in a text written already, or alone.
        noteOmitted(index)
        index = Int(record.next)
      default:
        index += 1
      }
    }
    while ends.popLast() != nil {
      json.endArray()
      json.endObject()
    }
  }

  /// Whether a list item holds more than its text.
  private func hasParts(_ item: Int, _ document: Document) -> Bool {
    for record in document.records[item + 1..<Int(document.records[item].next)] {
      switch record.kind {
      case .list, .table, .gallery, .block, .preformatted, .paragraph, .image, .code, .math, .extension, .heading,
        .referenceList:
        return true
      default: break
      }
    }
    return false
  }

  /// Whether a paragraph has anything to write: text, or something that is mentioned beside text.
  private func hasContent(_ paragraph: Int, _ document: Document) -> Bool {
    for record in document.records[paragraph + 1..<Int(document.records[paragraph].next)] {
      switch record.kind {
      case .text: if document.pool[record.name.offsets].contains(where: { $0 > 0x20 }) { return true }
      case .parserFunction, .lineBreak: break
      default: return true
      }
    }
    return false
  }

  /// Whether a formula, code or extension stands among blocks and not in a list item's text.
  private func isLoose(_ index: Int, _ ends: [Int], _ document: Document) -> Bool {
    document.records[index].kind == .code || !ends.isEmpty && document.records[index - 1].kind != .text
  }

  private mutating func writeLeaf(_ index: Int, _ document: Document) {
    let record = document.records[index]
    json.beginObject()
    json.key("type")
    json.string(record.kind == .math ? "math" : record.kind == .code ? "code" : "extension")
    json.key("name")
    json.string(document.pool[record.name.offsets])
    json.key("value")
    json.string(document.pool[record.target.offsets])
    json.endObject()
  }

  private mutating func writeHeading(of section: Int, _ document: Document) {
    let record = document.records[section]
    json.key("name")
    if record.detail == 0 {
      json.string("Abstract")
      return
    }
    text.removeAll(keepingCapacity: true)
    if section + 1 < Int(record.next), document.records[section + 1].kind == .heading {
      readText(of: section + 1, document)
    }
    json.string(text[...])
    json.key("level")
    json.int(Int(record.detail))
  }

  /// The text of a block, and the links, images and references in it.
  mutating func writeText(of node: Int, options: PlainTextOptions, _ document: Document) {
    readText(of: node, options: options, document)
    json.key("value")
    json.string(text[...])
    writeMentions(
      from: node + 1,
      to: Int(document.records[node].next),
      document,
      includingTemplates: true,
      ownOnly: options.contains(.ownTextOnly)
    )
  }
}
