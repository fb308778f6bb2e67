import PageReaders
import WikitextDocument
import WikitextSyntax

/// `furniture-left`: words of the site in the article.
struct FurnitureLeft: PageRule {
  let about = RuleDescription(
    id: "furniture-left",
    family: .rendered,
    severity: .warning,
    summary: "Words that belong to the site stand in the text of the article.",
    explanation: """
      Links for editing behind headings (`[edit]`, `[modifier | modifier le code]`), links above the article ("Jump to navigation \
      Jump to search"), the line below the title and the foot of the page are no part of the article. Readers of pages take them \
      out where they know them; here they are part of a heading, a paragraph or an item of a list. The words are known in some forty languages.
      """,
    bad: "<h1>Isar</h1><p>The Isar is a river.</p><h2>Course [edit]</h2><p>It runs north.</p>",
    good: "<h1>Isar</h1><p>The Isar is a river.</p><h2>Course</h2><p>It runs north.</p>",
    dialects: [.html, .pageText]
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    for node in page.document.root.descendants {
      switch node.kind {
      case .heading, .paragraph, .listItem, .term, .description: break
      default: continue
      }
      // What is in an item of a list stands in a block of its own, or in the item.
      let text = Array(FurnitureLeft.line(of: node).utf8)
      if FurnitureWords.isJump(text) || FurnitureWords.isOfSite(text) {
        findings.report(
          "\"\(Excerpt.short(String(decoding: text, as: UTF8.self)))\" belongs to the site",
          at: node.range
        )
        continue
      }
      for content in FurnitureLeft.brackets(in: text) where FurnitureWords.isEditLink(text[content]) {
        let shown = "[" + String(decoding: text[content], as: UTF8.self) + "]"
        findings.report("\"\(shown)\" is a link for editing", at: FurnitureLeft.place(of: shown, in: node, page.source))
      }
    }
  }

  /// The text of a block; of an item of a list that of its own line.
  private static func line(of node: Node) -> String {
    guard node.kind == .listItem || node.kind == .description else { return node.plainText }
    guard !node.children.contains(where: { $0.kind.isBlock }) else { return "" }
    return node.plainText
  }

  /// What stands between brackets, where that is short.
  private static func brackets(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "[") {
        open = index + 1
      } else if byte == UInt8(ascii: "]"), let start = open {
        if start < index { found.append(start..<index) }
        open = nil
      }
    }
    return found
  }

  /// Where the words stand in the source, where they stand there as they are shown; else the block.
  private static func place(of shown: String, in node: Node, _ source: [UInt8]) -> SourceRange {
    let words = Array(shown.utf8)
    var index = node.range.start
    while let open = source[index..<node.range.end].firstIndex(of: UInt8(ascii: "[")) {
      if source[open..<node.range.end].starts(with: words) { return SourceRange(start: open, end: open + words.count) }
      index = open + 1
    }
    return node.range
  }
}
