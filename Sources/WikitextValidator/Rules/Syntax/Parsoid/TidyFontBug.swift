import WikitextSyntax

/// `tidy-font-bug`: a colour around a link that the link does not take.
struct TidyFontBug: PageRule {
  let about = RuleDescription(
    id: "tidy-font-bug",
    family: .syntax,
    severity: .warning,
    summary: "A `<font color>` holds nothing but a link, which keeps its own colour.",
    explanation: """
      MediaWiki once moved such a `<font>` into the link; browsers do not, and the link is shown in the colour of links. \
      Put the colour into the text of the link: `[[Isar|<span style="color:green">Isar</span>]]`. Found is a `<font>` \
      with `color` around exactly one link and nothing else, no space either.
      """,
    bad: "<font color=\"green\">[[Isar]]</font>",
    good: "[[Isar|<span style=\"color:green\">Isar</span>]]"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup, let tree = page.tree else { return }
    for node in markup.nodes where node.name == MarkupName(.font) {
      guard !node.flags.contains(.impliedStart), holdsOneLink(node, markup),
        let tag = tree.node(NodeID(Int(node.record))).flatMap(TagSyntax.init), tag.attribute(named: "color") != nil
      else { continue }
      findings.report("the link in <font> keeps its own colour; put the colour into the link's text", at: node.range)
    }
  }

  private func holdsOneLink(_ node: MarkupNode, _ markup: MarkupTree) -> Bool {
    var child = node.first
    var links = 0
    while child != 0 {
      switch markup[child].name {
      case .link: links += 1
      case .hidden: break
      default: return false
      }
      child = markup[child].next
    }
    return links == 1
  }
}
