import WikitextSyntax

/// `\r\n` → `\n`
struct LineEndings: FormatStyle {
  let about = StyleDescription(
    id: "line-endings",
    summary: "Lines end in a line feed",
    explanation: """
      A carriage return before a line feed is taken away, wherever it stands: MediaWiki does the same when it stores a \
      page. A carriage return alone stays.
      """,
    before: "The Isar\r\nis a river.\r\n",
    after: "The Isar\nis a river.\n"
  )
  let freedoms: Freedoms = .lineEndings

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    let source = page.source
    for offset in source.indices.dropFirst() where source[offset] == 0x0A && source[offset - 1] == 0x0D {
      let range = SourceRange(start: offset - 1, end: offset)
      changes.propose(range, [SyntaxEdit(deleting: range)])
    }
  }
}
