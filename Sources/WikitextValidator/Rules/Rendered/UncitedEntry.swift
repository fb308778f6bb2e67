import WikitextDocument
import WikitextSyntax

/// `uncited-entry`: references that nothing in the page cites any more.
struct UncitedEntry: PageRule {
  let about = RuleDescription(
    id: "uncited-entry",
    family: .rendered,
    severity: .info,
    summary: "A reference has links back to marks, and the page has none of them.",
    explanation: """
      An entry of the list of references begins with links back to its citation marks, but no mark of its number stands \
      in the page: the text that it is for was lost, or marks were taken out. Nothing is said of a page that has no marks \
      at all, nor of entries without links back, which are literature.
      """,
    bad: "From Wikipedia, the free encyclopedia\n\nThe Isar is a river in Tyrol and Bavaria.[1] It is long.\n\n"
      + "References[edit]\n\n 1. ^ Atlas of rivers\n 2. ^ Another atlas of rivers\n 3. ^ A third atlas\n",
    good: "From Wikipedia, the free encyclopedia\n\nThe Isar is a river in Tyrol and Bavaria.[1] It is long.[2][3]\n\n"
      + "References[edit]\n\n 1. ^ Atlas of rivers\n 2. ^ Another atlas of rivers\n 3. ^ A third atlas\n",
    dialects: [.pageText, .html]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    let references = page.document.references
    guard references.contains(where: { !$0.marks.isEmpty }) else { return }
    for reference in references where reference.isListDefined && reference.marks.isEmpty {
      guard let entry = reference.definition, let links = entry.attribute("backlinks"), !links.isEmpty else { continue }
      let mark = entry.attribute("mark") ?? ""
      findings.report("nothing in the page cites the reference \(mark)", at: entry.range)
    }
  }
}

extension Reference {
  /// The nodes that cite it; an entry of a list is none.
  fileprivate var marks: [Node] { uses.filter { $0 != definition } }
}
