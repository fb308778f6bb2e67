import WikitextSyntax

/// `duplicate-language-link`: a page links to two pages in one language.
struct DuplicateLanguageLink: PageRule {
  let about = RuleDescription(
    id: "duplicate-language-link",
    family: .syntax,
    severity: .warning,
    summary: "A page links to two pages in one language.",
    explanation: """
      Of several links to one language MediaWiki shows one; the others have no effect. Found are links of one \
      language prefix, as they stand in the page; not those with a colon before the prefix, which are links in the \
      text.
      """,
    bad: """
      [[de:Isar]]
      [[de:Isar (Fluss)]]
      """,
    good: "[[de:Isar]]"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, !page.isTransclusionSource else { return }
    var known: Set<String> = []
    for node in page.nodes(.languageLink) {
      guard let link = WikilinkSyntax(node), let prefix = link.prefix?.lowercased(),
        places.surroundings[node.id.rawValue].isDisjoint(with: [.argument, .code])
      else { continue }
      if !known.insert(prefix).inserted {
        findings.report("the page has another link to the language \(prefix)", at: node.range)
      }
    }
  }
}
