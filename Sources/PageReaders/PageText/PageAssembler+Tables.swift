import WikitextDocument

/// Tables whose cells still have tabs between them.
extension PageAssembler {
  /// Writes a table.
  ///
  /// - Parameters:
  ///   - first: its first row.
  ///   - caption: the line above it that is its caption.
  /// - Returns: the line behind its last row.
  mutating func assembleTable(at first: Int, caption: Int?) -> Int {
    announces = false
    let end = tableEnd(from: first)
    builder.openNode(NewNode(.table, at: lines[caption ?? first].range.lowerBound))
    if let caption {
      builder.openNode(NewNode(.tableCaption, at: lines[caption].range.lowerBound))
      addInlines(lines[caption].range, hasBrackets: lines[caption].hasBracket)
      builder.closeNode(at: lines[caption].range.upperBound)
    }
    var index = first
    while index < end {
      var behind = index + 1
      while behind < end, lines[behind].kind == .bullet { behind += 1 }
      addRow(index, items: index + 1..<behind, isHeader: index == first && behind < end)
      index = behind
    }
    builder.closeNode(at: lines[end - 1].range.upperBound)
    return end
  }

  /// Where a table ends: at a blank line, or a line that has no place in one.
  private func tableEnd(from first: Int) -> Int {
    var index = first + 1
    while index < lines.count, lines[index].blanks == 0 {
      switch lines[index].kind {
      case .row, .plain, .bullet, .number: index += 1
      default: return index
      }
    }
    return index
  }

  /// Writes a row; a list below it stands in its last cell.
  private mutating func addRow(_ index: Int, items: Range<Int>, isHeader: Bool) {
    let line = lines[index]
    builder.openNode(NewNode(.tableRow, at: line.range.lowerBound))
    let cells = cells(of: line)
    let kind = isHeader && isHeaderRow(cells) ? NodeKind.tableHeaderCell : .tableCell
    for (number, cell) in cells.enumerated() {
      builder.openNode(NewNode(kind, at: cell.lowerBound))
      if !cell.isEmpty { addInlines(cell, hasBrackets: line.hasBracket) }
      let isLast = number == cells.count - 1
      if isLast, !items.isEmpty { addList(items) }
      builder.closeNode(at: isLast && !items.isEmpty ? lines[items.upperBound - 1].range.upperBound : cell.upperBound)
    }
    builder.closeNode(at: lines[max(index, items.upperBound - 1)].range.upperBound)
  }

  /// The cells of a line, without white space around them.
  func cells(of line: TextLine) -> [Range<Int>] {
    let bytes = source.span
    var cells: [Range<Int>] = []
    var start = line.range.lowerBound
    var index = start
    while index < line.range.upperBound {
      guard bytes[index] == 0x09 else {
        index += 1
        continue
      }
      cells.append(trimmed(start..<index))
      start = index
      while start < line.range.upperBound, start - index < tabsPerCell, bytes[start] == 0x09 { start += 1 }
      index = start
    }
    cells.append(trimmed(start..<line.range.upperBound))
    return cells
  }

  /// Whether cells look like the heads of columns: all have text, and none a number.
  private func isHeaderRow(_ cells: [Range<Int>]) -> Bool {
    let bytes = source.span
    return cells.count > 1 && cells.allSatisfy { cell in !cell.isEmpty && cell.allSatisfy { !bytes[$0].isDigit } }
  }
}
