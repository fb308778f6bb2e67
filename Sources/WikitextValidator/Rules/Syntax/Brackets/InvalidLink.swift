import WikitextSyntax

/// `invalid-link-target`: double brackets make no link, because their target can be no title.
struct InvalidLink: BracketRule {
  let about = RuleDescription(
    id: "invalid-link-target",
    family: .syntax,
    severity: .error,
    summary: "Double brackets make no link, because their target can be no title.",
    explanation: """
      `[[a<b]]`, `[[]]` and `[[{x}]]` are text: titles have none of `[ ] < > { } |` and are not empty. Found are \
      pairs of double brackets on one line that the parser leaves in the text. Mend the target; where the brackets \
      are wanted, put them into `<nowiki>`.
      """,
    bad: "The [[<Loisach>]] flows into the Isar.",
    good: "The [[Loisach]] flows into the Isar."
  )

  static let kind = BracketMistake.Kind.link

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "\(text) is no link: its target can be no title"
  }
}
