import WikitextDocument
import WikitextSyntax

/// `reference-group-without-list`: a group of references has no list.
struct ReferenceGroupWithoutList: PageRule {
  let about = RuleDescription(
    id: "reference-group-without-list",
    family: .structure,
    severity: .error,
    summary: "A group of references has no list.",
    explanation: """
      References of a group, as `<ref group="note">`, are listed by `<references group="note" />`; without it \
      MediaWiki shows an error. Found are groups of which nothing on the page makes a list: neither a tag, nor a \
      template that has the name of the group for an argument or is known to list notes.
      """,
    bad: """
      The Isar is long.<ref group="note">With the Hinterautal.</ref>
      <references />
      """,
    good: """
      The Isar is long.<ref group="note">With the Hinterautal.</ref>
      <references group="note" />
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard page.hasReferences, !page.isTransclusionSource else { return }
    let citations = page.citations
    for list in citations.lists {
      for case .groupWithoutList(let group) in list.errors {
        guard !page.argumentTexts.contains(group), !ReferenceListTemplates.mayList(group, page) else { continue }
        guard let mark = list.citations.lazy.compactMap({ citations.citations[$0].marks.first }).first else { continue }
        findings.report("nothing lists the references of the group \(group)", at: mark.range)
      }
    }
  }
}
