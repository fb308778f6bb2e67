import WikitextSyntax

/// `signature`: a signature stands in the text of the page.
struct Signature: PageRule {
  let about = RuleDescription(
    id: "signature",
    family: .syntax,
    severity: .warning,
    summary: "A signature stands in the text of the page.",
    explanation: """
      Four tildes become the name and the time of the editor when a page is saved. Where they are still there \
      afterwards, as in `<ref>`, whose content is not looked at then, they are shown as they are. In a page that \
      is not saved yet they would sign an article, which nobody does. Talk pages are not looked at where the title \
      is known.
      """,
    bad: "The Isar is long.<ref>My own count ~~~~</ref>",
    good: "The Isar is long.<ref>My own count</ref>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, page.tree?.page?.isTalkPage != true else { return }
    for node in page.nodes(.signature)
    where places.surroundings[node.id.rawValue].isDisjoint(with: [.code, .includeOnly]) {
      findings.report("\(node.text) is a signature", at: node.range)
    }
  }
}
