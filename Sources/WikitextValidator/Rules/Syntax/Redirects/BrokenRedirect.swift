import WikitextSyntax

/// `broken-redirect`: a redirect does not redirect.
struct BrokenRedirect: PageRule {
  let about = RuleDescription(
    id: "broken-redirect",
    family: .syntax,
    severity: .error,
    summary: "A redirect does not redirect.",
    explanation: """
      A redirect works only as the first thing of a page, with one `#` right before its word, and a link behind \
      it. Found are `#REDIRECT` (or the word in the wiki's language) with a link behind it further down, behind a \
      blank or a second `#`, and at the start of the page without a link.
      """,
    bad: "# REDIRECT [[Isar]]",
    good: "#REDIRECT [[Isar]]"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for _ in page.nodes(.redirect) { return }
    let source = page.source
    guard let places = page.places else { return }
    for item in page.nodes(.listItem) where item.detail == Int(UInt8(ascii: "#")) {
      guard places.surroundings[item.id.rawValue].isDisjoint(with: [.argument, .table, .otherExtension, .reference])
      else { continue }
      var hash = item.range.start
      var position = hash
      while position < item.range.end, source[position] == UInt8(ascii: "#") {
        hash = position
        position += 1
      }
      while position < item.range.end, ByteClass.isBlank(source[position]) { position += 1 }
      let window = [UInt8(ascii: "#")] + source[position..<min(position + 40, item.range.end)]
      guard let length = page.configuration.redirectKeywordLength(at: 0, in: window.span) else { continue }
      let end = position + length - 1
      let behind = source[end..<item.range.end].drop { ByteClass.isSpace($0) || $0 == UInt8(ascii: ":") }
      let hasLink = behind.starts(with: "[[".utf8)
      let isFirst = source[..<item.range.start].allSatisfy(ByteClass.isSpace)
      guard hasLink || isFirst else { continue }
      let word = page.excerpt(SourceRange(start: hash, end: end))
      findings.report(
        !hasLink
          ? "\(word) does not redirect, for no link follows it"
          : isFirst
            ? "\(word) does not redirect: write one # right before the word"
            : "\(word) does not redirect, for it is not the first thing on the page",
        at: SourceRange(start: item.range.start, end: end)
      )
      return
    }
  }
}
