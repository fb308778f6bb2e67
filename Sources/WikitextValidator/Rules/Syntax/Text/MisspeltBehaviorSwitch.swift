import WikitextSyntax

/// `misspelt-behavior-switch`: a word between double underscores is no switch that MediaWiki knows.
struct MisspeltBehaviorSwitch: PageRule {
  let about = RuleDescription(
    id: "misspelt-behavior-switch",
    family: .syntax,
    severity: .warning,
    summary: "A word between double underscores is no switch that MediaWiki knows.",
    explanation: """
      A switch such as `__NOTOC__` that is misspelt does nothing and is shown as text. Found are words of capital \
      letters between double underscores in the text; not in `<code>` and the like.
      """,
    bad: """
      __NOTOCC__
      The Isar flows north.
      """,
    good: """
      __NOTOC__
      The Isar flows north.
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, !page.isTransclusionSource else { return }
    let source = page.source
    for mark in page.textMarks where mark.byte == UInt8(ascii: "_") && mark.count == 2 {
      let start = mark.start + 2
      var end = start
      while end < source.count, source[end] &- 0x41 < 26 || end > start && source[end] == UInt8(ascii: "_") {
        if source[end] == UInt8(ascii: "_"), end + 1 < source.count, source[end + 1] == UInt8(ascii: "_") { break }
        end += 1
      }
      guard end >= start + 3, end + 1 < source.count, source[end] == UInt8(ascii: "_"),
        source[end + 1] == UInt8(ascii: "_"),
        places.surroundings[mark.leaf].isDisjoint(with: [.unread, .argument])
      else { continue }
      let word = Array(source[mark.start..<end + 2])
      let nearest = Spelling.nearest(word, among: MisspeltBehaviorSwitch.switches(page.configuration))
      let suggestion = nearest.map { "; did you mean \(String(decoding: $0, as: UTF8.self))?" } ?? ""
      findings.report(
        "\(String(decoding: word, as: UTF8.self)) is no switch and is shown as text\(suggestion)",
        at: SourceRange(start: mark.start, end: end + 2)
      )
    }
  }

  private static func switches(_ configuration: SiteConfiguration) -> [[UInt8]] {
    MagicWord.all.filter { $0.roles.contains(.behaviorSwitch) }
      .flatMap { configuration.spellings(of: $0) }.map { Array($0.utf8) }
  }
}
