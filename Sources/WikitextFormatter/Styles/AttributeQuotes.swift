import WikitextSyntax

/// `class=map` → `class="map"`
struct AttributeQuotes: FormatStyle {
  let about = StyleDescription(
    id: "attribute-quotes",
    summary: "Values of attributes stand in double quotation marks",
    explanation: """
      Values without quotation marks get double ones, and single ones become double, in tags and in tables; white space \
      around the equals sign goes. Values with a quotation mark, a slash at their end, or anything but text in them stay \
      as they are, and so do values that are not closed.
      """,
    before: "<div class=map id = 'isar'>Isar</div>\n",
    after: "<div class=\"map\" id=\"isar\">Isar</div>\n"
  )
  let freedoms: Freedoms = .attributeForm

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    for attribute in page.nodes([.attribute]) {
      guard let name = attribute.firstChild(.attributeName), let value = attribute.firstChild(.attributeValue),
        !value.range.isEmpty, isPlain(value, page)
      else { continue }
      let content = value.range
      let range = attribute.range
      let quote = range.end > content.end ? page.source[range.end - 1] : 0
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      guard isQuoted ? range.end == content.end + 1 : isBare(attribute, value, page) else { continue }
      changes.propose(
        range,
        [
          SyntaxEdit(replacing: SourceRange(start: name.range.end, end: content.start), with: "=\""),
          SyntaxEdit(replacing: SourceRange(start: content.end, end: isQuoted ? range.end : content.end), with: "\""),
        ]
      )
    }
  }

  /// Whether the value is one text without quotation marks.
  private func isPlain(_ value: Syntax, _ page: FormattedPage) -> Bool {
    guard let text = page.next(after: value), text.kind == .text, text.range == value.range else { return false }
    return !text.bytes.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\n") }
  }

  /// Whether the value has no quotation mark before it, and nothing that MediaWiki would take with it.
  private func isBare(_ attribute: Syntax, _ value: Syntax, _ page: FormattedPage) -> Bool {
    let source = page.source
    let marks = attribute.children.filter { $0.kind == .delimiter }.count
    guard marks == 1, attribute.range.end == value.range.end else { return false }
    let end = value.range.end
    if source[end - 1] == UInt8(ascii: "/") { return false }
    // `name=a/>`: whose the slash is depends on who reads it.
    return page.parent(of: attribute).kind != .startTag || end >= source.count || source[end] != UInt8(ascii: "/")
      || page.parent(of: page.parent(of: attribute)).kind == .extensionTag
  }
}
