import WikitextDocument

extension Document {
  /// The value of an attribute of a node, in UTF-8; of several the last.
  ///
  /// - Complexity: O(log attributes of the document).
  func attribute(_ name: String, of node: Int) -> ArraySlice<UInt8>? {
    guard records[node].flags.contains(.hasAttributes) else { return nil }
    let name = Array(name.utf8)
    return attributeRecords(of: node).last { pool[$0.name.offsets].elementsEqual(name) }.map { pool[$0.value.offsets] }
  }
}
