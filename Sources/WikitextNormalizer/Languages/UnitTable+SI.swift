/// Quantities in base units.
extension UnitTable {
  /// A quantity in the SI's base units; nil where the unit or a part of it has no SI value: persons, pixels.
  ///
  /// - Complexity: O(length of the symbol).
  func inSI(_ number: DecimalNumber, _ ucum: String) -> SIValue? {
    guard !ucum.isEmpty, let unit = product(ucum), let dimension = unit.dimension, let text = text(of: dimension) else {
      return nil
    }
    // 71.5 in are 1.8161 m, which the product of two binary numbers is not.
    if unit.offset == 0, let factor = unit.exactFactor, let product = number.multiplied(by: factor) {
      return SIValue(product.doubleValue, text)
    }
    return SIValue(number.doubleValue * unit.factor + unit.offset, text)
  }

  /// Whether a symbol is a unit of the table, a count of anything (`{seats}`), or a product of them.
  func knows(_ ucum: String) -> Bool {
    ucum == "%" || unit(ucum) != nil || product(ucum) != nil || ucum.first == "{" && ucum.last == "}"
  }

  /// What a symbol measures: a unit of the table, or a product of them in UCUM's form: `W/(m.K)`, `g/cm3`, `[ft_i]2`.
  private func product(_ ucum: String) -> Unit? {
    if let unit = unit(ucum) { return unit }
    var product = Unit(ucum: ucum, dimension: Dimension())
    // Behind a stroke, and in brackets behind one, the next factors divide.
    var isBelow = false
    var isInBracket = false
    var name: [UInt8] = []
    var isQuoted = false
    for byte in Array(ucum.utf8) + [UInt8(ascii: ".")] {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { isQuoted = true }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { isQuoted = false }
      guard !isQuoted, [0x2E, 0x2F, 0x28, 0x29].contains(byte) else {
        name.append(byte)
        continue
      }
      if !name.isEmpty {
        guard multiply(&product, by: name, isBelow: isBelow) else { return nil }
        name = []
        if !isInBracket { isBelow = false }
      }
      switch byte {
      case UInt8(ascii: "/"): isBelow = true
      case UInt8(ascii: "("): isInBracket = true
      case UInt8(ascii: ")"):
        isInBracket = false
        isBelow = false
      default: break
      }
    }
    return product
  }

  /// Multiplies a product by a unit with its power: `cm3`, `s-2`.
  private func multiply(_ product: inout Unit, by name: [UInt8], isBelow: Bool) -> Bool {
    var end = name.count
    while end > 1, name[end - 1] &- 0x30 < 10 { end -= 1 }
    if end < name.count, end > 1, name[end - 1] == UInt8(ascii: "-") { end -= 1 }
    let digits = String(decoding: name[end...], as: UTF8.self)
    guard let power = digits.isEmpty ? 1 : Int(digits), abs(power) <= 9,
      let unit = unit(String(decoding: name[..<end], as: UTF8.self)), let one = unit.dimension,
      var dimension = product.dimension
    else { return false }
    for _ in 0..<abs(power) {
      let divides = isBelow != (power < 0)
      product.factor = divides ? product.factor / unit.factor : product.factor * unit.factor
      product.exactFactor = nil
      dimension = divides ? dimension &- one : dimension &+ one
    }
    product.dimension = dimension
    return true
  }

  /// The base units of the SI, in the order in which a product has them, with the radian as in UCUM.
  private static let baseUnits = ["kg", "m", "s", "A", "K", "mol", "cd", "rad"]

  /// A dimension as a product: `kg.m2.s-3`; nil where a base unit is none of the SI.
  private func text(of dimension: Dimension) -> String? {
    var powers = [Int8](repeating: 0, count: UnitTable.baseUnits.count)
    for (place, base) in bases.enumerated() where dimension[place] != 0 {
      guard let number = UnitTable.baseUnits.firstIndex(of: base) else { return nil }
      powers[number] = dimension[place]
    }
    let factors = zip(UnitTable.baseUnits, powers).filter { $0.1 != 0 }.map { $0.1 == 1 ? $0.0 : $0.0 + String($0.1) }
    return factors.isEmpty ? "1" : factors.joined(separator: ".")
  }
}
