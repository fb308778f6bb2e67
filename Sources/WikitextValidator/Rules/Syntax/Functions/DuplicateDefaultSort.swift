import WikitextSyntax

/// `duplicate-default-sort`: a page sets its sort key twice.
struct DuplicateDefaultSort: PageRule {
  let about = RuleDescription(
    id: "duplicate-default-sort",
    family: .syntax,
    severity: .warning,
    summary: "A page sets its sort key twice.",
    explanation: """
      The last `{{DEFAULTSORT:…}}` counts, and where it is another than the first MediaWiki shows an error. Found \
      are calls of it beyond the first on the page itself, in any language of the wiki; not those in arguments of \
      templates and parser functions, nor with `|noerror` or `|noreplace`.
      """,
    bad: """
      {{DEFAULTSORT:Isar}}
      {{DEFAULTSORT:Isar, River}}
      """,
    good: "{{DEFAULTSORT:Isar, River}}"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, !page.isTransclusionSource else { return }
    var first: String?
    for node in page.nodes(.parserFunction) {
      guard let function = ParserFunctionSyntax(node), function.function.name == "defaultsort",
        places.surroundings[node.id.rawValue].isDisjoint(with: [.argument, .code])
      else { continue }
      let arguments = function.arguments
      guard arguments.count == 1, let key = arguments.first?.fullText else { continue }
      guard let known = first else {
        first = key
        continue
      }
      findings.report(
        known == key
          ? "the page sets its sort key again" : "the page sets another sort key: \(known) before, \(key) here",
        at: node.range
      )
    }
  }
}
