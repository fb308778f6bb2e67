import WikitextSyntax

/// `stripped-tag`: tags that close or open nothing.
struct StrippedTag: PageRule {
  let about = RuleDescription(
    id: "stripped-tag",
    family: .syntax,
    severity: .warning,
    summary: "An end tag closes nothing, or a tag of a table stands in no table: it is ignored.",
    explanation: """
      Browsers drop an end tag whose element is not open where it stands, and the tags of cells and rows outside of \
      tables. Either the start tag is missing or misspelt, or the element ended before: with its paragraph, its cell, \
      its list item, or a link. An end tag that comes too late for its element is found as `misnested-tag` instead.

      The fix deletes the end tag of an inline element, which changes nothing that readers see.
      """,
    bad: "The Isar</small> rises in Tyrol",
    good: "The Isar rises in Tyrol",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let faults = page.markupFaults else { return }
    for node in faults.nodes(.strippedTag) {
      let isEndTag = node.record != 0 && page.tree?.node(NodeID(Int(node.record)))?.kind == .endTag
      let message =
        isEndTag ? "\(node.endSpelling) closes nothing" : "\(node.spelling) stands in no table, and is ignored"
      let fix = isEndTag && isRemovable(node, page) ? Fix("Delete the tag", [SyntaxEdit(deleting: node.range)]) : nil
      findings.report(message, at: node.range, fix: fix)
    }
  }

  /// Whether the tag means nothing to paragraphs, and something else stands on its line.
  private func isRemovable(_ node: MarkupNode, _ page: CheckedPage) -> Bool {
    guard let tag = node.stray.tag, !tag.isBlock else { return false }
    let source = page.source
    var before = Int(node.start)
    while before > 0, source[before - 1] == 0x20 { before -= 1 }
    var behind = Int(node.end)
    while behind < source.count, source[behind] == 0x20 { behind += 1 }
    let startsLine = before == 0 || source[before - 1] == 0x0A
    // What follows could mean something else at the start of the line, what touches could become one mark.
    return !startsLine && !joins(source, before, behind)
  }

  private func joins(_ source: [UInt8], _ before: Int, _ behind: Int) -> Bool {
    guard before > 0, behind < source.count else { return false }
    return source[before - 1] == source[behind] && !isWordByte(source[behind])
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
  }
}
