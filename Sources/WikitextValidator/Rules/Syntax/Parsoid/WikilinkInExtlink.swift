import WikitextSyntax

/// `wikilink-in-extlink`: a link in the text of an external link.
struct WikilinkInExtlink: PageRule {
  let about = RuleDescription(
    id: "wikilink-in-extlink",
    family: .syntax,
    severity: .warning,
    summary: "A link or a picture stands in the text of an external link, which ends there.",
    explanation: """
      HTML has no links in links. The external link ends where the inner link begins, and the rest of its text is \
      none of it. Link the one or the other. Pictures count, unless they link to nothing (`link=`).
      """,
    bad: "[https://example.org The course of the [[Isar]] in maps]",
    good: "[https://example.org The course of the Isar in maps] ([[Isar]])"
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let tree = page.tree else { return }
    for link in page.nodes(.externalLink) {
      guard let inner = firstLink(in: link, tree) else { continue }
      findings.report("\(page.text(inner)) stands in the text of an external link, which ends there", at: link.range)
    }
  }

  /// The first link in the text of an external link; what a template makes is not known.
  private func firstLink(in link: Syntax, _ tree: SyntaxTree) -> SourceRange? {
    let records = tree.records
    var index = link.id.rawValue + 1
    let end = Int(records[link.id.rawValue].next)
    while index < end {
      switch records[index].kind {
      case .wikilink, .interwikiLink:
        return tree.node(NodeID(index))?.range
      case .fileLink:
        if let picture = tree.node(NodeID(index)).flatMap(FileLinkSyntax.init), picture.value(of: .link) != "" {
          return picture.range
        }
        index = Int(records[index].next)
      case .template, .parserFunction, .parameterReference, .variable, .extensionTag, .url, .attribute:
        index = Int(records[index].next)
      default:
        index += 1
      }
    }
    return nil
  }
}
