import WikitextSyntax

/// `heading-jump`: a heading skips a level.
struct HeadingJump: PageRule {
  let about = RuleDescription(
    id: "heading-jump",
    family: .structure,
    severity: .warning,
    summary: "A heading skips a level.",
    explanation: """
      A section of level 4 right below one of level 2 leaves a gap in the table of contents, and screen readers tell \
      of a level that is not there. Found are headings more than one level below the one before them, and first \
      headings below level 2; not those in arguments of templates, not those right behind a heading of level 1, and not \
      on pages of dictionaries whose headings are templates, such as `{{-noun-}}`.
      """,
    bad: """
      == Course ==
      ==== Source ====
      In the Karwendel.
      """,
    good: """
      == Course ==
      === Source ===
      In the Karwendel.
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places else { return }
    // What follows a heading of level 1 may begin anew.
    var level = 1
    var isFirst = true
    var isFree = false
    for node in page.nodes(.heading) {
      let around = places.surroundings[node.id.rawValue]
      guard around.isDisjoint(with: [.argument, .includeOnly, .reference, .otherExtension, .table]) else { continue }
      let here = node.detail
      if here > level + 1, !isFree, !page.hasHeadingTemplates {
        let rest = isFirst ? "a page begins with those of level 2" : "the one before it of level \(level)"
        findings.report("the heading \(page.excerpt(node.range)) is of level \(here), and \(rest)", at: node.range)
      }
      level = here
      isFirst = false
      isFree = here == 1
    }
  }
}
