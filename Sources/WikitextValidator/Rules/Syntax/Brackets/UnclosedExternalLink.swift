import WikitextSyntax

/// `unclosed-external-link`: `[` before an address is not closed on its line.
struct UnclosedExternalLink: BracketRule {
  let about = RuleDescription(
    id: "unclosed-external-link",
    family: .syntax,
    severity: .error,
    summary: "`[` before an address is not closed on its line.",
    explanation: """
      An external link must end on the line on which it begins: without a `]` there the bracket is text, and the \
      address is a link by itself, with its text as plain text behind it. Close the link, and write `<br>` for a \
      line break in its text.
      """,
    bad: "* [https://example.org/isar Gauges of the Isar",
    good: "* [https://example.org/isar Gauges of the Isar]"
  )

  static let kind = BracketMistake.Kind.unclosedExternalLink

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "the external link \(page.excerpt(behind: range.start)) is not closed with ] on its line"
  }
}
