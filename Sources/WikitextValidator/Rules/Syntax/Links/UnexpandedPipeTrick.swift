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
      guard let shown = PipeTrick.text(page.source, range) else { continue }
      let insertion = SyntaxEdit(replacing: SourceRange(start: range.end - 2, end: range.end - 2), with: shown)
      findings.report(
        "\(page.excerpt(range)) is no link, for no text follows its pipe",
        at: range,
        fix: Fix("Write the text", [insertion])
      )
    }
  }
}
