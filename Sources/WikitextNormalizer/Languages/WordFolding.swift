import WikitextSyntax

/// The form in which words are compared: lower case, one kind of space, one kind of apostrophe, of raised point and of
/// micro sign.
enum WordFolding {
  /// The scalar at `position` in that form, the first byte lowest, and how many bytes of the source it takes.
  /// Bytes that are not UTF-8 stay as they are.
  @inline(__always)
  static func next(in bytes: Span<UInt8>, at position: Int, end: Int) -> (encoded: UInt32, length: Int) {
    let byte = bytes[position]
    if byte < 0x80 { return (UInt32((byte &- 0x41) < 26 ? byte | 0x20 : byte), 1) }
    return beyondASCII(in: bytes, at: position, end: end)
  }

  @inline(never)
  private static func beyondASCII(in bytes: Span<UInt8>, at position: Int, end: Int) -> (encoded: UInt32, length: Int) {
    guard let (scalar, length) = UTF8Scalars.decode(at: position, in: bytes, end: end) else {
      return (UInt32(bytes[position]), 1)
    }
    switch scalar.value {
    case _ where ScalarClass.isSpace(scalar): return (0x20, length)
    case 0x2018, 0x2019, 0x02BC: return (0x27, length)
    case 0x22C5, 0x2219: return (0xB7C2, length)
    // Between the words of a foreign name in Japanese, as a space is elsewhere.
    case 0x30FB: return (0x20, length)
    case 0xB5: return (0xBCCE, length)
    case 0xFF21...0xFF3A: return (scalar.value - 0xFF21 + 0x61, length)
    case 0xFF01...0xFF5E: return (scalar.value - 0xFEE0, length)
    default: return (CaseFolding.encodedLowercase(scalar), length)
    }
  }
}

/// What sort of letter a scalar is, as far as words need it.
enum ScalarClass {
  /// Spaces that a value may have instead of the plain one; whitespace of ASCII is one already.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Marks of direction and joiners, which no reader sees.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Letters of scripts that write no spaces between words, or hang their endings on figures (Korean): a word may begin
  /// and end anywhere among them.
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0E4F, 0x0E80...0x0ECF, 0x1000...0x103F, 0x1100...0x11FF, 0x1780...0x17DF, 0x3005...0x3007,
      0x3031...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Letters, and the marks that belong to them, of scripts that write spaces between words.
  static func isSpacedLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return ((UInt8(value) | 0x20) &- 0x61) < 26 }
    if value < 0xC0 { return value == 0xAA || value == 0xB5 || value == 0xBA }
    if value < 0x250 { return value != 0xD7 && value != 0xF7 }
    if isUnspaced(scalar) { return false }
    return scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
      || value == 0x94D || (0x2070...0x209C).contains(value) == false && scalar.properties.isDiacritic && value > 0x300
  }

  /// The value of a digit of any script that writes ten of them; superscripts are not among them.
  @inline(__always)
  static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    if value < 0x80 { return (0x30...0x39).contains(value) ? UInt8(value - 0x30) : nil }
    let first: UInt32
    switch value {
    case 0x660...0x669: first = 0x660
    case 0x6F0...0x6F9: first = 0x6F0
    case 0x966...0x96F, 0x9E6...0x9EF, 0xA66...0xA6F, 0xAE6...0xAEF, 0xB66...0xB6F, 0xBE6...0xBEF, 0xC66...0xC6F,
      0xCE6...0xCEF, 0xD66...0xD6F:
      // Indic blocks are 128 scalars each, their digits at 0x66; 9E6, AE6 and so on are at 0xE6 of a pair of blocks.
      first = value & ~0xF | 6
    case 0xE50...0xE59: first = 0xE50
    case 0xED0...0xED9: first = 0xED0
    case 0xF20...0xF29: first = 0xF20
    case 0x1040...0x1049: first = 0x1040
    case 0x17E0...0x17E9: first = 0x17E0
    case 0x1810...0x1819: first = 0x1810
    case 0xFF10...0xFF19: first = 0xFF10
    default: return nil
    }
    return UInt8(truncatingIfNeeded: value &- first)
  }

  /// The value of a raised digit.
  static func raisedDigit(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070, 0x2074...0x2079: UInt8(truncatingIfNeeded: scalar.value - 0x2070)
    default: nil
    }
  }
}
