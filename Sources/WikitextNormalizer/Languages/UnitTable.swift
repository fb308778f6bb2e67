/// The units that the data know: their UCUM symbols, what they measure, and how much of it.
struct UnitTable: Sendable {
  /// A unit.
  struct Unit: Sendable {
    /// Its symbol in UCUM, case-sensitive.
    var ucum: String
    /// What it measures; nil where the data do not say it.
    var dimension: Dimension?
    /// How many of the base unit it is.
    var factor = 1.0
    /// The factor as a decimal number, where it is one.
    var exactFactor: DecimalNumber?
    /// What is added behind the factor: of degrees of temperature.
    var offset = 0.0
  }

  /// What is measured: the powers of the base units. Base units get their place when they are first seen.
  typealias Dimension = SIMD16<Int8>

  private(set) var units: [Unit] = []
  private var indices: [String: Int] = [:]
  /// The base units, in the order of a dimension's places.
  private(set) var bases: [String] = []

  /// The unit at `index`.
  subscript(index: Int) -> Unit { units[index] }

  /// The unit with this symbol.
  func unit(_ ucum: String) -> Unit? { indices[ucum].map { units[$0] } }

  /// The place of the unit with this symbol, which is made where it is missing.
  mutating func index(of ucum: String) -> Int {
    if let index = indices[ucum] { return index }
    indices[ucum] = units.count
    units.append(Unit(ucum: ucum))
    return units.count - 1
  }

  /// Takes in what a unit measures: `measure km2 m2 1000000`, `measure Cel K 1 +273.15`.
  mutating func define(_ ucum: String, dimension: String, factor: String, offset: String?) {
    let index = index(of: ucum)
    units[index].dimension = self.dimension(dimension)
    units[index].factor = UnitTable.rational(factor) ?? 1
    units[index].exactFactor = UnitTable.decimal(factor)
    units[index].offset = offset.flatMap(UnitTable.rational) ?? 0
  }

  /// The dimension of a product in UCUM's form: `kg.m2.s-3`; nil where it is none, or has more base units than fit.
  private mutating func dimension(_ text: String) -> Dimension? {
    var dimension = Dimension()
    guard text != "1" else { return dimension }
    for factor in text.split(separator: ".") {
      let name = factor.prefix { !$0.isNumber && $0 != "-" }
      let power = factor.dropFirst(name.count)
      guard let exponent = power.isEmpty ? 1 : Int8(power) else { return nil }
      let place = bases.firstIndex(of: String(name)) ?? bases.count
      guard place < Dimension.scalarCount else { return nil }
      if place == bases.count { bases.append(String(name)) }
      dimension[place] &+= exponent
    }
    return dimension
  }

  /// A decimal number, perhaps with a power of ten: `0.0254`, `1e6`.
  private static func decimal(_ text: String) -> DecimalNumber? {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard let number = DecimalNumber(digits: parts[0].utf8), parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return number }
    return Int(parts[1]).flatMap { number.scaled(byPowerOfTen: $0) }
  }

  /// A decimal number or a fraction: `0.001`, `1/3600`, `+273.15`.
  private static func rational(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = Double(parts[0]) else { return nil }
    guard parts.count == 2 else { return first }
    guard let second = Double(parts[1]), second != 0 else { return nil }
    return first / second
  }
}
