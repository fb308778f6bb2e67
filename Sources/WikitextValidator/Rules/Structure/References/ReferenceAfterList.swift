import WikitextDocument
import WikitextSyntax

/// `reference-after-list`: a reference stands behind the list of references.
struct ReferenceAfterList: PageRule {
  let about = RuleDescription(
    id: "reference-after-list",
    family: .structure,
    severity: .warning,
    summary: "A reference stands behind the list of references.",
    explanation: """
      `<references />` lists what is before it; what comes later goes into a second list at the end of the page, \
      and its numbers begin at 1 again. Found is the first reference behind the last list of its group, where the \
      page has such a list. Move the list down.
      """,
    bad: """
      Long<ref>Atlas, p. 3</ref>
      <references />
      and wide.<ref>Atlas, p. 5</ref>
      """,
    good: """
      Long<ref>Atlas, p. 3</ref>
      and wide.<ref>Atlas, p. 5</ref>
      <references />
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard page.hasReferences, !page.isTransclusionSource else { return }
    let citations = page.citations
    for list in citations.automaticLists
    where citations.lists.contains(where: { $0.group == list.group && $0.node != nil }) {
      guard
        let mark = list.citations.lazy.compactMap({ citations.citations[$0].marks.first }).min(by: { $0.id < $1.id })
      else {
        continue
      }
      findings.report(
        "the reference stands behind the list of references, so it gets a list of its own",
        at: mark.range
      )
    }
  }
}
