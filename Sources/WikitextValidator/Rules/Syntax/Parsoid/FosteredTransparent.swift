import WikitextSyntax

/// `fostered-transparent`: categories and their like between the cells of a table.
struct FosteredTransparent: PageRule {
  let about = RuleDescription(
    id: "fostered-transparent",
    family: .syntax,
    severity: .info,
    summary: "A category, or something else that shows nothing, stands in a table and in no cell.",
    explanation: """
      It does its work there, but programs that edit the page may move it before the table, as browsers do. Put it \
      before or behind the table.
      """,
    bad: "{| class=\"wikitable\"\n[[Category:Rivers of Bavaria]]\n|-\n| Isar\n|}",
    good: "{| class=\"wikitable\"\n|-\n| Isar\n|}\n[[Category:Rivers of Bavaria]]"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup else { return }
    for (table, content) in FosteredContent.find(in: markup) where content.isTransparent {
      findings.report("something in this table that shows nothing is in no cell", at: table.openRange)
    }
  }
}
