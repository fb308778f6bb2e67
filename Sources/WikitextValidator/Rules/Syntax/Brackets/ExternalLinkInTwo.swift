import WikitextSyntax

/// `double-bracketed-external-link`: an external link has double brackets.
struct ExternalLinkInTwo: BracketRule {
  let about = RuleDescription(
    id: "double-bracketed-external-link",
    family: .syntax,
    severity: .warning,
    summary: "An external link has double brackets.",
    explanation: """
      External links have one bracket on either side; the second pair is shown. Found is `[[` before an address \
      with `]]` behind it. The fix takes one pair away.
      """,
    bad: "[[https://example.org/isar Its gauges]]",
    good: "[https://example.org/isar Its gauges]",
    hasFix: true
  )

  static let kind = BracketMistake.Kind.externalLinkInTwo

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "an external link has one bracket on either side, not two"
  }

  func fix(_ range: SourceRange, in page: CheckedPage) -> Fix? {
    Fix(
      "Take one pair of brackets away",
      [
        SyntaxEdit(deleting: SourceRange(start: range.start, end: range.start + 1)),
        SyntaxEdit(deleting: SourceRange(start: range.end - 1, end: range.end)),
      ]
    )
  }
}
