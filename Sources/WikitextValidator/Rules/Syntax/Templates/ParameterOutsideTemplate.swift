import WikitextSyntax

/// `parameter-outside-template`: a parameter stands on a page that is no template.
struct ParameterOutsideTemplate: PageRule {
  let about = RuleDescription(
    id: "parameter-outside-template",
    family: .syntax,
    severity: .warning,
    summary: "A parameter stands on a page that is no template.",
    explanation: """
      `{{{name}}}` means something in templates only; on other pages readers see it with its braces, unless it has \
      a default. As a rule it is left from a template whose source was copied. Found are parameters without a \
      default on pages that have headings and no inclusion tags, and whose title, where it is known, is not that \
      of a template.
      """,
    bad: """
      == Course ==
      The {{{name}}} flows north.
      """,
    good: """
      == Course ==
      The Isar flows north.
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for _ in page.nodes(.inclusionTag) { return }
    for _ in page.nodes(.includeOnly) { return }
    if let title = page.tree?.page?.title, let colon = title.firstIndex(of: ":"),
      let namespace = page.configuration.namespace(named: String(title[..<colon])), namespace != Namespace.main
    {
      return
    }
    guard let heading = page.nodes(.heading).first(where: { _ in true }), !heading.range.isEmpty,
      let places = page.places
    else {
      return
    }
    for node in page.nodes(.parameterReference) where node.firstChild(.argument) == nil {
      guard places.surroundings[node.id.rawValue].isDisjoint(with: [.code, .argument]) else { continue }
      findings.report("\(page.excerpt(node.range)) is a parameter, and the page is no template", at: node.range)
    }
  }
}
