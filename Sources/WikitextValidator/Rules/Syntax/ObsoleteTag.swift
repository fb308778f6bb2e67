import WikitextSyntax

/// `obsolete-tag`: elements that HTML has given up.
struct ObsoleteTag: PageRule {
  let about = RuleDescription(
    id: "obsolete-tag",
    family: .syntax,
    severity: .info,
    summary: "An element is used that HTML has given up.",
    explanation: """
      `<big>`, `<center>`, `<font>`, `<strike>` and `<tt>` are no part of HTML any more. Browsers still show them, skins \
      and screen readers may not. Use a style of CSS, a template of the wiki, or `<s>`, `<del>`, `<code>`, `<kbd>`.
      """,
    bad: "<center>''The Isar at Lenggries''</center>",
    good: "<div style=\"text-align:center\">''The Isar at Lenggries''</div>"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for element in page.nodes(.htmlElement) {
      guard let tag = HTMLElementSyntax(element)?.tag, ObsoleteTag.isObsolete(tag) else { continue }
      findings.report("<\(tag.name)> is obsolete", at: element.range)
    }
  }

  /// Whether HTML has given up the element (`Consts::$HTML['OldHTMLTags']` has the same five).
  static func isObsolete(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .big, .center, .font, .strike, .tt: true
    default: false
    }
  }
}
