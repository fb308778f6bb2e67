import WikitextSyntax

/// Styles without what could load something or run a program (`Sanitizer::checkCss`).
package enum StyleSanitizer {
  /// What becomes of a style.
  package enum Result: Sendable {
    /// It stays, its escapes decoded.
    case safe([UInt8])
    /// It goes, for it has a character that is not allowed.
    case invalid
    /// It goes, for it could load something or run a program.
    case insecure
  }

  /// The style, or a comment in its place.
  package static func safe(_ style: [UInt8]) -> [UInt8] {
    switch check(style) {
    case .safe(let style): style
    case .invalid: Array("/* invalid control char */".utf8)
    case .insecure: Array("/* insecure input */".utf8)
    }
  }

  /// What becomes of the style.
  package static func check(_ style: [UInt8]) -> Result {
    let unescaped = unescaped(style)
    let normalized = isComment(unescaped) ? unescaped : withoutComments(unescaped)
    if hasInvalid(normalized) { return .invalid }
    return isInsecure(normalized) ? .insecure : .safe(normalized)
  }

  /// Whether it has a control character, or the sign that stands for a character reference to none.
  private static func hasInvalid(_ style: [UInt8]) -> Bool {
    var position = 0
    while position < style.count {
      let byte = style[position]
      if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0C || byte == 0x7F { return true }
      if byte == 0xEF, style[position...].starts(with: [0xEF, 0xBF, 0xBD]) { return true }
      position += 1
    }
    return false
  }

  // MARK: Normalization

  /// Escapes decoded, so that nothing hides behind them (`Sanitizer::normalizeCss`).
  private static func unescaped(_ style: [UInt8]) -> [UInt8] {
    guard style.contains(UInt8(ascii: "\\")) else { return style }
    var result: [UInt8] = []
    var position = 0
    while position < style.count {
      let byte = style[position]
      position += 1
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      let digits = style[position...].prefix(6).prefix(while: isHexDigit)
      if digits.isEmpty {
        position = appendEscaped(at: position, in: style, to: &result)
        continue
      }
      position += digits.count
      if position < style.count, isSpace(style[position]) { position += 1 }
      appendScalar(digits, to: &result)
    }
    return result
  }

  /// Appends what stands behind a backslash, and says where it ends.
  private static func appendEscaped(at position: Int, in style: [UInt8], to result: inout [UInt8]) -> Int {
    guard position < style.count else {
      result += [UInt8(ascii: "\\")]
      return position
    }
    // A line break behind a backslash is none.
    if style[position] == 0x0A { return position + 1 }
    if isSpecial(UInt32(style[position])) {
      appendHex(UInt32(style[position]), to: &result)
    } else {
      result.append(style[position])
    }
    return position + 1
  }

  private static func appendScalar(_ digits: ArraySlice<UInt8>, to result: inout [UInt8]) {
    let value = digits.reduce(0) { $0 << 4 | UInt32($1 <= 0x39 ? $1 &- 0x30 : ($1 | 0x20) &- 0x57) }
    if isSpecial(value) { return appendHex(value, to: &result) }
    guard value > 0, let scalar = Unicode.Scalar(value) else { return result += Array("\u{FFFD}".utf8) }
    result += Array(String(scalar).utf8)
  }

  /// Whether a character has a meaning in strings of CSS, and stays escaped.
  private static func isSpecial(_ value: UInt32) -> Bool {
    value == 0x0A || value == 0x22 || value == 0x27 || value == 0x5C
  }

  private static func appendHex(_ value: UInt32, to result: inout [UInt8]) {
    result += Array("\\\(String(value, radix: 16)) ".utf8)
  }

  /// Comments as one space each; one that is not closed takes all behind it with it.
  private static func withoutComments(_ style: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < style.count {
      guard isPair(UInt8(ascii: "/"), UInt8(ascii: "*"), at: position, in: style) else {
        result.append(style[position])
        position += 1
        continue
      }
      position += 2
      while position < style.count, !isPair(UInt8(ascii: "*"), UInt8(ascii: "/"), at: position, in: style) {
        position += 1
      }
      if position < style.count { result.append(0x20) }
      position += 2
    }
    return result
  }

  /// Whether it is one comment and nothing else, which may tell why there is no style.
  private static func isComment(_ style: [UInt8]) -> Bool {
    guard let start = style.firstIndex(where: { !isSpace($0) }),
      let end = style.lastIndex(where: { !isSpace($0) })
    else { return false }
    let trimmed = style[start...end]
    return trimmed.count >= 4 && trimmed.starts(with: "/*".utf8) && trimmed.suffix(2).elementsEqual("*/".utf8)
      && !trimmed.dropFirst(2).dropLast(2).contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "/") }
  }

  private static func isPair(_ first: UInt8, _ second: UInt8, at position: Int, in style: [UInt8]) -> Bool {
    position + 1 < style.count && style[position] == first && style[position + 1] == second
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  private static func isHexDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 }

  // MARK: What is not allowed

  /// Words that are not allowed, and what makes them so when it follows.
  private static let words: [(word: [UInt8], mark: UInt8?)] = [
    (Array("expression".utf8), nil),
    (Array("accelerator".utf8), UInt8(ascii: ":")),
    (Array("-o-link".utf8), UInt8(ascii: ":")),
    (Array("-o-link-source".utf8), UInt8(ascii: ":")),
    (Array("-o-replace".utf8), UInt8(ascii: ":")),
    (Array("url".utf8), UInt8(ascii: "(")),
    (Array("src".utf8), UInt8(ascii: "(")),
    (Array("image".utf8), UInt8(ascii: "(")),
    (Array("image-set".utf8), UInt8(ascii: "(")),
  ]

  private static func isInsecure(_ style: [UInt8]) -> Bool {
    let style = style.map(Bytes.lowercased)
    for position in style.indices {
      for (word, mark) in words where style[position...].starts(with: word) {
        guard let mark else { return true }
        if style[(position + word.count)...].first(where: { !isSpace($0) }) == mark { return true }
      }
    }
    return hasAttributeURL(style)
  }

  /// Whether there is an `attr( … url`.
  private static func hasAttributeURL(_ style: [UInt8]) -> Bool {
    var isInside = false
    var afterSeparator = false
    for position in style.indices {
      let byte = style[position]
      if !isInside {
        isInside = byte == UInt8(ascii: "(") && endsInAttr(style[..<position])
        afterSeparator = false
      } else if byte == UInt8(ascii: ")") {
        isInside = false
      } else if afterSeparator, style[position...].starts(with: "url".utf8) {
        return true
      } else {
        afterSeparator = byte == UInt8(ascii: ",") || isSpace(byte)
      }
    }
    return false
  }

  private static func endsInAttr(_ style: ArraySlice<UInt8>) -> Bool {
    var end = style.endIndex
    while end > style.startIndex, isSpace(style[end - 1]) { end -= 1 }
    return style[..<end].suffix(4).elementsEqual("attr".utf8)
  }
}
