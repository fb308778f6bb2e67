import WikitextSyntax

/// Blanks at the ends of lines.
struct TrailingBlanks: FormatStyle {
  let about = StyleDescription(
    id: "trailing-blanks",
    summary: "No blanks at the ends of lines",
    explanation: """
      Spaces and tabs at the end of a line of running text, a list item, a heading or a table are taken away. They stay \
      in arguments of templates, in tags of extensions such as `<poem>`, and wherever white space is shown; and on pages \
      that are written to be transcluded.
      """,
    before: "The Isar  \nis a river.\t\n",
    after: "The Isar\nis a river.\n"
  )
  let freedoms: Freedoms = .trailingBlanks

  private static let containers: SyntaxKindSet = [
    .page, .list, .listItem, .heading, .htmlElement, .table, .tableRow, .tableCell, .tableHeaderCell, .tableCaption,
  ]

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    guard !page.isTransclusion else { return }
    let source = page.source
    for text in page.nodes([.text], outside: FormattedPage.Place.spaced) where text.flags.isEmpty {
      let range = text.range
      guard range.end < source.count, source[range.end] == 0x0A || source[range.end] == 0x0D,
        Blanks.isBlank(source[range.end - 1]), TrailingBlanks.containers.contains(page.parent(of: text).kind),
        let next = page.nextLeaf(after: text), next.kind == .newline, next.flags.isEmpty
      else { continue }
      let start = Blanks.start(before: range.end, in: source, limit: range.start)
      changes.propose(range, [SyntaxEdit(deleting: SourceRange(start: start, end: range.end))])
    }
  }
}
