import WikitextSyntax

/// `self-closed-tag`: a slash in the start tag of an element that may have content.
struct SelfClosedTag: PageRule {
  let about = RuleDescription(
    id: "self-closed-tag",
    family: .syntax,
    severity: .warning,
    summary: "An element that may have content is written as if it had none: `<sub/>`.",
    explanation: """
      HTML knows no `<span/>`: browsers ignore the slash, MediaWiki takes the element to be empty. Often an end tag was \
      meant and the slash is at the wrong end. Write `</sub>` where something is to be closed, `<span></span>` for an \
      empty element. `<br/>`, `<hr/>` and the tags of extensions (`<ref … />`) are fine.
      """,
    bad: "CO<sub>2<sub/>",
    good: "CO<sub>2</sub>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let faults = page.markupFaults else { return }
    for node in faults.nodes(.selfClosedTag) {
      findings.report(
        "\(node.spelling) may not close itself with a slash; write \(node.endSpelling) if it is to close something",
        at: node.openRange
      )
    }
  }
}
