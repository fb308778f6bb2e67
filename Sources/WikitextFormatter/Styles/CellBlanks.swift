import WikitextSyntax

/// `|Isar||295` → `| Isar || 295`
struct CellBlanks: FormatStyle {
  let about = StyleDescription(
    id: "cell-blanks",
    summary: "The text of a table's cell stands apart from its marks",
    explanation: """
      One space stands behind the mark of a cell or caption, around the bar behind its attributes, and before `||` and \
      `!!`. Empty cells stay as they are, and so do cells that begin with a template, which may turn out to be \
      attributes, and tables in arguments of templates.
      """,
    before: "{|\n!River!!Length\n|-\n|Isar||295\n|}\n",
    after: "{|\n! River !! Length\n|-\n| Isar || 295\n|}\n"
  )
  let freedoms: Freedoms = .cellBlanks

  private static let transclusions: SyntaxKindSet = [
    .template, .parserFunction, .parameterReference, .variable, .includeOnly, .inclusionTag, .comment, .languageVariant,
  ]

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    guard !page.isTransclusion else { return }
    for cell in page.nodes([.tableCell, .tableHeaderCell, .tableCaption], outside: FormattedPage.Place.spaced) {
      var edits: [SyntaxEdit] = []
      var marks = cell.children.filter { $0.kind == .delimiter && !$0.flags.contains(.stray) }[...]
      guard let first = marks.popFirst() else { continue }
      let hasAttributes = marks.first != nil && cell.firstChild(.attribute) != nil
      space(behind: first, of: cell, page, &edits)
      if hasAttributes, let second = marks.first {
        space(before: second.range.start, page, &edits, notBefore: first.range.end)
        space(behind: second, of: cell, page, &edits)
      }
      if let next = page.next(behind: cell), next.kind == cell.kind, isDoubled(next, page),
        !endsOpen(cell)
      {
        space(before: cell.range.end, page, &edits, notBefore: marks.first?.range.end ?? first.range.end)
      }
      changes.propose(cell.range, edits.sorted { $0.range.start < $1.range.start })
    }
  }

  /// Whether something that is not closed ends with a cell: a blank before the end would be part of it.
  private func endsOpen(_ cell: Syntax) -> Bool {
    cell.children.reduce(into: false) { $0 = $1.flags.contains(.missingClose) }
  }

  /// Whether a cell begins with `||` or `!!`, on the line of the one before it.
  private func isDoubled(_ cell: Syntax, _ page: FormattedPage) -> Bool {
    page.next(after: cell)?.range.count == 2 && page.source[cell.range.start] == page.source[cell.range.start + 1]
  }

  private func space(behind mark: Syntax, of cell: Syntax, _ page: FormattedPage, _ edits: inout [SyntaxEdit]) {
    let source = page.source
    let start = mark.range.end
    guard let content = page.next(after: mark), content.range.start < cell.range.end, content.kind != .newline,
      !CellBlanks.transclusions.contains(content.kind)
    else { return }
    let end = Blanks.end(from: start, in: source, limit: cell.range.end)
    // Blanks before a line break are for another style; those of an empty cell are nobody's.
    guard end < cell.range.end, source[end] != 0x0A, source[end] != 0x0D else { return }
    if content.kind == .text, end == content.range.end, let next = page.next(after: content),
      CellBlanks.transclusions.contains(next.kind)
    {
      return
    }
    edits.append(SyntaxEdit(replacing: SourceRange(start: start, end: end), with: " "))
  }

  private func space(before end: Int, _ page: FormattedPage, _ edits: inout [SyntaxEdit], notBefore floor: Int) {
    let start = Blanks.start(before: end, in: page.source, limit: floor)
    // Where there is nothing between, the space behind the mark is enough.
    guard start > floor else { return }
    edits.append(SyntaxEdit(replacing: SourceRange(start: start, end: end), with: " "))
  }
}
