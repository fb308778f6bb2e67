/// Finds the bytes that can begin markup, 64 at a time.
///
/// A block of 64 bytes becomes a mask of 64 bits, one a byte, by comparisons on vectors of 16: about ten comparisons
/// for sixteen bytes, where a table look-up is one for each byte. Bytes that matter only in pairs (`''`, `__`, `~~`,
/// `!!`, and the first letters of `ISBN`, `RFC` and `PMID`) are found as pairs, so that apostrophes in prose do not
/// wake the tokenizer.
enum SpecialByteScanner {
  /// The special bytes among the 64 from `base` on; bit 0 is the byte at `base`.
  @inline(__always)
  static func mask(of bytes: Span<UInt8>, at base: Int) -> UInt64 {
    if base &+ 65 <= bytes.count {
      let raw = unsafe bytes.bytes
      return vectorMask(raw, base)
        | vectorMask(raw, base &+ 16) &<< 16
        | vectorMask(raw, base &+ 32) &<< 32
        | vectorMask(raw, base &+ 48) &<< 48
    }
    return tailMask(of: bytes, at: base)
  }

  /// The offset of the first `byte` at or after `start`; the end of the bytes when there is none.
  static func first(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    var base = start
    let raw = unsafe bytes.bytes
    while base &+ 16 <= bytes.count {
      // The load is checked against the span's bounds.
      let hit = equal(unsafe raw.unsafeLoadUnaligned(fromByteOffset: base, as: SIMD16<UInt8>.self), byte)
      if hit[0] | hit[1] != 0 {
        return base &+ (gather(hit[0]) | gather(hit[1]) &<< 8).trailingZeroBitCount
      }
      base &+= 16
    }
    while base < bytes.count, bytes[base] != byte { base &+= 1 }
    return base
  }

  @inline(__always)
  private static func vectorMask(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
    // Both loads are checked against the span's bounds.
    let v = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
    let n = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset &+ 1, as: SIMD16<UInt8>.self)
    // The masks are combined as words: operators on the mask types themselves are generic loops in Swift 6.3.
    let always =
      equal(v, 0x0A) | equal(v, 0x5B) | equal(v, 0x5D) | equal(v, 0x3C) | equal(v, 0x3D)
      | equal(v, 0x3E) | equal(v, 0x7B) | equal(v, 0x7C) | equal(v, 0x7D) | equal(v, 0x26)
      | equal(v, 0x3A)
    let doubled = words(of: v .== n) & (equal(v, 0x27) | equal(v, 0x5F) | equal(v, 0x7E) | equal(v, 0x21))
    let magic =
      (equal(v, 0x49) & equal(n, 0x53)) | (equal(v, 0x52) & equal(n, 0x46))
      | (equal(v, 0x50) & equal(n, 0x4D))
    let hit = always | doubled | magic
    return gather(hit[0]) | gather(hit[1]) &<< 8
  }

  /// 0xFF for each byte of `vector` that is `byte`.
  @inline(__always)
  private static func equal(_ vector: SIMD16<UInt8>, _ byte: UInt8) -> SIMD2<UInt64> {
    // Vector against vector: the operator on a vector and a scalar is a generic loop.
    words(of: vector .== SIMD16(repeating: byte))
  }

  @inline(__always)
  private static func words(of mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> {
    // Both are 16 plain bytes.
    unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  }

  /// One bit a byte of a word whose bytes are 0x00 or 0xFF.
  @inline(__always)
  private static func gather(_ word: UInt64) -> UInt64 {
    ((word & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// The same by hand, for the last bytes of a page.
  @inline(never)
  private static func tailMask(of bytes: Span<UInt8>, at base: Int) -> UInt64 {
    var mask: UInt64 = 0
    for position in base..<min(base + 64, bytes.count) where isSpecial(bytes, position) {
      mask |= 1 &<< UInt64(position - base)
    }
    return mask
  }

  private static func isSpecial(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    let byte = bytes[position]
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    switch byte {
    case 0x0A, 0x5B, 0x5D, 0x3C, 0x3D, 0x3E, 0x7B, 0x7C, 0x7D, 0x26, 0x3A: return true
    case 0x27, 0x5F, 0x7E, 0x21: return next == byte
    case 0x49: return next == 0x53
    case 0x52: return next == 0x46
    case 0x50: return next == 0x4D
    default: return false
    }
  }
}
