import WikitextSyntax

/// `unbalanced-heading`: a heading has not as many equals signs on its right as on its left.
struct UnbalancedHeading: PageRule {
  let about = RuleDescription(
    id: "unbalanced-heading",
    family: .syntax,
    severity: .error,
    summary: "A heading has not as many equals signs on its right as on its left.",
    explanation: """
      `== Course ===` is a heading of the second level whose text ends in `=`; `== Course` is no heading at all, \
      and neither is a line that goes on behind the second signs. Found are headings whose text begins or ends \
      with an equals sign, and lines that begin with two or more and are no headings. Make both sides alike, and \
      put what follows on a line of its own.
      """,
    bad: """
      == Course ===
      The Isar flows north.
      """,
    good: """
      == Course ==
      The Isar flows north.
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for node in page.nodes(.heading) {
      guard let heading = HeadingSyntax(node) else { continue }
      let content = page.source[heading.contentRange.offsets]
      guard content.count > 1, let first = content.first, let last = content.last else { continue }
      if first == UInt8(ascii: "=") || last == UInt8(ascii: "=") {
        findings.report("the heading \(page.excerpt(node.range)) has more equals signs on one side", at: node.range)
      }
    }
    guard let places = page.places, let tree = page.tree else { return }
    for mark in page.textMarks where mark.byte == UInt8(ascii: "=") && mark.count >= 2 {
      guard mark.count <= 6, mark.start == 0 || ByteClass.isLineBreak(page.source[mark.start - 1]),
        places.surroundings[mark.leaf].isDisjoint(with: [.argument, .unread, .heading, .otherExtension]),
        tree.records[mark.leaf].start == UInt32(truncatingIfNeeded: mark.start)
      else { continue }
      let line = page.line(from: mark.start)
      guard line.count > mark.count + 1 else { continue }
      let isDivided = page.source[(mark.start + mark.count)..<line.end].containsPair(UInt8(ascii: "="))
      findings.report(
        isDivided
          ? "the line \(page.excerpt(line)) is no heading, because something follows its equals signs"
          : "the heading \(page.excerpt(line)) is not ended by \(String(repeating: "=", count: mark.count))",
        at: line
      )
    }
  }
}
