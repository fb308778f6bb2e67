/// Units: those of the lexicon, and products of them.
extension ValueGrammar {
  /// A unit as it stands in the text.
  struct UnitReading {
    /// Its symbol in UCUM.
    var ucum: String
    /// What it measures; nil where that is not known.
    var dimension: UnitTable.Dimension?
    /// How many of the base units it is.
    var factor = 1.0
    var offset = 0.0
    /// The index of the first token behind it.
    var end: Int

    /// Whether it counts something on an area.
    var isDensity: Bool { ucum.hasSuffix("/km2") || ucum.hasSuffix("/[mi_i]2") }
  }

  /// A factor of a product, before the product is written.
  private struct Factor {
    var ucum: String
    var power: Int
  }

  /// The unit at `index`: `km`, `W/(m·K)`, `kg m⁻³`, `h/an`, `hab./km²`.
  ///
  /// UCUM writes what is above the stroke with points, and what is below it in brackets where there are several.
  func unit(_ index: Int) -> UnitReading? {
    var factors: [Factor] = []
    guard var product = factor(index, sign: 1, &factors) else { return nil }
    var isBelow = false
    while product.end < tokens.count {
      let next = product.end
      var found: UnitReading?
      if isMark("/", next) || means(.per, next) {
        isBelow = true
        found = isMark("(", next + 1) ? bracket(next + 1, &factors) : factor(next + 1, sign: -1, &factors)
      } else if isProductSign(next) {
        found = factor(next + 1, sign: isBelow ? -1 : 1, &factors)
      } else if token(next)?.isSpaced == true, let negative = factor(next, sign: 1, &factors) {
        // Without a sign only "kg m⁻³" is a product; "5 ft 3 in" has a number between, "5 m s" is none.
        if factors.last.map({ $0.power < 0 }) == true { found = negative } else { factors.removeLast() }
      }
      guard let found else { break }
      product.dimension = product.dimension.flatMap { left in found.dimension.map { left &+ $0 } }
      product.factor *= found.factor
      product.end = found.end
    }
    if factors.count > 1 || factors[0].power != 1 { product.ucum = ValueGrammar.ucum(factors) }
    if factors.count > 1 { product.offset = 0 }
    return product
  }

  private func isProductSign(_ index: Int) -> Bool {
    switch mark(index) {
    case 0xB7, 0x22C5, 0x2219, 0x2A, 0x2E: touches(index) && touches(index + 1) || mark(index) != 0x2E
    default: false
    }
  }

  /// `(m·K)` below a stroke.
  private func bracket(_ index: Int, _ factors: inout [Factor]) -> UnitReading? {
    guard let end = behindBracket(index), var product = factor(index + 1, sign: -1, &factors) else { return nil }
    while product.end < end - 1 {
      let next = isProductSign(product.end) ? product.end + 1 : product.end
      guard let found = factor(next, sign: -1, &factors) else { return nil }
      product.dimension = product.dimension.flatMap { left in found.dimension.map { left &+ $0 } }
      product.factor *= found.factor
      product.end = found.end
    }
    product.end = end
    return product
  }

  /// One unit with its power; `sign` -1 where it stands below the stroke.
  private func factor(_ index: Int, sign: Int, _ factors: inout [Factor]) -> UnitReading? {
    guard let unit = simpleUnit(index) else { return nil }
    var end = index + 1
    if isMark(".", end), touches(end), token(end + 1)?.isSpaced != false || isMark("/", end + 1) { end += 1 }
    var power = sign
    if let exponent = exponent(end) {
      power *= exponent.power
      end = exponent.end
    }
    factors.append(Factor(ucum: unit.ucum, power: power))
    var dimension = unit.dimension
    var factor = 1.0
    for _ in 0..<abs(power) { factor *= power > 0 ? unit.factor : 1 / unit.factor }
    if let one = dimension {
      dimension = UnitTable.Dimension()
      for _ in 0..<abs(power) { dimension = dimension.map { power > 0 ? $0 &+ one : $0 &- one } }
    }
    return UnitReading(ucum: unit.ucum, dimension: dimension, factor: factor, offset: unit.offset, end: end)
  }

  /// A power behind a unit: raised digits, `^2`, or a plain 2 or 3 that touches it.
  private func exponent(_ index: Int) -> (power: Int, end: Int)? {
    guard touches(index), let before = token(index - 1) else { return nil }
    let isBehindLetter = text.bytes[before.end - 1] | 0x20 &- 0x61 < 26
    var next = index
    var isNegative = false
    let isMarked = isMark("^", next)
    if isMarked { next += 1 }
    if mark(next) == 0x2212 || mark(next) == 0x2D || mark(next) == 0x2013 {
      guard isMarked || token(next)?.isRaised == true || touches(next + 1) && !isMark("-", next) else { return nil }
      isNegative = true
      next += 1
    }
    guard let power = anyInteger(next), (1...6).contains(power),
      isMarked || isNegative || token(next)?.isRaised == true || isBehindLetter && (power == 2 || power == 3)
    else { return nil }
    return (isNegative ? -power : power, next + 1)
  }

  /// The unit of the word at `index`. Of several the one that measures what is expected comes first.
  private func simpleUnit(_ index: Int) -> UnitTable.Unit? {
    let meanings = meanings(.unit, index) + meanings(.person, index)
    guard let first = meanings.first else { return nil }
    // DM are marks, dm are decimetres; Ft are forints, ft are feet.
    if isWritten(.currency, index), !isWritten(.unit, index) { return nil }
    // So are AH of the Hijra and ampere-hours, where nothing is expected.
    if expecting.kind == .any, isWritten(.calendar, index), !isWritten(.unit, index) { return nil }
    if meanings.count > 1, let dimension = expectedDimension {
      for meaning in meanings where lexicon.units[Int(meaning)].dimension == dimension {
        return lexicon.units[Int(meaning)]
      }
    }
    // Minutes of time and of arc may be one word.
    if lexicon.units[Int(first)].ucum.hasPrefix("'") {
      for meaning in meanings where lexicon.units[Int(meaning)].dimension == lexicon.units.unit("s")?.dimension {
        return lexicon.units[Int(meaning)]
      }
    }
    return lexicon.units[Int(first)]
  }

  /// What the field measures, where that is known.
  private var expectedDimension: UnitTable.Dimension? {
    if expecting.kind == .duration { return lexicon.units.unit("s")?.dimension }
    return expecting.unit.flatMap { resolved($0)?.dimension }
  }

  /// What a UCUM symbol of the data is.
  func resolved(_ ucum: String) -> UnitReading? {
    guard let unit = lexicon.units.unit(ucum) else { return nil }
    return UnitReading(ucum: ucum, dimension: unit.dimension, factor: unit.factor, offset: unit.offset, end: 0)
  }

  /// The product in UCUM: `W/(m.K)`, `g/cm3`, `[ft_i]2`.
  private static func ucum(_ factors: [Factor]) -> String {
    let above = factors.filter { $0.power > 0 }.map(text)
    let below = factors.filter { $0.power < 0 }.map(text)
    let denominator = below.count > 1 ? "/(" + below.joined(separator: ".") + ")" : below.map { "/" + $0 }.joined()
    return above.joined(separator: ".") + denominator
  }

  private static func text(_ factor: Factor) -> String {
    let power = abs(factor.power)
    let isProduct = factor.ucum.contains(".") || factor.ucum.contains("/")
    let base = isProduct && (factor.power < 0 || power > 1) ? "(" + factor.ucum + ")" : factor.ucum
    return power == 1 ? base : base + String(power)
  }
}
