import WikitextDocument
import WikitextNormalizer
import WikitextSyntax

/// Links, images, references and templates that stand in a text.
extension ArticleJSONWriter {
  /// Writes the lists of what stands between two nodes; those that would be empty are left out.
  mutating func writeMentions(
    from first: Int,
    to last: Int,
    _ document: Document,
    includingTemplates: Bool,
    ownOnly: Bool = false
  ) {
    mentions.removeAll(keepingCapacity: true)
    var kinds = MentionKinds()
    let records = document.records
    var index = first
    while index < last {
      let record = records[index]
      if ownOnly, document.standsAmongBlocks(index) {
        index = Int(record.next)
        continue
      }
      switch record.kind {
      case .text:
        index += 1
        continue
      case .link, .externalLink:
        // What stands in its text is mentioned too.
        kinds.insert(.links)
        mentions.append(index)
        index += 1
        continue
      case .image: kinds.insert(.images)
      case .reference: kinds.insert(.citations)
      case .template: kinds.insert(.templates)
      case .parserFunction, .extension:
        index = Int(record.next)
        continue
      default:
        index += 1
        continue
      }
      mentions.append(index)
      index = Int(record.next)
    }
    if kinds.contains(.links) { writeLinks(document) }
    if kinds.contains(.images) { writeImages(document) }
    if kinds.contains(.citations) { writeCitations(document) }
    if includingTemplates, kinds.contains(.templates) { writeTemplates(document) }
  }

  private struct MentionKinds: OptionSet {
    let rawValue: UInt8
    static let links = MentionKinds(rawValue: 1)
    static let images = MentionKinds(rawValue: 2)
    static let citations = MentionKinds(rawValue: 4)
    static let templates = MentionKinds(rawValue: 8)
  }

  private mutating func writeLinks(_ document: Document) {
    json.key("links")
    json.beginArray()
    for index in mentions {
      let record = document.records[index]
      guard record.kind == .link || record.kind == .externalLink else { continue }
      json.beginObject()
      if record.kind == .externalLink {
        json.key("url")
        json.string(document.pool[record.target.offsets])
      } else {
        writeTitle(of: record, document)
      }
      text.removeAll(keepingCapacity: true)
      document.appendPlainText(of: index, options: [], to: &text)
      if !text.isEmpty {
        json.key("text")
        json.string(text[...])
      }
      json.endObject()
    }
    json.endArray()
  }

  /// The page that a link leads to: its title as MediaWiki has it, and the place in it.
  private mutating func writeTitle(of record: NodeRecord, _ document: Document) {
    let target = document.pool[record.target.offsets]
    if LinkTitle.isCanonicalButForCase(target), let first = target.first {
      let isSmall = first &- 0x61 < 26 && document.configuration.titleCase == .firstLetter
      json.key("name")
      guard isSmall else { return json.string(target) }
      text.removeAll(keepingCapacity: true)
      text.append(first & 0xDF)
      text += target.dropFirst()
      return json.string(text[...])
    }
    let title = LinkTitle(
      document.string(record.target),
      configuration: document.configuration,
      isInterwiki: record.flags.contains(.interwiki)
    )
    json.title(title)
  }

  private mutating func writeImages(_ document: Document) {
    json.key("images")
    json.beginArray()
    for index in mentions where document.records[index].kind == .image { writeImage(index, document) }
    json.endArray()
  }

  private mutating func writeTemplates(_ document: Document) {
    json.key("templates")
    json.beginArray()
    for index in mentions where document.records[index].kind == .template {
      json.string(document.pool[document.records[index].name.offsets])
    }
    json.endArray()
  }

  private mutating func writeCitations(_ document: Document) {
    json.key("citations")
    json.beginArray()
    for index in mentions where document.records[index].kind == .reference {
      let number = document.records[index].referenceNumber
      let group = document.extras.references[number].group
      json.beginObject()
      json.key("identifier")
      json.int(number)
      if !group.isEmpty {
        json.key("group")
        json.string(document.pool[group.offsets])
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
    readText(of: index, document)
    if !text.isEmpty {
      json.key("caption")
      json.string(text[...])
    }
    json.endObject()
  }
}
