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
    default: return false
    }
  }

  /// Digits with separators.
  func simpleNumber(_ index: Int) -> NumberReading? {
    var groups: [[UInt8]] = []
    var separators: [UInt32] = []
    var next = index
    if let sign = decimalSign(index), touches(index + 1), isFigure(index + 1) {
      groups.append([])
      separators.append(sign)
      next += 1
    }
    guard isFigure(next) else { return nil }
    groups.append(digits(next))
    next += 1
    while groups.count < 16 {
      if let separator = separator(next), touches(next), touches(next + 1), isFigure(next + 1),
        separator != 0x27 || digitCount(next + 1) == 3
      {
        separators.append(separator)
        groups.append(digits(next + 1))
        next += 2
      } else if isFigure(next), !touches(next), isGroup(behind: groups, separators, digits(next)) {
        separators.append(0x20)
        groups.append(digits(next))
        next += 1
      } else {
        break
      }
    }
    guard groups.allSatisfy({ $0.count <= 40 }), groups.last?.isEmpty == false else { return nil }
    return figure(groups, separators, end: next)
  }

  private func isFigure(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    return token.kind == .digits && !token.isRaised && token.range.count <= 120
  }

  private func decimalSign(_ index: Int) -> UInt32? {
    let mark = mark(index)
    return mark == 0x2E || mark == 0x2C || mark == 0x066B ? mark : nil
  }

  /// A sign that may stand within a figure.
  private func separator(_ index: Int) -> UInt32? {
    guard let token = token(index), token.kind == .mark || token.kind == .word else { return nil }
    switch token.range.count {
    case 1:
      let byte = text.bytes[token.start]
      return byte == 0x2E || byte == 0x2C || byte == 0x27 ? UInt32(byte) : nil
    default:
      switch mark(index) {
      case 0x2019, 0x02BC: return 0x27
      case 0x2E, 0x2C, 0x066B, 0x066C, 0x02D9: return mark(index)
      default: return nil
      }
    }
  }

  /// Whether digits behind a space are a group of the figure before: three of them, as all groups before.
  private func isGroup(behind groups: [[UInt8]], _ separators: [UInt32], _ digits: [UInt8]) -> Bool {
    guard digits.count == 3, let first = groups.first, let last = groups.last, last.count <= 3 else { return false }
    if separators.isEmpty { return (1...3).contains(first.count) && first != [0x30] }
    return last.count == 3
      && (separators.allSatisfy { $0 == 0x20 } || separators[0] != 0x20 && separators.count == 1
        || separators.dropFirst().allSatisfy { $0 == 0x20 })
  }

  /// The number that groups of digits with separators between them write; nil where they write none.
  private func figure(_ groups: [[UInt8]], _ separators: [UInt32], end: Int) -> NumberReading? {
    guard let last = separators.last else {
      return DecimalNumber(digits: groups[0]).map { NumberReading(number: $0, end: end, isPlain: true) }
    }
    func whole(_ isChosen: Bool = false) -> NumberReading? {
      guard ValueGrammar.isGrouping(groups), Set(separators).count == 1 else { return nil }
      return DecimalNumber(digits: groups.joined()).map {
        NumberReading(number: $0, end: end, isChosen: isChosen, isGrouped: true)
      }
    }
    /// The separator at `place` is the decimal sign.
    func broken(at place: Int, _ isChosen: Bool = false) -> NumberReading? {
      let before = Array(groups[...place])
      let after = groups[(place + 1)...]
      let grouping = Set(separators[..<place])
      guard before.count == 1 || ValueGrammar.isGrouping(before) && grouping.count == 1,
        !grouping.contains(separators[place]),
        after.dropLast().allSatisfy({ $0.count == 3 }), separators[(place + 1)...].allSatisfy({ $0 == 0x20 })
      else { return nil }
      return DecimalNumber(digits: Array(before.joined()) + [0x2E] + after.joined()).map {
        NumberReading(number: $0, end: end, isChosen: isChosen, isGrouped: before.count > 1)
      }
    }
    if separators.allSatisfy({ $0 == 0x20 || $0 == 0x27 || $0 == 0x066C }) { return whole() }
    // Two sorts of separators: the first sort groups, the last is the decimal sign, or digits behind it are grouped.
    if Set(separators).count > 1 {
      return separators[0] != 0x20 && last == 0x20 ? broken(at: 0) : broken(at: separators.count - 1)
    }
    if separators.count > 1 { return whole() }
    return single(groups, last, whole: { whole($0) }, broken: { broken(at: 0, $0) })
  }

  /// A figure with one separator.
  private func single(
    _ groups: [[UInt8]],
    _ separator: UInt32,
    whole: (Bool) -> NumberReading?,
    broken: (Bool) -> NumberReading?
  ) -> NumberReading? {
    let isDecimal = separator == lexicon.numbers.decimal || separator == 0x066B
    let mayGroup = groups[1].count == 3 && (1...3).contains(groups[0].count) && groups[0].first != 0x30
    guard mayGroup else {
      // "1,5" where commas group is a slip of a writer who thinks in another language; "1990,1995" is no number.
      return isDecimal || separator != 0x2C || groups[0].count <= 3 ? broken(!isDecimal) : nil
    }
    if separator == lexicon.numbers.group { return whole(false) }
    // People and things come in whole numbers.
    if expecting.kind == .count, separator == 0x2E || separator == 0x2C { return whole(true) }
    return broken(!isDecimal)
  }

  /// Whether groups of digits are thousands, or a thousand and then hundreds as in India.
  private static func isGrouping(_ groups: [[UInt8]]) -> Bool {
    guard let first = groups.first, let last = groups.last, groups.count > 1, last.count == 3, !first.isEmpty,
      first.first != 0x30
    else { return false }
    let middle = groups.dropFirst().dropLast()
    return first.count <= 3 && middle.allSatisfy { $0.count == 3 }
      || first.count <= 2 && !middle.isEmpty && middle.allSatisfy { $0.count == 2 }
  }
}
