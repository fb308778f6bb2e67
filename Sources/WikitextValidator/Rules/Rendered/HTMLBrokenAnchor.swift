import WikitextSyntax

/// `html-broken-anchor`: links within a page that lead nowhere.
struct HTMLBrokenAnchor: PageRule {
  let about = RuleDescription(
    id: "html-broken-anchor",
    family: .rendered,
    severity: .warning,
    summary: "A link within the page leads to an id that no element has.",
    explanation: """
      The address begins with `#`, and no element has that id (nor an anchor that name): a click does nothing. Links \
      between citation marks and references have rules of their own. Where only a part of a page was stored, links to the \
      rest are found, too.
      """,
    bad: "<p><a href=\"#Course\">Course</a></p><h2 id=\"Mouth\">Mouth</h2><p>Text.</p>",
    good: "<p><a href=\"#Mouth\">Mouth</a></p><h2 id=\"Mouth\">Mouth</h2><p>Text.</p>",
    dialects: [.html]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    let ids = HTMLAnchors.ids(of: page.source)
    for tag in HTMLTags(page.source) where tag.name == "a" || tag.name == "area" {
      guard let value = tag.value("href"), let id = HTMLAnchors.fragment(page.source[value]),
        id != "top", id != "/", !id.hasPrefix("cite_ref"), !id.hasPrefix("cite_note"), !id.hasPrefix("!"),
        !ids.contains(id)
      else { continue }
      findings.report("no element of the page has the id \"\(Excerpt.short(id))\"", at: SourceRange(value))
    }
  }
}
