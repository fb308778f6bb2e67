import WikitextDocument
import WikitextSyntax

/// Tables.
extension HTMLPageReader {
  mutating func visitTablePart(_ record: HTMLRecord, _ index: Int) -> Int {
    switch record.element {
    case .table:
      if isInBox || record.roles.contains(.layout) { return enter(index) }
      return open(index, .table, .flow, closing: .nodeUnlessEmpty)
    case .tr where builder.currentKind == .table:
      return open(index, .tableRow, .flow, closing: .nodeUnlessEmpty)
    case .caption where builder.currentKind == .table:
      return open(index, .tableCaption, .line)
    case .td where builder.currentKind == .tableRow, .th where builder.currentKind == .tableRow:
      let next = open(index, record.element == .th ? .tableHeaderCell : .tableCell, .line)
      addAttributes([.colspan, .rowspan, .scope], of: index)
      return next
    case .td, .th, .caption:
      if context == .line {
        let name = name("div")
        return open(index, .block, .line, name: name, closing: .nodeUnlessEmpty)
      }
      return enter(index)
    default:
      return enter(index)
    }
  }

  /// Gives the node opened last attributes of its element.
  mutating func addAttributes(_ names: [HTMLAttribute], of index: Int) {
    for name in names {
      guard let value = tree.attribute(name, of: index), !value.isEmpty else { continue }
      builder.addAttribute(self.name(name.rawValue), builder.intern(value), to: builder.current)
    }
  }
}
