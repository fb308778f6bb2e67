import WikitextDocument
import WikitextSyntax

/// `missing-reference-list`: a page has references and no list of them.
struct MissingReferenceList: PageRule {
  let about = RuleDescription(
    id: "missing-reference-list",
    family: .structure,
    severity: .info,
    summary: "A page has references and no list of them.",
    explanation: """
      MediaWiki puts the list at the very end of such a page, behind the categories and boxes, without a heading. \
      Found are pages with `<ref>` in their text and no `<references>`, nor a template that is known to list \
      references or has a name like one. Say where the list should be.
      """,
    bad: "The Isar is long.<ref>Atlas, p. 3</ref>",
    good: """
      The Isar is long.<ref>Atlas, p. 3</ref>

      == References ==
      <references />
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard page.hasReferences, !page.isTransclusionSource else { return }
    let citations = page.citations
    guard let list = citations.automaticLists.first(where: { $0.group.isEmpty }),
      citations.lists.allSatisfy({ $0.node == nil }),
      let mark = list.citations.lazy.compactMap({ citations.citations[$0].marks.first }).first,
      !ReferenceListTemplates.mayList("", page), !ReferenceListTemplates.fillSection(page)
    else { return }
    findings.report("the page has references and does not say where to list them", at: mark.range)
  }
}
