import WikitextSyntax

/// `misnested-tag`: elements that end outside of what they began in.
struct MisnestedTag: PageRule {
  let about = RuleDescription(
    id: "misnested-tag",
    family: .syntax,
    severity: .warning,
    summary: "An element ends outside of the element, paragraph, cell or item that it begins in.",
    explanation: """
      Elements have to be closed in the reverse order in which they were opened, and within the paragraph, list item, \
      cell or link that they were opened in. Where they are not, browsers split them in a way that is hard to foresee. \
      Close the element where its surroundings end, and open it again behind them.
      """,
    bad: "<b>The ''Isar</b> rises'' in Tyrol",
    good: "<b>The ''Isar''</b> ''rises'' in Tyrol"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let faults = page.markupFaults else { return }
    for node in faults.nodes(.misnestedTag) {
      findings.report("\(node.spelling) is closed outside of what it was opened in", at: node.openRange)
    }
  }
}
