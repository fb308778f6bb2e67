/// Finds where bzip2 blocks begin. Blocks are packed bit by bit, so a signature may begin at any of a byte's bits.
///
/// A signature that begins at bit `k` of byte `i` fills the bytes `i + 1` to `i + 5` whole. For each of the two
/// signatures and eight shifts there is one value that byte `i + 1` must have, and one for byte `i + 2`; two tables
/// hold, for each byte value, the set of (signature, shift) pairs it allows. Their intersection is empty nearly always,
/// and then the place is done with: one step a byte in place of sixteen comparisons of 48 bits.
struct BZip2Magic {
  /// What a signature announces.
  enum Kind {
    case block
    case endOfStream
  }
  let kind: Kind
  /// Where the signature begins, in bits from the start of the bytes, the highest bit of a byte first.
  let bit: Int

  static let block: UInt64 = 0x3141_5926_5359
  static let endOfStream: UInt64 = 0x1772_4538_5090
  /// Length of a signature in bits.
  static let bitCount = 48

  /// The first signature that begins at or behind `start`, a bit index, and lies in `bytes` with one byte to spare.
  /// - Complexity: O(`bytes.count`)
  static func first(in bytes: Span<UInt8>, from start: Int) -> BZip2Magic? {
    var index = start / 8
    let last = bytes.count - 7
    let (second, third) = (tables.second.span, tables.third.span)
    while index <= last {
      let candidates = second[Int(bytes[index + 1])] & third[Int(bytes[index + 2])]
      if candidates != 0, let magic = verify(in: bytes, at: index, notBefore: start) { return magic }
      index += 1
    }
    return nil
  }

  /// The first bit from which `first(in:from:)` must go on when more bytes follow those it searched in vain.
  static func resumption(afterSearching count: Int, from start: Int) -> Int {
    max(start, (count - 6) * 8)
  }

  private static func verify(in bytes: Span<UInt8>, at index: Int, notBefore start: Int) -> BZip2Magic? {
    var bits: UInt64 = 0
    for offset in 0..<7 { bits = bits << 8 | UInt64(bytes[index + offset]) }
    for shift in 0..<8 where index * 8 + shift >= start {
      let candidate = bits >> UInt64(8 - shift) & 0xffff_ffff_ffff
      if candidate == block { return BZip2Magic(kind: .block, bit: index * 8 + shift) }
      if candidate == endOfStream { return BZip2Magic(kind: .endOfStream, bit: index * 8 + shift) }
    }
    return nil
  }

  private static let tables: (second: [UInt16], third: [UInt16]) = {
    var second = [UInt16](repeating: 0, count: 256)
    var third = second
    for (row, magic) in [block, endOfStream].enumerated() {
      for shift in 0..<8 {
        let pair: UInt16 = 1 << UInt16(row * 8 + shift)
        second[Int(magic >> UInt64(32 + shift) & 0xff)] |= pair
        third[Int(magic >> UInt64(24 + shift) & 0xff)] |= pair
      }
    }
    return (second, third)
  }()
}
