import WikitextSyntax

/// `html-duplicate-id`: elements with one id.
struct HTMLDuplicateID: PageRule {
  let about = RuleDescription(
    id: "html-duplicate-id",
    family: .rendered,
    severity: .warning,
    summary: "Two elements of a page have one id.",
    explanation: """
      A link to an id leads to the first element that has it; the others cannot be reached, and programs that look for an \
      element by its id get the wrong one. Each element after the first is found. Ids of drawings and formulas are not \
      looked at, nor the numbers that Parsoid gives to elements (`mwDEk`).
      """,
    bad: "<h2 id=\"Course\">Course</h2><p>Text.</p><h2 id=\"Course\">Course</h2><p>Text.</p>",
    good: "<h2 id=\"Course\">Course</h2><p>Text.</p><h2 id=\"Course_2\">Course</h2><p>Text.</p>",
    dialects: [.html]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    var seen: Set<String> = []
    for tag in HTMLTags(page.source) where !HTMLDuplicateID.drawn.contains(tag.name) {
      guard let value = tag.value("id"), !value.isEmpty else { continue }
      let id = String(decoding: CharacterReference.decodingAll(in: page.source[value]), as: UTF8.self)
      guard !seen.insert(id).inserted, !HTMLDuplicateID.isNumber(id) else { continue }
      findings.report("the id \"\(Excerpt.short(id))\" is another element's already", at: SourceRange(value))
    }
  }

  /// Whether an id is one that Parsoid numbers elements with: `mw` and a number in letters.
  private static func isNumber(_ id: String) -> Bool { id.hasPrefix("mw") && id.utf8.count <= 6 && !id.contains("-") }

  /// What drawings and formulas are made of.
  private static let drawn: Set<String> = [
    "svg", "g", "path", "use", "defs", "symbol", "clippath", "mask", "lineargradient", "math", "mrow", "mi", "mo",
  ]
}
