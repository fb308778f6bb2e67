import WikitextSyntax

/// `text-after-redirect`: a redirect has text behind it that nobody sees.
struct TextAfterRedirect: PageRule {
  let about = RuleDescription(
    id: "text-after-redirect",
    family: .syntax,
    severity: .info,
    summary: "A redirect has text behind it that nobody sees.",
    explanation: """
      MediaWiki leads readers on, and does not show them what else is on the page. Categories, templates, comments \
      and switches have their use there; found is other text behind a redirect: running text, headings, lists, \
      tables. Delete it, or the redirect.
      """,
    bad: """
      #REDIRECT [[Isar]]
      The Isar flows north.
      """,
    good: """
      #REDIRECT [[Isar]]
      [[Category:Rivers of Bavaria]]
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let tree = page.tree, let redirect = page.nodes(.redirect).first(where: { _ in true }) else { return }
    var first: SourceRange?
    var end = 0
    for node in tree.root.children where node.range.start >= redirect.range.end {
      switch node.kind {
      case .text:
        let range = node.trimmedRange
        if range.isEmpty { continue }
        first = first ?? range
        end = range.end
      case .heading, .list, .table, .bold, .italic, .wikilink, .fileLink, .externalLink, .autolink, .preformatted:
        first = first ?? node.range
        end = node.trimmedRange.end
      default: break
      }
    }
    guard let first else { return }
    findings.report(
      "the page is a redirect, so nobody sees the text behind it",
      at: SourceRange(start: first.start, end: max(end, first.end))
    )
  }
}
