import WikitextSyntax

/// `table-without-headers`: a table has no header cells.
struct TableWithoutHeaders: PageRule {
  let about = RuleDescription(
    id: "table-without-headers",
    family: .structure,
    severity: .info,
    summary: "A table has no header cells.",
    explanation: """
      Header cells (`!`) tell programs and screen readers which row and column a figure belongs to. Found are \
      tables of the class `wikitable` with more than one row and no header cell of their own. This rule is off by \
      default.
      """,
    bad: """
      {| class="wikitable"
      | River || Length
      |-
      | Isar || 295
      |}
      """,
    good: """
      {| class="wikitable"
      ! River !! Length
      |-
      | Isar || 295
      |}
      """,
    isOn: false
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for node in page.nodes(.table) {
      guard let table = TableSyntax(node), let classes = table.attribute(named: "class"), classes.contains("wikitable")
      else {
        continue
      }
      let rows = table.rows.filter { !$0.cells.isEmpty }
      guard rows.count > 1, !rows.contains(where: { $0.cells.contains(where: \.isHeader) }),
        !node.children.contains(where: { $0.kind == .template })
      else { continue }
      let start = node.range.start
      findings.report(
        "the table has no header cells",
        at: SourceRange(start: start, end: min(start + 2, node.range.end))
      )
    }
  }
}
