import WikitextSyntax

/// No more than one blank line.
struct BlankLines: FormatStyle {
  let about = StyleDescription(
    id: "blank-lines",
    summary: "No more than one blank line stands between two others",
    explanation: """
      Of several blank lines in running text one is left. Readers see the difference, though it may be what they are \
      meant to see: MediaWiki makes an empty paragraph of the second blank line.
      """,
    before: "The Isar is a river.\n\n\n\nIt is long.\n",
    after: "The Isar is a river.\n\nIt is long.\n",
    isOn: false
  )
  let freedoms: Freedoms = .blankLines

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    guard !page.isTransclusion else { return }
    var lineBreaks: [Syntax] = []
    for node in page.nodes([.newline], outside: FormattedPage.Place.spaced) where node.flags.isEmpty {
      if lineBreaks.last?.range.end != node.range.start { end(&lineBreaks, &changes) }
      lineBreaks.append(node)
    }
    end(&lineBreaks, &changes)
  }

  private func end(_ lineBreaks: inout [Syntax], _ changes: inout ChangeList) {
    if lineBreaks.count > 2, let last = lineBreaks.last {
      let range = SourceRange(start: lineBreaks[2].range.start, end: last.range.end)
      changes.propose(range, [SyntaxEdit(deleting: range)])
    }
    lineBreaks.removeAll(keepingCapacity: true)
  }
}
