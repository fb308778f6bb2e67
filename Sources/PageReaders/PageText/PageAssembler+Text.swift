import WikitextDocument

/// Running text: paragraphs, quotations, captions of figures, and headings that have lost their `[edit]`.
extension PageAssembler {
  /// The most bytes of a heading, and of a caption that is no sentence.
  static let longestHeading = 100
  static let longestCaption = 400
  /// The most bytes of a row of a table, on the average.
  static let longestRow = 50

  /// Writes the lines of text from one on that stand together, and returns the line behind them.
  mutating func assembleText(at first: Int) -> Int {
    if let end = assembleCategories(at: first) ?? assembleLinks(at: first) { return end }
    var end = first + 1
    while end < lines.count, lines[end].blanks == 0, lines[end].kind == .plain { end += 1 }
    let isFollowed = end < lines.count && lines[end].blanks == 0
    if isFollowed, lines[end].kind == .row {
      for index in first..<end - 1 { addLine(lines[index], standsAlone: false) }
      return assembleTable(at: end, caption: end - 1)
    }
    let standsAlone = end - first == 1 && !(isFollowed && lines[end].kind != .furniture)
    if end - first == 1, isFollowed, lines[end].kind == .bullet || lines[end].kind == .number {
      addParagraph(lines[first])
    } else if end - first == 1, !headingsAreKept, isHeading(lines[first], standsAlone: standsAlone) {
      assembleHeading(lines[first], text: lines[first].range)
    } else if end - first > 1, isRows(first..<end) {
      addRows(first..<end)
    } else {
      for index in first..<end { addLine(lines[index], standsAlone: standsAlone && !isCaptionSentence(index)) }
    }
    return end
  }

  private mutating func addLine(_ line: TextLine, standsAlone: Bool) {
    if !standsAlone || isCaption(line) { addCaption(line) } else { addParagraph(line) }
  }

  private mutating func addParagraph(_ line: TextLine) {
    let isQuotation = announces
    let range = line.range
    if isQuotation {
      let name = builder.intern(Array("blockquote".utf8)[...])
      builder.openNode(NewNode(.block, at: range.lowerBound, name: name))
    }
    builder.openNode(NewNode(.paragraph, at: range.lowerBound))
    addInlines(range, hasBrackets: line.hasBracket)
    builder.closeNode(at: range.upperBound)
    if isQuotation { builder.closeNode(at: range.upperBound) }
    beginsSection = false
    announces = !isQuotation && source[lastOfText(line)] == UInt8(ascii: ":")
  }

  private mutating func addCaption(_ line: TextLine) {
    builder.openNode(NewNode(.image, at: line.range.lowerBound, flags: .block))
    addInlines(line.range, hasBrackets: line.hasBracket)
    builder.closeNode(at: line.range.upperBound)
    announces = false
  }

  /// Writes lines as a table of which only the rows are left.
  private mutating func addRows(_ range: Range<Int>) {
    announces = false
    builder.openNode(NewNode(.table, at: lines[range.lowerBound].range.lowerBound))
    for index in range {
      let line = lines[index]
      builder.openNode(NewNode(.tableRow, at: line.range.lowerBound))
      builder.openNode(NewNode(.tableCell, at: line.range.lowerBound))
      addInlines(line.range, hasBrackets: line.hasBracket)
      builder.closeNode(at: line.range.upperBound)
      builder.closeNode(at: line.range.upperBound)
    }
    builder.closeNode(at: lines[range.upperBound - 1].range.upperBound)
  }

  // MARK: What a line looks like

  /// Where the last byte of a line's text is, marks at its end left out.
  func lastOfText(_ line: TextLine) -> Int {
    let bytes = source.span
    let start = line.range.lowerBound
    var end = withoutPages(line)
    while end - start > 2, bytes[end - 1] == UInt8(ascii: "]") {
      var open = end - 2
      while open > start, end - open <= MarkScanner.longest, bytes[open] != UInt8(ascii: "[") { open -= 1 }
      guard open > start, bytes[open] == UInt8(ascii: "["), marks.mark(bytes, at: open, in: line.range) != nil else {
        break
      }
      end = bytes.trimmingSpace(from: start, to: open)
    }
    return max(start, end - 1)
  }

  /// Where a line ends without the pages behind a mark: `[3]:12–14`, `[3]: 12`.
  private func withoutPages(_ line: TextLine) -> Int {
    let bytes = source.span
    let start = line.range.lowerBound
    var colon = line.range.upperBound
    let limit = max(start + 1, colon - PageAssembler.longestPages)
    while colon > limit, bytes[colon - 1] != UInt8(ascii: ":") { colon -= 1 }
    guard colon > limit, bytes[colon - 2] == UInt8(ascii: "]") else { return line.range.upperBound }
    let end = pagesEnd(behind: colon - 1, line.range)
    return end == line.range.upperBound ? colon - 1 : line.range.upperBound
  }

  /// Whether a line ends as sentences do.
  func endsAsSentence(_ line: TextLine) -> Bool {
    let bytes = source.span
    let last = lastOfText(line)
    switch bytes[last] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"): return true
    case UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"):
      // The sentence may end inside.
      return line.count > 150 || (last > line.range.lowerBound && PageAssembler.isStop(bytes[last - 1]))
    case 0x80...0xBF where last - line.range.lowerBound >= 2:
      return isWideStop(last)
    default: return false
    }
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// Whether a character of several bytes that ends a sentence ends here.
  private func isWideStop(_ last: Int) -> Bool {
    let bytes = source.span
    switch (bytes[last - 2], bytes[last - 1], bytes[last]) {
    case (0xE3, 0x80, 0x82), (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F): return true  // 。」』
    case (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x89): return true  // ！？：）
    case (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0xA6): return true  // ” “ …
    case (_, 0xC2, 0xBB): return true  // »
    case (_, 0xDB, 0x94), (_, 0xD8, 0x9F): return true  // ۔ ؟
    case (0xE0, 0xA5, 0xA4): return true  // ।
    default: return false
    }
  }

  private func isCaption(_ line: TextLine) -> Bool {
    line.count <= PageAssembler.longestCaption && !endsAsSentence(line)
  }

  /// Whether a line that ends as a sentence is yet a caption: a short one without marks before a longer paragraph.
  /// Figures stand at the beginning of their sections, mostly.
  private func isCaptionSentence(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.count <= (beginsSection ? 220 : 100), !line.hasBracket, index + 1 < lines.count,
      source[line.range.upperBound - 1] != UInt8(ascii: ":")
    else { return false }
    let next = lines[index + 1]
    return next.kind == .plain && next.blanks == 1 && next.count * 5 > line.count * 6
  }

  private func isHeading(_ line: TextLine, standsAlone: Bool) -> Bool {
    line.count <= PageAssembler.longestHeading && line.blanks > 0 && !endsAsSentence(line) && !readsAsCaption(line)
  }

  /// Whether a line reads as a caption rather than a heading: many words, several with a comma, or a year at its end,
  /// "Benito Mussolini inspecting troops, 1935".
  private func readsAsCaption(_ line: TextLine) -> Bool {
    let bytes = source.span
    if bytes[line.range.lowerBound].isLower { return true }
    var words = 1
    var hasComma = false
    for index in line.range {
      if bytes[index] == 0x20 { words += 1 }
      if bytes[index] == UInt8(ascii: ","), index + 1 < line.range.upperBound, bytes[index + 1] == 0x20 {
        hasComma = true
      }
    }
    if words >= 10 || (words >= 7 && hasComma) { return true }
    let last = lastOfText(line)
    let endsInYear =
      last - line.range.lowerBound >= 5 && bytes.number(last - 3..<last + 1) != nil && bytes[last - 4] == 0x20
    return words >= 4 && endsInYear
  }

  /// Whether lines that stand together are rows of a table rather than captions: short ones with numbers, in a text that
  /// has lost the tabs between cells.
  private func isRows(_ range: Range<Int>) -> Bool {
    let bytes = source.span
    guard range.count >= 3, !cellsAreKept else { return false }
    var numbered = 0
    var marked = 0
    var size = 0
    for index in range {
      if lines[index].hasBracket { marked += 1 }
      if lines[index].range.contains(where: { bytes[$0].isDigit }) { numbered += 1 }
      size += lines[index].count
    }
    // Rows cite what they say; captions hardly do.
    let isMarked = marked * 5 >= range.count
    return numbered * 5 >= range.count * 3 && (isMarked || size <= range.count * PageAssembler.longestRow)
  }
}
