import WikitextSyntax

/// `fostered`: content of a table that is in none of its cells.
struct Fostered: PageRule {
  let about = RuleDescription(
    id: "fostered",
    family: .syntax,
    severity: .error,
    summary: "Something stands in a table and in no cell: browsers put it before the table.",
    explanation: """
      Between the cells of a table there may be nothing. What is there is shown above the table: text behind `{|` or \
      `|-`, on a line of its own, that lacks the `|` of a cell. Begin a cell for it, or put it before the table. \
      Templates between rows are fine, as they may make rows; for categories and what else shows nothing see \
      `fostered-transparent`.
      """,
    bad: "{| class=\"wikitable\"\nThe tributaries\n|-\n| Loisach\n|}",
    good: "The tributaries\n{| class=\"wikitable\"\n|-\n| Loisach\n|}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup else { return }
    for (table, content) in FosteredContent.find(in: markup) where !content.isTransparent {
      findings.report("something in this table is in no cell, and is shown before the table", at: table.openRange)
    }
  }
}

/// What is put before tables.
struct FosteredContent {
  /// Whether all of it shows nothing.
  var isTransparent: Bool

  /// The tables that something was put before.
  static func find(in markup: MarkupTree) -> [(table: MarkupNode, content: FosteredContent)] {
    var found: [(table: MarkupNode, content: FosteredContent)] = []
    for node in markup.nodes where node.name == MarkupName(.table) {
      var previous = node.previous
      guard previous != 0, markup[previous].flags.contains(.fostered) else { continue }
      while previous != 0, markup[previous].flags.contains(.fostered), markup[previous].name == .hidden {
        previous = markup[previous].previous
      }
      let isTransparent = previous == 0 || !markup[previous].flags.contains(.fostered)
      found.append((node, FosteredContent(isTransparent: isTransparent)))
    }
    return found
  }
}
