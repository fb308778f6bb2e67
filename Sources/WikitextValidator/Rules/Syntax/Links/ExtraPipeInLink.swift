import WikitextSyntax

/// `extra-pipe-in-link`: the text of a link has a pipe.
struct ExtraPipeInLink: PageRule {
  let about = RuleDescription(
    id: "extra-pipe-in-link",
    family: .syntax,
    severity: .warning,
    summary: "The text of a link has a pipe.",
    explanation: """
      A link has one pipe; a second is part of what readers see: `[[Isar||the river]]` shows `|the river`. As a \
      rule it is a slip, or options of a file on a link that embeds none. Found are pipes in the text of links to \
      pages. The fix deletes one that follows the first at once.
      """,
    bad: "[[Isar||the river]]",
    good: "[[Isar|the river]]",
    hasFix: true
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard let places = page.places, let tree = page.tree else { return }
    for mark in page.textMarks where mark.byte == UInt8(ascii: "|") {
      guard places.surroundings[mark.leaf].contains(.linkText), !places.surroundings[mark.leaf].contains(.code) else {
        continue
      }
      let parent = Int(places.frames[mark.leaf])
      guard tree.records[parent].kind == .linkText, tree.records[Int(places.parents[parent])].kind == .wikilink,
        let link = tree.node(NodeID(Int(places.parents[parent])))
      else { continue }
      // On a wiki whose name for the namespace of files is not known its pictures look like links to pages.
      if let target = link.firstChild(.linkTarget), LinkTarget.isFileName(target.bytes) { continue }
      let isFirst = mark.start == Int(tree.records[parent].start) + 1
      let end = Int(tree.records[Int(tree.records[parent].next)].start)
      let fix = isFirst && mark.start + mark.count < end ? Fix("Delete it", [SyntaxEdit(deleting: mark.range)]) : nil
      findings.report("the text of the link \(page.excerpt(link.range)) has a pipe", at: mark.range, fix: fix)
    }
  }
}
