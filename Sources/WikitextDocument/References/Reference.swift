/// A reference and its uses: `<ref name="a">…</ref>` and each `<ref name="a" />`.
public struct Reference: Sendable {
  /// The document that the reference belongs to.
  public let document: Document
  let index: Int

  private var record: ReferenceRecord { document.extras.references[index] }

  /// The reference's place among those of the page, from 0, in order of first use.
  public var number: Int { index }
  /// The group, empty for the ordinary one.
  public var group: String { document.string(record.group) }
  /// The name, if it has one.
  public var name: String? { record.name.isEmpty ? nil : document.string(record.name) }
  /// The node that holds the content; nil when the page uses the reference and never defines it.
  public var definition: Node? { record.definition.map { Node(document: document, index: Int($0)) } }
  /// The marks in the text, in order. One that is defined in a list and never used has none.
  public var uses: [Node] { document.extras.uses(of: index).map { Node(document: document, index: Int($0)) } }
  /// Whether it is defined in a `<references>` list and not where it is used.
  public var isListDefined: Bool { record.isListDefined }
  /// Whether the page defines it more than once; the first definition counts.
  public var isDefinedAgain: Bool { record.isDefinedAgain }
}

extension Document {
  /// The references, in the order in which the page first names them.
  public var references: [Reference] {
    extras.references.indices.map { Reference(document: self, index: $0) }
  }
}

extension Node {
  /// The reference that a `reference` node names.
  public var reference: Reference? {
    kind == .reference ? Reference(document: document, index: record.referenceNumber) : nil
  }
}
