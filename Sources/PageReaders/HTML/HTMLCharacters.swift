import WikitextSyntax

/// Character references as HTML has them in text: beside those that wikitext has, the names of old that need no semicolon,
/// and numbers whatever they are (the HTML Standard, 13.2.5.73 and 13.2.5.80).
enum HTMLCharacters {
  /// The names that end without a semicolon too (the HTML Standard, 13.5).
  private static let legacyNames = """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml \
    LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute \
    aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml \
    frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc \
    ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute \
    ucirc ugrave uml uuml yacute yen yuml
    """

  /// What they stand for.
  private static let legacy: [[UInt8]: [UInt8]] = {
    var table: [[UInt8]: [UInt8]] = [:]
    for name in legacyNames.split(separator: " ") {
      table[Array(name.utf8)] = CharacterReference.decodingAll(in: Array("&\(name);".utf8)[...])
    }
    return table
  }()

  /// The lengths that their names have.
  private static let legacyLengths = 2...6

  /// The bytes with all references in them replaced by what they stand for.
  ///
  /// - Complexity: O(`bytes.count`).
  static func decoding(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    let span = bytes.span
    var position = 0
    while position < span.count {
      guard span[position] == UInt8(ascii: "&") else {
        output.append(span[position])
        position += 1
        continue
      }
      if let reference = CharacterReference.parse(at: position, in: span, end: span.count) {
        output.append(contentsOf: reference.text.utf8)
        position += reference.length
      } else if let (text, end) = number(span, position) ?? legacyName(span, position) {
        output += text
        position = end
      } else {
        output.append(span[position])
        position += 1
      }
    }
    return output
  }

  /// The longest name of old behind an `&`.
  private static func legacyName(_ bytes: Span<UInt8>, _ start: Int) -> (text: [UInt8], end: Int)? {
    var name: [UInt8] = []
    while name.count < legacyLengths.upperBound, start + 1 + name.count < bytes.count {
      let byte = bytes[start + 1 + name.count]
      guard byte.isLetter || byte.isDigit else { break }
      name.append(byte)
    }
    while name.count >= legacyLengths.lowerBound {
      if let text = legacy[name] {
        let end = start + 1 + name.count
        return (text, end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 : end)
      }
      name.removeLast()
    }
    return nil
  }

  /// A reference by a number, of which the semicolon may be missing and the number wrong.
  private static func number(_ bytes: Span<UInt8>, _ start: Int) -> (text: [UInt8], end: Int)? {
    var index = start + 1
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "#") else { return nil }
    index += 1
    let isHexadecimal = bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < bytes.count {
      let byte = bytes[index]
      let digit: UInt32
      if byte.isDigit {
        digit = UInt32(byte &- 0x30)
      } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
        digit = UInt32((byte | 0x20) &- 0x61) + 10
      } else {
        break
      }
      // Any value past the last scalar will do for one that is too large.
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > digits else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    let scalar = (0x80...0x9F).contains(value) ? windows[Int(value - 0x80)] : Unicode.Scalar(value)
    guard let scalar, value != 0 else { return ([0xEF, 0xBF, 0xBD], index) }
    return (Array(String(scalar).utf8), index)
  }

  /// What the numbers from 128 to 159 stand for: the characters that Windows 1252 has there.
  private static let windows: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
  )
}
