import WikitextSyntax

/// `pwrap-bug-workaround`: paragraphs in an inline element whose lines are not to break.
struct PwrapBugWorkaround: PageRule {
  let about = RuleDescription(
    id: "pwrap-bug-workaround",
    family: .syntax,
    severity: .warning,
    summary: "An inline element with `nowrap` holds paragraphs.",
    explanation: """
      A `<span>` with `white-space: nowrap` or the class `nowrap` that begins at the end of a line, in a cell or block, \
      comes to hold paragraphs, which may then break nowhere. Close it in its own line, or use a `<div>`.
      """,
    bad: "<div><span style=\"white-space:nowrap\">\nfrom Scharnitz\nto Deggendorf\n\n</span>\n</div>",
    good: "<div style=\"white-space:nowrap\">\nfrom Scharnitz\nto Deggendorf\n</div>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup, let attributes = page.markupAttributes else { return }
    for node in markup.nodes where node.flags.contains(.literal) && node.first != 0 {
      guard !node.flags.contains(.impliedStart), !node.name.traits.contains(.block),
        markup[node.parent].name.traits.contains(.block), holdsParagraph(node, markup),
        attributes.forbidsBreaks(node)
      else { continue }
      findings.report("\(node.spelling) with nowrap holds paragraphs", at: node.openRange)
    }
  }

  private func holdsParagraph(_ node: MarkupNode, _ markup: MarkupTree) -> Bool {
    var child = node.first
    while child != 0 {
      if markup[child].name == MarkupName(.p) { return true }
      child = markup[child].next
    }
    return false
  }
}

extension MarkupAttributes {
  /// Whether a style or the class that wikis have for it forbids line breaks in an element.
  func forbidsBreaks(_ node: MarkupNode) -> Bool {
    if let style = attribute("style", of: node)?.value, style.contains("nowrap") { return true }
    guard let classes = attribute("class", of: node)?.value else { return false }
    return classes.split(separator: " ").contains("nowrap")
  }
}
