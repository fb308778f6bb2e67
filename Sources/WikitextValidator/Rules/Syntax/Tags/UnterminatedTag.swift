import WikitextSyntax

/// `unterminated-tag`: a tag of HTML has no `>`.
struct UnterminatedTag: PageRule {
  let about = RuleDescription(
    id: "unterminated-tag",
    family: .syntax,
    severity: .error,
    summary: "A tag of HTML has no `>`.",
    explanation: """
      `<span class="a"` without its `>` is text, and what it should have marked is not marked. Found are names of \
      HTML elements behind a `<` where no `>` ends the tag before the next tag, or before the end of the argument \
      or the link that it stands in. Close the tag.
      """,
    bad: "The <small Isar</small> is a river.",
    good: "The <small>Isar</small> is a river."
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places else { return }
    for tag in TagLikeText.all(in: page, places) where !tag.isInFunction {
      guard case .html(let element) = tag.kind, tag.end == nil else { continue }
      let range = SourceRange(start: tag.start, end: tag.nameEnd)
      findings.report(
        "the tag <\(tag.isEnd ? "/" : "")\(element.name) is not ended by > and is shown as text",
        at: range
      )
    }
  }
}
