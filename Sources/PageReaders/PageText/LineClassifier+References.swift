/// Which numbered lists are lists of references.
extension LineClassifier {
  /// Makes the numbered lines of a list of references entries: one whose lines have back-links, that stands under a
  /// heading that says so, or that has as many lines as the page has marks.
  ///
  /// - Complexity: O(bytes).
  func findReferenceLists(_ lines: inout [TextLine], _ bytes: Span<UInt8>) {
    var highestMark: Int?
    var isUnderReferences = false
    var index = 0
    while index < lines.count {
      switch lines[index].kind {
      case .number, .entry:
        let run = self.run(lines, from: index, bytes)
        var isReferences = isUnderReferences || run.hasBacklinks
        if !isReferences, run.last >= 3 {
          let highest = highestMark ?? LineClassifier.highestMark(lines, bytes)
          highestMark = highest
          isReferences = highest > 0 && abs(highest - run.last) <= highest / 20
        }
        if isReferences {
          for line in index..<run.end where lines[line].kind == .number { lines[line].kind = .entry }
        }
        index = run.end
      case .heading:
        isUnderReferences = isReferenceHeading(bytes, Int(lines[index].content)..<Int(lines[index].number))
        index += 1
      case .plain:
        if lines[index].count <= 60 { isUnderReferences = isReferenceHeading(bytes, lines[index].range) }
        index += 1
      default: index += 1
      }
    }
  }

  /// The numbered lines from one on, with what stands indented between them.
  private func run(
    _ lines: [TextLine],
    from first: Int,
    _ bytes: Span<UInt8>
  ) -> (end: Int, last: Int, hasBacklinks: Bool) {
    var last = 0
    var hasBacklinks = false
    var index = first
    while index < lines.count {
      let line = lines[index]
      if index > first, line.blanks > 1 { break }
      switch line.kind {
      case .number where Int(line.number) > last || index == first:
        last = Int(line.number)
        let entry = Int(line.content)..<Int(line.end)
        hasBacklinks = hasBacklinks || Backlinks(bytes, entry, number: last, words: words) != nil
      case .entry:
        hasBacklinks = true
      case .bullet where line.blanks == 0 && isIndented(line) && index > first: break
      case .plain where line.blanks == 0 && isIndented(line): break
      default: return (max(index, first + 1), last, hasBacklinks)
      }
      index += 1
    }
    return (index, last, hasBacklinks)
  }

  /// Whether a line begins farther in than running text does.
  func isIndented(_ line: TextLine) -> Bool { Int(line.indent) > baseIndent }

  private func isReferenceHeading(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.count > 60 { return false }
    var heading: [UInt8] = []
    for index in range { heading.append(bytes[index]) }
    return words.referenceHeadings.contains(Array(String(decoding: heading, as: UTF8.self).lowercased().utf8))
  }

  /// The highest number in brackets in the text.
  private static func highestMark(_ lines: [TextLine], _ bytes: Span<UInt8>) -> Int {
    var highest = 0
    for line in lines where line.hasBracket && line.kind != .entry {
      var index = Int(line.start)
      let end = Int(line.end)
      while index < end {
        let open = index
        index += 1
        guard bytes[open] == UInt8(ascii: "[") else { continue }
        var digits = index
        while digits < end, digits - index < 5, bytes[digits].isDigit { digits += 1 }
        if digits < end, bytes[digits] == UInt8(ascii: "]"), digits - index < 5,
          let number = bytes.number(index..<digits)
        {
          highest = max(highest, number)
        }
      }
    }
    return highest
  }
}
