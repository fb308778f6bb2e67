import WikitextSyntax

/// `unclosed-quotes-in-heading`: bold and italic text that a heading opens and does not close.
struct UnclosedQuotesInHeading: PageRule {
  let about = RuleDescription(
    id: "unclosed-quotes-in-heading",
    family: .syntax,
    severity: .warning,
    summary: "Bold or italic text is opened in a heading and not closed in it.",
    explanation: """
      Apostrophes that open bold or italic text in a heading and are not closed before the equals signs make the rest \
      of the heading bold or italic, and mislead what makes links and lists of headings. An odd pair is often an \
      apostrophe too many.
      """,
    bad: "== The ''Isar near Bad Tölz ==",
    good: "== The ''Isar'' near Bad Tölz =="
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let faults = page.markupFaults else { return }
    for node in faults.nodes(.unclosedQuotesInHeading) {
      findings.report("\(node.spelling) is not closed in its heading; add \(node.endSpelling)", at: node.openRange)
    }
  }
}
