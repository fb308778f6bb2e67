import WikitextDocument
import WikitextSyntax

/// `undefined-reference`: a reference is used by a name that nothing defines.
struct UndefinedReference: PageRule {
  let about = RuleDescription(
    id: "undefined-reference",
    family: .structure,
    severity: .error,
    summary: "A reference is used by a name that nothing defines.",
    explanation: """
      `<ref name="Atlas" />` repeats the reference that `<ref name="Atlas">…</ref>` defines; without one MediaWiki \
      shows an error in the list of references. Found are names that the page uses and nowhere gives a content, in \
      the text, in a list or in an argument of a template. Not looked at are pages that are made to be put into \
      others, and names that an argument of a template has for its whole value, for the template may define them.
      """,
    bad: """
      The Isar is long.<ref name="Atlas" />
      <references />
      """,
    good: """
      The Isar is long.<ref name="Atlas">Atlas, p. 3</ref>
      <references />
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard page.hasReferences, !page.isTransclusionSource else { return }
    for citation in page.citations.citations {
      for case .undefined(let name) in citation.errors {
        guard let mark = citation.marks.first, !page.argumentTexts.contains(name) else { continue }
        let others = citation.marks.count > 1 ? ", and used \(citation.marks.count) times" : ""
        findings.report("the reference \(name) is not defined\(others)", at: mark.range)
      }
    }
  }
}
