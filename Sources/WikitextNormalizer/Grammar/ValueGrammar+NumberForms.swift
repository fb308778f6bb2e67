/// What stands behind a number's digits: powers of ten, fractions, scale words.
extension ValueGrammar {
  /// `×10⁶`, `· 10^−6`, `e-6`: the exponent, and the index behind it.
  func power(_ index: Int) -> (exponent: Int, end: Int)? {
    var next = index
    if isText("e", index), touches(index), touches(index + 1) {
      next += 1
    } else {
      guard isTimes(index), isText("10", index + 1) else { return nil }
      next += 2
      if isMark("^", next) { next += 1 } else if token(next)?.isRaised != true { return nil }
    }
    var isNegative = false
    switch mark(next) {
    case 0x2D, 0x2212, 0x2013:
      isNegative = true
      next += 1
    case 0x2B: next += 1
    default: break
    }
    guard let exponent = anyInteger(next), exponent <= 64, isNegative || exponent >= 0 else {
      return nil
    }
    return (isNegative ? -exponent : exponent, next + 1)
  }

  /// A sign of multiplication.
  func isTimes(_ index: Int) -> Bool {
    switch mark(index) {
    case 0xD7, 0xB7, 0x22C5, 0x2219, 0x2A: true
    default: isText("x", index) || means(.times, index)
    }
  }

  /// `5½`, `5 1/2`, `¾`. A fraction that is no finite decimal number is none.
  func fraction(_ index: Int) -> NumberReading? {
    if let part = vulgarFraction(index) {
      return NumberReading(number: part.number, end: part.end)
    }
    guard let whole = integer(index), digitCount(index) <= 6 else { return nil }
    let part = vulgarFraction(index + 1) ?? plainFraction(index + 1)
    guard let part, let number = DecimalNumber(whole).adding(part.number) else { return nil }
    return NumberReading(number: number, end: part.end)
  }

  /// A fraction by itself where a number is expected: `3/4`.
  func bareFraction(_ index: Int) -> NumberReading? {
    guard let numerator = integer(index), mark(index + 1) == 0x2F || mark(index + 1) == 0x2044, touches(index + 1),
      touches(index + 2), let denominator = integer(index + 2), numerator < denominator,
      let number = ValueGrammar.quotient(numerator, denominator)
    else { return nil }
    return NumberReading(number: number, end: index + 3)
  }

  private func vulgarFraction(_ index: Int) -> (number: DecimalNumber, end: Int)? {
    let parts: (Int, Int)
    switch mark(index) {
    case 0xBC: parts = (1, 4)
    case 0xBD: parts = (1, 2)
    case 0xBE: parts = (3, 4)
    case 0x2152: parts = (1, 10)
    case 0x2155...0x2158: parts = (Int(mark(index)) - 0x2154, 5)
    case 0x215B: parts = (1, 8)
    case 0x215C: parts = (3, 8)
    case 0x215D: parts = (5, 8)
    case 0x215E: parts = (7, 8)
    default: return nil
    }
    return ValueGrammar.quotient(parts.0, parts.1).map { ($0, index + 1) }
  }

  /// The fraction of "5 1/2" or "5+1/2".
  private func plainFraction(_ index: Int) -> (number: DecimalNumber, end: Int)? {
    let start = isMark("+", index) ? index + 1 : index
    guard start > index || token(index)?.isSpaced == true, let reading = bareFraction(start) else { return nil }
    return (reading.number, reading.end)
  }

  /// A fraction as a decimal number; nil where that has no end.
  static func quotient(_ numerator: Int, _ denominator: Int) -> DecimalNumber? {
    switch denominator {
    case 1: DecimalNumber(numerator)
    case 2, 4, 5, 8, 10, 16, 20, 25, 32, 64, 100:
      // All of them divide a million.
      DecimalNumber(mantissa: Int128(numerator * 1_000_000 / denominator), exponent: -6)?.normalized
    default: nil
    }
  }

  /// The number with the scale words behind it: `30 mln`, `5 lakh crore`, `2億5000万`.
  func scaled(_ reading: NumberReading) -> NumberReading? {
    guard var power = scale(reading.end) else { return reading }
    var result = reading
    guard var sum = reading.number.scaled(byPowerOfTen: power.exponent) else { return nil }
    result.end = power.end
    // A smaller part behind, in the scripts that write so: 2億5000万4000.
    while token(result.end)?.isSpaced == false, isUnspacedWord(result.end - 1), let part = simpleNumber(result.end) {
      var smaller = part.number
      result.end = part.end
      if let next = scale(part.end) {
        guard next.exponent < power.exponent, let value = part.number.scaled(byPowerOfTen: next.exponent) else {
          return nil
        }
        smaller = value
        result.end = next.end
        power = next
      }
      guard let total = sum.adding(smaller) else { return nil }
      sum = total
      if power.end != result.end { break }
    }
    result.number = sum
    result.isPlain = false
    result.scale = power.exponent
    return result
  }

  /// One or more scale words: the power of ten, and the index behind them.
  func scale(_ index: Int) -> (exponent: Int, end: Int)? {
    var exponent = 0
    var next = index
    while next < index + 3, let power = meaning(.scale, next), mayScale(next) {
      exponent += Int(power)
      next += 1
      // The point of an abbreviation that the data have without it.
      if isMark(".", next), touches(next), token(next + 1)?.isSpaced != false { next += 1 }
    }
    return next > index && exponent <= 64 ? (exponent, next) : nil
  }

  /// A single letter (M, k), and a word that is a unit too (MM), is a scale word only where money or things are counted;
  /// metres and kilo-anything have units.
  private func mayScale(_ index: Int) -> Bool {
    guard let token = token(index), token.range.count == 1 || means(.unit, index) else { return true }
    switch expecting.kind {
    case .money, .count, .number: return true
    // "5K km": thousands, as there are no kelvin kilometres.
    default:
      let isThousands = touches(index) && token.range.count == 1 && text.bytes[token.start] | 0x20 == UInt8(ascii: "k")
      return meaning(.currency, index + 1) != nil || isMoneyBefore(index)
        || isThousands && means(.unit, index + 1) && !touches(index + 1)
    }
  }

  /// Whether a currency stands before the number that ends before `index`.
  private func isMoneyBefore(_ index: Int) -> Bool {
    var place = index - 1
    while place >= 0, isKind(.digits, place) || isKind(.mark, place) { place -= 1 }
    return place >= 0 && means(.currency, place)
  }

  private func isUnspacedWord(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .word else { return false }
    return text.bytes[token.start] >= 0xE0
  }
}
