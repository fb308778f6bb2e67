import WikitextDocument

/// Tables, a row and a cell a line.
extension WikitextWalker {
  /// Writes a table in wiki markup; the output is at the beginning of a line, or behind the marks of an indented one.
  mutating func writeTable(_ index: Int) {
    if keptTables.contains(index), let range = source(of: index) { return keep(range) }
    let outer = output.context
    output.context = WikitextContext()
    output.context.isTable = true
    output.context.endsAtPipe = true
    output.append("{|")
    writeAttributes(of: index, isInTable: true)
    var isFirstRow = true
    for part in children(of: index) where !isBlankText(part) {
      output.breakLine()
      if isTag(part) {
        writeInline(part)
        continue
      }
      switch records[part].kind {
      case .tableCaption: writeCell(part, "|+")
      case .tableRow:
        writeRow(part, isFirst: isFirstRow)
        isFirstRow = false
      case .tableCell, .tableHeaderCell: writeCell(part)
      default: writeInline(part)
      }
    }
    output.breakLine()
    output.append("|}")
    output.context = outer
  }

  private mutating func writeRow(_ index: Int, isFirst: Bool) {
    let cells = children(of: index).filter { !isBlankText($0) }
    // A table's first row needs no mark.
    if !isFirst || cells.isEmpty || records[index].flags.contains(.hasAttributes) {
      output.append("|-")
      writeAttributes(of: index, isInTable: true)
    }
    for cell in cells {
      output.breakLine()
      if isTag(cell) { writeInline(cell) } else { writeCell(cell) }
    }
  }

  private mutating func writeCell(_ index: Int, _ mark: StaticString? = nil) {
    output.append(mark ?? (records[index].kind == .tableHeaderCell ? "!" : "|"))
    if records[index].flags.contains(.hasAttributes) {
      writeAttributes(of: index, isInTable: true)
      output.append(raw: " |".utf8)
    }
    if isBlank(index), contentsPlace.map({ $0 >= Int(records[index].sourceEnd) }) ?? true { return }
    let content = children(of: index).first { !isBlankText($0) }
    // What is in a paragraph, and what begins a line, begins on the next.
    if let content, flowKind(content) != .paragraph, flowKind(content) != .lines { output.append(byte: 0x20) }
    let start = output.bytes.count
    var state = FlowState(.tag)
    writeFlow(of: index, &state)
    output.trimEnd(downTo: start)
  }
}
