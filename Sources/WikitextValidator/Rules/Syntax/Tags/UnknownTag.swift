import WikitextSyntax

/// `unknown-tag`: what looks like a tag is none that MediaWiki knows.
struct UnknownTag: PageRule {
  let about = RuleDescription(
    id: "unknown-tag",
    family: .syntax,
    severity: .warning,
    summary: "What looks like a tag is none that MediaWiki knows.",
    explanation: """
      Tags of unknown names are shown as text: `<blink>`, `<references2/>`, or `<img>`, which wikis do not let \
      through. Found is a name of letters and digits between `<` and `>`, with or without attributes, in the text; \
      not in `<code>` and the like, nor where the name holds an `@`, as addresses of mail do. Where the brackets \
      are wanted, write `&lt;`.
      """,
    bad: "The Isar<refs>Atlas, p. 3</refs> is a river.",
    good: "The Isar<ref>Atlas, p. 3</ref> is a river."
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places else { return }
    var known: [[UInt8]]?
    for tag in TagLikeText.all(in: page, places) where tag.kind == nil {
      guard let end = tag.end else { continue }
      let name = String(decoding: page.source[tag.nameStart..<tag.nameEnd], as: UTF8.self)
      let names = known ?? UnknownTag.names(page.configuration)
      known = names
      let nearest = Spelling.nearest(ByteClass.folded(name.utf8), among: names)
      let suggestion = nearest.map { "; did you mean <\(String(decoding: $0, as: UTF8.self))>?" } ?? ""
      findings.report(
        "<\(tag.isEnd ? "/" : "")\(name)> is no tag and is shown as text\(suggestion)",
        at: SourceRange(start: tag.start, end: end)
      )
    }
  }

  private static func names(_ configuration: SiteConfiguration) -> [[UInt8]] {
    configuration.extensionTags.map { Array($0.name.utf8) } + HTMLTag.allCases.map { Array($0.name.utf8) }
  }
}
