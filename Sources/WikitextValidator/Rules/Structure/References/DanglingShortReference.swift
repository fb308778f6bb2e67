import WikitextDocument
import WikitextNormalizer
import WikitextSyntax

/// `dangling-short-reference`: a short reference names a work that the page does not cite.
struct DanglingShortReference: PageRule {
  let about = RuleDescription(
    id: "dangling-short-reference",
    family: .structure,
    severity: .warning,
    summary: "A short reference names a work that the page does not cite.",
    explanation: """
      `{{sfn|Smith|1999}}` leads to a citation on the same page by the name and the year; without it the link \
      leads nowhere. Found are short references of the templates that the citation data of the wiki know, on pages \
      on which at least one other leads to its work: where none does, the page ties them in another way.
      """,
    bad: """
      Long{{sfn|Smith|1999}} and wide{{sfn|Doe|2001}}
      * {{cite book |last=Smith |first=Ann |year=1999 |title=Rivers}}
      """,
    good: """
      Long{{sfn|Smith|1999}} and wide{{sfn|Doe|2001}}
      * {{cite book |last=Smith |first=Ann |year=1999 |title=Rivers}}
      * {{cite book |last=Doe |first=John |year=2001 |title=Lakes}}
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard !page.isTransclusionSource else { return }
    let references = page.article.bibliography.shortReferences
    guard references.contains(where: { $0.kind == .harvard && !$0.isUnresolved }) else { return }
    for reference in references where reference.kind == .harvard && reference.isUnresolved {
      let named = (reference.authors + [reference.year].compactMap { $0 }).joined(separator: " ")
      findings.report(
        "the page cites no work of \(named.isEmpty ? reference.key : named), to which {{\(reference.template)}} leads",
        at: reference.range
      )
    }
  }
}
