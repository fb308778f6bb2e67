/// Lengths of time.
extension ValueGrammar {
  /// What the units of time are in ISO 8601: the unit, and the factor.
  static let timeUnits: [String: (unit: TimeSpan.Unit, factor: DecimalNumber)] = [
    "a": (.years, DecimalNumber(1)), "10.a": (.years, DecimalNumber(10)), "100.a": (.years, DecimalNumber(100)),
    "ka": (.years, thousand(1)), "Ma": (.years, thousand(2)), "Ga": (.years, thousand(3)),
    "mo": (.months, DecimalNumber(1)), "wk": (.weeks, DecimalNumber(1)), "d": (.days, DecimalNumber(1)),
    "h": (.hours, DecimalNumber(1)), "min": (.minutes, DecimalNumber(1)), "s": (.seconds, DecimalNumber(1)),
    "ms": (.seconds, thousand(-1)), "us": (.seconds, thousand(-2)), "ns": (.seconds, thousand(-3)),
  ]

  private static func thousand(_ power: Int) -> DecimalNumber {
    DecimalNumber(mantissa: 1, exponent: power * 3) ?? DecimalNumber(1)
  }

  /// The UCUM symbol of a unit of time.
  static func ucum(_ unit: TimeSpan.Unit) -> String {
    switch unit {
    case .years: "a"
    case .months: "mo"
    case .weeks: "wk"
    case .days: "d"
    case .hours: "h"
    case .minutes: "min"
    case .seconds: "s"
    }
  }

  /// A number of a unit of time; nil where the unit is none.
  static func part(_ number: DecimalNumber, _ ucum: String) -> TimeSpan.Part? {
    guard let unit = timeUnits[ucum], let product = number.multiplied(by: unit.factor) else { return nil }
    return TimeSpan.Part(product, unit.unit)
  }

  /// `106 minutes`, `2h 5m`, `1 hour and 46 minutes`, `1:02:03`, `2:35 h`.
  func duration(_ index: Int) -> Parse? {
    let (start, label) = circa(index)
    if case .duration(let span)? = atom(start), !isMark("/", start + 1) {
      var parse = Parse(.duration(span), end: start + 1)
      parse.takesRemark = expecting.kind == .duration
      return parse
    }
    guard var parse = spelledDuration(start) ?? clock(start) else { return nil }
    guard !isMark("/", parse.end) || expecting.kind == .duration else { return nil }
    parse.label = label
    parse.takesRemark = expecting.kind == .duration
    return parse
  }

  private func spelledDuration(_ index: Int) -> Parse? {
    var parts: [TimeSpan.Part] = []
    var next = index
    var isChosen = false
    while let found = timePart(next, after: parts.last?.unit) {
      if let last = parts.last, last.unit.rawValue >= found.part.unit.rawValue { return nil }
      parts.append(found.part)
      isChosen = isChosen || found.isChosen
      next = found.end
      var behind = next
      if isMark(".", behind), touches(behind) { behind += 1 }
      if isMark(",", behind) { behind += 1 }
      if means(.and, behind) { behind += 1 }
      guard isKind(.digits, behind), timePart(behind, after: found.part.unit) != nil else { break }
      next = behind
    }
    // "2h07": what is left of an hour is minutes.
    if expecting.kind == .duration, parts.last?.unit == .hours, let minutes = integer(next), digitCount(next) <= 2,
      minutes < 60,
      unit(next + 1) == nil, !isMark(":", next + 1), !isDash(next + 1)
    {
      parts.append(TimeSpan.Part(DecimalNumber(minutes), .minutes))
      next += 1
    }
    if isMark(".", next), touches(next) { next += 1 }
    return TimeSpan(parts).map { Parse(.duration($0), end: next, isChosen: isChosen) }
  }

  /// A number and its unit of time. A bare "m" behind hours, or where a length of time is expected, is minutes.
  private func timePart(
    _ index: Int,
    after last: TimeSpan.Unit?
  ) -> (part: TimeSpan.Part, end: Int, isChosen: Bool)? {
    guard let reading = number(index) ?? bareFraction(index) else { return nil }
    let next = reading.end
    if isText("m", next), last == .hours || expecting.kind == .duration {
      return (TimeSpan.Part(reading.number, .minutes), next + 1, reading.isChosen)
    }
    if expecting.kind == .duration, touches(next), let token = token(next) {
      switch string(token.range) {
      case "'", "\u{2032}",
        "\u{2019}" where last == nil || last == .hours:
        return (TimeSpan.Part(reading.number, .minutes), next + 1, reading.isChosen)
      case "\"", "\u{2033}",
        "\u{201D}" where last == .minutes:
        return (TimeSpan.Part(reading.number, .seconds), next + 1, reading.isChosen)
      default: break
      }
    }
    for meaning in meanings(.unit, next) {
      let ucum = lexicon.units[Int(meaning)].ucum
      // "10 a" is a house as likely as ten years.
      if expecting.kind == .any, ucum == "a", isText("a", next) { return nil }
      if let part = ValueGrammar.part(reading.number, ucum) {
        return (part, next + 1, reading.isChosen)
      }
    }
    // A year's mark is a unit of time where a length of time is expected: "5 г.", "3年".
    guard expecting.kind == .duration, means(.yearMark, next) else { return nil }
    return (TimeSpan.Part(reading.number, .years), next + 1, true)
  }

  /// `1:02:03`, and where a length of time is expected or a unit says so `4:33`, `:30`.
  private func clock(_ index: Int) -> Parse? {
    var numbers: [DecimalNumber] = []
    var next = index
    let isHeadless = isMark(":", next) && touches(next + 1)
    if isHeadless {
      numbers.append(DecimalNumber(0))
    } else {
      guard let first = integer(next) else { return nil }
      numbers.append(DecimalNumber(first))
      next += 1
    }
    while numbers.count < 3, isMark(":", next), touches(next) || isHeadless, touches(next + 1),
      digitCount(next + 1) == 2,
      let value = integer(next + 1), value < 60
    {
      numbers.append(DecimalNumber(value))
      next += 2
    }
    guard numbers.count > 1 else { return nil }
    if isMark(".", next) || isMark(",", next), touches(next + 1), isKind(.digits, next + 1),
      let last = numbers.last?.integer,
      let decimals = anyInteger(next + 1),
      let seconds = DecimalNumber(
        mantissa: Int128(last) * Int128(Figure.powers[digitCount(next + 1)]) + Int128(decimals),
        exponent: -digitCount(next + 1)
      )
    {
      numbers[numbers.count - 1] = seconds
      next += 2
    }
    var units: [TimeSpan.Unit] = numbers.count == 3 ? [.hours, .minutes, .seconds] : [.minutes, .seconds]
    var isUnitGiven = false
    for meaning in meanings(.unit, next) {
      switch lexicon.units[Int(meaning)].ucum {
      case "h" where numbers.count == 2: units = [.hours, .minutes]
      case "h", "min": break
      case "s" where numbers.count == 2: break
      default: continue
      }
      isUnitGiven = true
      next += 1
      break
    }
    guard expecting.kind == .duration || isUnitGiven else { return nil }
    var parts = zip(numbers, units).map { TimeSpan.Part($0, $1) }
    // "1:00:34" has no minutes to speak of, "0:22:34" no hours.
    while parts.count > 1, parts[0].number.mantissa == 0 { parts.removeFirst() }
    return TimeSpan(parts).map { Parse(.duration($0), end: next) }
  }
}
