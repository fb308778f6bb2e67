import WikitextSyntax

/// `large-tables`: tables with many columns.
struct LargeTables: PageRule {
  let about = RuleDescription(
    id: "large-tables",
    family: .syntax,
    severity: .info,
    summary: "A table has more than five columns.",
    explanation: """
      Wide tables do not fit on small screens. Found are tables of which one of the first ten rows has more than five \
      cells, or more than five header cells; tables that hold tables are passed over, for those are made for layout. \
      Off unless it is switched on.
      """,
    bad: "{|\n| Isar || Loisach || Amper || Jachen || Vils || Sempt\n|}",
    good: "{|\n| Isar || Loisach || Amper\n|-\n| Jachen || Vils || Sempt\n|}",
    isOn: false
  )

  /// `maxTableColumnHeuristic` and `maxTableRowsToCheck` of Parsoid.
  static let mostColumns = 5
  static let checkedRows = 10

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup else { return }
    var layoutTables: Set<UInt32> = []
    var tables: [UInt32] = []
    for (index, node) in markup.nodes.enumerated() where node.name == MarkupName(.table) {
      tables.append(UInt32(truncatingIfNeeded: index))
      var parent = node.parent
      while parent != 0, markup[parent].name != node.name { parent = markup[parent].parent }
      if parent != 0 { layoutTables.insert(parent) }
    }
    for table in tables where !layoutTables.contains(table) {
      let columns = widestRow(of: table, markup)
      guard columns > LargeTables.mostColumns else { continue }
      findings.report("this table has \(columns) columns", at: markup[table].openRange)
    }
  }

  private func widestRow(of table: UInt32, _ markup: MarkupTree) -> Int {
    var widest = 0
    var rows = 0
    var row = markup[table].first
    while row != 0, rows < LargeTables.checkedRows {
      if markup[row].name == MarkupName(.tr) {
        rows += 1
        var cells = 0
        var headers = 0
        var cell = markup[row].first
        while cell != 0 {
          if markup[cell].name == MarkupName(.td) { cells += 1 }
          if markup[cell].name == MarkupName(.th) { headers += 1 }
          cell = markup[cell].next
        }
        widest = max(widest, cells, headers)
      }
      row = markup[row].next
    }
    return widest
  }
}
