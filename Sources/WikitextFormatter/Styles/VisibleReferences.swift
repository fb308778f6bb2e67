import WikitextSyntax

/// `&ndash;` → `–`
struct VisibleReferences: FormatStyle {
  let about = StyleDescription(
    id: "visible-references",
    summary: "Characters that can be told from all others stand as themselves",
    explanation: """
      References by name or number to dashes, quotation marks, letters with accents, small Greek letters and common \
      symbols become the character. References to what is markup (`&lt;`), what cannot be seen (`&nbsp;`) and what looks \
      like another character (`&minus;`, `&prime;`) stay, and so do all in arguments of templates, in addresses and in \
      attributes.
      """,
    before: "It flows 295&nbsp;km &ndash; from T&yacute;rol.\n",
    after: "It flows 295&nbsp;km – from Týrol.\n"
  )
  let freedoms: Freedoms = .characterReferences

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    for node in page.nodes([.characterReference], outside: [.exact, .argument, .verbatim]) {
      guard let character = VisibleCharacters.character(node.bytes) else { continue }
      changes.propose(node.range, replacing: node.range, with: character)
    }
  }
}
