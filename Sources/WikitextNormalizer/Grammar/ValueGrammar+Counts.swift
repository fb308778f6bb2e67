/// Bare numbers, ranks, numbers with what they count, ages, points, yes and no.
extension ValueGrammar {
  /// A number with nothing but itself, or with the unit that the field has.
  ///
  ///     1,439,036   149th   第3   #12
  func bareNumber(_ index: Int) -> Parse? {
    var (start, label) = circa(index)
    if means(.rank, start) || mark(start) == 0x23 || isText("no", start) && isMark(".", start + 1) {
      guard let rank = rank(start) else { return nil }
      return rank
    }
    if let reading = numberWord(start) { return reading }
    if let scaled = scaledWord(start) { return scaled }
    guard var reading = (expecting.kind.isTyped ? bareFraction(start) : nil) ?? number(start) else { return nil }
    if let dozens = dozens(reading) { return dozens }
    // People and things come in whole numbers.
    guard expecting.kind != .count || reading.number.integer != nil else { return nil }
    if let end = behindOrdinal(reading), end < tokens.count || reading.isPlain { reading.end = end }
    if expecting.kind == .any {
      guard isNumberByShape(start, reading) else { return nil }
      reading.isChosen = reading.isChosen || reading.isPlain && digitCount(start) == 4
    }
    if reading.end < tokens.count, isCirca(reading.end) {
      label = bytes(from: reading.end, to: reading.end + 1)
      reading.end += 1
    }
    var parse = Parse(content(of: reading.number), end: reading.end, isChosen: reading.isChosen)
    parse.label = label
    return parse
  }

  /// A number in a word, where it is all there is and numbers are expected: "two", "dozen".
  private func numberWord(_ index: Int) -> Parse? {
    guard expecting.kind == .number || expecting.kind == .count, index + 1 == tokens.count,
      let packed = meaning(.value, index), packed & 0xFF == 1
    else { return nil }
    return Parse(content(of: DecimalNumber(Int(packed >> 8))), end: index + 1)
  }

  /// A number in a word with a power of ten, where it is all there is: "half a million", "two thousand".
  private func scaledWord(_ index: Int) -> Parse? {
    guard let packed = meaning(.value, index), let number = ValueGrammar.quotient(Int(packed >> 8), Int(packed & 0xFF)),
      let reading = scaled(NumberReading(number: number, end: index + 1)), reading.scale > 0,
      reading.end == tokens.count
    else { return nil }
    return Parse(content(of: reading.number.normalized), end: reading.end)
  }

  /// "2 dozen", where it is all there is.
  private func dozens(_ reading: NumberReading) -> Parse? {
    guard reading.end + 1 == tokens.count, reading.number.integer != nil, meaning(.value, reading.end) == 12 << 8 | 1,
      !means(.scale, reading.end), let product = reading.number.multiplied(by: DecimalNumber(12))
    else { return nil }
    return Parse(content(of: product), end: reading.end + 1)
  }

  /// A number of the kind that the field has.
  private func content(of number: DecimalNumber) -> Value.Content {
    switch expecting.kind {
    case .percent: return .percent(number)
    case .age: return .age(number)
    case .rating: return .rating(number, of: nil)
    case .duration:
      if let unit = expecting.unit, let part = ValueGrammar.part(number, unit), let span = TimeSpan([part]) {
        return .duration(span)
      }
      return .number(number)
    default:
      if expecting.unit == "%" { return .percent(number) }
      if let unit = expecting.unit {
        if let part = ValueGrammar.part(number, unit), let span = TimeSpan([part]) { return .duration(span) }
        return .quantity(Quantity(number, MeasuredUnit(ucum: unit, written: "")))
      }
      if let currency = expecting.currency { return .money(Money(number, currency)) }
      return .number(number)
    }
  }

  /// Where nothing is expected: "007" is a name, sixteen digits are a code.
  private func isNumberByShape(_ index: Int, _ reading: NumberReading) -> Bool {
    // "+62 755" is to be dialled. Templates take a point before tenths on any wiki, but no comma where points are usual.
    guard !isMark("+", index), !reading.isChosen || lexicon.numbers.decimal != 0x2E else { return false }
    guard reading.isPlain else { return true }
    return digitCount(index) <= 12 && (digitCount(index) == 1 || !beginsWithZero(index))
  }

  /// `第3`, `No. 5`, `#12`.
  private func rank(_ index: Int) -> Parse? {
    var start = index
    while means(.rank, start) || [0x23, 0x2E].contains(mark(start)) || isText("no", start) { start += 1 }
    guard let reading = number(start, signed: false), expecting.kind == .number || expecting.kind == .count else {
      return nil
    }
    var end = reading.end
    while means(.rank, end) || means(.ordinal, end) { end += 1 }
    return Parse(.number(reading.number), end: end)
  }

  /// The index behind the ordinal's ending: `149th`, `45e`, `3.`; nil where there is none.
  private func behindOrdinal(_ reading: NumberReading) -> Int? {
    guard reading.isPlain, expecting.kind == .number || expecting.kind == .any else { return nil }
    let next = reading.end
    guard means(.ordinal, next) || means(.rank, next) else { return nil }
    // "3d" is an ordinal, "3D" is not.
    if expecting.kind == .any {
      guard touches(next), let token = token(next), !(text.bytes[token.start] &- 0x41 < 26) else { return nil }
    }
    return next + 1
  }

  /// `125,000 companies`: a whole number and what it counts.
  func countedNumber(_ index: Int) -> Parse? {
    var (start, label) = circa(index)
    if means(.above, start) || means(.below, start) {
      label = bytes(from: index, to: start + 1)
      start += 1
    }
    guard let reading = number(start), reading.end < tokens.count, reading.number.integer != nil,
      token(reading.end)?.isSpaced == true || isUnspaced(reading.end), mark(reading.end) == 0
    else { return nil }
    var parse = Parse(content(of: reading.number), end: reading.end, isChosen: reading.isChosen)
    parse.label = label
    parse.takesRemark = true
    return parse
  }

  private func isUnspaced(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .letters || token.kind == .word else { return false }
    return text.bytes[token.start] >= 0xE0
  }

  /// A stated age: `aged 7`, `享年82`, `27 лет`.
  func age(_ index: Int) -> Parse? {
    var start = index
    while means(.age, start) || means(.circa, start) || isMark(".", start) { start += 1 }
    let isStated = start > index
    guard let reading = number(start, signed: false), reading.number.doubleValue < 1000 else { return nil }
    var end = reading.end
    while means(.age, end) || isYears(end) || means(.of, end) || means(.died, end) { end += 1 }
    guard isStated || end > reading.end else { return nil }
    return Parse(.age(reading.number), end: end)
  }

  private func isYears(_ index: Int) -> Bool {
    meanings(.unit, index).contains { lexicon.units[Int($0)].ucum == "a" } || means(.yearMark, index)
  }

  /// Points: `4/5`, `8.5 out of 10`, `3 stars`, `★★★☆☆`.
  func rating(_ index: Int) -> Parse? {
    if let stars = stars(index) { return stars }
    guard let reading = number(index, signed: false) else { return nil }
    let next = reading.end
    if isMark("/", next) || means(.outOf, next) || means(.of, next), let best = number(next + 1, signed: false),
      best.number.doubleValue >= reading.number.doubleValue
    {
      let end = means(.stars, best.end) ? best.end + 1 : best.end
      return Parse(.rating(reading.number, of: best.number), end: end, isChosen: reading.isChosen)
    }
    guard means(.stars, next) else { return nil }
    return Parse(.rating(reading.number, of: nil), end: next + 1)
  }

  /// Stars drawn: full ones, then empty ones.
  private func stars(_ index: Int) -> Parse? {
    var full = 0
    var half = 0
    var empty = 0
    var next = index
    while mark(next) != 0 || means(.stars, next), let token = token(next) {
      switch string(token.range) {
      case "★" where half + empty == 0: full += 1
      case "½" where half + empty == 0 && full > 0: half += 1
      case "☆": empty += 1
      default: return nil
      }
      next += 1
    }
    guard full + empty > 1, let number = DecimalNumber(mantissa: Int128(full * 10 + half * 5), exponent: -1) else {
      return nil
    }
    return Parse(
      .rating(
        half > 0 ? number : DecimalNumber(full),
        of: empty > 0 || half > 0 ? DecimalNumber(full + half + empty) : nil
      ),
      end: next
    )
  }

  /// Yes or no: the whole value, or a word with a remark in a field of yes and no.
  func boolean(_ index: Int) -> Parse? {
    let isYes = means(.yes, index)
    guard isYes != means(.no, index), index + 1 == tokens.count || expecting.kind == .boolean else { return nil }
    if expecting.kind == .any, text.bytes[tokens[index].range].count < 2 { return nil }
    var parse = Parse(.boolean(isYes), end: index + 1)
    parse.takesRemark = expecting.kind == .boolean
    return parse
  }
}
