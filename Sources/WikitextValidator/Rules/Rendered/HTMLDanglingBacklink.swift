import WikitextSyntax

/// `html-dangling-backlink`: ways back to citation marks that are gone.
struct HTMLDanglingBacklink: PageRule {
  let about = RuleDescription(
    id: "html-dangling-backlink",
    family: .rendered,
    severity: .info,
    summary: "A reference leads back to a citation mark that the page does not have.",
    explanation: """
      The arrow or letter before a reference is a link to the mark in the text that cites it (`cite_ref-…`), and no element has \
      that id: the sentence that the reference is for was taken out of the page.
      """,
    bad: """
      <p>The Isar.<sup class="reference" id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p>
      <ol class="references"><li id="cite_note-1"><a href="#cite_ref-2">↑</a> Atlas</li></ol>
      """,
    good: """
      <p>The Isar.<sup class="reference" id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p>
      <ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">↑</a> Atlas</li></ol>
      """,
    dialects: [.html]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    let ids = HTMLAnchors.ids(of: page.source)
    for tag in HTMLTags(page.source) where tag.name == "a" {
      guard let value = tag.value("href"), let id = HTMLAnchors.anyFragment(page.source[value]),
        id.hasPrefix("cite_ref"), !ids.contains(id)
      else { continue }
      findings.report("the page has no citation mark \"\(Excerpt.short(id))\"", at: SourceRange(value))
    }
  }
}
