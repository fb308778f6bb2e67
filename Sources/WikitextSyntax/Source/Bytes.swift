/// Small facts about ASCII bytes, where the grammar speaks of them.
package enum Bytes {
  /// Space, tab, line feed, vertical tab, form feed, carriage return.
  @inline(__always)
  static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte &- 0x09) < 5 }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { ((byte | 0x20) &- 0x61) < 26 }

  @inline(__always)
  package static func isDigit(_ byte: UInt8) -> Bool { (byte &- 0x30) < 10 }

  @inline(__always)
  static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || ((byte | 0x20) &- 0x61) < 6 }

  /// The value of a hexadecimal digit; nil for any other byte.
  static func hexDigit(_ byte: UInt8) -> UInt8? {
    guard isHexDigit(byte) else { return nil }
    return isDigit(byte) ? byte &- 0x30 : (byte | 0x20) &- 0x57
  }

  /// What PCRE's `\w` matches in bytes: letters, digits, underscore. Bytes of other scripts count as letters.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == 0x5F || byte >= 0x80 }

  /// `*`, `#`, `;` and `:`.
  @inline(__always)
  static func isListMarker(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x23 || byte == 0x3A || byte == 0x3B
  }

  @inline(__always)
  package static func lowercased(_ byte: UInt8) -> UInt8 { (byte &- 0x41) < 26 ? byte | 0x20 : byte }

  /// The offset of the first byte at or after `position` that is not a space or tab, at most `end`.
  @inline(__always)
  static func skipBlanks(_ bytes: Span<UInt8>, from position: Int, to end: Int) -> Int {
    var position = position
    while position < end, isBlank(bytes[position]) { position &+= 1 }
    return position
  }

  /// The bytes of `range` without white space at either end.
  static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isWhitespace(bytes[start]) { start += 1 }
    while end > start, isWhitespace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The bytes as text, without white space at either end.
  static func trimmedText(_ bytes: ArraySlice<UInt8>) -> String {
    let span = bytes.span
    let range = trimmed(span, 0..<span.count)
    return String(decoding: bytes.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }

  /// Whether the bytes at `position` are `word`, ASCII letters compared without case; `word` is in lower case.
  package static func matches(_ bytes: Span<UInt8>, at position: Int, end: Int, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= end else { return false }
    for offset in 0..<count {
      // In bounds: `offset` is below the literal's own count.
      let expected = unsafe word.utf8Start[offset]
      if lowercased(bytes[position + offset]) != expected { return false }
    }
    return true
  }
}
