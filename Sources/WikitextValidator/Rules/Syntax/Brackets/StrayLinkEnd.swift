import WikitextSyntax

/// `stray-link-end`: `]]` closes nothing, or a link that one bracket opens.
struct StrayLinkEnd: BracketRule {
  let about = RuleDescription(
    id: "stray-link-end",
    family: .syntax,
    severity: .error,
    summary: "`]]` closes nothing, or a link that one bracket opens.",
    explanation: """
      Readers see the brackets where a link was meant. Found are `]]` in the text to which there is no `[[` on the \
      same line, and links opened by one bracket: `[Isar]]`. Open the link with `[[`, or delete the brackets.
      """,
    bad: "The [Loisach]] flows into the [[Isar]].",
    good: "The [[Loisach]] flows into the [[Isar]]."
  )

  static let kind = BracketMistake.Kind.strayLinkEnd

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "there is no [[ to this ]]"
  }
}
