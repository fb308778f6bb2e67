import WikitextDocument
import WikitextSyntax

/// Tables.
extension HTMLWriter {
  mutating func writeTable(_ index: Int) {
    open("table", index)
    output.append(UInt8(ascii: "\n"))
    var child = index + 1
    let end = Int(records[index].next)
    var isInBody = false
    while child < end {
      let isRow = records[child].kind == .tableRow
      if isRow != isInBody {
        output.append(isRow ? "<tbody>" : "</tbody>")
        isInBody = isRow
      }
      write(node: child)
      child = Int(records[child].next)
    }
    if isInBody { output.append("</tbody>") }
    output.append("</table>\n")
  }

  mutating func writeTablePart(_ index: Int) {
    let name: StaticString =
      switch records[index].kind {
      case .tableCaption: "caption"
      case .tableRow: "tr"
      case .tableHeaderCell: "th"
      default: "td"
      }
    open(name, index)
    if records[index].kind == .tableRow {
      writeChildren(of: index)
    } else {
      let isInOuterItem = isInOwnItem
      isInOwnItem = false
      writeContent(of: index)
      isInOwnItem = isInOuterItem
    }
    close(name)
    output.append(UInt8(ascii: "\n"))
  }
}
