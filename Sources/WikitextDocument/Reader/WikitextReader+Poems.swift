import WikitextSyntax

/// `<poem>`: line breaks are shown.
extension WikitextReader {
  /// Begins the lines of a poem whose content is at the record `content`.
  mutating func beginPoem(_ content: Int) {
    line.showsLineBreaks = true
    // The line break behind the start tag is none of the poem's; the text stands on a line of its own.
    if content < Int(line.limit), records[content].kind == .newline { index = content + 1 }
  }

  /// A line break that is shown.
  mutating func showLineBreak() {
    // Nor is the one before the end tag.
    guard index + 1 < Int(line.limit) else { return }
    // A rule ends its line by itself.
    if records[index - 1].kind == .horizontalRule {
      line.newlines += 1
      return
    }
    let end = end(index)
    beginContent()
    construction.addVoid(NewNode(.lineBreak, at: start(index)), to: end, isBlock: false)
    construction.addBlank(end - 1..<end, of: source)
  }
}
