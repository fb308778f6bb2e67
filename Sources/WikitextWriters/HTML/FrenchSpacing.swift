import WikitextSyntax

/// Where a space must not break a line in French: before double punctuation and inside guillemets.
enum FrenchSpacing {
  /// Whether the space at `position` keeps what is around it together (`Sanitizer::armorFrenchSpaces`): the rule
  /// holds in all languages, but not where a letter follows the mark.
  static func keepsTogether(spaceAt position: Int, in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if let mark = markLength(at: position + 1, in: text, end: range.upperBound),
      !isWord(at: position + 1 + mark, in: text, end: range.upperBound)
    {
      return true
    }
    return follows(position, in: text, range)
  }

  /// The bytes of `?`, `:`, `;`, `!`, `%`, `»` or `›` at a position.
  private static func markLength(at position: Int, in text: Span<UInt8>, end: Int) -> Int? {
    guard position < end else { return nil }
    switch text[position] {
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "%"): return 1
    case 0xC2 where position + 1 < end && text[position + 1] == 0xBB: return 2
    case 0xE2 where position + 2 < end && text[position + 1] == 0x80 && text[position + 2] == 0xBA: return 3
    default: return nil
    }
  }

  /// Whether `«` or `‹` stands right before a position, and no letter before that: then it closes a quotation.
  private static func follows(_ position: Int, in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    var mark = position
    if position - start >= 2, text[position - 2] == 0xC2, text[position - 1] == 0xAB { mark -= 2 }
    if position - start >= 3, text[position - 3] == 0xE2, text[position - 2] == 0x80, text[position - 1] == 0xB9 {
      mark -= 3
    }
    guard mark < position else { return false }
    guard mark > start else { return true }
    var letter = mark - 1
    while letter > start, mark - letter < 4, text[letter] & 0xC0 == 0x80 { letter -= 1 }
    return !isWord(at: letter, in: text, end: mark)
  }

  /// Whether a letter, a digit or `_` stands at a position.
  private static func isWord(at position: Int, in text: Span<UInt8>, end: Int) -> Bool {
    guard position < end else { return false }
    let byte = text[position]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") }
    var length = 1
    while position + length < end, length < 4, text[position + length] & 0xC0 == 0x80 { length += 1 }
    var bytes: [UInt8] = []
    for offset in 0..<length { bytes.append(text[position + offset]) }
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
