import WikitextDocument
import WikitextNormalizer
import WikitextSyntax

/// `lost-value`: labels of infoboxes whose values are gone.
struct LostValue: PageRule {
  let about = RuleDescription(
    id: "lost-value",
    family: .rendered,
    severity: .warning,
    summary: "A row of an infobox has lost its value.",
    explanation: """
      The text of the page has a label that is known, and no value behind it: extractors drop values that are nothing but \
      links, and lines of one word.
      """,
    bad: LostRows.page("Production companies\nCountry\n  • Austria\n  • Germany\n"),
    good: LostRows.page("Country\n  • Austria\n  • Germany\n"),
    dialects: [.pageText]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for infobox in page.infoboxes {
      for field in infobox.fields where field.field.node.attribute(RowAttribute.lost) == "value" {
        findings.report("\"\(Excerpt.short(field.label))\" has lost its value", at: field.field.node.range)
      }
    }
  }
}

/// The page that the examples are made of.
enum LostRows {
  static func page(_ rows: String) -> String {
    "From Wikipedia, the free encyclopedia\nRiver Song\nDirected by\n  • Anna Wiener\n  • Max Frei\nProduced by\n  • Karl Huber\n"
      + "  • Eva Lang\nStory byMax Frei\nRelease date\n  • 7 September 2018 (2018-09-07)\nRunning time\n107 minutes\n"
      + rows
      + "\nRiver Song is a film of 2018 about the river Isar.\n"
  }
}
