import WikitextDocument
import WikitextSyntax

/// `conflicting-reference`: a name is given to two references with different contents.
struct ConflictingReference: PageRule {
  let about = RuleDescription(
    id: "conflicting-reference",
    family: .structure,
    severity: .error,
    summary: "A name is given to two references with different contents.",
    explanation: """
      The first content counts; the other is not shown, and MediaWiki shows an error. Found are references of one \
      name and group that do not have the same content byte for byte. Give one of them another name, or leave the \
      second empty: `<ref name="Atlas" />`.
      """,
    bad: "Long<ref name=\"Atlas\">Atlas, p. 3</ref> and wide<ref name=\"Atlas\">Atlas, p. 5</ref>.",
    good: "Long<ref name=\"Atlas\">Atlas, p. 3</ref> and wide<ref name=\"Atlas5\">Atlas, p. 5</ref>."
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard page.hasReferences else { return }
    for citation in page.citations.citations {
      for case .conflictingContent(let name) in citation.errors {
        guard let first = citation.content.first else { continue }
        let other = citation.marks.first {
          $0.id > first.id && $0.children.contains { _ in true } && !isSame($0, first, page)
        }
        findings.report("the reference \(name) has another content than before", at: (other ?? first).range)
      }
    }
  }

  private func isSame(_ first: Node, _ second: Node, _ page: CheckedPage) -> Bool {
    content(first, page).elementsEqual(content(second, page))
  }

  /// The bytes behind the start tag.
  private func content(_ node: Node, _ page: CheckedPage) -> ArraySlice<UInt8> {
    guard let start = node.children.first(where: { _ in true })?.range.start else { return [] }
    return page.source[start..<max(start, node.range.end)]
  }
}
