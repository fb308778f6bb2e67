import WikitextSyntax

/// `html-image-without-alt`: pictures that say nothing to those who do not see them.
struct HTMLImageWithoutAlt: PageRule {
  let about = RuleDescription(
    id: "html-image-without-alt",
    family: .rendered,
    severity: .info,
    summary: "An image has no alternative text.",
    explanation: """
      Programs that read pages aloud say the file's name, or nothing, where an image has no attribute `alt`. An empty one \
      (`alt=""`) says that the image is decoration, and is fine. Images that stand for formulas carry the formula. Signs \
      of less than 30 pixels are left alone.
      """,
    bad: "<p><img src=\"isar.jpg\" width=\"220\"> The Isar.</p>",
    good: "<p><img src=\"isar.jpg\" width=\"220\" alt=\"The Isar at Lenggries\"> The Isar.</p>",
    dialects: [.html]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for tag in HTMLTags(page.source) where tag.name == "img" && tag.value("alt") == nil {
      let width = tag.value("width").flatMap { Int(String(decoding: page.source[$0], as: UTF8.self)) }
      guard width ?? HTMLImageWithoutAlt.smallest >= HTMLImageWithoutAlt.smallest else { continue }
      findings.report("the image has no alternative text", at: SourceRange(tag.range))
    }
  }

  private static let smallest = 30
}
