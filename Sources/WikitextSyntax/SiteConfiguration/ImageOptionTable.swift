/// The spellings of image options in one language, by where their parameter stands.
struct ImageOptionTable: Sendable {
  /// `thumb`
  private var plain = SpellingTable<FoldedBytes>()
  /// `alt=$1`, up to and with the `=`.
  private var assigned = SpellingTable<FoldedBytes>()
  /// `upright $1`, `rechtop$1`: what stands before a number.
  private var beforeNumber = SpellingList()
  /// `$1px`, `$1页`: what stands behind a number.
  private var afterNumber = SpellingTable<FoldedBytes>()

  mutating func insert(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    option: ImageOption,
    isCaseSensitive: Bool
  ) {
    let value = UInt16(ImageOption.allCases.firstIndex(of: option) ?? 0)
    let end = range.upperBound
    func isParameter(at position: Int) -> Bool {
      position >= range.lowerBound && position + 2 <= end && bytes[position] == UInt8(ascii: "$")
        && bytes[position + 1] == UInt8(ascii: "1")
    }
    if isParameter(at: range.lowerBound) {
      afterNumber.insert(bytes, (range.lowerBound + 2)..<end, value: value, isCaseSensitive: isCaseSensitive)
    } else if !isParameter(at: end - 2) {
      plain.insert(bytes, range, value: value, isCaseSensitive: isCaseSensitive)
    } else if bytes[end - 3] == UInt8(ascii: "=") {
      assigned.insert(bytes, range.lowerBound..<(end - 2), value: value, isCaseSensitive: isCaseSensitive)
    } else {
      beforeNumber.insert(bytes, range.lowerBound..<(end - 2), value: value, isCaseSensitive: isCaseSensitive)
    }
  }

  func match(_ source: Span<UInt8>, _ range: Range<Int>) -> (option: ImageOption, parameter: Range<Int>?)? {
    guard !range.isEmpty else { return nil }
    if let value = plain.value(of: source, range), let option = ImageOption(number: value) { return (option, nil) }

    // No spelling is longer than 64 bytes up to its `=`, so a long caption costs no more than that.
    var position = range.lowerBound
    let limit = min(range.upperBound, position + 64)
    while position < limit, source[position] != UInt8(ascii: "=") { position += 1 }
    if position < limit, let value = assigned.value(of: source, range.lowerBound..<(position + 1)),
      let option = ImageOption(number: value)
    {
      let parameter = (position + 1)..<range.upperBound
      return option != .upright || NumberSyntax.isNumber(source, parameter) ? (option, parameter) : nil
    }

    if let (value, length) = beforeNumber.longestMatch(
      at: range.lowerBound,
      in: source,
      end: range.upperBound
    ), let option = ImageOption(number: value) {
      let parameter = (range.lowerBound + length)..<range.upperBound
      if NumberSyntax.isNumber(source, parameter) { return (option, parameter) }
    }

    let number = NumberSyntax.size(source, range)
    guard !number.isEmpty else { return nil }
    var unit = number.upperBound..<range.upperBound
    var value = afterNumber.value(of: source, unit)
    if value == nil {
      unit = NumberSyntax.unit(source, unit)
      value = afterNumber.value(of: source, unit)
    }
    guard let value, let option = ImageOption(number: value) else { return nil }
    return (option, number)
  }
}

/// Numbers in image options.
private enum NumberSyntax {
  /// Digits with at most one point or comma among them, and spaces around: what `is_numeric` takes, near enough.
  static func isNumber(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var digits = 0
    var points = 0
    for position in range {
      switch source[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: " ") where digits + points == 0 || position == range.upperBound - 1: break
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }

  /// The `120x80` at the beginning of `120x80px` (`Parser::parseWidthParam`).
  static func size(_ source: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var position = range.lowerBound
    var digits = 0
    var hasCross = false
    while position < range.upperBound {
      let byte = source[position]
      if Bytes.isDigit(byte) {
        digits += 1
      } else if byte == UInt8(ascii: "x"), !hasCross {
        hasCross = true
      } else {
        break
      }
      position += 1
    }
    return digits > 0 ? range.lowerBound..<position : range.lowerBound..<range.lowerBound
  }

  /// The last `px` of `  px px` (`Parser::parseWidthParam` takes spaces and one `px` too many).
  static func unit(_ source: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    func skipSpaces() {
      while start < range.upperBound, source[start] == UInt8(ascii: " ") { start += 1 }
    }
    skipSpaces()
    if range.upperBound - start > 2, source[start] == UInt8(ascii: "p"), source[start + 1] == UInt8(ascii: "x") {
      start += 2
      skipSpaces()
    }
    return start..<range.upperBound
  }
}
