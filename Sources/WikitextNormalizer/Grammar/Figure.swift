/// Groups of digits with separators between them, and the number that they write.
///
/// The digits are taken as one number at once; what has to be found out is which separators part thousands, and behind
/// which of them tenths begin. It takes no memory but its own.
struct Figure {
  /// The number of all digits together.
  private var mantissa: Int128 = 0
  /// How many digits each group has, from the left; and in `separators` what stands before it, from the second on.
  private var counts = SIMD16<UInt8>()
  private var separators = SIMD16<UInt16>()
  private var groups = 0
  private var beginsWithZero = false

  static let space: UInt16 = 0x20
  static let apostrophe: UInt16 = 0x27

  /// A figure that begins with these digits. No digits may stand before a decimal sign: `.5`.
  init(_ value: Int, count: Int) {
    mantissa = Int128(value)
    counts[0] = UInt8(truncatingIfNeeded: count)
    groups = 1
    beginsWithZero = count > 0 && value < Figure.powers[count - 1]
  }

  /// Powers of ten that fit in an `Int`.
  static let powers: [Int] = (0..<19).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  /// Adds a separator and the digits behind it; false where that is more than a number has.
  mutating func append(_ separator: UInt16, _ value: Int, count: Int) -> Bool {
    guard groups < 16, digitCount + count <= 36, count < Figure.powers.count else { return false }
    mantissa = mantissa * Int128(Figure.powers[count]) + Int128(value)
    counts[groups] = UInt8(truncatingIfNeeded: count)
    separators[groups] = separator
    groups += 1
    return true
  }

  private var digitCount: Int { Int(counts.wrappedSum()) }

  /// Whether it has no separators.
  var isPlain: Bool { groups == 1 }

  /// Whether three digits behind a space are a group of it: all groups before have three digits too, but the first of
  /// a whole number, and the one before tenths.
  var takesGroup: Bool {
    guard groups > 1 else { return (1...3).contains(counts[0]) && !(counts[0] == 1 && beginsWithZero) }
    guard counts[groups - 1] == 3 else { return false }
    for place in 2..<max(2, groups) where separators[place] != Figure.space { return false }
    return true
  }

  /// A number as written, and whether there is another way to read it.
  struct Number {
    var number: DecimalNumber
    var isChosen = false
    var isGrouped = false
    /// Whether it has one comma or point with three digits behind, which another language would read otherwise.
    var isAmbiguous = false
  }

  /// The number by the signs of a language; nil where the groups are none. People and things that are counted come in
  /// whole numbers.
  func number(_ locale: NumberLocale, isCount: Bool) -> Number? {
    guard groups > 1 else { return whole(isChosen: false, isGrouped: false) }
    let first = separators[1]
    let last = separators[groups - 1]
    var kinds = 1
    for place in 2..<max(2, groups) where separators[place] != separators[place - 1] { kinds += 1 }
    if kinds > 1 {
      // Two sorts of signs: the first groups and the last is the decimal sign, or digits behind that are grouped.
      return kinds > 2 ? nil : broken(behind: first != Figure.space && last == Figure.space ? 1 : groups - 1)
    }
    if first == Figure.space || first == Figure.apostrophe || first == 0x066C || groups > 2 {
      return isGrouping(upTo: groups) ? whole(isChosen: false, isGrouped: true) : nil
    }
    return single(UInt32(first), locale, isCount: isCount)
  }

  /// A figure with one sign.
  private func single(_ sign: UInt32, _ locale: NumberLocale, isCount: Bool) -> Number? {
    let isDecimal = sign == locale.decimal || sign == 0x066B
    guard isGrouping(upTo: 2) else {
      // "1,5" where commas group is a slip of a writer who thinks in another language; "1990,1995" is no number.
      guard isDecimal || sign != 0x2C || counts[0] <= 3 else { return nil }
      return broken(behind: 1, isChosen: !isDecimal)
    }
    if sign == locale.group {
      var number = whole(isChosen: false, isGrouped: true)
      number?.isAmbiguous = true
      return number
    }
    if isCount, sign == 0x2E || sign == 0x2C { return whole(isChosen: true, isGrouped: true) }
    return broken(behind: 1, isChosen: !isDecimal)
  }

  private func whole(isChosen: Bool, isGrouped: Bool) -> Number? {
    DecimalNumber(mantissa: mantissa).map { Number(number: $0, isChosen: isChosen, isGrouped: isGrouped) }
  }

  /// The number with tenths from the group at `place` on.
  private func broken(behind place: Int, isChosen: Bool = false) -> Number? {
    guard place == 1 || isGrouping(upTo: place) else { return nil }
    var decimals = 0
    for group in place..<groups {
      guard counts[group] == 3 || group == groups - 1, group == place || separators[group] == Figure.space else {
        return nil
      }
      decimals += Int(counts[group])
    }
    return DecimalNumber(mantissa: mantissa, exponent: -decimals).map {
      Number(number: $0, isChosen: isChosen, isGrouped: place > 1)
    }
  }

  /// Whether the groups before `end` are thousands, or a thousand and then hundreds as in India.
  private func isGrouping(upTo end: Int) -> Bool {
    guard end > 1, counts[end - 1] == 3, counts[0] > 0, !beginsWithZero else { return false }
    var isByThree = counts[0] <= 3
    var isByTwo = counts[0] <= 2 && end > 2
    for group in 1..<(end - 1) {
      isByThree = isByThree && counts[group] == 3
      isByTwo = isByTwo && counts[group] == 2
    }
    return isByThree || isByTwo
  }
}
