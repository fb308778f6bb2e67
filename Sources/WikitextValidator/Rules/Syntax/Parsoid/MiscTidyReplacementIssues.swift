import WikitextSyntax

/// `misc-tidy-replacement-issues`: a `<div>` in a `<span>`.
struct MiscTidyReplacementIssues: PageRule {
  let about = RuleDescription(
    id: "misc-tidy-replacement-issues",
    family: .syntax,
    severity: .warning,
    summary: "A `<span>` begins with a `<div>`, and one of them has a class or a style.",
    explanation: """
      The program that MediaWiki once cleaned its HTML with put the `<div>` outside and the `<span>` inside; browsers \
      leave them as they are, and borders, widths and backgrounds of the `<span>` look otherwise. Write the `<div>` \
      outside, or use one element for both.
      """,
    bad: "<span class=\"note\"><div>The Isar rises in Tyrol</div></span>",
    good: "<div><span class=\"note\">The Isar rises in Tyrol</span></div>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup, let attributes = page.markupAttributes else { return }
    for (index, node) in markup.nodes.enumerated() where node.name == MarkupName(.span) && node.first != 0 {
      let content = markup.firstContent(in: UInt32(truncatingIfNeeded: index))
      guard content != 0, markup[content].name == MarkupName(.div), !node.flags.contains(.impliedStart),
        [node, markup[content]].contains(where: {
          attributes.attribute("class", of: $0) != nil || attributes.attribute("style", of: $0) != nil
        })
      else { continue }
      findings.report("<span> begins with a <div>; put the <div> outside, or use one of them", at: node.openRange)
    }
  }
}
