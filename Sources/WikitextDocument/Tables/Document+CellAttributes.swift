/// Attributes of a cell that stand before a template: in `| rowspan=2 {{won}}` the template brings more of them, and the bar
/// behind them all. The tree has them as the text that the cell begins with.
extension Document {
  /// The node that the content of a cell begins with, behind such attributes.
  ///
  /// - Complexity: O(bytes of the attributes).
  package func contentStart(ofCell cell: Int) -> Int { leadingAttributes(ofCell: cell) == nil ? cell + 1 : cell + 2 }

  /// The value of one of these attributes.
  func leadingAttribute(_ name: String, ofCell cell: Int) -> String? {
    let found = leadingAttributes(ofCell: cell)?.first { $0.name == name }
    return found.map { String(decoding: pool[$0.value], as: UTF8.self) }
  }

  /// The attributes, where a cell begins with nothing but these and then a template.
  private func leadingAttributes(ofCell cell: Int) -> [(name: String, value: Range<Int>)]? {
    let end = Int(records[cell].next)
    guard cell + 2 < end, records[cell + 1].kind == .text, records[cell + 2].kind == .template else { return nil }
    let range = records[cell + 1].name.offsets
    guard range.count <= Document.longestCellAttributes, pool[range].contains(UInt8(ascii: "=")) else { return nil }
    var attributes: [(name: String, value: Range<Int>)] = []
    var position = range.lowerBound
    func skipBlanks() { while position < range.upperBound, pool[position] <= 0x20 { position += 1 } }
    skipBlanks()
    while position < range.upperBound {
      let start = position
      while position < range.upperBound, (pool[position] | 0x20) &- 0x61 < 26 || pool[position] == UInt8(ascii: "-") {
        position += 1
      }
      let name = String(decoding: pool[start..<position], as: UTF8.self).lowercased()
      skipBlanks()
      guard Document.cellAttributes.contains(name), position < range.upperBound, pool[position] == UInt8(ascii: "=")
      else { return nil }
      position += 1
      skipBlanks()
      guard position < range.upperBound else { return nil }
      let quote = pool[position]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      if isQuoted { position += 1 }
      let value = position
      while position < range.upperBound, isQuoted ? pool[position] != quote : pool[position] > 0x20 { position += 1 }
      attributes.append((name, value..<position))
      if isQuoted {
        guard position < range.upperBound else { return nil }
        position += 1
      }
      skipBlanks()
    }
    return attributes.isEmpty ? nil : attributes
  }

  /// Longer text is more than attributes. In bytes.
  private static let longestCellAttributes = 256

  /// The attributes of HTML that editors give to cells.
  private static let cellAttributes: Set<String> = [
    "abbr", "align", "bgcolor", "class", "colspan", "data-sort-type", "data-sort-value", "dir", "headers", "height",
    "id",
    "lang", "nowrap", "rowspan", "scope", "style", "title", "valign", "width",
  ]
}
