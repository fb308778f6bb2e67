public import WikitextSyntax

/// An infobox: a template that shows facts about the page's subject in fields.
public struct Infobox: Sendable {
  /// The document that the infobox belongs to.
  public let document: Document
  let index: Int

  private var record: InfoboxRecord { document.extras.infoboxes[index] }

  /// The template's name as the page writes it, in the ordinary form of titles.
  public var name: String { node.name }
  /// The template call.
  public var node: Node { Node(document: document, index: Int(record.node)) }
  /// The call in the source.
  public var range: SourceRange { node.range }
  /// What told that the template is an infobox.
  public var evidence: InfoboxEvidence { record.evidence }
  /// The infobox in one of whose fields this one stands.
  public var parent: Infobox? { record.parent.map { Infobox(document: document, index: Int($0)) } }
  /// The fields, in the order of the page, with empty and repeated ones.
  public var fields: [InfoboxField] {
    let first = Int(record.firstField)
    return (first..<first + Int(record.fieldCount)).map { InfoboxField(document: document, index: $0) }
  }

  /// The field with this name; of several the last, which is the one that MediaWiki shows.
  public subscript(name: String) -> InfoboxField? { fields.last { $0.name == name } }
}

/// A field of an infobox.
public struct InfoboxField: Sendable {
  /// The document that the field belongs to.
  public let document: Document
  package let index: Int

  private var record: FieldRecord { document.extras.fields[index] }

  /// The name of the parameter; that of a positional one is its number.
  public var name: String { record.position > 0 ? String(record.position) : document.string(node.record.name) }
  /// The argument, whose children are the value.
  public var node: Node { Node(document: document, index: Int(record.node)) }
  /// The value in the source, without whitespace around it.
  public var range: SourceRange { node.range }
  /// The value as written, without whitespace around it.
  public var rawValue: String { node.sourceText }
  /// The value as text; see ``Node/plainText``.
  public var text: String { node.plainText }
  /// Whether there is no value. A row of a rendered infobox may have a label and nothing else.
  public var isEmpty: Bool {
    range.isEmpty || document.dialect != .wikitext && Int(node.record.next) == node.index + 1
  }
  /// Whether another field of the same name follows, which MediaWiki shows instead.
  public var isOverridden: Bool { record.isOverridden }
  /// The parts of the value: lines divided by `<br>`, items of lists and of list templates. One when it is not divided.
  public var items: [InfoboxItem] {
    let first = Int(record.firstItem)
    return (first..<first + Int(record.itemCount)).map { InfoboxItem(document: document, index: $0) }
  }
}

/// A part of the value of a field.
public struct InfoboxItem: Sendable {
  /// The document that the item belongs to.
  public let document: Document
  let index: Int

  package var record: ItemRecord { document.extras.items[index] }

  /// The item in the source.
  public var range: SourceRange {
    SourceRange(start: Int(record.sourceStart), end: Int(record.sourceEnd))
  }
  /// The item as written.
  public var rawValue: String { String(decoding: document.source[range.offsets], as: UTF8.self) }
  /// The item as text; see ``Node/plainText``.
  public var text: String {
    var text: [UInt8] = []
    document.appendPlainText(from: Int(record.first), to: Int(record.end), options: [], to: &text)
    return String(decoding: text, as: UTF8.self)
  }
  /// The nodes of the item, side by side.
  public var nodes: [Node] {
    var nodes: [Node] = []
    var index = Int(record.first)
    while index < Int(record.end) {
      nodes.append(Node(document: document, index: index))
      index = Int(document.records[index].next)
    }
    return nodes
  }
}

extension Document {
  /// The infoboxes, in the order of the page; one inside another comes after it.
  public var infoboxes: [Infobox] {
    extras.infoboxes.indices.map { Infobox(document: self, index: $0) }
  }
}
