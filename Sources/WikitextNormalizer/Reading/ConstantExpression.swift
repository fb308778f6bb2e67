/// `{{#expr:}}` over constants: sums, differences and products of decimal numbers, exactly.
///
/// Division and functions are left alone: what they make depends on how MediaWiki rounds.
struct ConstantExpression {
  private let bytes: [UInt8]
  private var position = 0

  /// More terms than this no page writes out.
  private static let longest = 1000

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.filter { $0 > 0x20 }
  }

  /// The value; nil for anything but `+`, `-` and `*` between numbers.
  mutating func value() -> DecimalNumber? {
    guard bytes.count <= ConstantExpression.longest, var sum = product() else { return nil }
    while position < bytes.count {
      let sign = bytes[position]
      position += 1
      guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let next = product(),
        let total = sum.adding(sign == UInt8(ascii: "+") ? next : next.negated)
      else { return nil }
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
}
