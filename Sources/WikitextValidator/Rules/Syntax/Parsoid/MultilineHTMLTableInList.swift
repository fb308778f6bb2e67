import WikitextSyntax

/// `multiline-html-table-in-list`: a `<table>` of several lines in a list item.
struct MultilineHTMLTableInList: PageRule {
  let about = RuleDescription(
    id: "multiline-html-table-in-list",
    family: .syntax,
    severity: .error,
    summary: "A `<table>` begins in an item of a list and goes on in the lines below.",
    explanation: """
      An item of a list is one line. What comes on the next lines of a `<table>` in it stands outside of the list for \
      MediaWiki and inside for the browser, so that the list may go on to the end of the page. Write the table in one \
      line, put it behind the list, or write the list in HTML too.
      """,
    bad: "* Tributaries: <table>\n<tr><td>Loisach</td></tr>\n</table>",
    good: "* Tributaries: <table><tr><td>Loisach</td></tr></table>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup else { return }
    for node in markup.nodes where node.name == MarkupName(.table) && node.flags.contains(.literal) {
      guard !node.flags.contains(.impliedStart), isInListItem(node, markup),
        page.source[node.range.offsets].contains(0x0A)
      else { continue }
      findings.report("this table goes on behind the line of its list item", at: node.openRange)
    }
  }

  /// Whether the innermost item of a list around is one of wikitext.
  private func isInListItem(_ node: MarkupNode, _ markup: MarkupTree) -> Bool {
    var parent = node.parent
    while parent != 0 {
      switch markup[parent].name.tag {
      case .li?, .dd?, .dt?: return !markup[parent].flags.contains(.literal)
      default: parent = markup[parent].parent
      }
    }
    return false
  }
}
