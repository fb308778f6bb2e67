import WikitextSyntax

/// `invalid-gallery-line`: a line of a gallery names no file, so it is not shown.
struct InvalidGalleryLine: PageRule {
  let about = RuleDescription(
    id: "invalid-gallery-line",
    family: .syntax,
    severity: .warning,
    summary: "A line of a gallery names no file, so it is not shown.",
    explanation: """
      MediaWiki skips lines of `<gallery>` that do not begin with a title of a file. Found are such lines with \
      text in them; empty ones and comments are fine. Write `Name.jpg|caption`, each on a line of its own.
      """,
    bad: """
      <gallery>
      Isar.jpg|The Isar
      <b>and more</b>
      </gallery>
      """,
    good: """
      <gallery>
      Isar.jpg|The Isar '''and more'''
      </gallery>
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for item in page.nodes(.galleryItem) where item.flags.contains(.dropped) {
      let text = item.textWithoutComments
      guard text.utf8.contains(where: { !ByteClass.isSpace($0) }) else { continue }
      findings.report("the line \(page.excerpt(item.range)) names no file, so the gallery skips it", at: item.range)
    }
  }
}
