import WikitextSyntax

/// `| Isar || 295` → a line for each
struct CellLines: FormatStyle {
  let about = StyleDescription(
    id: "cell-lines",
    summary: "Each cell of a table stands on a line of its own",
    explanation: """
      A cell behind `||` or `!!` gets a line of its own. Tables in arguments of templates stay as they are.
      """,
    before: "{|\n| Isar || 295\n|}\n",
    after: "{|\n| Isar\n| 295\n|}\n",
    isOn: false
  )
  let freedoms: Freedoms = [.cellLines, .cellBlanks]

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    guard !page.isTransclusion else { return }
    let source = page.source
    for cell in page.nodes([.tableCell, .tableHeaderCell], outside: FormattedPage.Place.spaced) {
      guard let mark = page.next(after: cell)?.range, mark.count == 2, source[mark.start] == source[mark.start + 1]
      else { continue }
      let start = Blanks.start(before: mark.start, in: source, limit: 0)
      let isApart = mark.end < source.count && (Blanks.isBlank(source[mark.end]) || source[mark.end] == 0x0A)
      let line = (cell.kind == .tableCell ? "\n|" : "\n!") + (isApart ? "" : " ")
      changes.propose(cell.range, replacing: SourceRange(start: start, end: mark.end), with: line)
    }
  }
}
