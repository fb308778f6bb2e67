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
    bad: LostRows.page(country: "Production companies\n"),
    good: LostRows.page(country: "CountryChina\n"),
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
  static func page(country: String) -> String {
    "From Wikipedia, the free encyclopedia\n\nRiver Song\nDirected byAnna Wiener\nProduced by\n\n  • Karl Huber\n  • Eva Lang\n\n"
      + "Written byMax Frei\nStarring\n\n  • Lena Roth\n  • Paul Zorn\n\nRelease date\n\n  • 7 September 2018 (2018-09-07)\n\n"
      + "Running time\n107 minutes\n\(country)LanguageEnglish\nBudget$20 million\n\n"
      + "River Song is a film of 2018 about the river Isar.\n"
  }
}
