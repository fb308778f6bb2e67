import WikitextSyntax

/// `==Course==` → `== Course ==`
struct HeadingBlanks: FormatStyle {
  let about = StyleDescription(
    id: "heading-blanks",
    summary: "A heading's text stands apart from its marks",
    explanation: """
      One space stands between the equals signs and the text of a heading. Headings whose text itself begins or ends \
      with an equals sign stay as they are.
      """,
    before: "==Course==\n",
    after: "== Course ==\n"
  )
  let freedoms: Freedoms = .headingBlanks

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    guard !page.isTransclusion else { return }
    let source = page.source
    for node in page.nodes([.heading], outside: [.exact, .argument, .verbatim, .extension]) {
      let marks = node.children.filter { $0.kind == .delimiter && !$0.flags.contains(.stray) }
      guard let opening = marks.first?.range, let closing = marks.last?.range, opening.end < closing.start else {
        continue
      }
      let inside = SourceRange(start: opening.end, end: closing.start)
      let content = Blanks.trimmed(inside, in: source)
      let equals = UInt8(ascii: "=")
      guard !content.isEmpty, source[content.start] != equals, source[content.end - 1] != equals else { continue }
      changes.propose(
        node.range,
        [
          SyntaxEdit(replacing: SourceRange(start: inside.start, end: content.start), with: " "),
          SyntaxEdit(replacing: SourceRange(start: content.end, end: inside.end), with: " "),
        ]
      )
    }
  }
}
