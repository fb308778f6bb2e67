import WikitextSyntax

/// `multi-colon-escape`: links that begin with several colons.
struct MultiColonEscape: PageRule {
  let about = RuleDescription(
    id: "multi-colon-escape",
    family: .syntax,
    severity: .warning,
    summary: "The target of a link begins with more than one colon.",
    explanation: """
      One colon before a category, a file or a link to another language makes a link of it. A second is an accident, \
      often of a template that adds its own, and MediaWiki means to take such links for text one day.

      The fix deletes the colons behind the first, where the link has a text of its own.
      """,
    bad: "See [[::Category:Rivers|the rivers]]",
    good: "See [[:Category:Rivers|the rivers]]",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for link in page.nodes(.wikilink) { check(link, page, &findings) }
    for link in page.nodes(.interwikiLink) { check(link, page, &findings) }
  }

  private func check(_ link: Syntax, _ page: CheckedPage, _ findings: inout FindingList) {
    guard let target = link.firstChild(.linkTarget)?.range else { return }
    let colons = page.source[target.offsets].prefix { $0 == UInt8(ascii: ":") }.count
    guard colons > 1 else { return }
    let more = SourceRange(start: target.start + 1, end: target.start + colons)
    let fix = link.firstChild(.linkText) == nil ? nil : Fix("Delete the other colons", [SyntaxEdit(deleting: more)])
    findings.report(
      "the target of \(link.text) begins with \(colons) colons, and one is enough",
      at: link.range,
      fix: fix
    )
  }
}
