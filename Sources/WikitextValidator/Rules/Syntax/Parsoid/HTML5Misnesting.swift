import WikitextSyntax

/// `html5-misnesting`: inline elements whose effect ends earlier than their end tag says.
struct HTML5Misnesting: PageRule {
  let about = RuleDescription(
    id: "html5-misnesting",
    family: .syntax,
    severity: .warning,
    summary: "An inline element is not closed before its paragraph, cell or item ends, and its effect ends there.",
    explanation: """
      `<span>`, `<sub>`, `<cite>` and their like hold for one paragraph or cell. Where one is closed only in the next, \
      or not at all, the text after the first paragraph is not in it: browsers do not go on with such an element as they \
      do with `<b>` or `<small>`. Close it in the paragraph in which it is opened; use `<div>` for several paragraphs.
      """,
    bad: "<span style=\"color:#036\">The Isar rises in Tyrol.\n\nIt ends near Deggendorf.</span>",
    good: """
      <span style="color:#036">The Isar rises in Tyrol.</span>

      <span style="color:#036">It ends near Deggendorf.</span>
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let faults = page.markupFaults else { return }
    for node in faults.nodes(.html5Misnesting) {
      findings.report(
        "\(node.spelling) is not closed before what it was opened in ends, and what follows is not in it",
        at: node.openRange
      )
    }
  }
}
