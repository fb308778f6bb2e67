import WikitextSyntax

/// `nested-link`: a link stands in the text of another link.
struct NestedLink: BracketRule {
  let about = RuleDescription(
    id: "nested-link",
    family: .syntax,
    severity: .error,
    summary: "A link stands in the text of another link.",
    explanation: """
      Links cannot be nested: the inner one is a link, and of the outer one the brackets and the target are shown \
      as text. Found are double brackets around a link, unless they embed a file, whose caption may hold links. \
      Take one of the two out.
      """,
    bad: "[[Isar|a river of [[Bavaria]]]]",
    good: "[[Isar|a river of Bavaria]]"
  )

  static let kind = BracketMistake.Kind.outerLink

  func message(_ text: String, at range: SourceRange, in page: CheckedPage) -> String {
    "the link \(text) holds another, so it is text"
  }
}
