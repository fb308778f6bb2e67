import WikitextSyntax

/// A blank line before a heading.
struct HeadingLines: FormatStyle {
  let about = StyleDescription(
    id: "heading-lines",
    summary: "A blank line stands before a heading",
    explanation: """
      Where a heading follows a line of text, a list or a table at once, a blank line is put between. Nothing is put \
      behind another heading, and nothing behind a line that ends in a template, a comment or a category: a template may \
      end in a line break of its own, a category takes the line break before it away, and with one line more MediaWiki \
      would make an empty paragraph.
      """,
    before: "The Isar is a river.\n== Course ==\n",
    after: "The Isar is a river.\n\n== Course ==\n"
  )
  let freedoms: Freedoms = .lineBeforeHeading

  /// What may stand at the end of the line before: the innermost of what ends there, and all that is around it.
  private static let ends: SyntaxKindSet = [
    .text, .characterReference, .magicLink, .horizontalRule, .linkTrail, .wikilink, .interwikiLink, .fileLink,
    .linkTarget, .linkText, .externalLink, .autolink, .url, .bold, .italic, .list, .listItem, .table, .htmlElement,
    .extensionTag, .endTag, .delimiter,
  ]

  func propose(_ page: FormattedPage, _ changes: inout ChangeList) {
    guard !page.isTransclusion else { return }
    for heading in page.nodes([.heading], outside: FormattedPage.Place.spaced) {
      guard let lineBreak = page.previous(before: heading), lineBreak.kind == .newline, lineBreak.flags.isEmpty,
        let last = page.previous(before: lineBreak), last.kind.isLeaf, followsText(last, page)
      else { continue }
      changes.propose(heading.range, [SyntaxEdit(inserting: "\n", at: heading.range.start)])
    }
  }

  /// Whether a leaf ends a line that a blank line may follow.
  ///
  /// - Complexity: O(containers that end with the leaf).
  private func followsText(_ leaf: Syntax, _ page: FormattedPage) -> Bool {
    if leaf.kind == .text, leaf.bytes.allSatisfy(Blanks.isBlank) { return false }
    let end = leaf.range.end
    var node = leaf
    while node.kind != .page, node.range.end == end {
      guard HeadingLines.ends.contains(node.kind) else { return false }
      node = page.parent(of: node)
    }
    // A mark that begins something, such as that of an empty cell, ends nothing.
    return leaf.kind != .delimiter || page.parent(of: leaf).range.end == end && page.parent(of: leaf).kind != .listItem
  }
}
