import WikitextDocument

/// Tables whose cells still have tabs between them.
extension PageAssembler {
  /// Writes a table, and returns the line behind it.
  ///
  /// - Parameters:
  ///   - first: its first row.
  ///   - caption: the line above it that is its caption.
  mutating func assembleTable(at first: Int, caption: Int?) -> Int {
    announces = false
    let end = tableEnd(from: first)
    builder.openNode(NewNode(.table, at: lines[caption ?? first].range.lowerBound))
    if let caption {
      builder.openNode(NewNode(.tableCaption, at: lines[caption].range.lowerBound))
      addInlines(lines[caption].range, hasBrackets: lines[caption].hasBracket)
      builder.closeNode(at: lines[caption].range.upperBound)
    }
    for index in first..<end { addRow(lines[index], isHeader: index == first && index + 1 < end) }
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

  private mutating func addRow(_ line: TextLine, isHeader: Bool) {
    builder.openNode(NewNode(.tableRow, at: line.range.lowerBound))
    let cells = cells(of: line)
    let kind = isHeader && isHeaderRow(cells) ? NodeKind.tableHeaderCell : .tableCell
    for cell in cells {
      builder.openNode(NewNode(kind, at: cell.lowerBound))
      if !cell.isEmpty { addInlines(cell, hasBrackets: line.hasBracket) }
      builder.closeNode(at: cell.upperBound)
    }
    builder.closeNode(at: line.range.upperBound)
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
