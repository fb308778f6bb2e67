import WikitextDocument
import WikitextSyntax

/// `unused-reference`: a reference that a list defines is used nowhere.
struct UnusedReference: PageRule {
  let about = RuleDescription(
    id: "unused-reference",
    family: .structure,
    severity: .error,
    summary: "A reference that a list defines is used nowhere.",
    explanation: """
      A definition inside `<references>` needs a `<ref name="…" />` in the text before it; without one MediaWiki \
      shows an error in its place. Found are names that only such a list has; not those that an argument of a \
      template has for its whole value, as in `{{r|Atlas}}`. Use it or delete it.
      """,
    bad: """
      The Isar is long.
      <references>
      <ref name="Atlas">Atlas, p. 3</ref>
      </references>
      """,
    good: """
      The Isar is long.<ref name="Atlas" />
      <references>
      <ref name="Atlas">Atlas, p. 3</ref>
      </references>
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard page.hasReferences, !page.isTransclusionSource else { return }
    for citation in page.citations.citations {
      for case .unused(let name) in citation.errors {
        guard let node = citation.content.first, !page.argumentTexts.contains(name),
          node.reference?.uses.allSatisfy({ $0 == node }) != false
        else { continue }
        findings.report("the reference \(name) is defined in the list and used nowhere before it", at: node.range)
      }
    }
  }
}
