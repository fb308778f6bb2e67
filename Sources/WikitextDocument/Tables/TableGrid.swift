/// A table as a grid: each place of each row names the cell that covers it, spans resolved.
///
///     {|
///     | rowspan=2 | a || b
///     |-
///     | c
///     |}
///
/// has the grid `[[a, b], [a, c]]`.
public struct TableGrid: Sendable {
  /// One place of the grid.
  public struct Place: Sendable, Hashable {
    /// The cell.
    public let cell: Node
    /// Whether the cell begins here, and does not only reach here from the left or from above.
    public let isOrigin: Bool
  }

  /// The rows; places that no cell covers are nil. All rows have ``columnCount`` places, but in a grid that is truncated,
  /// where a row may have less.
  public let rows: [[Place?]]

  /// The number of columns: of places in the longest row.
  public let columnCount: Int

  /// A span is cut off at this: browsers let no cell span more columns.
  public static let maximumColumnSpan = 1000
  /// A grid is cut off at this many places more than the table has bytes, so that spans cannot make a large grid of a
  /// small page.
  public static let extraPlaces = 4096

  /// Whether the grid had to be cut off; see ``extraPlaces``.
  public let isTruncated: Bool

  /// The grid of a `table` node, or nil for another node.
  ///
  /// A row span ends with the table, or with the last row of it; a span of 0 reaches there.
  /// - Parameters:
  ///   - table: the node.
  ///   - extraPlaces: how many places more than bytes the grid may have.
  /// - Complexity: O(places + cells).
  public init?(_ table: Node, extraPlaces: Int = TableGrid.extraPlaces) {
    guard table.kind == .table else { return nil }
    let tableRows = table.children.filter { $0.kind == .tableRow && $0.children.contains { $0.isCell } }
    var grid: [[Place?]] = Array(repeating: [], count: tableRows.count)
    let maximumPlaces = extraPlaces + table.range.count
    var places = 0
    var isTruncated = false
    fill: for (y, row) in tableRows.enumerated() {
      var x = 0
      for cell in row.children where cell.isCell {
        while x < grid[y].count, grid[y][x] != nil { x += 1 }
        let width = min(max(TableGrid.span(cell, "colspan") ?? 1, 1), TableGrid.maximumColumnSpan)
        let span = TableGrid.span(cell, "rowspan") ?? 1
        let height = span == 0 ? tableRows.count - y : min(max(span, 1), tableRows.count - y)
        for down in 0..<height {
          for right in 0..<width {
            if places >= maximumPlaces {
              isTruncated = true
              break fill
            }
            while grid[y + down].count <= x + right { grid[y + down].append(nil) }
            if grid[y + down][x + right] == nil {
              grid[y + down][x + right] = Place(cell: cell, isOrigin: down == 0 && right == 0)
              places += 1
            }
          }
        }
        x += width
      }
    }
    let width = grid.map(\.count).max() ?? 0
    if width * grid.count <= maximumPlaces {
      for y in grid.indices { grid[y] += Array(repeating: nil, count: width - grid[y].count) }
    } else {
      isTruncated = true
    }
    rows = grid
    columnCount = width
    self.isTruncated = isTruncated
  }

  /// A span attribute, read as HTML reads it: the digits it begins with.
  private static func span(_ cell: Node, _ name: String) -> Int? {
    guard let value = cell.attribute(name) ?? cell.document.leadingAttribute(name, ofCell: cell.index) else {
      return nil
    }
    let digits = value.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
    return Int(digits.prefix(9))
  }
}

extension Node {
  /// Whether the node is a cell of a table.
  var isCell: Bool { kind == .tableCell || kind == .tableHeaderCell }
}
