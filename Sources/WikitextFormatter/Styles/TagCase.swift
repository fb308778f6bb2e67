import WikitextSyntax

/// `<BR>` → `<br>`
struct TagCase: FormatStyle {
  let about = StyleDescription(
    id: "tag-case",
    summary: "Names of tags and of their attributes are in small letters",
    explanation: """
      Names of HTML elements, of extensions' tags and of attributes are written in small letters; case does not count in \
      them. Their values stay as they are.
      """,
    before: "<DIV Class=\"map\">Isar<BR></Div>\n",
    after: "<div class=\"map\">Isar<br></div>\n"
  )
  let freedoms: Freedoms = .tagCase

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    for node in page.nodes([.startTag, .endTag, .attributeName]) {
      let part: Syntax
      if node.kind == .startTag {
        guard let name = page.next(after: node), name.kind == .delimiter else { continue }
        part = name
      } else {
        part = node
      }
      let lowercased = part.bytes.map(Bytes.lowercased)
      changes.propose(part.range, [SyntaxEdit(replacing: part.range, with: lowercased)])
    }
  }
}
