import WikitextSyntax

/// `duplicate-attribute`: an element has an attribute twice.
struct DuplicateAttribute: PageRule {
  let about = RuleDescription(
    id: "duplicate-attribute",
    family: .syntax,
    severity: .warning,
    summary: "An element has an attribute twice.",
    explanation: """
      The last one counts, and the others say nothing: of `style="color:red" style="width:5em"` only the width is \
      left. Found are attributes of one name in one tag or part of a table. The fix deletes those that do not \
      count; put what they say into the last one first, where you want it.
      """,
    bad: "<span class=\"note\" class=\"river\">Isar</span>",
    good: "<span class=\"river\">Isar</span>",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for owner in page.attributeOwners where owner.areAttributes && owner.attributes.count > 1 {
      var later: Set<[UInt8]> = []
      for attribute in owner.attributes.reversed() where MalformedAttribute.isName(attribute.name) {
        if later.insert(attribute.name).inserted { continue }
        let range = attribute.syntax.range
        var start = range.start
        while start > 0, ByteClass.isSpace(page.source[start - 1]) { start -= 1 }
        var end = range.end
        while end > start, ByteClass.isSpace(page.source[end - 1]) { end -= 1 }
        let fix = Fix(
          "Delete the one that does not count",
          [SyntaxEdit(deleting: SourceRange(start: start, end: end))],
          within: SourceRange(start: start, end: range.end)
        )
        findings.report(
          "the attribute \(attribute.nameText) is there again, and only the last one counts",
          at: range,
          fix: fix
        )
      }
    }
  }
}
