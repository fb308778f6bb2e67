import WikitextDocument
import WikitextSyntax

/// `uneven-table`: a row of a table has fewer or more cells than the others.
struct UnevenTable: PageRule {
  let about = RuleDescription(
    id: "uneven-table",
    family: .structure,
    severity: .info,
    summary: "A row of a table has fewer or more cells than the others.",
    explanation: """
      The cells of a row that is too short stand under the wrong headers, or there is a hole at its end; a row that is \
      too long makes a column that no other row has. Spans are counted in. Found are rows that do not end in the column \
      in which at least half of the rows end; the first of a table is reported, with the number of the others. Not \
      found are rows that only reach too far by the span of their last cell or by empty cells, rows with a single cell, \
      for these divide a table, and rows that are too short and end in a template, which may bring more cells; nor \
      tables in which a template or a function stands where a row or a cell should be.
      """,
    bad: """
      {|
      ! River !! Length !! Basin
      |-
      | Isar || 295
      |-
      | Inn || 517 || 26,000
      |}
      """,
    good: """
      {|
      ! River !! Length !! Basin
      |-
      | Isar || 295 || 9,000
      |-
      | Inn || 517 || 26,000
      |}
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    var hasTable = false
    for _ in page.nodes(.table) {
      hasTable = true
      break
    }
    guard hasTable, !page.isTransclusionSource else { return }
    let uncertain = UnevenTable.uncertainTables(page)
    for node in page.document.root.descendants where node.kind == .table {
      guard !uncertain.contains(node.range.start), let grid = TableGrid(node), !grid.isTruncated, grid.rows.count > 1
      else {
        continue
      }
      check(grid, page, &findings)
    }
  }

  /// The columns that a row may be meant to end in.
  private struct Extent {
    /// With the span of the last cell, and with empty cells.
    var most: Int
    /// Without them.
    var least: Int
    /// Whether the row may go on: a template ends it.
    var isOpen: Bool

    init(_ row: [TableGrid.Place?], _ page: CheckedPage) {
      most = row.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
      least = most
      isOpen = false
      if let last = row.prefix(most).last ?? nil {
        // Behind it, bold and italic text may end.
        let end = page.source[last.cell.range.offsets].reversed().drop {
          ByteClass.isSpace($0) || $0 == UInt8(ascii: "'")
        }
        isOpen = end.starts(with: "}}".utf8)
      }
      while least > 0, let place = row[least - 1] {
        var start = least - 1
        while start > 0, row[start - 1]?.cell.range == place.cell.range { start -= 1 }
        if place.cell.children.first(where: { _ in true }) == nil {
          least = start
        } else {
          least = start + 1
          break
        }
      }
    }
  }

  private func check(_ grid: TableGrid, _ page: CheckedPage, _ findings: inout FindingList) {
    // Rows of a single cell divide a table, and say nothing of its width.
    let rows = grid.rows.enumerated().filter { $0.element.count(where: { $0?.isOrigin == true }) > 1 }
    var counts: [Int: Int] = [:]
    let extents = rows.map { Extent($0.element, page) }
    let closed = extents.filter { !$0.isOpen }
    for extent in closed { counts[extent.most, default: 0] += 1 }
    // What most rows have is what is meant; of several numbers the larger one.
    guard let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), usual.value * 2 >= closed.count
    else {
      return
    }
    let odd = zip(rows, extents).filter { $1.least > usual.key || $1.most < usual.key && !$1.isOpen }
    guard let (row, extent) = odd.first, let cell = row.element.lazy.compactMap({ $0 }).first(where: \.isOrigin) else {
      return
    }
    let more =
      odd.count == 1 ? "" : odd.count == 2 ? "; another one is odd, too" : "; \(odd.count - 1) others are odd, too"
    findings.report(
      "row \(row.offset + 1) of the table fills \(extent.most) columns, and most rows fill \(usual.key)\(more)",
      at: cell.cell.range
    )
  }

  /// Bytes before a template in a cell in which attributes are looked for.
  private static let longestAttributes = 80

  /// Where tables begin in which something else than a row or a cell stands among these: what it makes is not known.
  private static func uncertainTables(_ page: CheckedPage) -> Set<Int> {
    guard let tree = page.tree, let places = page.places else { return [] }
    var starts: Set<Int> = []
    for kind in [
      SyntaxKind.template, .parserFunction, .variable, .parameterReference, .includeOnly, .htmlElement, .startTag,
    ] {
      for node in page.nodes(kind) {
        let parent = Int(places.parents[node.id.rawValue])
        switch tree.records[parent].kind {
        case .table: starts.insert(Int(tree.records[parent].start))
        case .tableRow: starts.insert(Int(tree.records[Int(places.parents[parent])].start))
        case .tableCell, .tableHeaderCell:
          // `| rowspan="2" {{N/A}}`: the template ends the attributes of the cell.
          let before = page.source[Int(tree.records[parent].start)..<node.range.start]
          if before.count < UnevenTable.longestAttributes, before.contains(UInt8(ascii: "=")),
            tree.node(NodeID(parent))?.firstChild(.attribute) == nil
          {
            starts.insert(Int(tree.records[Int(places.parents[Int(places.parents[parent])])].start))
          }
        default: break
        }
      }
    }
    return starts
  }
}
