/// What brackets in running text are.
enum TextMark {
  /// A mark that leads to a note: the note's group and its name, as ranges of the source. Marks of letters are in no
  /// group of their own.
  case note(group: Range<Int>, name: Range<Int>)
  /// A mark that leads to the reference with a number.
  case number(Int, name: Range<Int>)
  /// What is wrong with the text before it: the text in the brackets.
  case tag(Range<Int>)
}

/// Reads what stands in brackets: `[1]`, `[a]`, `[note 2]`, `[citation needed]`.
struct MarkScanner {
  /// The most bytes that a mark has between its brackets.
  static let longest = 64

  let words: PageWords

  /// The mark that the bracket at `open` begins, and where it ends; nil where the bracket is text.
  ///
  /// - Complexity: O(1): marks are short.
  func mark(_ bytes: Span<UInt8>, at open: Int, in line: Range<Int>) -> (mark: TextMark, end: Int)? {
    let limit = min(line.upperBound, open + MarkScanner.longest + 2)
    var close = open + 1
    while close < limit, bytes[close] != UInt8(ascii: "]") {
      if bytes[close] == UInt8(ascii: "[") { return nil }
      close += 1
    }
    guard close < limit else { return nil }
    let start = bytes.skippingSpace(from: open + 1, to: close)
    let content = start..<bytes.trimmingSpace(from: start, to: close)
    guard !content.isEmpty else { return nil }
    let isAttached = open > line.lowerBound && bytes[open - 1] > 0x20
    if let mark = noteMark(bytes, content, open: open, isAttached: isAttached, line) { return (mark, close + 1) }
    if isAttached || isBehindOneSpace(bytes, open, line), content.count > 2, isTag(bytes, content) {
      return (.tag(content), close + 1)
    }
    return nil
  }

  private func isBehindOneSpace(_ bytes: Span<UInt8>, _ open: Int, _ line: Range<Int>) -> Bool {
    open - 2 >= line.lowerBound && bytes[open - 1] <= 0x20 && bytes[open - 2] > 0x20
  }

  private func isTag(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var copy: [UInt8] = []
    for index in content { copy.append(bytes[index]) }
    return words.isTag(copy[...])
  }

  private func noteMark(
    _ bytes: Span<UInt8>,
    _ content: Range<Int>,
    open: Int,
    isAttached: Bool,
    _ line: Range<Int>
  ) -> TextMark? {
    var digits = content.upperBound
    while digits > content.lowerBound, bytes[digits - 1].isDigit { digits -= 1 }
    if digits == content.lowerBound {
      guard content.count <= 4, let number = bytes.number(content), number > 0 else { return nil }
      return .number(number, name: content)
    }
    if digits == content.upperBound {
      return isAttached && isLetterMark(bytes, content, before: open, line)
        ? .note(group: content.lowerBound..<content.lowerBound, name: content) : nil
    }
    guard content.upperBound - digits <= 4, digits - content.lowerBound <= 40 else { return nil }
    let group = content.lowerBound..<bytes.trimmingSpace(from: content.lowerBound, to: digits)
    // A word and its number are parted by a space, but in scripts that part no words.
    let isParted = group.upperBound < digits || bytes[digits - 1] >= 0x80 || group.count == 1
    guard isParted, isWord(bytes, group) else { return nil }
    var name: [UInt8] = []
    for index in group { name.append(bytes[index]) }
    guard words.notes.contains(PageWords.lowercased(name[...])) || (isAttached && isShort(name)) else { return nil }
    return .note(group: group, name: digits..<content.upperBound)
  }

  /// Whether a word that is not known for it may stand before a note's number: few letters of one case, `N`, `fn`.
  private func isShort(_ word: [UInt8]) -> Bool {
    word.count <= 4
      && (word.allSatisfy { $0.isLower } || word.allSatisfy { $0.isUpper } || word.allSatisfy { $0 >= 0x80 })
  }

  /// Whether the bytes are one word: letters, hyphens, a full stop at the end.
  private func isWord(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    for index in range {
      let byte = bytes[index]
      let isLetter = byte.isLetter || byte >= 0x80 || byte == UInt8(ascii: "-")
      if !isLetter, index != range.upperBound - 1 || byte != UInt8(ascii: ".") { return false }
    }
    return true
  }

  /// Whether this is a letter that counts notes, or two alike: `a`, `B`, `aa`.
  private func isLetterMark(_ bytes: Span<UInt8>, _ content: Range<Int>, before open: Int, _ line: Range<Int>) -> Bool {
    let before = bytes[open - 1]
    // "/[a]/" and "([o]" are sounds, "\"[t]" begins a quotation.
    if before == UInt8(ascii: "/") || before == UInt8(ascii: "(") || before == UInt8(ascii: "[") { return false }
    if before == UInt8(ascii: "\"") || before == UInt8(ascii: "-") || before == UInt8(ascii: "*") { return false }
    guard bytes[content.lowerBound].isLetter else { return false }
    return content.count == 1 || (content.count == 2 && bytes[content.lowerBound] == bytes[content.lowerBound + 1])
  }
}

extension UInt8 {
  @inline(__always) var isDigit: Bool { (self &- 0x30) < 10 }
  @inline(__always) var isLetter: Bool { ((self | 0x20) &- 0x61) < 26 }
  @inline(__always) var isUpper: Bool { (self &- 0x41) < 26 }
  @inline(__always) var isLower: Bool { (self &- 0x61) < 26 }
}

extension Span<UInt8> {
  /// The number that digits write, if there are no more than nine of them.
  func number(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 9 else { return nil }
    var number = 0
    for index in range {
      guard self[index].isDigit else { return nil }
      number = number * 10 + Int(self[index] &- 0x30)
    }
    return number
  }
}
