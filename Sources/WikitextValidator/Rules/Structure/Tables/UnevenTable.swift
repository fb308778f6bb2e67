import WikitextDocument
import WikitextSyntax

/// `uneven-table`: a row of a table has fewer or more cells than the others.
struct UnevenTable: PageRule {
  let about = RuleDescription(
    id: "uneven-table",
    family: .structure,
    severity: .warning,
    summary: "A row of a table has fewer or more cells than the others.",
    explanation: """
      The cells of a row that is too short stand under the wrong headers, or there is a hole at its end. Spans are \
      counted in. Found are rows that do not reach the last column of the table; the first of a table is reported, \
      with the number of the others. Not found are tables in which a template or a function stands where a row or \
      a cell should be, rows with a single cell, for these divide a table, and tables with a single row.
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
      var first: (number: Int, count: Int)?
      var others = 0
      for (number, row) in grid.rows.enumerated() {
        let count = row.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
        let hasHole = row[..<count].contains { $0 == nil }
        guard count < grid.columnCount || hasHole, row.count(where: { $0?.isOrigin == true }) > 1 else { continue }
        if first == nil { first = (number, count) } else { others += 1 }
      }
      guard let first, let cell = grid.rows[first.number].first(where: { $0?.isOrigin == true }), let cell else {
        continue
      }
      let more = others == 0 ? "" : others == 1 ? "; so does another row" : "; so do \(others) other rows"
      findings.report(
        "row \(first.number + 1) fills \(first.count) of the \(grid.columnCount) columns of the table\(more)",
        at: cell.cell.range
      )
    }
  }

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
        default: break
        }
      }
    }
    return starts
  }
}
