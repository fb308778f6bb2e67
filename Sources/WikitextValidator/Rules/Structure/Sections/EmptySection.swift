import WikitextSyntax

/// `empty-section`: a section has nothing in it.
struct EmptySection: PageRule {
  let about = RuleDescription(
    id: "empty-section",
    family: .structure,
    severity: .info,
    summary: "A section has nothing in it.",
    explanation: """
      Found are headings behind which there is nothing but white space, comments, categories and links to other \
      languages, up to the next heading of the same or a higher level or the end of the page. A heading with \
      subsections is not found, nor one that a template follows.
      """,
    bad: """
      == Course ==
      == History ==
      It was regulated in 1806.
      """,
    good: """
      == History ==
      It was regulated in 1806.
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let tree = page.tree else { return }
    var open: Syntax?
    for node in tree.root.children {
      switch node.kind {
      case .heading:
        if let heading = open, node.detail <= heading.detail { report(heading, page, &findings) }
        open = node
      case .newline, .comment, .categoryLink, .languageLink, .behaviorSwitch, .inclusionTag, .endOfFile: break
      case .text:
        if !node.bytes.allSatisfy(ByteClass.isSpace) { open = nil }
      case .parserFunction:
        // A sort key is nothing that readers see.
        if ParserFunctionSyntax(node)?.function.name != "defaultsort" { open = nil }
      default: open = nil
      }
    }
    if let open { report(open, page, &findings) }
  }

  private func report(_ heading: Syntax, _ page: CheckedPage, _ findings: inout FindingList) {
    findings.report("the section \(page.excerpt(heading.range)) has nothing in it", at: heading.range)
  }
}
