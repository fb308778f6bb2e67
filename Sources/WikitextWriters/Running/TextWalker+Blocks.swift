import WikitextDocument
import WikitextSyntax

/// Lists and tables.
extension TextWalker {
  // MARK: Lists

  mutating func visitList(_ index: Int) {
    if flatDepth > 0 {
      visitContainerParts(of: index)
      return
    }
    flush()
    let form = listForm(of: index)
    sink.beginList(form, isNested: itemDepth > 0)
    var number = (form == .ordered ? attribute("start", of: index).flatMap(integer) : nil) ?? 1
    var hasTerm = false
    var isFirst = true
    var child = index + 1
    while child < Int(records[index].next) {
      let record = records[child]
      let item: ListItemForm
      switch record.kind {
      case .listItem:
        if form == .ordered {
          number = attribute("value", of: child).flatMap(integer) ?? number
          item = .numbered(number)
          number += 1
        } else {
          item = .bullet
        }
      case .term:
        item = .term
        hasTerm = true
      case .description:
        item = hasTerm ? .description : .indented
      default:
        visit(child)
        flush()
        child = Int(record.next)
        continue
      }
      if case .indented = item, isLoneFormula(child) {
        // Moving a formula to the right is how wikitext sets one by itself.
        visitChildren(of: child)
        flush()
      } else {
        writeItem(child, item, isFirst: isFirst)
        isFirst = false
      }
      child = Int(record.next)
    }
    sink.endList()
  }

  private mutating func writeItem(_ index: Int, _ item: ListItemForm, isFirst: Bool) {
    if isHidden(index) {
      coverage.note(.hidden, records[index])
      return
    }
    sink.beginItem(item, isFirst: isFirst)
    itemDepth += 1
    if records[index].kind == .term, sink.setsTermsBold {
      visitStyle(.bold, index)
    } else {
      visitChildren(of: index)
    }
    flush()
    itemDepth -= 1
    sink.endItem()
  }

  /// The parts of a list or table, one after the other in a flat place.
  private mutating func visitContainerParts(of index: Int) {
    run.separate()
    var child = index + 1
    while child < Int(records[index].next) {
      visit(child)
      run.separate()
      child = Int(records[child].next)
    }
  }

  private func listForm(of index: Int) -> ListForm {
    switch ListKind(rawValue: UInt8(truncatingIfNeeded: records[index].detail)) {
    case .ordered: return .ordered
    case .definition:
      var child = index + 1
      while child < Int(records[index].next) {
        if records[child].kind == .term { return .definition }
        child = Int(records[child].next)
      }
      return .indentation
    default: return .unordered
    }
  }

  /// Whether an item is nothing but a formula.
  private func isLoneFormula(_ item: Int) -> Bool {
    var formulas = 0
    for record in records[item + 1..<Int(records[item].next)] {
      switch record.kind {
      case .math: formulas += 1
      case .paragraph: break
      case .text: if pool[record.name.offsets].contains(where: { $0 > 0x20 }) { return false }
      default: return false
      }
    }
    return formulas == 1 && selection.formulas
  }

  /// The number that digits say; of few enough of them that it is one.
  private func integer(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.count < 10 ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }

  // MARK: Tables

  mutating func visitTable(_ index: Int) {
    boundary()
    guard selection.tables, !isHidden(index) else {
      coverage.note(selection.tables ? .hidden : .table, records[index])
      return
    }
    if flatDepth > 0 {
      visitContainerParts(of: index)
      return
    }
    var child = index + 1
    while child < Int(records[index].next) {
      switch records[child].kind {
      case .tableRow: visitStrays(of: child)
      case .tableCaption:
        let caption = flatRun(of: child)
        if !caption.isEmpty { sink.caption(caption) }
      default: visit(child)
      }
      child = Int(records[child].next)
    }
    flush()
    if let cell = loneCell(of: index) {
      // A frame around a part of the page, and no table.
      visit(cell)
      flush()
      return
    }
    writeGrid(of: index)
  }

  /// What stands in a row and in no cell: browsers show it before the table.
  private mutating func visitStrays(of row: Int) {
    var child = row + 1
    while child < Int(records[row].next) {
      if !isCell(child) { visit(child) }
      child = Int(records[child].next)
    }
  }

  private func isCell(_ index: Int) -> Bool {
    records[index].kind == .tableCell || records[index].kind == .tableHeaderCell
  }

  /// The only cell of a table that has one.
  private func loneCell(of table: Int) -> Int? {
    var found: Int?
    var row = table + 1
    while row < Int(records[table].next) {
      if records[row].kind == .tableRow {
        var cell = row + 1
        while cell < Int(records[row].next) {
          if isCell(cell) {
            if found != nil { return nil }
            found = cell
          }
          cell = Int(records[cell].next)
        }
      }
      row = Int(records[row].next)
    }
    return found
  }

  private mutating func writeGrid(of index: Int) {
    let node = Node(document: document, index: index)
    guard let grid = TableGrid(node, extraPlaces: placeBudget) else { return }
    let places = grid.rows.reduce(0) { $0 + $1.count }
    placeBudget = max(0, placeBudget - max(0, places - node.range.count))
    var table = TextTable()
    var cellNumbers: [Int: Int] = [:]
    // A grid that was cut off lacks cells: the rows stand as they are written then.
    let rows = grid.isTruncated ? plainRows(of: node) : gridRows(of: grid)
    var isHead = true
    for row in rows {
      var line: [TextTable.Place] = []
      var isBlank = true
      for place in row {
        guard let place else {
          line.append(TextTable.Place(cell: -1, isOrigin: false))
          continue
        }
        if records[place.cell].kind != .tableHeaderCell { isHead = false }
        let cell = cellNumber(place.cell, &table, &cellNumbers)
        var isShown = !table.cells[cell].isEmpty
        if isShown, !place.isOrigin {
          isShown = sink.repeatsSpans && repeatBudget > 0
          if isShown { repeatBudget -= table.cells[cell].count }
        }
        if isShown { isBlank = false }
        line.append(TextTable.Place(cell: isShown ? cell : -1, isOrigin: place.isOrigin))
      }
      if isBlank { continue }
      table.rows.append(line)
      if isHead { table.headCount += 1 }
    }
    if !table.rows.isEmpty { sink.table(table) }
  }

  /// The places of a grid, with the nodes of their cells.
  private func gridRows(of grid: TableGrid) -> [[TextTable.Place?]] {
    grid.rows.map { $0.map { $0.map { TextTable.Place(cell: $0.cell.id, isOrigin: $0.isOrigin) } } }
  }

  private func plainRows(of table: Node) -> [[TextTable.Place?]] {
    table.children.filter { $0.kind == .tableRow }.map { row in
      row.children.filter { isCell($0.id) }.map { TextTable.Place(cell: $0.id, isOrigin: true) }
    }
  }

  /// The number of a cell; its text is made when it is met first, which is where it begins.
  private mutating func cellNumber(_ index: Int, _ table: inout TextTable, _ numbers: inout [Int: Int]) -> Int {
    if let number = numbers[index] { return number }
    numbers[index] = table.cells.count
    if isHidden(index) {
      coverage.note(.hidden, records[index])
      table.cells.append([])
    } else {
      table.cells.append(sink.cell(flatRun(of: index)))
    }
    return table.cells.count - 1
  }
}
