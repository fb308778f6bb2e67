import WikitextSyntax

/// `missing-image-alt-text`: pictures that say nothing to those who do not see them.
struct MissingImageAltText: PageRule {
  let about = RuleDescription(
    id: "missing-image-alt-text",
    family: .syntax,
    severity: .info,
    summary: "A picture has no `alt=`.",
    explanation: """
      People who do not see a picture are read its `alt` text, and without one often the name of the file. Describe \
      what is seen, in a few words; write `alt=` with nothing behind it for mere decoration. Off unless it is switched \
      on: most pages of most wikis have such pictures.
      """,
    bad: "[[File:Isar.jpg|thumb|The Isar at Lenggries]]",
    good: "[[File:Isar.jpg|thumb|alt=A wide bed of gravel with a shallow river|The Isar at Lenggries]]",
    isOn: false
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for picture in page.nodes(.fileLink) {
      guard let link = FileLinkSyntax(picture), !link.has(.alt), !isComputed(link) else { continue }
      findings.report("the picture “\(link.fileName)” has no alt text", at: picture.range)
    }
  }

  /// Whether templates make a part of the link, which may be its alt text.
  private func isComputed(_ link: FileLinkSyntax) -> Bool {
    link.options.contains { part in
      part.syntax.children.contains {
        switch $0.kind {
        case .template, .parserFunction, .parameterReference, .variable: true
        default: false
        }
      }
    }
  }
}
