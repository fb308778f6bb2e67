/// Decades, centuries and millennia.
extension ValueGrammar {
  /// `1990s`, `1990年代`, `18th century`, `XVIII век`, `XIXe siècle`, `2nd millennium BC`.
  func periodOfNumber(_ index: Int) -> DateParts? {
    if let decade = decade(index) { return decade }
    guard let number = periodNumber(index), let precision = periodWord(number.end) else { return nil }
    var parts = DateParts(end: number.end + 1)
    parts.period = (number.value, precision)
    if isMark(".", parts.end), touches(parts.end) { parts.end += 1 }
    return parts
  }

  /// `siglo XVIII`, `thế kỷ 18`, `années 1990`, `década de 1990`.
  func periodOfWord(_ index: Int) -> DateParts? {
    var next = index + 1
    if isMark(".", next), touches(next) { next += 1 }
    while means(.of, next) || means(.rank, next) || means(.yearMark, next) || isDash(next) && touches(next) {
      next += 1
    }
    if means(.decade, index) {
      guard let year = integer(next), digitCount(next) == 4, year % 10 == 0 else { return nil }
      var parts = DateParts(end: next + 1)
      parts.period = (year, .decade)
      parts.hasEra = true
      return parts
    }
    guard let precision = periodWord(index), let number = periodNumber(next) else { return nil }
    var parts = DateParts(end: number.end)
    parts.period = (number.value, precision)
    // The ending of a Romanian ordinal: XVIII-lea.
    if isDash(parts.end), touches(parts.end), periodNumber(parts.end + 1) == nil,
      isKind(.letters, parts.end + 1) || means(.ordinal, parts.end + 1)
    {
      parts.end += 2
    }
    return parts
  }

  private func periodWord(_ index: Int) -> EDTFDate.Precision? {
    if means(.century, index) { return .century }
    return means(.millennium, index) ? .millennium : nil
  }

  private func decade(_ index: Int) -> DateParts? {
    guard let year = integer(index), digitCount(index) == 4, year % 10 == 0 else { return nil }
    var next = index + 1
    if mark(next) == 0x27 || mark(next) == 0x2019 || isDash(next), touches(next) { next += 1 }
    guard means(.decade, next), touches(next) || token(next)?.range.count != 1 else { return nil }
    next += 1
    while means(.yearMark, next) { next += 1 }
    var parts = DateParts(end: next)
    parts.period = (year, .decade)
    // "The 1800s" are a century more often than its first decade; both are said.
    if year % 100 == 0, year < 2000 {
      parts.period = (year / 100 + 1, .century)
      parts.isChosen = true
    }
    parts.hasEra = true
    return parts
  }

  /// The number of a century: an ordinal in figures or Roman numerals.
  func periodNumber(_ index: Int) -> (value: Int, end: Int)? {
    if let value = integer(index), digitCount(index) <= 2, value > 0 { return (value, behindOrdinal(index + 1)) }
    guard let roman = roman(index), (1...40).contains(roman.value) else { return nil }
    return (roman.value, behindOrdinal(index + 1))
  }

  /// A Roman numeral, in capitals, perhaps with the ending of an ordinal in the same word.
  func roman(_ index: Int) -> (value: Int, isWhole: Bool)? {
    guard let token = token(index), token.kind == .letters || token.kind == .word, token.range.count <= 12 else {
      return nil
    }
    var values: [Int] = []
    var position = token.start
    scan: while position < token.end {
      switch text.bytes[position] {
      case UInt8(ascii: "I"): values.append(1)
      case UInt8(ascii: "V"): values.append(5)
      case UInt8(ascii: "X"): values.append(10)
      case UInt8(ascii: "L"): values.append(50)
      case UInt8(ascii: "C"): values.append(100)
      case 0xE2 where position + 2 < token.end && text.bytes[position + 1] == 0x85:
        // Ⅰ to Ⅻ.
        let value = Int(text.bytes[position + 2]) - 0x9F
        guard (1...12).contains(value), values.isEmpty else { return nil }
        values.append(value)
        position += 2
      default: break scan
      }
      position += 1
    }
    guard !values.isEmpty, position == token.end || token.end - position <= 4 && isOrdinalEnding(position..<token.end)
    else {
      return nil
    }
    var total = 0
    for (place, value) in values.enumerated() {
      total += place + 1 < values.count && values[place + 1] > value ? -value : value
    }
    return total > 0 ? (total, position == token.end) : nil
  }

  private func isOrdinalEnding(_ range: Range<Int>) -> Bool {
    ["e", "er", "re", "ème", "eme", "è", "th", "st", "nd", "rd", "o", "a", "º", "ª"].contains(string(range))
  }
}
