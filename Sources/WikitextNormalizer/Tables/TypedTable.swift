public import WikitextDocument

/// A table as a grid of values.
///
///     ! Mountain !! Height (m) !! Climbed
///     |-
///     | [[Watzmann]] || 2713 || {{yes}}       // a link; 2713 m; yes
///
/// What a column holds is expected by its header, as a field's values are by its name.
public struct TypedTable: Sendable {
  /// The table.
  public let table: Node
  /// The text of its caption; nil where it has none.
  public let caption: String?
  /// Which cell is where, spans resolved.
  public let grid: TableGrid
  /// Which cells are headers.
  public let headers: TableHeaders

  private let found: Found

  /// The values of all cells.
  struct Found: Sendable {
    /// Cells that have values, in the order of the page, and where those begin.
    fileprivate private(set) var cells: [(cell: Int32, first: Int32)] = []
    fileprivate private(set) var values: [Value] = []

    /// Adds the values of the next cell.
    mutating func append(_ more: [Value], of cell: Int) {
      cells.append((Int32(truncatingIfNeeded: cell), Int32(truncatingIfNeeded: values.count)))
      values += more
    }
  }

  init(_ table: Node, caption: String?, _ grid: TableGrid, _ headers: TableHeaders, _ found: Found) {
    self.table = table
    self.caption = caption
    self.grid = grid
    self.headers = headers
    self.found = found
  }

  /// The values of a cell, where they say more than its text and its links do: numbers, dates, places, yes and no.
  ///
  /// - Complexity: O(log cells).
  public func values(of cell: Node) -> ArraySlice<Value> {
    let cells = found.cells
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].cell < cell.index { low = middle + 1 } else { high = middle }
    }
    guard low < cells.count, cells[low].cell == cell.index else { return [] }
    return found.values[
      Int(cells[low].first)..<(low + 1 < cells.count ? Int(cells[low + 1].first) : found.values.count)
    ]
  }

  /// The headers above a column, from the top: each of them once.
  ///
  /// - Complexity: O(rows of the head).
  public func headers(ofColumn column: Int) -> [Node] {
    path(grid.rows[..<headers.headRows].map { $0.indices.contains(column) ? $0[column] : nil })
  }

  /// The headers of a row: the title that it stands below, then those on its left.
  ///
  /// - Complexity: O(columns of the stub + titles).
  public func headers(ofRow row: Int) -> [Node] {
    guard grid.rows.indices.contains(row) else { return [] }
    let title = headers.titleRows.last { $0 < row }.map { grid.rows[$0].first ?? nil } ?? nil
    return path([title] + grid.rows[row].prefix(headers.stubColumns))
  }

  private func path(_ places: [TableGrid.Place?]) -> [Node] {
    var path: [Node] = []
    for case let place? in places where path.last != place.cell { path.append(place.cell) }
    return path
  }
}
