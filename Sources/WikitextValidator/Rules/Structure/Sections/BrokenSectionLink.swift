import WikitextSyntax

/// `broken-section-link`: a link leads to a section that the page does not have.
struct BrokenSectionLink: PageRule {
  let about = RuleDescription(
    id: "broken-section-link",
    family: .structure,
    severity: .warning,
    summary: "A link leads to a section that the page does not have.",
    explanation: """
      `[[#History]]` leads nowhere when there is no section and no anchor of that name on the page. An anchor is \
      the text of a heading, an `id` of any element, and any argument of a template, for templates such as \
      `{{anchor}}` make anchors of them. Not found are links on pages that have a heading with a template in it or no \
      heading at all, links to what software and templates make (the top of the page, notes, "Smith 2004"), and to a \
      single letter, for tables of contents name letters that have no section yet.
      """,
    bad: """
      See [[#Histroy]].
      == History ==
      It was regulated in 1806.
      """,
    good: """
      See [[#History]].
      == History ==
      It was regulated in 1806.
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, !page.isTransclusionSource else { return }
    var anchors: PageAnchors?
    for node in page.nodes(.wikilink) {
      // `[[#` is the beginning of all that matter here.
      guard page.source[node.range.offsets].dropFirst(2).first == UInt8(ascii: "#"),
        places.surroundings[node.id.rawValue].isDisjoint(with: [.argument, .code]), let link = WikilinkSyntax(node),
        let fragment = link.fragment, !PageAnchors.isMadeBySoftware(fragment),
        node.children.allSatisfy({ $0.kind != .template })
      else { continue }
      let known = anchors ?? PageAnchors(page)
      anchors = known
      if known.isComplete, known.hasHeadings, !page.hasHeadingTemplates, fragment.count > 1, !known.contains(fragment) {
        findings.report("the page has no section and no anchor \(fragment)", at: link.targetRange)
      }
    }
  }
}
