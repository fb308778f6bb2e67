import WikitextSyntax

/// `unclosed-link`: `[[` is not closed on its line, or by one bracket only.
struct UnclosedLink: BracketRule {
  let about = RuleDescription(
    id: "unclosed-link",
    family: .syntax,
    severity: .error,
    summary: "`[[` is not closed on its line, or by one bracket only.",
    explanation: """
      Without its `]]` a link is text, brackets and all. Found are `[[` in the text to which there is no `]]` on \
      the same line, and links closed by one bracket: `[[Isar]`. Close the link.
      """,
    bad: "The [[Loisach] flows into the [[Isar]].",
    good: "The [[Loisach]] flows into the [[Isar]]."
  )

  static let kind = BracketMistake.Kind.unclosedLink

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "the link \(page.excerpt(behind: range.start)) is not closed with ]]"
  }
}
