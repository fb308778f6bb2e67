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
      return ASCIICase.lowercased(byte)
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
    return ASCIICase.lowercased(source[position])
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
enum CaseFolding {
  /// The bytes of the lower case of `scalar`, the first one lowest.
  static func encodedLowercase(_ scalar: Unicode.Scalar) -> UInt32 {
    // The only scalar whose lower case is two: `İ` is `i` and a dot above.
    scalar == "\u{130}" ? 0x87_CC_69 : UTF8Scalars.encode(lowercased(scalar))
  }

  /// The lower case of `scalar`, or the first scalar of it.
  static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
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

/// Scalars in UTF-8 bytes.
enum UTF8Scalars {
  /// The well-formed scalar that begins at `position` and ends before or at `end`.
  static func decode(
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
  static func decode(
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
  static func encode(_ scalar: Unicode.Scalar) -> UInt32 {
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

/// ASCII letters and digits.
enum ASCIICase {
  /// `byte` in lower case if it is an ASCII capital.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
  }
}
