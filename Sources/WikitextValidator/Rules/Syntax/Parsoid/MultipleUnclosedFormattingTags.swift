import WikitextSyntax

/// `multiple-unclosed-formatting-tags`: a second start tag where an end tag was meant.
struct MultipleUnclosedFormattingTags: PageRule {
  let about = RuleDescription(
    id: "multiple-unclosed-formatting-tags",
    family: .syntax,
    severity: .error,
    summary: "A formatting element is opened twice and never closed: the second tag is most likely meant to close it.",
    explanation: """
      In `<font>text<font>` the slash of the end tag is missing. Browsers nest the two, and both hold to the end of the \
      page or cell; two `<small>` without end tags make all that follows twice as small. Found are pairs of which the \
      second stands right behind a word, and the first of several unclosed `<small>` or `<big>` outside of tables. \
      `missing-end-tag` finds each of the tags as well.
      """,
    bad: "The <s>Isar<s> flows to the Danube",
    good: "The <s>Isar</s> flows to the Danube"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let faults = page.markupFaults else { return }
    for node in faults.nodes(.multipleUnclosedFormattingTags) {
      findings.report(
        "\(node.spelling) is opened more than once and not closed; is one of them meant to be \(node.endSpelling)?",
        at: node.openRange
      )
    }
  }
}
