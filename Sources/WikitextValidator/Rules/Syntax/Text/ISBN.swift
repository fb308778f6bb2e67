/// Numbers of books (ISO 2108).
enum ISBN {
  /// What is wrong with a number.
  enum Result {
    case valid
    case wrongLength
    case wrongPrefix
    /// The check digit does not fit; the one that would.
    case wrongDigit(Character)
  }

  /// Whether an argument of this name holds an ISBN: `isbn`, `ISBN2`, `isbn-13`.
  static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count >= 4, name.prefix(4).elementsEqual("isbn".utf8, by: { ByteClass.lowercased($0) == $1 }) else {
      return false
    }
    return name.dropFirst(4).allSatisfy { ByteClass.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  /// The digits of a number, `X` for ten, without the hyphens and blanks between them.
  ///
  /// - Returns: nil where there is something else, for then nobody knows what is meant, and for a number of nine digits,
  ///   which is an SBN.
  static func digits(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var digits: [UInt8] = []
    let span = text.span
    var position = 0
    while position < span.count {
      let byte = span[position]
      switch byte {
      case _ where ByteClass.isDigit(byte): digits.append(byte)
      case UInt8(ascii: "x"), UInt8(ascii: "X"): digits.append(UInt8(ascii: "X"))
      case UInt8(ascii: "-"), 0x20: break
      // U+2010 to U+2015, hyphens and dashes; U+00A0, the no-break space.
      case 0xE2 where position + 2 < span.count && span[position + 1] == 0x80 && 0x90...0x95 ~= span[position + 2]:
        position += 2
      case 0xC2 where position + 1 < span.count && span[position + 1] == 0xA0: position += 1
      default: return nil
      }
      position += 1
    }
    return digits.isEmpty || digits.count == 9 ? nil : digits
  }

  /// Whether the check digit fits the others.
  static func check(_ digits: [UInt8]) -> Result {
    let isTen = UInt8(ascii: "X")
    let values = digits.map { $0 == isTen ? 10 : Int($0 &- 0x30) }
    if values.dropLast().contains(10) || values.count != 10 && values.count != 13 { return .wrongLength }
    if values.count == 10 {
      var sum = 0
      for place in 0..<9 { sum += (10 - place) * values[place] }
      let digit = (11 - sum % 11) % 11
      return digit == values[9]
        ? .valid : .wrongDigit(digit == 10 ? "X" : Character(Unicode.Scalar(UInt8(0x30 + digit))))
    }
    guard digits.starts(with: "978".utf8) || digits.starts(with: "979".utf8) else { return .wrongPrefix }
    var sum = 0
    for place in 0..<12 { sum += place % 2 == 0 ? values[place] : 3 * values[place] }
    let digit = (10 - sum % 10) % 10
    return digit == values[12] ? .valid : .wrongDigit(Character(Unicode.Scalar(UInt8(0x30 + digit))))
  }
}
