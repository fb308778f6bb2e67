import WikitextSyntax

/// `*Munich` → `* Munich`
struct ItemBlanks: FormatStyle {
  let about = StyleDescription(
    id: "item-blanks",
    summary: "A list item's text stands apart from its markers",
    explanation: """
      One space stands behind the markers of a list item. Where something follows that may yet turn into markers, such as \
      a parameter or a parser function, nothing is put between; nor before a table that colons indent.
      """,
    before: "*Munich\n**Au\n",
    after: "* Munich\n** Au\n"
  )
  let freedoms: Freedoms = .itemBlanks

  private static let starts: SyntaxKindSet = [
    .text, .characterReference, .magicLink, .wikilink, .interwikiLink, .externalLink, .autolink, .bold, .italic,
    .htmlElement, .startTag, .extensionTag, .template, .fileLink,
  ]

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    guard !page.isTransclusion else { return }
    let source = page.source
    for item in page.nodes([.listItem], outside: FormattedPage.Place.spaced)
    where item.flags.isDisjoint(with: [.sameLine, .tooDeep]) {
      guard let mark = page.next(after: item), mark.kind == .delimiter, let content = page.next(after: mark),
        ItemBlanks.starts.contains(content.kind)
      else { continue }
      let start = mark.range.end
      let end = content.kind == .text ? Blanks.end(from: start, in: source, limit: content.range.end) : start
      if end == content.range.end, end > start { continue }
      changes.propose(item.range, replacing: SourceRange(start: start, end: end), with: " ")
    }
  }
}
