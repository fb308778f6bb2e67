import WikitextSyntax

/// The end of the page.
struct EndOfPage: FormatStyle {
  let about = StyleDescription(
    id: "end-of-page",
    summary: "A page ends in one line feed",
    explanation: """
      White space at the end of the page becomes one line feed. MediaWiki takes all of it away when it stores the page; \
      a file ends in a line feed.
      """,
    before: "The Isar is a river.\n\n",
    after: "The Isar is a river.\n"
  )
  let freedoms: Freedoms = .endOfPage

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    let all = SourceRange(start: 0, end: page.source.count)
    let content = Blanks.trimmed(all, in: page.source)
    guard !content.isEmpty else { return }
    let end = SourceRange(start: content.end, end: all.end)
    if end.isEmpty, page.tree.node(NodeID(page.tree.nodeCount - 2))?.kind == .comment { return }
    changes.propose(end, replacing: end, with: "\n")
  }
}
