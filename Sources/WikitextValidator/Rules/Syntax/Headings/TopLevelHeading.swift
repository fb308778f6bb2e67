import WikitextSyntax

/// `top-level-heading`: a heading is of level 1, which is that of the title.
struct TopLevelHeading: PageRule {
  let about = RuleDescription(
    id: "top-level-heading",
    family: .syntax,
    severity: .warning,
    summary: "A heading is of level 1, which is that of the title.",
    explanation: """
      The title of the page is its heading of the first level, so sections begin with `==`. With `= … =` tables of \
      contents and screen readers put the section on a level with the whole page. Found are headings of one equals \
      sign, but not those whose signs are unbalanced, nor those that a template makes, as dictionaries have for \
      their languages. Move the section and those below it one level down.
      """,
    bad: """
      = Course =
      The Isar flows north.
      """,
    good: """
      == Course ==
      The Isar flows north.
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for node in page.nodes(.heading) where node.detail == 1 {
      guard let heading = HeadingSyntax(node), !heading.contentRange.isEmpty else { continue }
      let content = page.source[heading.contentRange.offsets]
      guard content.first != UInt8(ascii: "="), content.last != UInt8(ascii: "="),
        !node.children.contains(where: { $0.kind == .template })
      else { continue }
      findings.report("the heading \(page.excerpt(node.range)) is on the level of the title", at: node.range)
    }
  }
}
