import WikitextSyntax

/// `pipe-in-external-link`: a pipe instead of a blank ends the address of an external link.
struct PipeInExternalLink: PageRule {
  let about = RuleDescription(
    id: "pipe-in-external-link",
    family: .syntax,
    severity: .warning,
    summary: "A pipe instead of a blank ends the address of an external link.",
    explanation: """
      The text of an external link follows a blank; with a pipe, as in links to pages, it becomes part of the \
      address, which then leads nowhere. Found is a pipe in the address of a link in brackets with something \
      behind it that has no slash, `=`, `&` or `%`, as addresses have. The fix writes a blank.
      """,
    bad: "[https://example.org/isar|Gauges of the river]",
    good: "[https://example.org/isar Gauges of the river]",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, let tree = page.tree else { return }
    for mark in page.textMarks where mark.byte == UInt8(ascii: "|") && places.surroundings[mark.leaf].contains(.address)
    {
      let frame = tree.records[Int(places.frames[mark.leaf])]
      let end = Int(tree.records[Int(frame.next)].start)
      guard frame.kind == .url, mark.start + mark.count < end,
        !page.source[(mark.start + mark.count)..<end].contains(where: { "/=&%|+;".utf8.contains($0) })
      else { continue }
      let link = tree.records[Int(places.parents[Int(places.frames[mark.leaf])])]
      let scope = SourceRange(start: Int(link.start), end: Int(tree.records[Int(link.next)].start))
      let fix = Fix("Write a blank", [SyntaxEdit(replacing: mark.range, with: " ")], within: scope)
      findings.report(
        "the text \(page.excerpt(SourceRange(start: mark.start + mark.count, end: end))) is part of the address",
        at: mark.range,
        fix: fix
      )
    }
  }
}
