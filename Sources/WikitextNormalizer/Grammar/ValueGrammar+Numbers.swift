/// Numbers, as pages write them: with the language's separators or, where they can be nothing else, with others.
extension ValueGrammar {
  /// A number, and how it is written.
  struct NumberReading {
    var number: DecimalNumber
    /// The index of the first token behind it.
    var end: Int
    /// Whether it might be read otherwise, had the language other separators.
    var isChosen = false
    /// Whether it is nothing but digits.
    var isPlain = false
    /// Whether its thousands are set apart.
    var isGrouped = false
    /// Whether its one comma or point may be the decimal sign of another language.
    var isAmbiguous = false
    /// The power of ten that scale words behind it stand for.
    var scale = 0
  }

  /// A number with its sign, power of ten, fraction and scale words.
  ///
  ///     1,234.5   −20   5.46·10⁻⁶   5½   285,544 milliards   2億5000万
  func number(_ index: Int, signed: Bool = true) -> NumberReading? {
    if let reading = numberOfAtom(index) { return scaled(reading) }
    var start = index
    var isNegative = false
    if signed, isSign(index) {
      isNegative = !isMark("+", index)
      start += 1
    }
    guard var reading = fraction(start) ?? simpleNumber(start) else { return nil }
    if let power = power(reading.end) {
      guard let number = reading.number.scaled(byPowerOfTen: power.exponent) else { return nil }
      reading = NumberReading(number: number, end: power.end, isChosen: reading.isChosen)
    }
    guard var scaled = scaled(reading) else { return nil }
    if isNegative {
      scaled.number = scaled.number.negated
      scaled.isPlain = false
    }
    return scaled
  }

  private func numberOfAtom(_ index: Int) -> NumberReading? {
    guard case .number(let number)? = atom(index) else { return nil }
    return NumberReading(number: number, end: index + 1)
  }

  /// Whether there is a sign that belongs to the figure behind it.
  private func isSign(_ index: Int) -> Bool {
    switch mark(index) {
    case 0x2B, 0x2D, 0x2212: return true
    case 0x2013: return touches(index + 1)
    // △ and ▲ are signs of losses in Japanese accounts; elsewhere they are arrows.
    case 0x25B3, 0x25B2: return lexicon.language == "ja" && touches(index + 1)
    default: return false
    }
  }

  /// Digits with separators.
  func simpleNumber(_ index: Int) -> NumberReading? {
    var next = index
    var figure: Figure
    if isDecimalSign(index), touches(index + 1), isFigure(index + 1) {
      figure = Figure(0, count: 0)
      guard
        figure.append(UInt16(truncatingIfNeeded: mark(index)), tokens[index + 1].payload, count: digitCount(index + 1))
      else { return nil }
      next += 2
    } else {
      guard isFigure(index) else { return nil }
      figure = Figure(tokens[index].payload, count: digitCount(index))
      next += 1
    }
    while next < tokens.count {
      if isFigure(next + 1), touches(next), touches(next + 1), let separator = separator(next),
        separator != Figure.apostrophe || digitCount(next + 1) == 3
      {
        guard figure.append(separator, tokens[next + 1].payload, count: digitCount(next + 1)) else { return nil }
        next += 2
      } else if isFigure(next), !touches(next), digitCount(next) == 3, figure.takesGroup {
        guard figure.append(Figure.space, tokens[next].payload, count: 3) else { return nil }
        next += 1
      } else {
        break
      }
    }
    guard let found = figure.number(lexicon.numbers, isCount: expecting.kind == .count) else { return nil }
    return NumberReading(
      number: found.number,
      end: next,
      isChosen: found.isChosen,
      isPlain: figure.isPlain,
      isGrouped: found.isGrouped,
      isAmbiguous: found.isAmbiguous
    )
  }

  /// Whether there are digits at `index` that a figure may have: not raised, and no more than a number has.
  private func isFigure(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    return token.kind == .digits && !token.isRaised && token.count <= ValueToken.mostDigits
  }

  private func isDecimalSign(_ index: Int) -> Bool {
    let mark = mark(index)
    return mark == 0x2E || mark == 0x2C || mark == 0x066B
  }

  /// A sign that may stand within a figure.
  private func separator(_ index: Int) -> UInt16? {
    switch mark(index) {
    case 0x2E, 0x2C, 0x27, 0x066B, 0x066C, 0x02D9: return UInt16(truncatingIfNeeded: mark(index))
    case 0x2019, 0x02BC: return Figure.apostrophe
    case 0: break
    default: return nil
    }
    // Feet are written with an apostrophe too, so that it is a word.
    guard let token = token(index), token.kind == .word, token.range.count == 1, text.bytes[token.start] == 0x27 else {
      return nil
    }
    return Figure.apostrophe
  }
}
