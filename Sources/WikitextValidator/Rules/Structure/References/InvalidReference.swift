import WikitextDocument
import WikitextSyntax

/// `invalid-reference`: a `<ref>` or `<references>` is used in a way that the extension Cite does not allow.
struct InvalidReference: PageRule {
  let about = RuleDescription(
    id: "invalid-reference",
    family: .structure,
    severity: .error,
    summary: "A `<ref>` or `<references>` is used in a way that the extension Cite does not allow.",
    explanation: """
      Found is what Cite shows an error for, but for names that are not defined, not used or defined twice, which \
      have rules of their own: a reference without a name and a content, a name that is a number, an attribute \
      that the tag does not have, a reference in a list that has no name, no content or another group, a list in a \
      list, `follow` with a name.
      """,
    bad: "The Isar is long.<ref></ref>",
    good: "The Isar is long.<ref>Atlas, p. 3</ref>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard page.hasReferences else { return }
    let citations = page.citations
    for node in page.document.root.descendants {
      if node.kind == .reference, case .error(let error)? = citations.mark(of: node) {
        findings.report(error.description, at: node.range)
      } else if node.kind == .referenceList, let list = citations.list(of: node) {
        for error in list.errors + list.definitionErrors where !InvalidReference.isOthers(error) {
          findings.report(error.description, at: node.range)
        }
      }
    }
    for citation in citations.citations {
      for error in citation.errors where !InvalidReference.isOthers(error) {
        guard let node = citation.content.first ?? citation.marks.first else { continue }
        findings.report(error.description, at: node.range)
      }
    }
  }

  /// Whether another rule is about the error.
  private static func isOthers(_ error: CitationError) -> Bool {
    switch error {
    case .undefined, .unused, .conflictingContent, .groupWithoutList: true
    // Templates that list references have arguments of their own.
    case .unknownListAttribute: true
    default: false
    }
  }
}
