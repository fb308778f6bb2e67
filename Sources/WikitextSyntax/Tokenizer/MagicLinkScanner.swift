/// Recognizes `ISBN 978-3-16-148410-0`, `RFC 2606` and `PMID 12345`, as MediaWiki's `Parser::handleMagicLinks` does.
enum MagicLinkScanner {
  /// Where the magic link that starts at `here` ends, or nil when there is none.
  static func end(at here: Int, in bytes: Span<UInt8>, notBefore: Int, end: Int) -> Int? {
    if here > notBefore, Bytes.isWord(bytes[here - 1]) { return nil }
    if Bytes.matches(bytes, at: here, end: end, "isbn"), bytes[here + 1] == UInt8(ascii: "S") {
      guard isUppercase(bytes, here, 4), let number = skipSpaces(bytes, here + 4, end) else { return nil }
      return isbnEnd(bytes, number, end)
    }
    let length = bytes[here] == UInt8(ascii: "R") ? 3 : 4
    let isWord =
      length == 3
      ? Bytes.matches(bytes, at: here, end: end, "rfc") : Bytes.matches(bytes, at: here, end: end, "pmid")
    guard isWord, isUppercase(bytes, here, length), let number = skipSpaces(bytes, here + length, end) else {
      return nil
    }
    var position = number
    while position < end, Bytes.isDigit(bytes[position]) { position += 1 }
    guard position > number, position == end || !Bytes.isWord(bytes[position]) else { return nil }
    return position
  }

  private static func isUppercase(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> Bool {
    for position in start..<start + count where bytes[position] & 0x20 != 0 { return false }
    return true
  }

  /// Past one or more spaces, no-break spaces or references to one; nil when there is none.
  private static func skipSpaces(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var position = start
    while let next = spaceEnd(bytes, position, end) { position = next }
    return position > start ? position : nil
  }

  /// Past one space that is not a line break (`Parser::SPACE_NOT_NL`).
  private static func spaceEnd(_ bytes: Span<UInt8>, _ position: Int, _ end: Int) -> Int? {
    guard position < end else { return nil }
    if Bytes.isBlank(bytes[position]) { return position + 1 }
    if bytes[position] == UInt8(ascii: "&"),
      let reference = CharacterReference.parse(at: position, in: bytes, end: end), reference.first == "\u{A0}"
    {
      return position + reference.length
    }
    guard bytes[position] >= 0xC2, let invisible = TitleText.invisible(at: position, in: bytes), invisible.isSpace,
      position + invisible.length <= end
    else { return nil }
    return position + invisible.length
  }

  /// Past `978-`, nine digits each with an optional hyphen or space behind it, and a digit or X.
  private static func isbnEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    if start + 3 < end, bytes[start] == UInt8(ascii: "9"), bytes[start + 1] == UInt8(ascii: "7"),
      bytes[start + 2] == UInt8(ascii: "8") || bytes[start + 2] == UInt8(ascii: "9"),
      let result = tenDigits(bytes, skipSeparator(bytes, start + 3, end), end)
    {
      return result
    }
    return tenDigits(bytes, start, end)
  }

  private static func tenDigits(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var position = start
    for _ in 0..<9 {
      guard position < end, Bytes.isDigit(bytes[position]) else { return nil }
      position = skipSeparator(bytes, position + 1, end)
    }
    guard position < end, Bytes.isDigit(bytes[position]) || bytes[position] | 0x20 == UInt8(ascii: "x") else {
      return nil
    }
    position += 1
    return position == end || !Bytes.isWord(bytes[position]) ? position : nil
  }

  private static func skipSeparator(_ bytes: Span<UInt8>, _ position: Int, _ end: Int) -> Int {
    if position < end, bytes[position] == UInt8(ascii: "-") { return position + 1 }
    return spaceEnd(bytes, position, end) ?? position
  }
}
