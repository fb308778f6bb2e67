import WikitextSyntax

/// `unexpanded-pipe-trick`: a link ends in a pipe with no text behind it.
struct UnexpandedPipeTrick: PageRule {
  let about = RuleDescription(
    id: "unexpanded-pipe-trick",
    family: .syntax,
    severity: .error,
    summary: "A link ends in a pipe with no text behind it.",
    explanation: """
      When a page is saved, MediaWiki completes `[[Isar (river)|]]` to `[[Isar (river)|Isar]]`, but not in `<ref>` \
      and other extension tags: there it stays, and is shown as text, brackets and all. Found are double brackets \
      on one line that hold a target and a pipe at the end. The fix writes the text that MediaWiki would have \
      written.
      """,
    bad: "<ref>The map of the [[Isar (river)|]]</ref>",
    good: "<ref>The map of the [[Isar (river)|Isar]]</ref>",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for mistake in page.bracketMistakes where mistake.kind == .pipeTrick {
      let range = mistake.range
      guard let shown = UnexpandedPipeTrick.shown(page.source, range) else { continue }
      let insertion = SyntaxEdit(replacing: SourceRange(start: range.end - 2, end: range.end - 2), with: shown)
      findings.report(
        "\(page.excerpt(range)) is no link, for no text follows its pipe",
        at: range,
        fix: Fix("Write the text", [insertion])
      )
    }
  }

  /// The text that a link of the pipe trick gets (`Parser::pstPass2`): the target without the prefix of a namespace, and
  /// without what follows in brackets, or behind a comma.
  ///
  /// - Parameters:
  ///   - source: the page.
  ///   - link: the link with its brackets.
  /// - Returns: nil where the link is no pipe trick.
  static func shown(_ source: [UInt8], _ link: SourceRange) -> [UInt8]? {
    var target = source[link.offsets].dropFirst(2).dropLast(2)
    guard target.count <= 300, target.popLast() == UInt8(ascii: "|"), !target.isEmpty,
      !target.contains(where: { "[]{}<>|#".utf8.contains($0) })
    else { return nil }
    if target.first == UInt8(ascii: ":") { target = target.dropFirst() }
    if let colon = target.firstIndex(of: UInt8(ascii: ":")) { target = target[(colon + 1)...] }
    if target.last == UInt8(ascii: ")"), let open = target.lastIndex(of: UInt8(ascii: "(")), open > target.startIndex {
      target = target[..<open]
    } else if let comma = target.firstIndex(of: UInt8(ascii: ",")) {
      target = target[..<comma]
    }
    while target.last == 0x20 { target.removeLast() }
    while target.first == 0x20 { target.removeFirst() }
    return target.isEmpty ? nil : Array(target)
  }
}
