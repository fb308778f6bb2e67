import WikitextSyntax

/// `duplicate-heading`: two sections beside each other have the same heading.
struct DuplicateHeading: PageRule {
  let about = RuleDescription(
    id: "duplicate-heading",
    family: .structure,
    severity: .info,
    summary: "Two sections beside each other have the same heading.",
    explanation: """
      Links to the second need `_2` behind the name and break when sections move, and readers cannot tell the two \
      apart in the table of contents. Found are headings of one text and level below the same section; not those \
      with templates in them, and not on talk pages, where the title is known.
      """,
    bad: """
      == Course ==
      It flows north.
      == Course ==
      It flows east.
      """,
    good: """
      == Course ==
      It flows north.
      == Lower course ==
      It flows east.
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, page.tree?.page?.isTalkPage != true else { return }
    var titles: [[String: Bool]] = [[:], [:], [:], [:], [:], [:], [:]]
    for node in page.nodes(.heading)
    where places.surroundings[node.id.rawValue].isDisjoint(with: [.argument, .includeOnly]) {
      guard let heading = HeadingSyntax(node) else { continue }
      for deeper in (heading.level + 1)..<8 where deeper < titles.count { titles[deeper] = [:] }
      guard !node.children.contains(where: { DuplicateHeading.isCall($0.kind) }) else { continue }
      let title = heading.title
      guard !title.isEmpty else { continue }
      if titles[heading.level].updateValue(true, forKey: title) != nil {
        findings.report("there is another section \(title) beside this one", at: node.range)
      }
    }
  }

  private static func isCall(_ kind: SyntaxKind) -> Bool {
    kind == .template || kind == .parserFunction || kind == .parameterReference || kind == .variable
  }
}
