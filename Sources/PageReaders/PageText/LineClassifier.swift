import WikitextDocument

/// Gives each line of a page's text its kind: first by its own bytes, then by its neighbours.
struct LineClassifier {
  let words: PageWords
  /// The language that the page shows it is in: by its tagline, else by its `[edit]` links.
  private(set) var language: String?
  /// How many headings have kept their `[edit]`.
  private(set) var keptHeadings = 0
  /// The columns that most lines of running text begin at.
  private(set) var baseIndent = 0

  init(words: PageWords) {
    self.words = words
  }

  /// Classifies the lines of a page.
  ///
  /// - Complexity: O(bytes).
  mutating func classify(_ lines: inout [TextLine], of source: [UInt8]) {
    let bytes = source.span
    var indents = [Int](repeating: 0, count: 16)
    var editLanguage: String?
    for index in lines.indices {
      lines[index].kind = kind(&lines[index], bytes, &editLanguage)
      if lines[index].kind == .plain, lines[index].blanks > 0 || index == 0, lines[index].indent < 16 {
        indents[Int(lines[index].indent)] += 1
      }
    }
    baseIndent = indents.indices.max { indents[$0] < indents[$1] || (indents[$0] == indents[$1] && $0 > $1) } ?? 0
    if language == nil { language = editLanguage }
    findTitle(&lines)
    findReferenceLists(&lines, bytes)
  }

  // MARK: By its own bytes

  private mutating func kind(_ line: inout TextLine, _ bytes: Span<UInt8>, _ editLanguage: inout String?) -> LineKind {
    let range = line.range
    let first = bytes[range.lowerBound]
    if let content = bulletEnd(bytes, line) {
      line.content = UInt32(truncatingIfNeeded: content)
      return .bullet
    }
    if first.isDigit, let number = leadingNumber(bytes, range),
      line.indent > 0 || number.value == 1 || startsBacklinks(bytes, number.content, range)
    {
      line.content = UInt32(truncatingIfNeeded: number.content)
      line.number = UInt32(truncatingIfNeeded: number.value)
      return .number
    }
    if Backlinks.isArrow(bytes, range.lowerBound, range.upperBound) { return .entry }
    if line.hasBracket, let text = headingText(bytes, range, &editLanguage) {
      line.content = UInt32(truncatingIfNeeded: text.lowerBound)
      line.number = UInt32(truncatingIfNeeded: text.upperBound)
      keptHeadings += 1
      return .heading
    }
    if range.count <= 400, let furniture = furnitureKind(bytes, range) {
      line.number = UInt32(truncatingIfNeeded: Furniture.Kind.allCases.firstIndex(of: furniture) ?? 0)
      return .furniture
    }
    return line.hasTab || line.leadingTabs > 0 ? .row : .plain
  }

  /// Where the content behind a bullet begins.
  private func bulletEnd(_ bytes: Span<UInt8>, _ line: TextLine) -> Int? {
    let start = Int(line.start)
    let end = Int(line.end)
    var width = 0
    switch bytes[start] {
    case UInt8(ascii: "*"): width = 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"): width = line.indent > 0 ? 1 : 0
    case 0xC2 where start + 1 < end && bytes[start + 1] == 0xB7: width = 2  // ·
    case 0xE2 where start + 2 < end:
      switch (bytes[start + 1], bytes[start + 2]) {
      case (0x80, 0xA2), (0x80, 0xA3): width = 3  // • ‣
      case (0x97, 0xA6), (0x97, 0x8F), (0x97, 0x8B): width = 3  // ◦ ● ○
      case (0x96, 0xAA), (0x96, 0xAB), (0x96, 0xA0): width = 3  // ▪ ▫ ■
      case (0x80, 0x93), (0x80, 0x94): width = line.indent > 0 ? 3 : 0  // – —
      default: break
      }
    default: break
    }
    guard width > 0 else { return nil }
    if start + width == end { return end }
    guard bytes.spaceWidth(at: start + width, before: end) > 0 else { return nil }
    return bytes.skippingSpace(from: start + width, to: end)
  }

  /// A number with a full stop and a space behind it.
  private func leadingNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (value: Int, content: Int)? {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index].isDigit { index += 1 }
    guard index < range.upperBound, bytes[index] == UInt8(ascii: "."),
      let value = bytes.number(range.lowerBound..<index), value < 100_000
    else { return nil }
    index += 1
    if index == range.upperBound { return (value, index) }
    let width = bytes.spaceWidth(at: index, before: range.upperBound)
    guard width > 0 else { return nil }
    return (value, bytes.skippingSpace(from: index, to: range.upperBound))
  }

  private func startsBacklinks(_ bytes: Span<UInt8>, _ content: Int, _ range: Range<Int>) -> Bool {
    content < range.upperBound && Backlinks.isArrow(bytes, content, range.upperBound)
  }

  /// The text of a heading beside its `[edit]`, which stands behind it, in old pages before it.
  private mutating func headingText(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ language: inout String?
  ) -> Range<Int>? {
    if bytes[range.upperBound - 1] == UInt8(ascii: "]") {
      var open = range.upperBound - 2
      let limit = max(range.lowerBound, range.upperBound - 100)
      while open > limit, bytes[open] != UInt8(ascii: "[") { open -= 1 }
      guard open >= limit, bytes[open] == UInt8(ascii: "["),
        let found = editLanguage(bytes, open + 1..<range.upperBound - 1)
      else { return nil }
      language = language ?? found
      return range.lowerBound..<bytes.trimmingSpace(from: range.lowerBound, to: open)
    }
    guard bytes[range.lowerBound] == UInt8(ascii: "["), range.count < 300 else { return nil }
    var close = range.lowerBound + 1
    let limit = min(range.upperBound, close + 100)
    while close < limit, bytes[close] != UInt8(ascii: "]") { close += 1 }
    guard close < limit, let found = editLanguage(bytes, range.lowerBound + 1..<close) else { return nil }
    language = language ?? found
    return bytes.skippingSpace(from: close + 1, to: range.upperBound)..<range.upperBound
  }

  /// The language of the words of an edit link: one, or several with bars between them.
  private func editLanguage(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
    if range.isEmpty || bytes[range.lowerBound].isDigit { return nil }
    var language: String?
    var start = range.lowerBound
    while start <= range.upperBound {
      var bar = start
      while bar < range.upperBound, bytes[bar] != UInt8(ascii: "|") { bar += 1 }
      let first = bytes.skippingSpace(from: start, to: bar)
      let last = bytes.trimmingSpace(from: first, to: bar)
      var word: [UInt8] = []
      for index in first..<last { word.append(bytes[index]) }
      guard let found = words.edits[word] else { return nil }
      language = language ?? found
      start = bar + 1
    }
    return language
  }

  private mutating func furnitureKind(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Furniture.Kind? {
    if let phrase = words.phrase(bytes, range) {
      if phrase.isTagline, language == nil { language = phrase.language }
      return phrase.kind
    }
    if words.isJump(bytes, range) { return .site }
    return bytes[range.lowerBound] == UInt8(ascii: "[") && words.isEditLine(bytes, range) ? .editLink : nil
  }

  // MARK: By its neighbours

  /// Makes the first line the title, where the line under it says so: the tagline follows within three lines.
  private func findTitle(_ lines: inout [TextLine]) {
    guard let first = lines.first, first.kind == .plain, first.count <= 300 else { return }
    for index in 1..<max(1, min(lines.count, 5)) where lines[index].furniture == .site {
      lines[0].kind = .title
      return
    }
  }
}
