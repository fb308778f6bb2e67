import WikitextSyntax

/// `stray-extension-end-tag`: an end tag of an extension such as `</ref>` closes nothing.
struct StrayExtensionEndTag: PageRule {
  let about = RuleDescription(
    id: "stray-extension-end-tag",
    family: .syntax,
    severity: .error,
    summary: "An end tag of an extension such as `</ref>` closes nothing.",
    explanation: """
      Readers see `</ref>` in the text. As a rule a reference is closed twice, or its start tag is broken: \
      `<refname="a">`. Found are end tags of extensions in the text. Delete the tag, or mend the one before it.
      """,
    bad: "The Isar is long.<ref>Atlas, p. 3</ref></ref>",
    good: "The Isar is long.<ref>Atlas, p. 3</ref>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places else { return }
    for tag in TagLikeText.all(in: page, places) where tag.isEnd && !tag.isInFunction {
      guard case .extension(let index, _) = tag.kind else { continue }
      let range = SourceRange(start: tag.start, end: tag.end ?? tag.nameEnd)
      findings.report(
        "</\(page.configuration.extensionTags[index].name)> closes nothing and is shown as text",
        at: range
      )
    }
  }
}
