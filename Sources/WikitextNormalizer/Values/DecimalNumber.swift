/// A decimal number, exactly as a page gives it: `mantissa` × 10^`exponent`.
///
/// The digits behind the point are kept: 5.000 and 5 are the same number, but not the same figure; compare with
/// ``isEqual(to:)`` for the first and `==` for the second.
public struct DecimalNumber: Sendable, Hashable {
  /// The figure's digits, with its sign.
  public let mantissa: Int128
  /// The power of ten that they stand for, ``exponents``.
  public let exponent: Int

  /// The exponents that a number may have: what physics and money write.
  public static let exponents = -64...64

  /// The number `mantissa` × 10^`exponent`; nil when the exponent is outside of ``exponents``.
  public init?(mantissa: Int128, exponent: Int = 0) {
    guard DecimalNumber.exponents.contains(exponent) else { return nil }
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// A whole number.
  public init(_ value: Int) {
    mantissa = Int128(value)
    exponent = 0
  }

  /// The number with the digits of `digits`, ASCII digits with at most one `.` and a sign in front, and nothing else;
  /// nil when it is no such number or has more than 38 digits.
  public init?(digits: some Sequence<UInt8>) {
    var mantissa: Int128 = 0
    var exponent = 0
    var hasPoint = false
    var hasDigits = false
    var isNegative = false
    for (place, byte) in digits.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where place == 0: isNegative = true
      case UInt8(ascii: "+") where place == 0: break
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigits = true
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, overflowToo) = product.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
        guard !overflow, !overflowToo else { return nil }
        mantissa = sum
        if hasPoint { exponent -= 1 }
      default: return nil
      }
    }
    guard hasDigits else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, exponent: exponent)
  }

  /// The nearest binary number.
  public var doubleValue: Double { Double(description) ?? 0 }

  /// The number as an `Int`, where it is whole and small enough.
  public var integer: Int? {
    let whole = normalized
    guard whole.exponent >= 0, let scaled = whole.rescaled(to: 0) else { return nil }
    return Int(exactly: scaled)
  }

  /// Whether both are the same number, however many digits they are written with.
  public func isEqual(to other: DecimalNumber) -> Bool {
    normalized == other.normalized
  }

  /// The number without zeros at the end of its mantissa; zero is 0 × 10^0.
  public var normalized: DecimalNumber {
    guard mantissa != 0 else { return DecimalNumber(0) }
    var mantissa = mantissa
    var exponent = exponent
    while mantissa % 10 == 0, exponent < DecimalNumber.exponents.upperBound {
      mantissa /= 10
      exponent += 1
    }
    return DecimalNumber(mantissa: mantissa, exponent: exponent) ?? self
  }

  /// The number times 10^`power`; nil when that is out of ``exponents``.
  public func scaled(byPowerOfTen power: Int) -> DecimalNumber? {
    DecimalNumber(mantissa: mantissa, exponent: exponent + power)
  }

  /// The product, exactly; nil when it has more than 38 digits.
  public func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    return overflow ? nil : DecimalNumber(mantissa: product, exponent: exponent + other.exponent)
  }

  /// The sum, exactly; nil when it has more than 38 digits.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let common = min(exponent, other.exponent)
    guard let left = rescaled(to: common), let right = other.rescaled(to: common) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalNumber(mantissa: sum, exponent: common)
  }

  /// The number with the other sign.
  public var negated: DecimalNumber {
    DecimalNumber(mantissa: 0 &- mantissa, exponent: exponent) ?? self
  }

  /// The mantissa with a smaller exponent.
  private func rescaled(to smaller: Int) -> Int128? {
    var mantissa = mantissa
    for _ in smaller..<max(exponent, smaller) {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      mantissa = product
    }
    return mantissa
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// Decimal notation without separators: `-0.00000546`, `30000000`.
  public var description: String {
    var digits = String(mantissa.magnitude)
    if exponent >= 0 {
      if mantissa != 0 { digits += String(repeating: "0", count: exponent) }
    } else {
      let missing = -exponent + 1 - digits.utf8.count
      if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: exponent))
    }
    return mantissa < 0 ? "-" + digits : digits
  }
}
