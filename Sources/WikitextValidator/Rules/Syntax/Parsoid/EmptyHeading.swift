import WikitextSyntax

/// `empty-heading`: headings without text.
struct EmptyHeading: PageRule {
  let about = RuleDescription(
    id: "empty-heading",
    family: .syntax,
    severity: .warning,
    summary: "A heading has no text.",
    explanation: """
      A heading without text is an empty line in the table of contents, has no anchor to link to, and tells people who \
      use screen readers nothing. Give it a text or take it out. One of spaces and underscores alone is \
      empty as well, one that holds a template or a picture is not.
      """,
    bad: "== The Isar ==\n=== ===\nIt rises in Tyrol.",
    good: "== The Isar ==\n=== Course ===\nIt rises in Tyrol."
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup else { return }
    for (index, node) in markup.nodes.enumerated() where node.name.traits.contains(.heading) {
      guard !node.flags.contains(.impliedStart), isEmpty(UInt32(truncatingIfNeeded: index), markup, page.source)
      else { continue }
      findings.report("this heading has no text", at: node.range)
    }
  }

  private func isEmpty(_ heading: UInt32, _ markup: MarkupTree, _ source: [UInt8]) -> Bool {
    var node = heading
    while true {
      let record = markup[node]
      switch record.name {
      case .text where source[record.range.offsets].allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "_") }): break
      case .text, .link, .reference, .fragment, .blockFragment, .figure: return false
      default: break
      }
      if record.first != 0 {
        node = record.first
        continue
      }
      while node != heading, markup[node].next == 0 { node = markup[node].parent }
      if node == heading { return true }
      node = markup[node].next
    }
  }
}
