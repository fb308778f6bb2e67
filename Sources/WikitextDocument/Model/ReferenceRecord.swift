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
