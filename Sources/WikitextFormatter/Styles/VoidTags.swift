import WikitextSyntax

/// `<br />` → `<br>`
struct VoidTags: FormatStyle {
  let about = StyleDescription(
    id: "void-tags",
    summary: "Tags of elements that are always empty have no slash, those of extensions have a space before it",
    explanation: """
      `<br/>` and `<br />` become `<br>`, and so with `hr` and `wbr`; `<ref name="a"/>` becomes `<ref name="a" />`. An \
      attribute without quotation marks before the slash leaves the tag as it is.
      """,
    before: "Isar<br/>Loisach<ref name=\"map\"/>\n",
    after: "Isar<br>Loisach<ref name=\"map\" />\n"
  )
  let freedoms: Freedoms = .selfClosing

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    let source = page.source
    for tag in page.nodes([.startTag]) where tag.flags.contains(.selfClosing) {
      let parent = page.parent(of: tag)
      let range = tag.range
      let slash = range.end - 2
      guard range.count > 4, parent.kind != .includeOnly, source[slash] == UInt8(ascii: "/"),
        tag.children.reduce(into: tag, { $0 = $1 }).range == SourceRange(start: slash, end: range.end)
      else { continue }
      let isExtension = parent.kind == .extensionTag
      guard isExtension || HTMLTag(rawValue: UInt8(truncatingIfNeeded: tag.detail))?.isVoid == true else { continue }
      var start = slash
      while start > range.start, Blanks.isSpace(source[start - 1]) { start -= 1 }
      changes.propose(
        range,
        replacing: SourceRange(start: start, end: range.end),
        with: isExtension ? " />" : ">"
      )
    }
  }
}
