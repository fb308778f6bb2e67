/// Spans of numbers, and numbers with their uncertainty.
extension ValueGrammar {
  /// One end of a span.
  private struct End {
    var number: DecimalNumber
    /// The power of ten that scale words behind the figure stand for.
    var scale = 0
    var unit: UnitReading?
    var currency: String?
    /// The bytes of the currency.
    var written = 0..<0
    var end: Int
    var isChosen = false
    /// Whether it is nothing but digits.
    var isPlain = false
  }

  /// `10–15 km`, `10 to 15`, `entre 5 et 7`, `≥ 5 m`, `more than 300`, `$30–35 million`.
  func range(_ index: Int) -> Parse? {
    let (start, label) = circa(index)
    guard var parse = fullRange(start) ?? halfRange(start) else { return nil }
    parse.label = label
    parse.takesRemark = expecting.kind != .any
    return parse
  }

  private func fullRange(_ index: Int) -> Parse? {
    let isBetween = means(.between, index)
    let start = isBetween || means(.from, index) ? index + 1 : index
    guard var low = end(start) else { return nil }
    guard isDash(low.end) || means(.to, low.end) || isBetween && means(.and, low.end) else { return nil }
    // A sign belongs to the second number only where the dash is another mark.
    guard let high = end(low.end + 1, signed: !touches(low.end + 1)) else { return nil }
    guard low.unit == nil || high.unit == nil || low.unit?.ucum == high.unit?.ucum else { return nil }
    if low.scale == 0, high.scale != 0, low.unit == nil, !isMoreThan(low.number, high.number) {
      guard let scaled = low.number.scaled(byPowerOfTen: high.scale) else { return nil }
      if !isMoreThan(scaled, high.number) { low.number = scaled }
    }
    guard !isMoreThan(low.number, high.number), let unit = unit(of: low, high) else { return nil }
    if expecting.kind == .any, low.unit == nil, high.unit == nil, low.currency == nil, high.currency == nil {
      guard !low.isPlain || !high.isPlain else { return nil }
    }
    return Parse(
      .range(low: low.number, high: high.number, unit: unit.measured),
      end: high.end,
      isChosen: low.isChosen || high.isChosen
    )
  }

  /// What both ends are measured in; nil where they cannot be ends of one span.
  private func unit(of low: End, _ high: End) -> (measured: MeasuredUnit?, Void)? {
    guard low.currency != nil || high.currency != nil else {
      let last = high.unit == nil ? low.end - 1 : high.end - 1
      // The years of a field of money are no amounts.
      guard expecting.kind != .money || expecting.currency != nil || high.scale > 0 else { return nil }
      return (measured(high.unit ?? low.unit, last), ())
    }
    guard low.unit == nil, high.unit == nil else { return nil }
    let written = low.currency == nil ? high.written : low.written
    guard let one = low.currency ?? high.currency, let code = same(one, high.currency ?? one) else { return nil }
    return (MeasuredUnit(ucum: code, written: string(written)), ())
  }

  private func isMoreThan(_ left: DecimalNumber, _ right: DecimalNumber) -> Bool {
    left.doubleValue > right.doubleValue
  }

  private func end(_ index: Int, signed: Bool = true) -> End? {
    let reading = number(index, signed: signed)
    let unit = reading.flatMap { self.unit($0.end) }
    // "5 ft" are feet rather than forints, but not in a field of money.
    if unit == nil || expecting.kind == .money, signed || reading != nil || means(.currency, index),
      let amount = amount(index, isEnd: true)
    {
      return End(
        number: amount.number,
        scale: amount.scale,
        currency: amount.currency,
        written: amount.written,
        end: amount.end,
        isChosen: amount.isChosen
      )
    }
    guard let reading else { return nil }
    return End(
      number: reading.number,
      scale: reading.scale,
      unit: unit,
      end: unit?.end ?? reading.end,
      isChosen: reading.isChosen,
      isPlain: reading.isPlain
    )
  }

  /// A span with one end: `< 5 m`, `over 300`, `5000+`, `$5+ million`.
  private func halfRange(_ index: Int) -> Parse? {
    let isLow: Bool
    var start = index + 1
    switch mark(index) {
    case 0x3E, 0x2265, 0x2A7E: isLow = true
    case 0x3C, 0x2264, 0x2A7D: isLow = false
    default:
      if means(.above, index) {
        isLow = true
      } else if means(.below, index) || means(.until, index) {
        isLow = false
      } else {
        guard let end = end(index) else { return nil }
        if means(.above, end.end), !isMark("+", end.end) { return oneSided(end, isLow: true, end.end + 1) }
        if means(.below, end.end) { return oneSided(end, isLow: false, end.end + 1) }
        guard isMark("+", end.end), end.currency == nil || isOpenEnd(end.end) else { return nil }
        return openEnd(end)
      }
    }
    if isMark("=", start) { start += 1 }
    guard let end = end(start) else { return nil }
    return oneSided(end, isLow: isLow, end.end)
  }

  /// A figure with a plus behind it, and behind that perhaps its scale and its unit.
  private func openEnd(_ first: End) -> Parse? {
    var end = first
    end.end += 1
    end.isChosen = expecting.kind == .any
    if end.scale == 0, end.unit == nil, let power = scale(end.end) {
      guard let scaled = end.number.scaled(byPowerOfTen: power.exponent) else { return nil }
      end.number = scaled
      end.end = power.end
    }
    if end.unit == nil, end.currency == nil {
      if let unit = unit(end.end) {
        end.unit = unit
        end.end = unit.end
      } else if let currency = currency(end.end) {
        end.currency = currency.code
        end.written = bytes(from: end.end, to: currency.end)
        end.end = currency.end
      }
    }
    return oneSided(end, isLow: true, end.end)
  }

  private func oneSided(_ end: End, isLow: Bool, _ behind: Int) -> Parse? {
    let unit =
      end.currency.map { MeasuredUnit(ucum: $0, written: string(end.written)) } ?? measured(end.unit, end.end - 1)
    guard expecting.kind != .money || unit != nil || end.scale > 0 else { return nil }
    return Parse(
      isLow ? .range(low: end.number, high: nil, unit: unit) : .range(low: nil, high: end.number, unit: unit),
      end: behind,
      isChosen: end.isChosen
    )
  }

  /// The unit as it stands in a value; where there is none, what the field says.
  func measured(_ unit: UnitReading?, _ last: Int) -> MeasuredUnit? {
    guard let unit else {
      if expecting.kind == .percent { return MeasuredUnit(ucum: "%", written: "") }
      if let currency = expecting.currency { return MeasuredUnit(ucum: currency, written: "") }
      return expecting.unit.map { MeasuredUnit(ucum: $0, written: "") }
    }
    var first = last
    while first > 0, !isKind(.digits, first - 1) || token(first - 1)?.isRaised == true, !isMark("+", first - 1) {
      first -= 1
    }
    return MeasuredUnit(ucum: unit.ucum, written: string(bytes(from: first, to: last + 1)))
  }

  /// `5.2 ± 0.3 km`, `(5.2 ± 0.3) km`, `3.344(5)`.
  func plusMinus(_ index: Int) -> Parse? {
    let isBracketed = isMark("(", index) && behindBracket(index) != nil
    let start = isBracketed ? index + 1 : index
    guard var value = number(start) else { return nil }
    var plus: DecimalNumber
    var minus: DecimalNumber
    var end = value.end
    if isMark("\u{B1}", end), let error = number(end + 1, signed: false) {
      // "1.9 ± 0.2 × 10¹⁹" without brackets: the power is that of both.
      if power(from: start, to: value.end) == nil, let power = power(from: end + 1, to: error.end) {
        guard let number = value.number.scaled(byPowerOfTen: power) else { return nil }
        value.number = number
      }
      (plus, minus, end) = (error.number, error.number, error.end)
    } else if isMark("+", end), let above = number(end + 1, signed: false),
      [0x2D, 0x2212, 0x2013].contains(mark(above.end)),
      let below = number(above.end + 1, signed: false)
    {
      (plus, minus, end) = (above.number, below.number, below.end)
    } else if isMark("(", end), touches(end), touches(end + 1), let last = integer(end + 1), digitCount(end + 1) <= 2,
      isMark(")", end + 2), value.number.exponent < 0
    {
      guard let error = DecimalNumber(mantissa: Int128(last), exponent: value.number.exponent) else { return nil }
      (plus, minus, end) = (error, error, end + 3)
    } else {
      return nil
    }
    if isBracketed {
      guard isMark(")", end) else { return nil }
      end += 1
    }
    let unit = unit(end)
    let written = unit.map { string(bytes(from: end, to: $0.end)) } ?? ""
    let measured =
      unit.map { MeasuredUnit(ucum: $0.ucum, written: written) }
      ?? expecting.unit.map { MeasuredUnit(ucum: $0, written: "") }
    var parse = Parse(
      .plusMinus(value.number, plus: plus, minus: minus, unit: measured),
      end: unit?.end ?? end,
      isChosen: value.isChosen
    )
    parse.takesRemark = expecting.kind != .any
    return parse
  }

  /// The power of ten that ends a number.
  private func power(from start: Int, to end: Int) -> Int? {
    (start..<end).lazy.compactMap { self.power($0) }.first { $0.end == end }?.exponent
  }
}
