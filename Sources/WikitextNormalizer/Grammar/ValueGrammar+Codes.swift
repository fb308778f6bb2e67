import WikitextSyntax

/// Values that are codes: addresses, colours, identifiers. They are read byte by byte.
extension ValueGrammar {
  /// The value of a range that is a code by its form, or by what the field holds.
  func code(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Value.Content? {
    switch expecting.kind {
    case .url: address(bytes, range, isExpected: true) ?? email(bytes, range)
    case .email: email(bytes, range)
    case .identifier: identifier(bytes, range)
    case .color: color(bytes, range)
    case .any: address(bytes, range, isExpected: false) ?? email(bytes, range) ?? offset(bytes, range)
    case .duration: isoDuration(bytes, range)
    default: nil
    }
  }

  private func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for position in range { copy.append(bytes[position]) }
    return String(decoding: copy, as: UTF8.self)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private func hasSpace(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for position in range where isSpace(bytes[position]) { return true }
    return false
  }

  private func starts(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
    Bytes.matches(bytes, at: range.lowerBound, end: range.upperBound, word)
  }

  /// An address with its scheme; without one where an address is expected: `www.example.org`, `//example.org`.
  private func address(_ bytes: Span<UInt8>, _ range: Range<Int>, isExpected: Bool) -> Value.Content? {
    guard !hasSpace(bytes, range) else { return nil }
    for scheme: StaticString in ["http://", "https://", "ftp://", "irc://", "gopher://", "ftps://", "ircs://"]
    where starts(bytes, range, scheme) && range.count > scheme.utf8CodeUnitCount {
      return .url(text(bytes, range))
    }
    if starts(bytes, range, "//") {
      return isHost(bytes, range.dropFirst(2)) ? .url("https:" + text(bytes, range)) : nil
    }
    guard starts(bytes, range, "www.") || isExpected, isHost(bytes, range) else { return nil }
    return .url("http://" + text(bytes, range))
  }

  /// Whether the bytes begin with a host: labels with points between them, the last one of letters.
  private func isHost(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var labels = 0
    var length = 0
    var hasLetters = false
    for position in range {
      let byte = bytes[position]
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: "#")
      {
        break
      }
      if byte == UInt8(ascii: ".") {
        guard length > 0 else { return false }
        labels += 1
        length = 0
        hasLetters = false
      } else {
        guard isWord(byte) || byte == UInt8(ascii: "-") else { return false }
        length += 1
        hasLetters = hasLetters || !(byte &- 0x30 < 10)
      }
    }
    return labels > 0 && length > 1 && hasLetters
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte >= 0x80
  }

  /// A mailbox, perhaps behind `mailto:`.
  private func email(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Value.Content? {
    let start = range.lowerBound + (starts(bytes, range, "mailto:") ? 7 : 0)
    let range = start..<range.upperBound
    guard !hasSpace(bytes, range), range.count <= 254 else { return nil }
    var at: Int?
    for position in range where bytes[position] == UInt8(ascii: "@") {
      guard at == nil else { return nil }
      at = position
    }
    guard let at, at > range.lowerBound, isHost(bytes, range[(at + 1)...]) else { return nil }
    for position in range.lowerBound..<at
    where !isWord(bytes[position]) && ![0x2E, 0x2D, 0x2B, 0x25, 0x27].contains(bytes[position]) {
      return nil
    }
    return .email(text(bytes, range))
  }

  /// A colour: `#fff`, `fff` where one is expected, a name of CSS.
  private func color(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Value.Content? {
    let start = bytes[range.lowerBound] == UInt8(ascii: "#") ? range.lowerBound + 1 : range.lowerBound
    var digits: [UInt8] = []
    for position in start..<range.upperBound {
      let byte = bytes[position]
      guard byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6, digits.count < 8 else {
        return ColorNames.hex(of: bytes, range).map { .color(hex: "#" + $0) }
      }
      digits.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    switch digits.count {
    case 6: return .color(hex: "#" + String(decoding: digits, as: UTF8.self))
    case 3: return .color(hex: "#" + String(decoding: digits.flatMap { [$0, $0] }, as: UTF8.self))
    default: return ColorNames.hex(of: bytes, range).map { .color(hex: "#" + $0) }
    }
  }

  /// `UTC+5:30`, `UTC−3`.
  private func offset(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Value.Content? {
    guard range.count <= 12, starts(bytes, range, "UTC") || starts(bytes, range, "utc") else { return nil }
    var position = range.lowerBound + 3
    while position < range.upperBound, bytes[position] == 0x20 { position += 1 }
    guard position + 1 < range.upperBound else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "+"), UInt8(ascii: "-"): position += 1
    // − and ±.
    case 0xE2 where position + 3 < range.upperBound && bytes[position + 1] == 0x88 && bytes[position + 2] == 0x92:
      position += 3
    case 0xC2 where bytes[position + 1] == 0xB1: position += 2
    default: return nil
    }
    guard position < range.upperBound else { return nil }
    for place in position..<range.upperBound where !(bytes[place] &- 0x30 < 11) { return nil }
    return .identifier(scheme: "utc-offset", value: text(bytes, range))
  }

  /// ISO 8601: `PT1H2M3S`.
  private func isoDuration(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Value.Content? {
    guard bytes[range.lowerBound] == UInt8(ascii: "P"), range.count > 2, range.count < 40 else { return nil }
    var parts: [TimeSpan.Part] = []
    var digits: [UInt8] = []
    var inTime = false
    for position in range.dropFirst() {
      let byte = bytes[position]
      switch byte {
      case 0x30...0x39, 0x2E: digits.append(byte)
      case UInt8(ascii: "T") where !inTime && digits.isEmpty: inTime = true
      default:
        guard let unit = ValueGrammar.timeUnit(byte, inTime: inTime), let number = DecimalNumber(digits: digits) else {
          return nil
        }
        parts.append(TimeSpan.Part(number, unit))
        digits = []
      }
    }
    return digits.isEmpty ? TimeSpan(parts).map { .duration($0) } : nil
  }

  private static func timeUnit(_ letter: UInt8, inTime: Bool) -> TimeSpan.Unit? {
    switch letter {
    case UInt8(ascii: "Y") where !inTime: .years
    case UInt8(ascii: "M"): inTime ? .minutes : .months
    case UInt8(ascii: "W") where !inTime: .weeks
    case UInt8(ascii: "D") where !inTime: .days
    case UInt8(ascii: "H") where inTime: .hours
    case UInt8(ascii: "S") where inTime: .seconds
    default: nil
    }
  }
}
