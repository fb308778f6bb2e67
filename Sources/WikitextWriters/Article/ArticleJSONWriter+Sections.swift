import WikitextDocument

extension ArticleJSONWriter {
  /// The sections, nested; the lead is named "Abstract".
  mutating func writeSections(_ document: Document) {
    json.key("sections")
    json.beginArray()
    writeParts(from: 1, to: document.records.count, document)
    json.endArray()
  }

  /// A container that is being written.
  private struct OpenPart {
    /// Index of the first record after it.
    var end: Int
    /// Its own text is written already.
    var isItem = false
  }

  /// Writes the blocks between two records. Containers are closed by where they end: the depth of a page is the depth
  /// of the explicit stack, not of the call stack.
  ///
  /// Every text is written once, with the block that it stands in: bare text in a block is a paragraph, and inlines that
  /// hold blocks, which overlapping tags make, are looked through.
  mutating func writeParts(from first: Int, to last: Int, _ document: Document) {
    let records = document.records
    var open: [OpenPart] = []
    var index = first
    while index < last {
      while let part = open.last, part.end <= index {
        json.endArray()
        json.endObject()
        open.removeLast()
      }
      let record = records[index]
      guard document.standsAmongBlocks(index) else {
        let stop = endOfRun(from: index, to: open.last?.end ?? last, document)
        if open.last?.isItem != true { writeRun(from: index, to: stop, document) }
        index = stop
        continue
      }
      let next = Int(record.next)
      switch record.kind {
      case .section:
        beginPart("section")
        writeHeading(of: index, document)
        writeSource(Int(record.sourceStart), Int(record.sourceEnd))
        json.key("has_parts")
        json.beginArray()
        open.append(OpenPart(end: next))
        index += 1
      case .list, .gallery, .block:
        beginContainer(index, document)
        open.append(OpenPart(end: next))
        index += 1
      case .referenceList:
        // What is defined here is written with the references.
        beginPart("reference_list")
        json.key("has_parts")
        json.beginArray()
        json.endArray()
        json.endObject()
        index = next
      case .listItem, .term, .description:
        beginPart(record.kind == .listItem ? "list_item" : record.kind == .term ? "term" : "description")
        writeText(of: index, options: .ownTextOnly, document)
        if holdsBlocks(index, document) {
          json.key("has_parts")
          json.beginArray()
          open.append(OpenPart(end: next, isItem: true))
          index += 1
        } else {
          json.endObject()
          index = next
        }
      case .paragraph:
        if hasContent(from: index + 1, to: next, document) {
          beginPart("paragraph")
          writeText(of: index, options: [], document)
          json.endObject()
        } else {
          readText(of: index, document)
        }
        index = next
      case .preformatted:
        beginPart("preformatted")
        writeText(of: index, options: [.keepsLineBreaks, .verbatim], document)
        json.endObject()
        index = next
      case .table:
        writeTableMention()
        index = next
      case .image:
        writeImage(index, document)
        index = next
      case .template, .parserFunction:
        beginPart(record.kind == .template ? "template" : "parser_function")
        json.key("name")
        json.string(document.pool[record.name.offsets])
        writeSource(Int(record.sourceStart), Int(record.sourceEnd))
        json.endObject()
        noteOmitted(index)
        index = next
      case .code, .math:
        writeLeaf(index, document)
        index = next
      case .heading where records[index - 1].kind != .section:
        // One in a block, where no section can begin.
        beginPart("heading")
        writeText(of: index, options: [], document)
        json.key("level")
        json.int(Int(record.detail))
        json.endObject()
        index = next
      case .heading:
        // It is the name of its section.
        noteOmitted(index)
        index = next
      default:
        index += 1
      }
    }
    for _ in open {
      json.endArray()
      json.endObject()
    }
  }

  private mutating func beginPart(_ type: StaticString) {
    json.beginObject()
    json.key("type")
    json.string(type)
  }

  private mutating func beginContainer(_ index: Int, _ document: Document) {
    let record = document.records[index]
    switch record.kind {
    case .list:
      beginPart("list")
      json.key("name")
      json.string(record.detail == 0 ? "unordered" : record.detail == 1 ? "ordered" : "definition")
    case .gallery:
      beginPart("gallery")
      if let caption = document.attributeRecords(of: index).first(where: { document.string($0.name) == "caption" }) {
        json.key("caption")
        json.string(document.pool[caption.value.offsets])
      }
    default:
      beginPart("block")
      json.key("name")
      json.string(document.pool[record.name.offsets])
    }
    json.key("has_parts")
    json.beginArray()
  }

  private mutating func writeTableMention() {
    tableNumber += 1
    beginPart("table")
    json.key("table_references")
    json.beginArray()
    json.beginObject()
    json.key("identifier")
    json.string("table\(tableNumber)")
    json.endObject()
    json.endArray()
    json.endObject()
  }

  // MARK: Bare text

  /// Where inlines that follow one another end: at a block, which may stand in one of them, or at `limit`.
  private func endOfRun(from first: Int, to limit: Int, _ document: Document) -> Int {
    var index = first
    while index < limit, !document.standsAmongBlocks(index) {
      switch document.records[index].kind {
      case .reference, .template, .parserFunction, .parameter, .image, .extension, .math, .code:
        index = Int(document.records[index].next)
      default:
        index += 1
      }
    }
    return index
  }

  /// Writes inlines that stand beside blocks.
  private mutating func writeRun(from first: Int, to end: Int, _ document: Document) {
    let kind = document.records[first].kind
    if Int(document.records[first].next) == end, kind == .math || kind == .extension {
      writeLeaf(first, document)
    } else if hasContent(from: first, to: end, document) {
      beginPart("paragraph")
      readText(from: first, to: end, document)
      json.key("value")
      json.string(text[...])
      writeMentions(from: first, to: end, document, includingTemplates: true)
      json.endObject()
    } else {
      readText(from: first, to: end, document)
    }
  }

  /// Whether an item holds more than its text.
  private func holdsBlocks(_ item: Int, _ document: Document) -> Bool {
    let end = Int(document.records[item].next)
    return endOfRun(from: item + 1, to: end, document) < end
  }

  /// Whether there is anything to write: text, or something that is mentioned beside text.
  private func hasContent(from first: Int, to end: Int, _ document: Document) -> Bool {
    var index = first
    while index < end {
      let record = document.records[index]
      switch record.kind {
      case .text: if document.pool[record.name.offsets].contains(where: { $0 > 0x20 }) { return true }
      case .lineBreak, .bold, .italic, .element: break
      case .parserFunction:
        index = Int(record.next)
        continue
      default: return true
      }
      index += 1
    }
    return false
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
    if document.attribute("mark", of: section)?.elementsEqual("blank".utf8) ?? false {
      // Only a gap in the text tells that a section begins here.
      json.key("is_name_lost")
      json.bool(true)
    }
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
