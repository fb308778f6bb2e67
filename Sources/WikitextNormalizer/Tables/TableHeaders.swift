public import WikitextDocument

/// Which places of a table's grid are headers, and of what.
///
/// The head is the rows at the top that hold header cells alone; where the page marks none, a first row whose cells are
/// all bold. The stub is the columns at the left whose places below the head are header cells. A row within the body
/// that is one header cell from side to side is a title of the rows below it.
///
///     ! rowspan=2 | Year !! colspan=2 | Result
///     ! Votes !! Seats                              // head of 2 rows: Year; Result › Votes; Result › Seats
public struct TableHeaders: Sendable, Hashable {
  /// How many rows at the top are headers of columns.
  public let headRows: Int
  /// How many columns at the left are headers of rows.
  public let stubColumns: Int
  /// Rows of the body that are titles of those below, by their number in the grid, in order.
  public let titleRows: [Int]
  /// How sure that is, 0 to 1: 1 for a rectangular table with marked headers; less for bold text as headers, for places
  /// that no cell covers, and for headers strewn over the body; 0 without any header.
  public let confidence: Double

  /// The headers of a grid.
  ///
  /// - Complexity: O(places).
  public init(_ grid: TableGrid) {
    let rows = grid.rows
    var head = rows.prefix { row in
      row.contains { $0 != nil } && row.allSatisfy { $0 == nil || $0?.cell.kind == .tableHeaderCell }
    }.count
    var confidence = 1.0
    if head == rows.count {
      // A table of nothing but headers: at most its first row is above anything.
      head = min(head, rows.count > 1 ? 1 : 0)
      confidence = 0.5
    }
    if head == 0, rows.count > 1, rows[0].allSatisfy({ $0.map { TableHeaders.isBold($0.cell) } ?? true }),
      rows[0].contains(where: { $0 != nil })
    {
      head = 1
      confidence = 0.6
    }
    // A title under the head is the first row of the body.
    while head > 1, TableHeaders.isTitle(rows[head - 1]) { head -= 1 }
    let titles = (head..<max(head, rows.count)).filter { TableHeaders.isTitle(rows[$0]) }
    let isTitle = Set(titles)
    let body = (head..<max(head, rows.count)).filter { !isTitle.contains($0) }
    var stub = 0
    while stub + 1 < grid.columnCount, !body.isEmpty,
      body.allSatisfy({ rows[$0][safe: stub]??.cell.kind == .tableHeaderCell })
    {
      stub += 1
    }
    headRows = head
    stubColumns = stub
    titleRows = titles
    if head == 0, stub == 0 {
      self.confidence = 0
      return
    }
    var places = 0
    var bad = 0
    for row in body {
      // What a row of a truncated grid lacks is counted, not visited.
      places += grid.columnCount
      let cells = rows[row].dropFirst(stub).count { $0?.cell.kind == .tableCell }
      bad += grid.columnCount - stub - cells
    }
    if places > 0 { confidence *= 1 - Double(bad) / Double(places) / 2 }
    self.confidence = (confidence * 100).rounded() / 100
  }

  /// A row that is one header cell, or one bold cell, over all of at least two columns.
  private static func isTitle(_ row: [TableGrid.Place?]) -> Bool {
    guard row.count > 1, let first = row[0], first.isOrigin else { return false }
    return (first.cell.kind == .tableHeaderCell || isBold(first.cell)) && row.allSatisfy { $0?.cell == first.cell }
  }

  /// Whether a cell holds bold text and nothing else.
  private static func isBold(_ cell: Node) -> Bool {
    if cell.kind == .tableHeaderCell { return true }
    var hasBold = false
    for child in cell.children {
      switch child.kind {
      case .bold: hasBold = true
      case .text: if child.name.utf8.contains(where: { $0 > 0x20 }) { return false }
      case .reference, .lineBreak: break
      default: return false
      }
    }
    return hasBold
  }
}

extension Array {
  /// The element at a place, or nil beyond the end.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
