/// The bytes of a spelling in the form in which a `SpellingTable` compares it.
///
/// The position lies in the struct and the bytes are passed along, so that no span has to be stored.
protocol ComparableBytes {
  init(_ range: Range<Int>)

  /// The next byte, or nil behind the last one.
  mutating func next(in source: Span<UInt8>) -> UInt8?
}

/// Bytes in lower case, as `Language::lc` makes them: ASCII byte by byte, the rest scalar by scalar.
///
/// Bytes that are not UTF-8 stay as they are.
struct FoldedBytes: ComparableBytes {
  private(set) var position: Int
  private let end: Int
  /// The rest of a folded scalar, lowest byte first.
  private var pending: UInt32 = 0

  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// Whether all of what was read from the source has been handed out.
  var isBetweenScalars: Bool { pending == 0 }

  @inline(__always)
  mutating func next(in source: Span<UInt8>) -> UInt8? {
    if pending != 0 {
      let byte = UInt8(truncatingIfNeeded: pending)
      pending >>= 8
      return byte
    }
    guard position < end else { return nil }
    let byte = source[position]
    if byte < 0x80 {
      position += 1
      return Bytes.lowercased(byte)
    }
    return nextBeyondASCII(in: source)
  }

  @inline(never)
  private mutating func nextBeyondASCII(in source: Span<UInt8>) -> UInt8? {
    guard let (scalar, length) = UTF8Scalars.decode(at: position, in: source, end: end) else {
      position += 1
      return source[position - 1]
    }
    position += length
    let encoded = CaseFolding.encodedLowercase(scalar)
    pending = encoded >> 8
    return UInt8(truncatingIfNeeded: encoded)
  }
}

/// Bytes as they are.
struct ExactBytes: ComparableBytes {
  private var position: Int
  private let end: Int

  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  @inline(__always)
  mutating func next(in source: Span<UInt8>) -> UInt8? {
    guard position < end else { return nil }
    defer { position += 1 }
    return source[position]
  }
}

/// Bytes in lower case where they are ASCII, as `strtolower` makes them: for the names of tags.
struct ASCIIFoldedBytes: ComparableBytes {
  private var position: Int
  private let end: Int

  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  @inline(__always)
  mutating func next(in source: Span<UInt8>) -> UInt8? {
    guard position < end else { return nil }
    defer { position += 1 }
    return Bytes.lowercased(source[position])
  }
}

/// The name of a namespace as `MediaWikiTitleCodec` compares it: trimmed, runs of spaces and underscores are one
/// space, direction marks are dropped, in lower case.
struct NamespaceBytes: ComparableBytes {
  private var folded: FoldedBytes
  private let end: Int
  private var hasStarted = false
  private var afterSpace: UInt8?

  init(_ range: Range<Int>) {
    folded = FoldedBytes(range)
    end = range.upperBound
  }

  @inline(__always)
  mutating func next(in source: Span<UInt8>) -> UInt8? {
    if let byte = afterSpace {
      afterSpace = nil
      return byte
    }
    if folded.isBetweenScalars {
      var sawSpace = false
      while folded.position < end {
        let byte = source[folded.position]
        if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "_") {
          folded = FoldedBytes((folded.position + 1)..<end)
          sawSpace = true
        } else if byte == 0xC2 || byte & 0xFC == 0xE0,
          let (isSpace, length) = Self.spacing(at: folded.position, in: source, end: end)
        {
          folded = FoldedBytes((folded.position + length)..<end)
          sawSpace = sawSpace || isSpace
        } else {
          break
        }
      }
      if sawSpace, hasStarted {
        guard let byte = folded.next(in: source) else { return nil }
        afterSpace = byte
        return UInt8(ascii: " ")
      }
    }
    hasStarted = true
    return folded.next(in: source)
  }

  /// A space beyond ASCII or a direction mark (see `MediaWikiTitleCodec::splitTitleString`).
  @inline(never)
  private static func spacing(at position: Int, in source: Span<UInt8>, end: Int) -> (isSpace: Bool, length: Int)? {
    guard let (scalar, length) = UTF8Scalars.decode(at: position, in: source, end: end) else { return nil }
    switch scalar.value {
    case 0xA0, 0x1680, 0x180E, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return (true, length)
    case 0x200E, 0x200F, 0x202A...0x202E: return (false, length)
    default: return nil
    }
  }
}

/// Lower case of single scalars.
package enum CaseFolding {
  /// The bytes of the lower case of `scalar`, the first one lowest.
  package static func encodedLowercase(_ scalar: Unicode.Scalar) -> UInt32 {
    // The only scalar whose lower case is two: `İ` is `i` and a dot above.
    scalar == "\u{130}" ? 0x87_CC_69 : UTF8Scalars.encode(lowercased(scalar))
  }

  /// The lower case of `scalar`, or the first scalar of it.
  package static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    switch value {
    // Cyrillic, and the scripts without case, need no look-up in Unicode's tables.
    case 0x410...0x42F: return Unicode.Scalar(value + 0x20) ?? scalar
    case 0x400...0x40F: return Unicode.Scalar(value + 0x50) ?? scalar
    case 0x430...0x45F, 0x590...0x109F, 0x2E80...0xA63F, 0xAC00...0xD7FF: return scalar
    default:
      let mapping = scalar.properties.lowercaseMapping.unicodeScalars
      return mapping.first ?? scalar
    }
  }
}
