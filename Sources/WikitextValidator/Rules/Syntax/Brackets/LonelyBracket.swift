import WikitextSyntax

/// `lonely-bracket`: a single `[` or `]` has no counterpart on its line.
struct LonelyBracket: BracketRule {
  let about = RuleDescription(
    id: "lonely-bracket",
    family: .syntax,
    severity: .info,
    summary: "A single `[` or `]` has no counterpart on its line.",
    explanation: """
      As a rule a bracket was forgotten, or a link lost one of its two. Found are single brackets in running text; \
      not those in `<code>` and the like, nor those of intervals such as `[0, 1)` and `]0, 1[`.
      """,
    bad: "The Isar [Latin: Isara is a river.",
    good: "The Isar [Latin: Isara] is a river."
  )

  static let kind = BracketMistake.Kind.lonely

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "\(text) has no counterpart on its line"
  }
}
