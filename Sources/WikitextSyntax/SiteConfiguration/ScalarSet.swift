/// The scalars of a link trail or a link prefix: a bitmap for ASCII, sorted ranges for the rest.
struct ScalarSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var ranges: [ClosedRange<UInt32>] = []
  /// Whether an apostrophe belongs to it where no other apostrophe follows: the `'(?!')` of Catalan's link trail.
  var allowsSingleApostrophe = false

  /// Whether no scalar is in the set.
  var isEmpty: Bool { low == 0 && high == 0 && ranges.isEmpty }

  /// Adds a range that lies behind all ranges added before.
  mutating func append(_ range: ClosedRange<UInt32>) {
    var value = range.lowerBound
    while value <= min(range.upperBound, 127) {
      if value < 64 { low |= 1 << value } else { high |= 1 << (value - 64) }
      value += 1
    }
    if range.upperBound >= 128 { ranges.append(max(range.lowerBound, 128)...range.upperBound) }
  }

  @inline(__always)
  func contains(ascii byte: UInt8) -> Bool {
    byte < 64 ? low >> byte & 1 != 0 : high >> (byte & 63) & 1 != 0
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 128 { return contains(ascii: UInt8(truncatingIfNeeded: scalar.value)) }
    var lower = 0
    var upper = ranges.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if ranges[middle].upperBound < scalar.value { lower = middle + 1 } else { upper = middle }
    }
    return lower < ranges.count && ranges[lower].contains(scalar.value)
  }

  /// The length in bytes of the longest run of these scalars that begins at `start`.
  func runLength(at start: Int, in source: Span<UInt8>, end: Int) -> Int {
    var position = start
    while position < end {
      let byte = source[position]
      if byte < 0x80 {
        if contains(ascii: byte) {
          position += 1
        } else if byte == UInt8(ascii: "'"), allowsSingleApostrophe,
          position + 1 == end || source[position + 1] != UInt8(ascii: "'")
        {
          position += 1
        } else {
          break
        }
      } else if !ranges.isEmpty, let (scalar, length) = UTF8Scalars.decode(at: position, in: source, end: end),
        contains(scalar)
      {
        position += length
      } else {
        break
      }
    }
    return position - start
  }

  /// The length in bytes of the longest run of these scalars that ends at `end` and begins at or after `start`.
  func runLength(before end: Int, in source: Span<UInt8>, start: Int) -> Int {
    var position = end
    while position > start, let (scalar, length) = UTF8Scalars.decode(before: position, in: source, start: start),
      contains(scalar)
    {
      position -= length
    }
    return end - position
  }
}
