public import WikitextDocument
import WikitextSyntax

/// Writes a document as a unist tree: nodes with `type`, `children` and `position`, so that the tools of the unified
/// ecosystem work on it.
///
/// Names follow mdast where it has the node (`paragraph`, `heading` with `depth`, `list` with `ordered`, `listItem`,
/// `link` and `image` with `url`, `strong`, `emphasis`, `text`, `break`, `thematicBreak`, `table`, `tableRow`,
/// `tableCell`, `code`, `inlineCode`), and are our own elsewhere. Lines and columns of a position begin at 1 and offsets
/// at 0; columns and offsets count UTF-16 code units, as unist has it. `bytes` is the same place in UTF-8 bytes.
public struct DocumentJSONWriter: ~Copyable {
  private var json = JSONWriter()

  /// Creates a writer; one can write any number of documents.
  public init() {}

  /// The tree in JSON, without a line break, in UTF-8.
  ///
  /// - Complexity: O(size of the document), but for a logarithm of the number of lines for each node.
  public mutating func write(_ document: Document) -> [UInt8] {
    json.removeAll()
    json.repairs = !document.isValidUTF8
    let lines = LineIndex(document.source)
    let records = document.records
    // Where each open node ends, and whether it has a `children` array to close.
    var ends: [Int] = []
    for index in records.indices {
      while let end = ends.last, end <= index {
        json.endArray()
        json.endObject()
        ends.removeLast()
      }
      let record = records[index]
      json.beginObject()
      json.key("type")
      json.string(DocumentJSONWriter.type(of: record, in: records, index))
      writeProperties(of: index, document)
      writePosition(record, lines)
      if index == 0 { writePageSets(document) }
      if DocumentJSONWriter.isLeaf(record.kind) {
        json.endObject()
      } else {
        json.key("children")
        json.beginArray()
        ends.append(Int(record.next))
      }
    }
    while ends.popLast() != nil {
      json.endArray()
      json.endObject()
    }
    return json.written
  }

  private static func isLeaf(_ kind: NodeKind) -> Bool {
    switch kind {
    case .text, .lineBreak, .thematicBreak, .math, .code, .extension: true
    default: false
    }
  }

  private static func type(of record: NodeRecord, in records: [NodeRecord], _ index: Int) -> String {
    switch record.kind {
    case .document: "root"
    case .bold: "strong"
    case .italic: "emphasis"
    case .lineBreak: "break"
    case .tableHeaderCell: "tableCell"
    case .term, .description, .listItem: record.kind == .listItem ? "listItem" : "\(record.kind)"
    default: "\(record.kind)"
    }
  }

  // MARK: Properties

  private mutating func writeProperties(of index: Int, _ document: Document) {
    let record = document.records[index]
    switch record.kind {
    case .text:
      property("value", record.name, document)
    case .section, .heading:
      json.key("depth")
      json.int(Int(record.detail))
    case .list:
      json.key("ordered")
      json.bool(record.detail == UInt16(ListKind.ordered.rawValue))
      if record.detail == UInt16(ListKind.definition.rawValue) {
        json.key("definition")
        json.bool(true)
      }
    case .tableHeaderCell:
      json.key("header")
      json.bool(true)
    case .link:
      property("title", record.target, document)
      json.key("namespace")
      json.int(Int(Int16(bitPattern: record.detail)))
    case .externalLink, .image:
      property("url", record.target, document)
    case .reference:
      writeReference(record, document)
    case .template, .parserFunction, .parameter:
      property("name", record.name, document)
    case .argument:
      if record.detail == 1 { property("name", record.name, document) }
    case .block, .element:
      property("name", record.name, document)
    case .math, .code, .extension:
      property("name", record.name, document)
      property("value", record.target, document)
    case .variant:
      property("value", record.target, document)
    default:
      break
    }
    // The HTML tag that made the node; without it wikitext did.
    if record.flags.contains(.tag) { property("tag", record.name, document) }
    writeFlags(record.flags)
    if record.flags.contains(.hasAttributes) { writeAttributes(of: index, document) }
  }

  /// The number of the reference among those of the page, its name and group, and whether the tag closes itself
  /// (`<ref name="a" />`), so that it names a reference and defines none.
  private mutating func writeReference(_ record: NodeRecord, _ document: Document) {
    json.key("number")
    json.int(record.referenceNumber)
    let reference = document.extras.references[record.referenceNumber]
    if !reference.name.isEmpty { property("name", reference.name, document) }
    if !reference.group.isEmpty { property("group", reference.group, document) }
    // A tag with content ends in its end tag, `</ref>`.
    let end = Int(record.sourceEnd)
    if document.dialect == .wikitext, end >= 2, document.source[end - 2] == UInt8(ascii: "/") {
      json.key("selfClosing")
      json.bool(true)
    }
  }

  private mutating func property(_ key: StaticString, _ range: PoolRange, _ document: Document) {
    json.key(key)
    json.string(document.pool[range.offsets])
  }

  private mutating func writeFlags(_ flags: NodeFlags) {
    for (flag, key) in DocumentJSONWriter.flagKeys where flags.contains(flag) {
      json.key(key)
      json.bool(true)
    }
  }

  private static let flagKeys: [(NodeFlags, StaticString)] = [
    (.unclosed, "unclosed"), (.numbered, "numbered"), (.bare, "bare"), (.block, "block"), (.interwiki, "interwiki"),
    (.tooDeep, "tooDeep"),
  ]

  private mutating func writeAttributes(of index: Int, _ document: Document) {
    json.key("attributes")
    json.beginArray()
    for attribute in document.attributeRecords(of: index) {
      json.beginObject()
      property("name", attribute.name, document)
      property("value", attribute.value, document)
      json.endObject()
    }
    json.endArray()
  }

  // MARK: Positions

  private mutating func writePosition(_ record: NodeRecord, _ lines: LineIndex) {
    json.key("position")
    json.beginObject()
    json.key("start")
    writePoint(Int(record.sourceStart), lines)
    json.key("end")
    writePoint(Int(record.sourceEnd), lines)
    json.endObject()
    writeBytes(Int(record.sourceStart), Int(record.sourceEnd))
  }

  private mutating func writePoint(_ offset: Int, _ lines: LineIndex) {
    let location = lines.location(at: offset, in: .utf16)
    json.beginObject()
    json.key("line")
    json.int(location.line)
    json.key("column")
    json.int(location.column)
    json.key("offset")
    json.int(lines.unitOffset(of: offset, in: .utf16))
    json.endObject()
  }

  // MARK: The page

  /// What the page has as a whole, as keys of the root.
  private mutating func writePageSets(_ document: Document) {
    let extras = document.extras
    if extras.dialect != .wikitext {
      json.key("dialect")
      json.string(extras.dialect.rawValue)
    }
    if let title = extras.title { property("title", title, document) }
    if let language = extras.language { property("language", language, document) }
    writeFurniture(extras.furniture)
    writeRenderedInfoboxes(extras)
    if let redirect = extras.redirect { property("redirect", redirect, document) }
    writeList("categories", extras.categories, "sortKey", document)
    writeList("languageLinks", extras.languageLinks, "title", document)
    if !extras.behaviorSwitches.isEmpty {
      json.key("behaviorSwitches")
      json.beginArray()
      for word in extras.behaviorSwitches { json.string(word.name) }
      json.endArray()
    }
    writeExtensionTags(document)
    writeOtherTransclusions(document)
    if !extras.references.isEmpty {
      json.key("references")
      json.beginArray()
      for reference in extras.references {
        json.beginObject()
        property("name", reference.name, document)
        property("group", reference.group, document)
        json.key("uses")
        json.int(Int(reference.useCount))
        json.key("defined")
        json.bool(reference.definition != nil)
        json.endObject()
      }
      json.endArray()
    }
  }

  private mutating func writeFurniture(_ furniture: [Furniture]) {
    guard !furniture.isEmpty else { return }
    json.key("furniture")
    json.beginArray()
    for part in furniture {
      json.beginObject()
      json.key("type")
      json.string(part.kind.rawValue)
      writeBytes(part.range.start, part.range.end)
      json.endObject()
    }
    json.endArray()
  }

  /// The nodes that are infoboxes of a rendered page, by where they stand in it.
  private mutating func writeRenderedInfoboxes(_ extras: DocumentExtras) {
    guard extras.dialect != .wikitext, !extras.infoboxes.isEmpty else { return }
    json.key("infoboxes")
    json.beginArray()
    for box in extras.infoboxes { json.int(Int(box.node)) }
    json.endArray()
  }

  /// All extension tags of the page, by name and place: some of them, as `nowiki`, are no nodes of the tree.
  private mutating func writeExtensionTags(_ document: Document) {
    guard !document.extras.extensionTags.isEmpty else { return }
    json.key("extensionTags")
    json.beginArray()
    for tag in document.extras.extensionTags {
      json.beginObject()
      json.key("name")
      json.string(document.configuration.extensionTags[Int(tag.tag)].name)
      writeBytes(tag.range.start, tag.range.end)
      json.endObject()
    }
    json.endArray()
  }

  /// Templates and parser functions that are no nodes of the tree.
  private mutating func writeOtherTransclusions(_ document: Document) {
    guard !document.extras.otherTransclusions.isEmpty else { return }
    json.key("otherTransclusions")
    json.beginArray()
    for transclusion in document.extras.otherTransclusions {
      json.beginObject()
      json.key("type")
      switch transclusion.callee {
      case .template(let name):
        json.string("template")
        property("name", name, document)
      case .function(let word):
        json.string("parserFunction")
        json.key("name")
        json.string(word.name)
      }
      writeBytes(transclusion.range.start, transclusion.range.end)
      json.key("children")
      json.beginArray()
      for argument in transclusion.arguments {
        json.beginObject()
        json.key("type")
        json.string("argument")
        if let name = argument.name { property("name", name, document) }
        writeBytes(argument.range.start, argument.range.end)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  private mutating func writeBytes(_ start: Int, _ end: Int) {
    json.key("bytes")
    json.beginArray()
    json.int(start)
    json.int(end)
    json.endArray()
  }

  private mutating func writeList(
    _ key: StaticString,
    _ list: [DocumentExtras.Named],
    _ second: StaticString,
    _ document: Document
  ) {
    guard !list.isEmpty else { return }
    json.key(key)
    json.beginArray()
    for entry in list {
      json.beginObject()
      property("name", entry.name, document)
      if let value = entry.sortKey { property(second, value, document) }
      writeBytes(entry.range.start, entry.range.end)
      json.endObject()
    }
    json.endArray()
  }
}
