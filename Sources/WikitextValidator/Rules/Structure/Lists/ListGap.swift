import WikitextSyntax

/// `list-gap`: an empty line divides a list in two.
struct ListGap: PageRule {
  let about = RuleDescription(
    id: "list-gap",
    family: .structure,
    severity: .info,
    summary: "An empty line divides a list in two.",
    explanation: """
      To a screen reader each half is a list of its own, and a numbered list begins again at 1. Found are two \
      lists of one kind with nothing but an empty line between them. This rule is off by default, for many wikis \
      space their lists so.
      """,
    bad: """
      # Loisach

      # Amper
      """,
    good: """
      # Loisach
      # Amper
      """,
    isOn: false
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let tree = page.tree, let places = page.places else { return }
    let records = tree.records
    for node in page.nodes(.list) {
      var next = Int(records[node.id.rawValue].next)
      var breaks = 0
      while next < records.count, records[next].kind == .newline {
        breaks += 1
        next += 1
      }
      guard breaks == 2, next < records.count, records[next].kind == .list, records[next].detail == UInt16(node.detail),
        places.parents[next] == places.parents[node.id.rawValue]
      else { continue }
      let start = Int(records[next].start)
      findings.report("an empty line divides the list", at: SourceRange(start: start, end: start + 1))
    }
  }
}
