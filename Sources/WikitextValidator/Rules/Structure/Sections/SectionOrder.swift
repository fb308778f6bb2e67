import WikitextNormalizer
import WikitextSyntax

/// `section-order`: two of the last sections of an article are in the wrong order.
struct SectionOrder: PageRule {
  let about = RuleDescription(
    id: "section-order",
    family: .structure,
    severity: .info,
    summary: "Two of the last sections of an article are in the wrong order.",
    explanation: """
      The manuals of the Wikipedias say in which order an article ends: on the English one with "See also", \
      "Notes", "References", "Further reading", "External links". Found are sections of level 2 that stand behind \
      one that should follow them, on the Wikipedias whose order is known: English, German, Italian, Japanese, \
      Polish, Spanish, Swedish. Sections with other headings may stand anywhere.
      """,
    bad: """
      == External links ==
      * [https://example.org Gauges]
      == See also ==
      * [[Loisach]]
      """,
    good: """
      == See also ==
      * [[Loisach]]
      == External links ==
      * [https://example.org Gauges]
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard page.configuration.dbName?.hasSuffix("wiki") != false else { return }
    let language = page.configuration.language
    let rules = SectionRules.standard
    var last: (place: Int, title: String)?
    for node in page.nodes(.heading) where node.detail == 2 {
      guard let heading = HeadingSyntax(node) else { continue }
      let title = heading.title
      guard let place = rules.place(ofSection: title, in: language) else { continue }
      if let before = last, before.place > place {
        findings.report("the section \(title) should stand before \(before.title)", at: node.range)
      } else {
        last = (place, title)
      }
    }
  }
}
