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

/// A reference as it is stored.
package struct ReferenceRecord: Sendable {
  package var group: PoolRange
  package var name: PoolRange
  package var definition: UInt32?
  /// Where its uses begin among those of all references.
  package var firstUse: UInt32 = 0
  package var useCount: UInt32 = 0
  package var isListDefined = false
  package var isDefinedAgain = false
}

extension DocumentExtras {
  /// The nodes that use a reference.
  package func uses(of reference: Int) -> ArraySlice<UInt32> {
    let record = references[reference]
    return referenceUses[Int(record.firstUse)..<Int(record.firstUse + record.useCount)]
  }

  /// Sorts the uses by reference, keeping their order.
  ///
  /// - Complexity: O(uses + references): a counting sort.
  mutating func sortUses(_ uses: [(reference: UInt32, node: UInt32)]) {
    for use in uses { references[Int(use.reference)].useCount += 1 }
    var place: UInt32 = 0
    for index in references.indices {
      references[index].firstUse = place
      place += references[index].useCount
      references[index].useCount = 0
    }
    referenceUses = Array(repeating: 0, count: uses.count)
    for use in uses {
      let record = references[Int(use.reference)]
      referenceUses[Int(record.firstUse + record.useCount)] = use.node
      references[Int(use.reference)].useCount += 1
    }
  }
}
