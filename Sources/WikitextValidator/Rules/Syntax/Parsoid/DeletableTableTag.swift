import WikitextSyntax

/// `deletable-table-tag`: a table that begins straight in another table.
struct DeletableTableTag: PageRule {
  let about = RuleDescription(
    id: "deletable-table-tag",
    family: .syntax,
    severity: .error,
    summary: "A table begins in another table, in none of its cells: it ends that table.",
    explanation: """
      A table in a table has to stand in a cell. Where it follows `{|` or `|-` without a cell, the first table ends and \
      the second begins beside it, with the rest of the rows. Delete one of the two starts, or begin a cell for the \
      inner table.
      """,
    bad: "{| class=\"wikitable\"\n| Loisach\n|-\n{| class=\"plain\"\n| Amper\n|}",
    good: "{| class=\"wikitable\"\n| Loisach\n|-\n|\n{| class=\"plain\"\n| Amper\n|}\n|}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup else { return }
    for (index, node) in markup.nodes.enumerated() where node.name == MarkupName(.table) {
      let before = markup.contentBefore(UInt32(truncatingIfNeeded: index))
      guard before != 0, markup[before].name == node.name, markup[before].flags.contains(.impliedEnd),
        markup[before].end == node.start || markup[before].end == node.openEnd
      else { continue }
      findings.report("this table begins in no cell of the table around, which it ends", at: node.openRange)
    }
  }
}
