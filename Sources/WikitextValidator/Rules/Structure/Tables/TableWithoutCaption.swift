import WikitextSyntax

/// `table-without-caption`: a table has no caption.
struct TableWithoutCaption: PageRule {
  let about = RuleDescription(
    id: "table-without-caption",
    family: .structure,
    severity: .info,
    summary: "A table has no caption.",
    explanation: """
      A caption (`|+`) tells readers, and above all those who listen, what a table is about before they are in it. \
      Found are tables of the class `wikitable` without one. This rule is off by default.
      """,
    bad: """
      {| class="wikitable"
      ! River !! Length
      |-
      | Isar || 295
      |}
      """,
    good: """
      {| class="wikitable"
      |+ Rivers of Bavaria
      ! River !! Length
      |-
      | Isar || 295
      |}
      """,
    isOn: false
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for node in page.nodes(.table) where node.firstChild(.tableCaption) == nil {
      guard let table = TableSyntax(node), let classes = table.attribute(named: "class"), classes.contains("wikitable")
      else {
        continue
      }
      let start = node.range.start
      findings.report("the table has no caption", at: SourceRange(start: start, end: min(start + 2, node.range.end)))
    }
  }
}
