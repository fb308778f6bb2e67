import WikitextSyntax

/// `bold-heading`: all of a heading is bold.
struct BoldHeading: PageRule {
  let about = RuleDescription(
    id: "bold-heading",
    family: .syntax,
    severity: .info,
    summary: "All of a heading is bold.",
    explanation: """
      Headings have their own weight; bold marks in them make them look unlike all others and stand in the way of \
      links to them. Found are headings whose whole text is in `'''`. The fix takes the marks away.
      """,
    bad: """
      == '''Course''' ==
      The Isar flows north.
      """,
    good: """
      == Course ==
      The Isar flows north.
      """,
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for node in page.nodes(.heading) {
      guard let heading = HeadingSyntax(node), let bold = node.firstChild(.bold), bold.range == heading.contentRange,
        let open = bold.firstChild(.delimiter), open.range.start == bold.range.start, open.range.count == 3,
        bold.range.count > 6, page.source[..<bold.range.end].suffix(3).elementsEqual("'''".utf8)
      else { continue }
      let end = bold.range.end
      let edits = [SyntaxEdit(deleting: open.range), SyntaxEdit(deleting: SourceRange(start: end - 3, end: end))]
      findings.report("all of the heading is bold", at: bold.range, fix: Fix("Take the bold marks away", edits))
    }
  }
}
