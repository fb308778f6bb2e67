import WikitextSyntax

/// `stray-template-end`: `}}` in the text closes nothing.
struct StrayTemplateEnd: BracketRule {
  let about = RuleDescription(
    id: "stray-template-end",
    family: .syntax,
    severity: .error,
    summary: "`}}` in the text closes nothing.",
    explanation: """
      Readers see the braces, and often a call before them ended too early: a brace too many in one of its \
      arguments closed it. Found are two or more `}` in the text to which there is no `{{`. Delete them, or look \
      for the call that they belong to.
      """,
    bad: "{{convert|295|km}} long}} and clear.",
    good: "{{convert|295|km}} long and clear."
  )

  static let kind = BracketMistake.Kind.strayCallEnd

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "\(text) closes nothing"
  }
}
