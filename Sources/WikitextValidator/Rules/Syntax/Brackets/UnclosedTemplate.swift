import WikitextSyntax

/// `unclosed-template`: `{{` of a template call, a parser function or a parameter is never closed.
struct UnclosedTemplate: BracketRule {
  let about = RuleDescription(
    id: "unclosed-template",
    family: .syntax,
    severity: .error,
    summary: "`{{` of a template call, a parser function or a parameter is never closed.",
    explanation: """
      A call that is not closed is no call: the page shows its source, with all arguments, up to the end of the \
      page or of what it stands in. Found are two or more `{` in the text that nothing closes. A single `{` is \
      never reported, nor is anything in `<nowiki>`, `<pre>`, `<code>` or a comment. Close the call with as many \
      `}` as it has `{`.
      """,
    bad: "The Isar is {{convert|295|km long.",
    good: "The Isar is {{convert|295|km}} long."
  )

  static let kind = BracketMistake.Kind.unclosedCall

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "\(page.excerpt(behind: range.start)) is never closed with \(String(repeating: "}", count: min(text.utf8.count, 8)))"
  }
}
