import WikitextSyntax

/// `unclosed-extension-tag`: a tag of an extension such as `<ref>` is never closed.
struct UnclosedExtensionTag: PageRule {
  let about = RuleDescription(
    id: "unclosed-extension-tag",
    family: .syntax,
    severity: .error,
    summary: "A tag of an extension such as `<ref>` is never closed.",
    explanation: """
      The tag is shown as text, and so is what was meant for a footnote, a formula or a gallery. Found are start \
      tags of extensions in the text that nothing closes; often the end tag lacks its slash: `<ref>Atlas<ref>`. \
      For `<references>` the fix makes `<references />` of it; of the others nobody knows where they should end.
      """,
    bad: """
      The Isar is long.
      <references>
      """,
    good: """
      The Isar is long.
      <references />
      """,
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places else { return }
    for tag in TagLikeText.all(in: page, places) where !tag.isEnd && !tag.isInFunction {
      guard case .extension(let index, _) = tag.kind else { continue }
      let name = page.configuration.extensionTags[index].name
      let range = SourceRange(start: tag.start, end: tag.end ?? tag.nameEnd)
      var fix: Fix?
      if name == "references", let end = tag.end, page.source[end - 2] != UInt8(ascii: "/") {
        fix = Fix("Make the tag empty", [SyntaxEdit(inserting: " /", at: end - 1)])
      }
      findings.report("<\(name)> has no end tag and is shown as text", at: range, fix: fix)
    }
  }
}
