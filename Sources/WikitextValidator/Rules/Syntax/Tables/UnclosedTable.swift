import WikitextSyntax

/// `unclosed-table`: a table is never closed.
struct UnclosedTable: PageRule {
  let about = RuleDescription(
    id: "unclosed-table",
    family: .syntax,
    severity: .error,
    summary: "A table is never closed.",
    explanation: """
      Without `|}` everything behind the table becomes part of its last cell, headings and all. Found are tables \
      that are ended by the end of the page, or of the cell or the reference that they stand in. Not found are \
      tables in whose last cell a template has a line to itself before any other text, for it may close the table, \
      tables in arguments of templates, and pages that are made to be put into others.
      """,
    bad: """
      {|
      | Isar

      The Isar flows north.
      """,
    good: """
      {|
      | Isar
      |}

      The Isar flows north.
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, let tree = page.tree, !page.isTransclusionSource else { return }
    for table in page.nodes(.table) where table.flags.contains(.missingClose) {
      let index = table.id.rawValue
      guard places.surroundings[index].isDisjoint(with: [.argument, .unread]), !UnclosedTable.mayBeClosed(table, tree)
      else {
        continue
      }
      let start = table.range.start
      findings.report(
        "the table is not closed by |}",
        at: SourceRange(start: start, end: min(start + 2, table.range.end))
      )
    }
  }

  /// Whether a call has a line to itself in the last cell, behind its first line, before any other text does.
  private static func mayBeClosed(_ table: Syntax, _ tree: SyntaxTree) -> Bool {
    var last = table
    for node in table.children where node.kind == .tableRow { last = node }
    for node in last.children where node.kind == .tableCell || node.kind == .tableHeaderCell { last = node }
    var isNewLine = false
    for node in last.children {
      switch node.kind {
      case .newline: isNewLine = true
      case .template, .parserFunction, .variable: if isNewLine { return true }
      case .comment: break
      case .text where node.bytes.allSatisfy(ByteClass.isSpace): break
      default: if isNewLine { return false }
      }
    }
    return false
  }
}
