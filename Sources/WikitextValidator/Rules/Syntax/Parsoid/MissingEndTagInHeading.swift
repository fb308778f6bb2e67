import WikitextSyntax

/// `missing-end-tag-in-heading`: elements of a heading that the page does not close.
struct MissingEndTagInHeading: PageRule {
  let about = RuleDescription(
    id: "missing-end-tag-in-heading",
    family: .syntax,
    severity: .warning,
    summary: "A tag is opened in a heading and not closed in it.",
    explanation: """
      An element that a heading opens and does not close may reach into the text below, the table of contents and the \
      tools that list headings. Close it before the equals signs. Apostrophes in headings are found by \
      `unclosed-quotes-in-heading`.
      """,
    bad: "== The <small>upper Isar ==",
    good: "== The <small>upper</small> Isar =="
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let faults = page.markupFaults else { return }
    for node in faults.nodes(.missingEndTagInHeading) {
      findings.report("\(node.spelling) is not closed in its heading; add \(node.endSpelling)", at: node.openRange)
    }
  }
}
