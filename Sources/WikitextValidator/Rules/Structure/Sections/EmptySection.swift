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
      subsections is not found, nor one that a template follows. Of several such sections one behind the other, as in \
      a page that is to be filled, the first is reported, with the number of the others.
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
    var empty = Run()
    for node in tree.root.children {
      switch node.kind {
      case .heading:
        if let heading = open, node.detail <= heading.detail {
          empty.append(heading)
        } else if open == nil {
          // Something stands before this one.
          empty.report(page, &findings)
        }
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
    if let open { empty.append(open) }
    empty.report(page, &findings)
  }

  /// Empty sections behind each other.
  private struct Run {
    private var first: Syntax?
    private var others = 0

    mutating func append(_ heading: Syntax) {
      if first == nil { first = heading } else { others += 1 }
    }

    /// Reports them, and begins anew.
    mutating func report(_ page: CheckedPage, _ findings: inout FindingList) {
      guard let first else { return }
      let more = others == 0 ? "" : others == 1 ? ", nor has the next one" : ", nor have \(others) sections behind it"
      findings.report("the section \(page.excerpt(first.range)) has nothing in it\(more)", at: first.range)
      self = Run()
    }
  }
}
