import WikitextSyntax

/// `duplicate-ids`: two elements with one id.
struct DuplicateIDs: PageRule {
  let about = RuleDescription(
    id: "duplicate-ids",
    family: .syntax,
    severity: .warning,
    summary: "Two elements of the page have the same id.",
    explanation: """
      An id names one element: links to `#id`, scripts and styles find the first and miss the others. Found is every \
      element after the first, of tags, tables, rows and cells. The anchors of headings are made different by MediaWiki \
      and do not count; neither do ids that a template makes, or that stand in the arguments of one.
      """,
    bad: "<span id=\"mouth\">Deggendorf</span> and <span id=\"mouth\">Plattling</span>",
    good: "<span id=\"mouth\">Deggendorf</span> and <span id=\"former-mouth\">Plattling</span>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup, let attributes = page.markupAttributes else { return }
    var seen: Set<String> = []
    for node in markup.nodes where node.record != 0 && node.name.tag != nil && !node.name.traits.contains(.heading) {
      guard let id = attributes.plainValue("id", of: node), !id.isEmpty else { continue }
      if !seen.insert(id).inserted {
        findings.report("the id “\(id)” is that of another element before", at: node.openRange)
      }
    }
  }
}
