/// Numbers with units.
extension ValueGrammar {
  /// A figure with its unit or currency.
  struct Measure {
    var number: DecimalNumber
    var unit: UnitReading?
    var currency: String?
    /// The bytes of the unit.
    var written = 0..<0
    /// The index of the first token behind it.
    var end: Int
    var isChosen = false
  }

  /// A figure with a unit or a currency: both readings of "5 ft", which is feet and forints.
  func measures(_ index: Int) -> [Measure] {
    let start = isCirca(index) ? index + 1 : index
    let amount = amount(start).map { Measure(number: $0.number, currency: $0.currency, end: $0.end) }
    return [measured(start), amount].compactMap(\.self)
  }

  /// A figure with a unit; a chain of them in the smallest unit.
  ///
  ///     5 ft 11 in   →   71 [in_i]
  func measured(_ index: Int) -> Measure? {
    guard var first = simpleMeasure(index) else { return nil }
    while let next = chained(first) { first = next }
    return first
  }

  private func simpleMeasure(_ index: Int) -> Measure? {
    if case .quantity(let quantity)? = atom(index) {
      var unit = resolved(quantity.unit.ucum) ?? UnitReading(ucum: quantity.unit.ucum, end: 0)
      unit.end = index + 1
      guard let whole = atomProduct(unit) else { return nil }
      return Measure(number: quantity.number, unit: whole, written: index..<index, end: whole.end)
    }
    if case .percent(let number)? = atom(index) {
      return Measure(
        number: number,
        unit: UnitReading(ucum: "%", end: index + 1),
        written: index..<index,
        end: index + 1
      )
    }
    if case .duration(let span)? = atom(index), span.parts.count == 1, isMark("/", index + 1) {
      guard var unit = resolved(ValueGrammar.ucum(span.parts[0].unit)) else { return nil }
      unit.end = index + 1
      guard let whole = atomProduct(unit) else { return nil }
      return Measure(number: span.parts[0].number, unit: whole, written: index..<index, end: whole.end)
    }
    guard let reading = number(index) ?? bareFraction(index) else { return unitFirst(index) }
    let start = reading.end
    if let unit = unit(start) {
      return Measure(
        number: reading.number,
        unit: unit,
        written: bytes(from: start, to: unit.end),
        end: unit.end,
        isChosen: reading.isChosen
      )
    }
    guard let density = density(start) else { return nil }
    return Measure(
      number: reading.number,
      unit: density,
      written: bytes(from: start, to: density.end),
      end: density.end,
      isChosen: reading.isChosen
    )
  }

  /// A unit that a template gave, divided by what the text has behind it: {{unité|1804|heures}}/an.
  private func atomProduct(_ unit: UnitReading) -> UnitReading? {
    guard isMark("/", unit.end) else { return unit }
    guard let below = self.unit(unit.end + 1), !below.ucum.contains("/") else { return nil }
    let divisor = below.ucum.contains(".") ? "(" + below.ucum + ")" : below.ucum
    return UnitReading(
      ucum: unit.ucum + "/" + divisor,
      dimension: unit.dimension.flatMap { above in below.dimension.map { above &- $0 } },
      factor: unit.factor / below.factor,
      end: below.end
    )
  }

  /// `87/km²` where people are counted on an area.
  private func density(_ index: Int) -> UnitReading? {
    guard isMark("/", index), expecting.unit?.hasPrefix("{") == true || expecting.kind == .quantity,
      let area = unit(index + 1), area.dimension == lexicon.units.unit("m2")?.dimension
    else { return nil }
    let ucum = "{person}/" + area.ucum
    return UnitReading(
      ucum: ucum,
      dimension: lexicon.units.unit(ucum)?.dimension,
      factor: 1 / area.factor,
      end: area.end
    )
  }

  /// `mm 30`: where a quantity is expected.
  private func unitFirst(_ index: Int) -> Measure? {
    guard expecting.kind == .quantity, let unit = unit(index), let reading = number(unit.end), isEnd(reading.end) else {
      return nil
    }
    return Measure(
      number: reading.number,
      unit: unit,
      written: bytes(from: index, to: unit.end),
      end: reading.end,
      isChosen: true
    )
  }

  private func isEnd(_ index: Int) -> Bool { index >= tokens.count || isMark("(", index) }

  /// A measure with the smaller one behind it, as one in the smaller unit, where it is a whole part of the greater.
  private func chained(_ first: Measure) -> Measure? {
    guard let unit = first.unit, unit.offset == 0, let dimension = unit.dimension, first.number.integer != nil else {
      return nil
    }
    var start = first.end
    if isMark(",", start) || means(.and, start) { start += 1 }
    guard isKind(.digits, start), let next = simpleMeasure(start) ?? inches(start, behind: first),
      let smaller = next.unit,
      smaller.dimension == dimension, smaller.factor < unit.factor
    else { return nil }
    let ratio = unit.factor / smaller.factor
    let whole = ratio.rounded()
    guard whole < 1e9, abs(ratio - whole) < 1e-9 * ratio, next.number.doubleValue < whole,
      let product = first.number.multiplied(by: DecimalNumber(Int(whole))), let sum = product.adding(next.number)
    else { return nil }
    return Measure(
      number: sum,
      unit: smaller,
      written: first.written.lowerBound..<next.written.upperBound,
      end: next.end,
      isChosen: first.isChosen || next.isChosen
    )
  }

  /// A bare number at the end, behind feet that are a mark: 6′ 2.
  private func inches(_ index: Int, behind feet: Measure) -> Measure? {
    guard ["'", "′", "’"].contains(string(feet.written)), index + 1 == tokens.count, let number = integer(index),
      number < 12, var inch = resolved("[in_i]")
    else { return nil }
    inch.end = index + 1
    return Measure(number: DecimalNumber(number), unit: inch, written: feet.written, end: index + 1, isChosen: true)
  }

  /// A quantity.
  func quantity(_ index: Int) -> Parse? {
    let (start, label) = circa(index)
    guard let measure = measured(start), let unit = measure.unit else { return nil }
    let isTime = unit.dimension == lexicon.units.unit("s")?.dimension && ValueGrammar.timeUnits[unit.ucum] != nil
    guard unit.ucum != "%", !isTime, expecting.kind != .any || isSafe(measure, start) else { return nil }
    let written = measure.written.lowerBound < measure.written.upperBound ? string(measure.written) : ""
    var parse = Parse(
      .quantity(Quantity(measure.number, MeasuredUnit(ucum: unit.ucum, written: written))),
      end: measure.end,
      isChosen: measure.isChosen
    )
    parse.label = label
    parse.takesRemark = expecting.kind == .quantity || expecting.kind == .count
    return parse
  }

  /// Where nothing is expected, "10 a" and "5 u" are words or parts of names as likely as quantities.
  private func isSafe(_ measure: Measure, _ index: Int) -> Bool {
    measure.written.count != 1 || ["m", "g", "t", "K", "W", "V", "A", "N", "J"].contains(measure.unit?.ucum ?? "")
  }

  /// A share.
  func percent(_ index: Int) -> Parse? {
    let (start, label) = circa(index)
    var number: DecimalNumber?
    var end = start
    var isChosen = false
    if let measure = measured(start), measure.unit?.ucum == "%" {
      (number, end, isChosen) = (measure.number, measure.end, measure.isChosen)
    } else if isUnit("%", start), let reading = self.number(start + 1) {
      (number, end, isChosen) = (reading.number, reading.end, reading.isChosen)
    }
    guard var number else { return nil }
    // Thousands of hundredths are rarer than a decimal sign of another language.
    if simpleNumber(start)?.isAmbiguous == true, let small = number.scaled(byPowerOfTen: -3) {
      number = small
      isChosen = true
    }
    var parse = Parse(.percent(number), end: end, isChosen: isChosen)
    parse.label = label
    parse.takesRemark = expecting.kind != .any
    return parse
  }

  private func isUnit(_ ucum: String, _ index: Int) -> Bool {
    meanings(.unit, index).contains { lexicon.units[Int($0)].ucum == ucum }
  }

  /// `немцы — 78,8 %`: a name and its share.
  func labelledPercent(_ index: Int) -> Parse? {
    guard let start = (index..<tokens.count).first(where: { isKind(.digits, $0) || isKind(.atom, $0) }), start > index,
      var parse = percent(start)
    else { return nil }
    var end = start
    while end > index, mark(end - 1) != 0, !isMark(")", end - 1) { end -= 1 }
    guard areWords(from: index, to: end) else { return nil }
    parse.label = bytes(from: index, to: end)
    return parse
  }

  /// A word that says that what follows is not exact, or a sign for it.
  func isCirca(_ index: Int) -> Bool {
    means(.circa, index)
      || (mark(index) == 0x7E || mark(index) == 0x2248 || mark(index) == 0x301C) && index + 1 < tokens.count
  }

  /// The index behind "about", and the bytes of it.
  func circa(_ index: Int) -> (start: Int, label: Range<Int>?) {
    guard isCirca(index) || means(.noise, index) else { return (index, nil) }
    var end = index + 1
    if isMark(".", end), touches(end) { end += 1 }
    return (end, bytes(from: index, to: end))
  }
}
