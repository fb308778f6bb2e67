/// The characters between two tags, decoded without libxml2.
///
/// Nine tenths of a dump are the contents of `<text>`: long, without tags, with an entity now and then. libxml2 goes
/// through them byte by byte (some 250 MB/s); here it is eight at a time. Only what is certain is decoded. Whatever
/// libxml2 might object to is left to it, so that there is one judge of what is well-formed.
enum TextContent {
  /// Decodes the characters between a start tag and the next `<`, in UTF-8.
  /// - Returns: `nil` when libxml2 must look at them: forbidden characters, unknown entities, `]]>`, invalid UTF-8.
  /// - Complexity: O(`bytes.count`)
  static func decode(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    var isPlain = true
    // Nothing grows by decoding; whole words are stored past the end.
    let text = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count + wordSize) { output, count in
      guard bytes.count > 0, let target = output.baseAddress, let source = bytes.baseAddress else { return }
      let length = unsafe decode(source, count: bytes.count, into: UnsafeMutableRawPointer(target))
      isPlain = length != nil
      count = length ?? 0
    }
    return isPlain ? text : nil
  }

  private static let wordSize = 8

  private static func decode(
    _ source: UnsafeRawPointer,
    count: Int,
    into target: UnsafeMutableRawPointer
  ) -> Int? {
    var (read, written) = (0, 0)
    while read < count {
      // Runs of plain ASCII, a word at a time.
      while read &+ wordSize <= count {
        let word = unsafe source.loadUnaligned(fromByteOffset: read, as: UInt64.self).littleEndian
        unsafe target.storeBytes(of: word.littleEndian, toByteOffset: written, as: UInt64.self)
        let special = specialBytes(of: word)
        if special != 0 {
          let length = special.trailingZeroBitCount / 8
          read &+= length
          written &+= length
          break
        }
        read &+= wordSize
        written &+= wordSize
      }
      guard read < count else { break }
      let byte = unsafe source.load(fromByteOffset: read, as: UInt8.self)
      switch byte {
      case 0x80...:
        // Scripts other than Latin stay here for a whole word: going back to words of eight for a blank does not pay.
        while read < count, unsafe source.load(fromByteOffset: read, as: UInt8.self) >= 0x80 {
          let length = unsafe lengthOfCharacter(source + read, available: count &- read)
          if length == 0 { return nil }
          for offset in 0..<length {
            let byte = unsafe source.load(fromByteOffset: read &+ offset, as: UInt8.self)
            unsafe target.storeBytes(of: byte, toByteOffset: written &+ offset, as: UInt8.self)
          }
          read &+= length
          written &+= length
          if read < count {
            let next = unsafe source.load(fromByteOffset: read, as: UInt8.self)
            if next == 0x20 {
              unsafe target.storeBytes(of: next, toByteOffset: written, as: UInt8.self)
              read &+= 1
              written &+= 1
            }
          }
        }
        continue
      case UInt8(ascii: "&"):
        guard let entity = unsafe Entity(source + read, available: count - read) else { return nil }
        for byte in entity.utf8 {
          unsafe target.storeBytes(of: byte, toByteOffset: written, as: UInt8.self)
          written &+= 1
        }
        read &+= entity.length
        continue
      case 0x0d:
        // A line ends with a line feed, however it was written (XML 1.0, 2.11).
        unsafe target.storeBytes(of: 0x0a, toByteOffset: written, as: UInt8.self)
        read &+= 1
        written &+= 1
        if read < count, unsafe source.load(fromByteOffset: read, as: UInt8.self) == 0x0a { read &+= 1 }
        continue
      case UInt8(ascii: ">"):
        if read >= 2, unsafe source.loadUnaligned(fromByteOffset: read - 2, as: UInt16.self) == 0x5d5d { return nil }
      case 0..<0x20:
        if byte != 0x09 && byte != 0x0a { return nil }
      default: break
      }
      unsafe target.storeBytes(of: byte, toByteOffset: written, as: UInt8.self)
      read &+= 1
      written &+= 1
    }
    return written
  }

  /// Marks the highest bit of bytes that do not stand for themselves: controls, `&`, `>`, and all above 127. Above the
  /// lowest mark there may be false ones.
  ///
  /// Plain words: masks of `SIMD16` combined with `.&` and `.|` ran ten times slower than this.
  @inline(__always)
  private static func specialBytes(of word: UInt64) -> UInt64 {
    let ampersands = word ^ 0x2626_2626_2626_2626
    let greaterThans = word ^ 0x3e3e_3e3e_3e3e_3e3e
    // A byte borrows from the highest bit when it is less than what is taken away, and did not have that bit.
    let controls = (word &- 0x2020_2020_2020_2020) & ~word
    let matches =
      (ampersands &- 0x0101_0101_0101_0101) & ~ampersands | (greaterThans &- 0x0101_0101_0101_0101) & ~greaterThans
    return (word | controls | matches) & 0x8080_8080_8080_8080
  }

  /// The length of the well-formed character above U+007F that begins here, in bytes; 0 if there is none, or if it is
  /// one that XML forbids.
  @inline(__always)
  private static func lengthOfCharacter(_ source: UnsafeRawPointer, available: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { unsafe source.load(fromByteOffset: offset, as: UInt8.self) }
    func isTrailing(_ offset: Int) -> Bool { byte(offset) & 0xc0 == 0x80 }
    switch byte(0) {
    case 0xc2...0xdf:
      return available >= 2 && isTrailing(1) ? 2 : 0
    case 0xe0...0xef:
      guard available >= 3, isTrailing(1), isTrailing(2) else { return 0 }
      switch (byte(0), byte(1), byte(2)) {
      // Overlong; surrogates; U+FFFE and U+FFFF.
      case (0xe0, ..<0xa0, _), (0xed, 0xa0..., _), (0xef, 0xbf, 0xbe...): return 0
      default: return 3
      }
    case 0xf0...0xf4:
      guard available >= 4, isTrailing(1), isTrailing(2), isTrailing(3) else { return 0 }
      switch (byte(0), byte(1)) {
      case (0xf0, ..<0x90), (0xf4, 0x90...): return 0
      default: return 4
      }
    default:
      return 0
    }
  }

  /// An entity of XML itself, or a reference to a character by its number.
  private struct Entity {
    /// Its length in the source, in bytes.
    let length: Int
    /// What it stands for.
    let utf8: Unicode.UTF8.EncodedScalar

    init?(_ source: UnsafeRawPointer, available: Int) {
      // The longest is `&#1114111;`.
      let bytes = unsafe UnsafeRawBufferPointer(start: source, count: min(available, 10))
      guard let end = unsafe bytes.firstIndex(of: UInt8(ascii: ";")), end >= 3 else { return nil }
      length = end + 1
      let scalar: Unicode.Scalar
      switch unsafe (end, bytes[1], bytes[2]) {
      case (3, UInt8(ascii: "l"), UInt8(ascii: "t")): scalar = "<"
      case (3, UInt8(ascii: "g"), UInt8(ascii: "t")): scalar = ">"
      case (4, UInt8(ascii: "a"), UInt8(ascii: "m")) where unsafe bytes[3] == UInt8(ascii: "p"): scalar = "&"
      case (5, UInt8(ascii: "q"), UInt8(ascii: "u"))
      where unsafe bytes[3] == UInt8(ascii: "o") && bytes[4] == UInt8(ascii: "t"):
        scalar = "\""
      case (5, UInt8(ascii: "a"), UInt8(ascii: "p"))
      where unsafe bytes[3] == UInt8(ascii: "o") && bytes[4] == UInt8(ascii: "s"):
        scalar = "'"
      case (_, UInt8(ascii: "#"), _):
        guard let number = unsafe Entity.number(UnsafeRawBufferPointer(rebasing: bytes[2..<end])) else { return nil }
        scalar = number
      default: return nil
      }
      guard let utf8 = UTF8.encode(scalar) else { return nil }
      self.utf8 = utf8
    }

    /// The character of a number in decimal digits, if XML allows it. Hexadecimal ones are left to libxml2.
    private static func number(_ digits: UnsafeRawBufferPointer) -> Unicode.Scalar? {
      var value: UInt32 = 0
      for index in digits.indices {
        let digit = unsafe digits[index]
        guard (0x30...0x39).contains(digit) else { return nil }
        value = value &* 10 &+ UInt32(digit &- 0x30)
      }
      guard value >= 0x20 || value == 0x09 || value == 0x0a || value == 0x0d, value != 0xfffe, value != 0xffff else {
        return nil
      }
      return Unicode.Scalar(value)
    }
  }
}
