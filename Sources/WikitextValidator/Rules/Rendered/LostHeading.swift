import WikitextDocument
import WikitextSyntax

/// `lost-heading`: sections whose headings are gone.
struct LostHeading: PageRule {
  let about = RuleDescription(
    id: "lost-heading",
    family: .rendered,
    severity: .warning,
    summary: "A section has lost its heading: only a gap tells that it begins.",
    explanation: """
      Some extractors drop lines of one word, and with them headings such as "Plot". What is left are more blank lines \
      than there are between paragraphs. The section is there in the record, without a name. Take the text from the page \
      again with an extractor that keeps short lines.
      """,
    bad:
      "From Wikipedia, the free encyclopedia\n\nThe Isar is a river in Tyrol and Bavaria.[1]\n\nCourse of the river[edit]\n\n"
      + "It rises in the Karwendel mountains and runs north.\n\n\nIts mouth is near the town of Deggendorf.\n\n\n1. ^ Atlas of rivers\n",
    good:
      "From Wikipedia, the free encyclopedia\n\nThe Isar is a river in Tyrol and Bavaria.[1]\n\nCourse of the river[edit]\n\n"
      + "It rises in the Karwendel mountains and runs north.\n\nIts mouth is near the town of Deggendorf.\n\nReferences[edit]\n\n"
      + "1. ^ Atlas of rivers\n",
    dialects: [.pageText]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for node in page.document.root.descendants where node.kind == .section {
      guard node.attribute("mark") == "blank" else { continue }
      let start = node.children.first { _ in true }?.range.start ?? node.range.start
      let line = page.source[start...].prefix { $0 != UInt8(ascii: "\n") }
      findings.report(
        "a section begins here, and its heading is lost",
        at: SourceRange(start: start, end: line.endIndex)
      )
    }
  }
}
