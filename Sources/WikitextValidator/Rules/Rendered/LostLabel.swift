import WikitextDocument
import WikitextNormalizer
import WikitextSyntax

/// `lost-label`: values of infoboxes whose labels are gone.
struct LostLabel: PageRule {
  let about = RuleDescription(
    id: "lost-label",
    family: .rendered,
    severity: .warning,
    summary: "A row of an infobox has lost its label.",
    explanation: """
      The text of the page has a value between the rows of its infobox, and nothing that says what it is: extractors drop \
      lines of one word, such as "Country". Where the values tell which field of the schema it is (countries, languages, \
      lengths of time), the message says so; it is an inference and may be wrong.
      """,
    bad: LostRows.page("  • Austria\n  • Germany\n  • German\n  • Italian\n"),
    good: LostRows.page("Country\n  • Austria\n  • Germany\nLanguage\n  • German\n  • Italian\n"),
    dialects: [.pageText]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for infobox in page.infoboxes {
      var isInColumns = false
      for field in infobox.fields {
        // What stands below the heads of columns never had a label.
        if field.field.node.attribute(RowAttribute.role) == "columns" { isInColumns = true }
        if !field.label.isEmpty { isInColumns = false }
        guard !isInColumns, field.field.node.attribute(RowAttribute.lost) == "label" else { continue }
        let value = Excerpt.short(field.field.text)
        let inferred = field.inferred.map { "; it may be \"\($0.label)\"" } ?? ""
        findings.report("\"\(value)\" has lost its label\(inferred)", at: field.field.node.range)
      }
    }
  }
}
