/// Codes of schemes.
extension ValueGrammar {
  /// A code: one word, or several with figures or capitals alone. Prose is none.
  func identifier(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Value.Content? {
    guard range.count <= 512, isCode(bytes, range) else { return nil }
    var range = range
    if let scheme = expecting.scheme, let start = behindScheme(scheme, bytes, range) {
      range = start..<range.upperBound
    }
    var value: [UInt8] = []
    for position in range { value.append(bytes[position]) }
    return .identifier(scheme: expecting.scheme, value: String(decoding: value, as: UTF8.self))
  }

  /// `ISBN 0-…` in a field of ISBNs: the code without the name of its scheme.
  private func behindScheme(_ scheme: String, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var position = range.lowerBound
    for byte in scheme.utf8 {
      guard position < range.upperBound, bytes[position] | 0x20 == byte | 0x20 else { return nil }
      position += 1
    }
    guard position < range.upperBound, bytes[position] == 0x20 || bytes[position] == UInt8(ascii: ":") else {
      return nil
    }
    while position < range.upperBound, bytes[position] == 0x20 || bytes[position] == UInt8(ascii: ":") { position += 1 }
    return position < range.upperBound ? position : nil
  }

  /// Words in small letters make prose, unless there is but one of them.
  private func isCode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var words = 1
    var prose = 0
    var letters = 0
    var digits = 0
    for position in range.lowerBound..<range.upperBound {
      let byte = bytes[position]
      if byte < 0x20 { return false }
      if byte == 0x20 {
        words += 1
        if letters > 3 { prose += 1 }
        letters = 0
      } else {
        letters = byte &- 0x61 < 26 ? letters + 1 : 0
        if byte &- 0x30 < 10 { digits += 1 }
      }
    }
    if letters > 3 { prose += 1 }
    return words == 1 || prose == 0 && (digits > 0 || words <= 3)
  }
}
