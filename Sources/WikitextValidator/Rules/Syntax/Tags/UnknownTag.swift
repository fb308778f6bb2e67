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
      through. Found is a name of letters and digits between `<` and `>` in the text that has attributes, a slash, a tag \
      of the other kind somewhere on the page, the name of an element of HTML, or nearly that of a tag; not in `<code>` \
      and the like. What stands alone is taken for words that are meant to be read: `<your name>`, `<unsigned>`; and so is \
      what directly follows a word, as in `vector<int>`. Where the brackets are wanted, `&lt;` is safer.
      """,
    bad: "The Isar<refs>Atlas, p. 3</refs> is a river.",
    good: "The Isar<ref>Atlas, p. 3</ref> is a river."
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places else { return }
    let tags = TagLikeText.all(in: page, places).filter { $0.kind == nil && $0.end != nil }
    guard !tags.isEmpty else { return }
    let names = UnknownTag.names(page.configuration)
    let folded = tags.map { ByteClass.folded(page.source[$0.nameStart..<$0.nameEnd]) }
    let started = Set(zip(tags, folded).lazy.filter { !$0.0.isEnd }.map(\.1))
    let ended = Set(zip(tags, folded).lazy.filter(\.0.isEnd).map(\.1))
    for (tag, name) in zip(tags, folded) {
      guard let end = tag.end else { continue }
      let nearest = Spelling.nearest(name, among: names)
      let isPaired = started.contains(name) && ended.contains(name)
      guard
        isPaired
          || UnknownTag.isMeant(
            tag,
            end,
            isNamed: UnknownTag.html.contains(name) || nearest != nil && name.count > 3,
            page
          )
      else { continue }
      let spelling = String(decoding: page.source[tag.nameStart..<tag.nameEnd], as: UTF8.self)
      let suggestion = nearest.map { "; did you mean <\(String(decoding: $0, as: UTF8.self))>?" } ?? ""
      findings.report(
        "<\(tag.isEnd ? "/" : "")\(spelling)> is no tag and is shown as text\(suggestion)",
        at: SourceRange(start: tag.start, end: end)
      )
    }
  }

  /// Whether a tag is meant that has no other one of its name on the page, and not words between brackets.
  ///
  /// - Parameters:
  ///   - tag: what looks like one.
  ///   - end: where it ends.
  ///   - isNamed: whether its name is one of a tag, or nearly so.
  ///   - page: the page.
  /// - Returns: whether it has the form of a tag and of nothing else.
  private static func isMeant(_ tag: TagLikeText, _ end: Int, isNamed: Bool, _ page: CheckedPage) -> Bool {
    let rest = page.source[tag.nameEnd..<end]
    if rest.contains(UInt8(ascii: "=")) || rest.suffix(2).first == UInt8(ascii: "/") { return true }
    // No words behind the name.
    guard isNamed, rest.dropLast().allSatisfy(ByteClass.isSpace) else { return false }
    guard !tag.isEnd, tag.start > 0 else { return true }
    let before = page.source[tag.start - 1]
    return !ByteClass.isWord(before) && before < 0x80 && !":>".utf8.contains(before)
  }

  /// Elements of HTML that wikis do not let through.
  private static let html = Set(
    """
    a applet area article aside audio base basefont blink body button canvas col colgroup datalist details dialog dir
    embed fieldset figcaption figure footer form frame frameset head header hgroup html iframe img input label legend
    link main map marquee menu meta meter nav noframes noscript object optgroup option output param picture progress
    script section select slot source style summary svg template textarea title track video
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  )

  private static func names(_ configuration: SiteConfiguration) -> [[UInt8]] {
    configuration.extensionTags.map { Array($0.name.utf8) } + HTMLTag.allCases.map { Array($0.name.utf8) }
  }
}
