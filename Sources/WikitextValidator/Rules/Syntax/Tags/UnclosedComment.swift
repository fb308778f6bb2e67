import WikitextSyntax

/// `unclosed-comment`: a comment is never closed.
struct UnclosedComment: PageRule {
  let about = RuleDescription(
    id: "unclosed-comment",
    family: .syntax,
    severity: .error,
    summary: "A comment is never closed.",
    explanation: """
      Everything behind `<!--` is hidden, up to the end of the page, when no `-->` follows. Found is a comment \
      that reaches the end of the page. Close it.
      """,
    bad: "The Isar <!-- check the length is 295 km long.",
    good: "The Isar <!-- check the length --> is 295 km long."
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for comment in page.nodes(.comment) where comment.flags.contains(.missingClose) {
      findings.report(
        "the comment hides the rest of the page, for no --> closes it",
        at: SourceRange(start: comment.range.start, end: min(comment.range.end, comment.range.start + 4))
      )
    }
  }
}
