/// What leads from an entry of a list of references back to its marks: `^`, `^ a b`, `↑`, `a b et c`, `2.0 2.1`.
struct Backlinks {
  /// Where they stand.
  let range: Range<Int>
  /// Where the entry's text begins.
  let text: Int
  /// Where each letter or number stands; none where there is only an arrow.
  let links: [Range<Int>]

  /// Whether an arrow stands here: `^`, `↑`.
  static func isArrow(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    arrowWidth(bytes, index, end) > 0
  }

  private static func arrowWidth(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    guard index < end else { return 0 }
    let width: Int
    if bytes[index] == UInt8(ascii: "^") {
      width = 1
    } else if index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x86, bytes[index + 2] == 0x91 {
      width = 3
    } else {
      return 0
    }
    return index + width == end || bytes.spaceWidth(at: index + width, before: end) > 0 ? width : 0
  }

  /// Reads the back-links at the beginning of an entry.
  ///
  /// - Parameters:
  ///   - bytes: the page.
  ///   - entry: the entry behind its number.
  ///   - number: the entry's number, or 0.
  ///   - words: the words that stand between back-links.
  /// - Complexity: O(length of the back-links).
  init?(_ bytes: Span<UInt8>, _ entry: Range<Int>, number: Int, words: PageWords) {
    var index = entry.lowerBound
    let end = entry.upperBound
    var arrows = 0
    while arrows < 2, case let width = Backlinks.arrowWidth(bytes, index, end), width > 0 {
      arrows += 1
      index = bytes.skippingSpace(from: index + width, to: end)
      for phrase in words.jumpsUp where bytes.hasBytes(phrase, at: index, before: end) {
        index = bytes.skippingSpace(from: index + phrase.count, to: end)
        break
      }
    }
    let links = Backlinks.sequence(bytes, index..<end, number: number, words)
    if links.count >= 2, let last = links.last {
      range = entry.lowerBound..<last.upperBound
      text = bytes.skippingSpace(from: last.upperBound, to: end)
      self.links = links
    } else if arrows > 0 {
      range = entry.lowerBound..<bytes.trimmingSpace(from: entry.lowerBound, to: index)
      text = index
      self.links = []
    } else {
      return nil
    }
  }

  /// Letters or numbers that count on from the first.
  private static func sequence(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    number: Int,
    _ words: PageWords
  ) -> [Range<Int>] {
    var index = range.lowerBound
    var links: [Range<Int>] = []
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, end - index <= 12, bytes.spaceWidth(at: end, before: range.upperBound) == 0 {
        end += 1
      }
      if end - index > 12 { break }
      var wordEnd = end
      if wordEnd > index + 1, bytes[wordEnd - 1] == UInt8(ascii: ",") { wordEnd -= 1 }
      if isBacklink(bytes, index..<wordEnd, place: links.count, number: number) {
        links.append(index..<wordEnd)
      } else if links.isEmpty || !isConjunction(bytes, index..<wordEnd, words) {
        break
      }
      index = bytes.skippingSpace(from: end, to: range.upperBound)
    }
    return links
  }

  private static func isConjunction(_ bytes: Span<UInt8>, _ range: Range<Int>, _ words: PageWords) -> Bool {
    var word: [UInt8] = []
    for index in range { word.append(bytes[index]) }
    return words.conjunctions.contains(word)
  }

  /// Whether this is the back-link at a place: `a`, `b` … `z`, `aa` …; `1`, `2` …; `7.0`, `7.1` … of the entry 7.
  private static func isBacklink(_ bytes: Span<UInt8>, _ range: Range<Int>, place: Int, number: Int) -> Bool {
    if bytes[range.lowerBound].isLower {
      let letters = place < 26 ? [UInt8(97 + place)] : [UInt8(97 + (place / 26 - 1) % 26), UInt8(97 + place % 26)]
      return range.count == letters.count && bytes.hasBytes(letters, at: range.lowerBound, before: range.upperBound)
    }
    if let value = bytes.number(range) { return value == place + 1 }
    guard number > 0 else { return false }
    var point = range.lowerBound
    while point < range.upperBound, bytes[point].isDigit { point += 1 }
    guard point + 1 < range.upperBound, bytes[point] == UInt8(ascii: "."),
      bytes.number(range.lowerBound..<point) == number
    else { return false }
    return bytes.number(point + 1..<range.upperBound) == place
  }
}
