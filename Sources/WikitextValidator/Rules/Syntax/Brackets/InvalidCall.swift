import WikitextSyntax

/// `invalid-template-name`: double braces call nothing, because what stands in them can be no name of a page.
struct InvalidCall: BracketRule {
  let about = RuleDescription(
    id: "invalid-template-name",
    family: .syntax,
    severity: .error,
    summary: "Double braces call nothing, because what stands in them can be no name of a page.",
    explanation: """
      `{{a<b}}`, `{{}}` and `{{[x]}}` are text: names of templates have none of `[ ] < > { } #` and are not empty. \
      Readers see the braces and what is in them. Found are pairs of double braces that the parser leaves in the \
      text. Mend the name, or put the braces into `<nowiki>`.
      """,
    bad: "The mouth is at {{[coord]|48.8|12.9}}.",
    good: "The mouth is at {{coord|48.8|12.9}}."
  )

  static let kind = BracketMistake.Kind.call

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "\(text) calls nothing: what stands behind {{ can be no name of a template"
  }
}
