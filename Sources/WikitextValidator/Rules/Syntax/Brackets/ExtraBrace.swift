import WikitextSyntax

/// `extra-brace`: a single brace stands right beside the braces of a call.
struct ExtraBrace: BracketRule {
  let about = RuleDescription(
    id: "extra-brace",
    family: .syntax,
    severity: .warning,
    summary: "A single brace stands right beside the braces of a call.",
    explanation: """
      `{{{convert|295|km}}` is a `{` and a call, `{{convert|295|km}}}` is a call and a `}`: the brace too many is \
      shown. Found is one brace that touches a call of a template, a function or a parameter. Where the brace is \
      wanted, as around a set in mathematics, put a blank or `<nowiki/>` between the two.
      """,
    bad: "{{convert|295|km}}} from its source",
    good: "{{convert|295|km}} from its source"
  )

  static let kind = BracketMistake.Kind.extraBrace

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "a single \(text) touches the braces of a call"
  }
}
