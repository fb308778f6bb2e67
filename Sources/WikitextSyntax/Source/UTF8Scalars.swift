/// Scalars in UTF-8 bytes.
package enum UTF8Scalars {
  /// The well-formed scalar that begins at `position` and ends before or at `end`.
  package static func decode(
    at position: Int,
    in source: Span<UInt8>,
    end: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let lead = source[position]
    let length: Int
    var value: UInt32
    var least: UInt32
    switch lead {
    case 0..<0x80: return (Unicode.Scalar(lead), 1)
    case 0xC2...0xDF: (length, value, least) = (2, UInt32(lead & 0x1F), 0x80)
    case 0xE0...0xEF: (length, value, least) = (3, UInt32(lead & 0x0F), 0x800)
    case 0xF0...0xF4: (length, value, least) = (4, UInt32(lead & 0x07), 0x10000)
    default: return nil
    }
    guard end - position >= length else { return nil }
    for offset in 1..<length {
      let byte = source[position + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  /// The well-formed scalar that ends at `end` and begins at or after `start`.
  package static func decode(
    before end: Int,
    in source: Span<UInt8>,
    start: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    var position = end - 1
    let earliest = max(start, end - 4)
    while position > earliest, source[position] & 0xC0 == 0x80 { position -= 1 }
    guard position >= start, let found = decode(at: position, in: source, end: end),
      position + found.length == end
    else { return nil }
    return found
  }

  /// The bytes of `scalar`, the first one lowest.
  package static func encode(_ scalar: Unicode.Scalar) -> UInt32 {
    let value = scalar.value
    switch value {
    case 0..<0x80: return value
    case 0x80..<0x800: return (0xC0 | value >> 6) | (0x80 | value & 0x3F) << 8
    case 0x800..<0x10000:
      return (0xE0 | value >> 12) | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F) << 16
    default:
      return (0xF0 | value >> 18) | (0x80 | value >> 12 & 0x3F) << 8 | (0x80 | value >> 6 & 0x3F) << 16
        | (0x80 | value & 0x3F) << 24
    }
  }
}
