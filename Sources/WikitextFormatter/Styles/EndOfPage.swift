import WikitextSyntax

/// The end of the page.
struct EndOfPage: FormatStyle {
  let about = StyleDescription(
    id: "end-of-page",
    summary: "A page ends in one line feed, or in none",
    explanation: """
      White space at the end of the page becomes one line feed. MediaWiki takes all of it away when it stores a page, and \
      a page that ends without is left as it was stored.
      """,
    before: "The Isar is a river.\n\n",
    after: "The Isar is a river.\n"
  )
  let freedoms: Freedoms = .endOfPage

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    let all = SourceRange(start: 0, end: page.source.count)
    let content = Blanks.trimmed(all, in: page.source)
    let end = SourceRange(start: content.end, end: all.end)
    guard !content.isEmpty, !end.isEmpty else { return }
    changes.propose(end, replacing: end, with: "\n")
  }
}
