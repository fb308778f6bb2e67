import WikitextSyntax

/// `<poem>`: line breaks are shown, and verses are indented by what they begin with.
extension WikitextReader {
  /// Begins the lines of a poem whose content is at the record `content`.
  mutating func beginPoem(_ content: Int) {
    line.showsLineBreaks = true
    // The line break behind the start tag is none of the poem's; the text stands on a line of its own.
    if content < Int(line.limit), records[content].kind == .newline { index = content + 1 }
  }

  /// A line break that is shown.
  mutating func showLineBreak() {
    endVerse()
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

  /// Reads text of a poem from `start` to `end`, if it is the beginning of an indented verse: a colon is an em, a blank
  /// a no-break space (`Poem::renderPoem`).
  ///
  /// - Returns: whether the text was read.
  mutating func beginVerse(_ start: Int, _ end: Int) -> Bool {
    let isFirst = records[index - 1].kind == .delimiter && source[start - 1] == UInt8(ascii: ">")
    guard isFirst || records[index - 1].kind == .newline else { return false }
    let mark = source[start]
    guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: " ") else { return false }
    var text = start
    while text < end, source[text] == mark { text += 1 }
    if mark == UInt8(ascii: ":"), text == end, index + 1 == Int(line.limit) || records[index + 1].kind == .newline {
      return false
    }
    beginContent()
    if mark == UInt8(ascii: ":") {
      openVerse(at: start, indentation: text - start)
    } else {
      construction.prepareText()
      let indentation = builder.mark
      for _ in start..<text { builder.pool.append(contentsOf: "\u{A0}".utf8) }
      builder.extendText(from: indentation, source: start, text)
    }
    if text < end {
      construction.prepareText()
      builder.addText(source[text..<end], from: text, to: end)
    }
    return true
  }

  private mutating func openVerse(at start: Int, indentation: Int) {
    let name = builder.intern(Array(HTMLTag.span.name.utf8)[...])
    let node = NewNode(.element, at: start, detail: UInt16(clamping: indentation), name: name)
    _ = construction.start(ElementName(.span), node)
    line.isInVerse = true
    let verse = builder.current
    builder.addAttribute(named: "class", "mw-poem-indented", to: verse)
    let style = "display: inline-block; margin-inline-start: \(indentation)em;"
    builder.addAttribute(named: "style", style, to: verse)
  }

  private mutating func endVerse() {
    guard line.isInVerse else { return }
    line.isInVerse = false
    construction.end(ElementName(.span), at: start(index))
  }
}
