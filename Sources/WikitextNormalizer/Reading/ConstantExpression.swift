/// `{{#expr:}}` over constants: sums, differences and products of decimal numbers, and a quotient that is rounded.
///
/// Other functions, and quotients that are not rounded, are left alone: what they make depends on how MediaWiki writes
/// binary numbers.
struct ConstantExpression {
  private let bytes: [UInt8]
  private var position = 0

  /// More than this no page writes out.
  private static let longest = 1000
  /// More places than this are not asked for.
  private static let mostPlaces = 12

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.filter { $0 > 0x20 }
  }

  /// The value; nil for anything but these operations.
  mutating func value() -> DecimalNumber? {
    guard bytes.count <= ConstantExpression.longest, let sum = sum() else { return nil }
    if position == bytes.count { return sum }
    var divisor: DecimalNumber?
    if bytes[position] == UInt8(ascii: "/") {
      position += 1
      divisor = number()
      if divisor == nil { return nil }
    }
    guard bytes[position...].starts(with: Array("round".utf8)) else { return nil }
    position += 5
    guard let places = number()?.integer, 0...ConstantExpression.mostPlaces ~= places, position == bytes.count else {
      return nil
    }
    return ConstantExpression.rounded(sum, by: divisor ?? DecimalNumber(1), places)
  }

  private mutating func sum() -> DecimalNumber? {
    guard var sum = product() else { return nil }
    while position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
      let isAdded = bytes[position] == UInt8(ascii: "+")
      position += 1
      guard let next = product(), let total = sum.adding(isAdded ? next : next.negated) else { return nil }
      sum = total
    }
    return sum
  }

  private mutating func product() -> DecimalNumber? {
    guard var product = number() else { return nil }
    while position < bytes.count, bytes[position] == UInt8(ascii: "*") {
      position += 1
      guard let next = number(), let value = product.multiplied(by: next) else { return nil }
      product = value
    }
    return product
  }

  private mutating func number() -> DecimalNumber? {
    var end = position
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
    while end < bytes.count, (bytes[end] &- 0x30) < 10 || bytes[end] == UInt8(ascii: ".") { end += 1 }
    defer { position = end }
    return DecimalNumber(digits: bytes[position..<end])
  }

  /// A quotient rounded to decimal places, halves away from zero as PHP does it.
  private static func rounded(_ dividend: DecimalNumber, by divisor: DecimalNumber, _ places: Int) -> DecimalNumber? {
    guard divisor.mantissa != 0 else { return nil }
    var numerator = dividend.mantissa
    var denominator = divisor.mantissa
    let shift = dividend.exponent - divisor.exponent + places
    for _ in 0..<abs(shift) {
      let (value, overflow) = (shift > 0 ? numerator : denominator).multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      if shift > 0 { numerator = value } else { denominator = value }
    }
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let isHalf = remainder.magnitude >= denominator.magnitude - remainder.magnitude
    let isNegative = (numerator < 0) != (denominator < 0)
    return DecimalNumber(mantissa: isHalf ? quotient + (isNegative ? -1 : 1) : quotient, exponent: -places)?.normalized
  }
}
