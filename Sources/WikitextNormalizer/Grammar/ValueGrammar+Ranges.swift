/// Spans of numbers, and numbers with their uncertainty.
extension ValueGrammar {
  /// One end of a span.
  private struct End {
    var reading: NumberReading
    var unit: UnitReading?
    var end: Int
  }

  /// `10–15 km`, `10 to 15`, `entre 5 et 7`, `≥ 5 m`, `more than 300`.
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
    guard let low = end(start) else { return nil }
    guard isDash(low.end) || means(.to, low.end) || isBetween && means(.and, low.end) else { return nil }
    // A sign belongs to the second number only where the dash is another mark.
    guard let high = end(low.end + 1, signed: !touches(low.end + 1)) else { return nil }
    guard low.unit == nil || high.unit == nil || low.unit?.ucum == high.unit?.ucum else { return nil }
    var lowest = low.reading.number
    if low.reading.scale == 0, high.reading.scale != 0, low.unit == nil, !isMoreThan(lowest, high.reading.number) {
      guard let scaled = lowest.scaled(byPowerOfTen: high.reading.scale) else { return nil }
      if !isMoreThan(scaled, high.reading.number) { lowest = scaled }
    }
    guard !isMoreThan(lowest, high.reading.number) else { return nil }
    let unit = high.unit ?? low.unit
    if expecting.kind == .any, unit == nil {
      guard !low.reading.isPlain || !high.reading.isPlain else { return nil }
    }
    return Parse(
      .range(
        low: lowest,
        high: high.reading.number,
        unit: measured(unit, high.unit == nil ? low.end - 1 : high.end - 1)
      ),
      end: high.end,
      isChosen: low.reading.isChosen || high.reading.isChosen
    )
  }

  private func isMoreThan(_ left: DecimalNumber, _ right: DecimalNumber) -> Bool {
    left.doubleValue > right.doubleValue
  }

  private func end(_ index: Int, signed: Bool = true) -> End? {
    guard let reading = number(index, signed: signed) else { return nil }
    if let unit = unit(reading.end) { return End(reading: reading, unit: unit, end: unit.end) }
    return End(reading: reading, unit: nil, end: reading.end)
  }

  /// A span with one end: `< 5 m`, `over 300`, `5000+`.
  private func halfRange(_ index: Int) -> Parse? {
    var isLow: Bool
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
        guard isMark("+", end.end) else { return nil }
        let unit = end.unit ?? unit(end.end + 1)
        return Parse(
          .range(low: end.reading.number, high: nil, unit: measured(unit, end.end - 1)),
          end: end.unit == nil ? unit?.end ?? end.end + 1 : end.end + 1,
          isChosen: expecting.kind == .any
        )
      }
    }
    if isMark("=", start) { start += 1 }
    guard let end = end(start) else { return nil }
    return oneSided(end, isLow: isLow, end.end)
  }

  private func oneSided(_ end: End, isLow: Bool, _ behind: Int) -> Parse {
    let unit = measured(end.unit, end.end - 1)
    let number = end.reading.number
    return Parse(
      isLow ? .range(low: number, high: nil, unit: unit) : .range(low: nil, high: number, unit: unit),
      end: behind,
      isChosen: end.reading.isChosen
    )
  }

  /// The unit as it stands in a value; where there is none, what the field says.
  func measured(_ unit: UnitReading?, _ last: Int) -> MeasuredUnit? {
    guard let unit else {
      if expecting.kind == .percent { return MeasuredUnit(ucum: "%", written: "") }
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
    guard let value = number(start) else { return nil }
    var plus: DecimalNumber
    var minus: DecimalNumber
    var end = value.end
    if isMark("\u{B1}", end), let error = number(end + 1, signed: false) {
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
}
