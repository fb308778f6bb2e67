import WikitextSyntax

/// `table-line-outside-table`: a line of a table stands outside of any table.
struct TableLineOutsideTable: PageRule {
  let about = RuleDescription(
    id: "table-line-outside-table",
    family: .syntax,
    severity: .error,
    summary: "A line of a table stands outside of any table.",
    explanation: """
      `|}`, `|-` and `|+` at the start of a line mean something in a table only; elsewhere they are shown. As a \
      rule a table ended too early, or its `{|` is missing. Not found are lines behind a template that has a line \
      to itself in the same section, for it may have begun the table, lines in arguments of templates, and pages \
      that are made to be put into others.
      """,
    bad: """
      The Isar flows north.
      |-
      | Isar
      |}
      """,
    good: """
      {|
      |-
      | Isar
      |}
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, !page.isTransclusionSource else { return }
    var openers: LineStarts?
    let source = page.source
    for mark in page.textMarks where mark.byte == UInt8(ascii: "|") && mark.count == 1 && mark.start + 1 < source.count
    {
      let next = source[mark.start + 1]
      guard next == UInt8(ascii: "}") || next == UInt8(ascii: "-") || next == UInt8(ascii: "+"),
        mark.start == 0 || ByteClass.isLineBreak(source[mark.start - 1]),
        places.surroundings[mark.leaf].isDisjoint(with: [.table, .argument, .unread, .otherExtension])
      else { continue }
      let starts = openers ?? LineStarts(page)
      openers = starts
      if starts.hasCall(before: mark.start) { continue }
      let range = SourceRange(start: mark.start, end: mark.start + 2)
      findings.report("\(page.excerpt(range)) stands outside of a table", at: range)
    }
  }
}
