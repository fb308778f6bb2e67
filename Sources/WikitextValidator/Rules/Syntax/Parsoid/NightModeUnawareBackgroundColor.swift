import WikitextSyntax

/// `night-mode-unaware-background-color`: a background without a colour for the text on it.
struct NightModeUnawareBackgroundColor: PageRule {
  let about = RuleDescription(
    id: "night-mode-unaware-background-color",
    family: .syntax,
    severity: .info,
    summary: "A style sets a background and no colour of the text.",
    explanation: """
      In a dark skin the text is light, and cannot be read on a light background that the page sets itself. Set `color` \
      along with `background`, as in `style="background:#eaf5fb; color:#202122"`. Off unless it is switched on: nearly \
      all older tables do it.
      """,
    bad: "<span style=\"background:#eaf5fb\">Isar</span>",
    good: "<span style=\"background:#eaf5fb; color:#202122\">Isar</span>",
    isOn: false
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup, let attributes = page.markupAttributes else { return }
    for node in markup.nodes where node.record != 0 && node.name.tag != nil {
      guard let style = attributes.plainValue("style", of: node) else { continue }
      let properties = style.split(separator: ";").compactMap { $0.split(separator: ":").first?.lowercased() }
        .map { $0.filter { !$0.isWhitespace } }
      if properties.contains(where: { $0 == "background" || $0 == "background-color" }), !properties.contains("color") {
        findings.report("the style sets a background and no colour of the text", at: node.openRange)
      }
    }
  }
}
