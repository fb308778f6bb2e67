import WikitextSyntax

/// `obsolete-tag`: elements that HTML has given up.
struct ObsoleteTag: PageRule {
  let about = RuleDescription(
    id: "obsolete-tag",
    family: .syntax,
    severity: .info,
    summary: "An element is used that HTML has given up.",
    explanation: """
      `<center>`, `<font>`, `<strike>` and `<tt>` are no part of HTML any more. Browsers still show them, skins and \
      screen readers may not. Use a style of CSS, a template of the wiki, or `<s>`, `<del>`, `<code>`, `<kbd>`. `<big>` \
      is given up too, but editors of wikis still offer it, and it is not found.

      The fix turns `<strike>` into `<s>`, which means the same.
      """,
    bad: "The mouth of the Isar is <strike>at Plattling</strike> near Deggendorf",
    good: "The mouth of the Isar is <s>at Plattling</s> near Deggendorf",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let markup = page.markup else { return }
    for node in markup.nodes where node.flags.contains(.literal) && !node.flags.contains(.impliedStart) {
      guard let tag = node.name.tag, ObsoleteTag.isObsolete(tag) else { continue }
      findings.report("<\(tag.name)> is obsolete", at: node.range, fix: fix(node, tag, page))
    }
  }

  /// Whether HTML has given up the element, and no editor offers it.
  static func isObsolete(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .center, .font, .strike, .tt: true
    default: false
    }
  }

  private func fix(_ node: MarkupNode, _ tag: HTMLTag, _ page: CheckedPage) -> Fix? {
    guard tag == .strike, node.flags.isDisjoint(with: [.impliedEnd, .selfClosing]) else { return nil }
    let name = Int(node.start) + 1
    var slash = Int(node.end)
    while slash > Int(node.openEnd), page.source[slash - 1] != UInt8(ascii: "/") { slash -= 1 }
    guard slash > Int(node.openEnd) else { return nil }
    let edits = [name, slash].map { SyntaxEdit(replacing: SourceRange(start: $0, end: $0 + 6), with: "s") }
    return Fix("Write <s> instead", edits)
  }
}
