import WikitextSyntax

/// `empty-list-item`: an item of a list has nothing in it.
struct EmptyListItem: PageRule {
  let about = RuleDescription(
    id: "empty-list-item",
    family: .structure,
    severity: .info,
    summary: "An item of a list has nothing in it.",
    explanation: """
      A `*` or `#` alone on a line makes a bullet or a number with nothing behind it. Found are such items without \
      text, nested lists or anything else, at the end of a list or in it; not those in arguments of templates, \
      which may be waiting to be filled. The fix deletes the line.
      """,
    bad: """
      * Loisach
      *
      * Amper
      """,
    good: """
      * Loisach
      * Amper
      """,
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, let tree = page.tree else { return }
    for node in page.nodes(.listItem) {
      guard node.detail == Int(UInt8(ascii: "*")) || node.detail == Int(UInt8(ascii: "#")),
        places.surroundings[node.id.rawValue].isDisjoint(with: [.argument, .code, .includeOnly])
      else { continue }
      let index = node.id.rawValue
      var isEmpty = true
      // The marks come first; whatever else there is comes next to them.
      for child in (index + 1)..<max(Int(tree.records[index].next), index + 1) {
        let record = tree.records[child]
        if record.kind == .delimiter || record.kind == .newline { continue }
        if record.kind == .text,
          page.source[Int(record.start)..<Int(tree.records[child + 1].start)].allSatisfy(ByteClass.isSpace)
        {
          continue
        }
        isEmpty = false
        break
      }
      guard isEmpty else { continue }
      let line = page.line(from: node.range.start)
      guard line.count <= 100 else { continue }
      let range = SourceRange(start: node.range.start, end: max(line.end, node.range.start))
      let whole = page.wholeLine(range)
      let fix = whole.count > range.count ? Fix("Delete the line", [SyntaxEdit(deleting: whole)], within: whole) : nil
      findings.report("the item has nothing in it", at: range, fix: fix)
    }
  }
}
