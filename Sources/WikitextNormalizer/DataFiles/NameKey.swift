import WikitextSyntax

/// A name as tables compare it: without regard to case and to what stands for a space.
///
/// Names are short: MediaWiki's titles have at most 255 bytes. So the key lies in the struct, and looking one up takes no
/// memory.
struct NameKey {
  /// The most bytes of a key. Lower case may be longer than the name, by half at most.
  static let capacity = 384

  private var storage = InlineArray<384, UInt8>(repeating: 0)
  private(set) var count = 0
  /// Of the bytes.
  private(set) var hash = NameKey.emptyHash
  /// Of the bytes before their case was folded, but for the first letter: names that differ in it may be two templates.
  private(set) var exactHash = NameKey.emptyHash

  private static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The bytes of the key.
  func copyBytes(to bytes: inout [UInt8]) {
    let span = storage.span
    for index in 0..<count { bytes.append(span[index]) }
  }

  /// A byte of the key.
  subscript(index: Int) -> UInt8 {
    let span = storage.span
    return span[index]
  }

  /// Whether the key is what stands at a place.
  func isEqual(to bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == count else { return false }
    let span = storage.span
    for index in 0..<count where span[index] != bytes[range.lowerBound + index] { return false }
    return true
  }

  /// What of a name does not count.
  enum Form {
    /// Runs of spaces and underscores are one space, none stand at the ends; direction marks do not count: titles.
    case title
    /// The same, but spaces at the ends stand for one: beginnings and ends of titles.
    case pattern
    /// Spaces, underscores and hyphens do not count at all: names of parameters.
    case parameter
  }

  /// The key of a name; nil for an empty one and for one that is too long.
  ///
  /// - Complexity: O(`range.count`).
  init?(_ form: Form, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    // Direction marks and spaces count here, but nobody writes hundreds of them.
    guard range.count <= NameKey.capacity else { return nil }
    var position = range.lowerBound
    var isAfterSpace = false
    while position < range.upperBound {
      let byte = bytes[position]
      if byte < 0x80 {
        position += 1
        if byte == 0x20 || byte == UInt8(ascii: "_") || byte == 0x09 || byte == 0x0A || byte == 0x0D {
          isAfterSpace = form != .parameter
          continue
        }
        if form == .parameter, byte == UInt8(ascii: "-") { continue }
        guard append(space: isAfterSpace && (count > 0 || form == .pattern)),
          append(folded: NameKey.lowercased(byte), as: byte)
        else { return nil }
        isAfterSpace = false
      } else if let (length, isSpace) = TitleText.invisible(at: position, in: bytes) {
        position += length
        if isSpace, form != .parameter { isAfterSpace = true }
      } else {
        guard append(space: isAfterSpace && (count > 0 || form == .pattern)) else { return nil }
        isAfterSpace = false
        guard let (scalar, length) = UTF8Scalars.decode(at: position, in: bytes, end: range.upperBound) else {
          guard append(folded: byte, as: byte) else { return nil }
          position += 1
          continue
        }
        guard append(scalar) else { return nil }
        position += length
      }
    }
    guard append(space: isAfterSpace && form == .pattern), count > 0 else { return nil }
    isShortCode = 2...3 ~= range.count && range.allSatisfy { bytes[$0] &- 0x41 < 26 }
  }

  /// The key of a name; nil for an empty one and for one that is too long.
  init?(_ form: Form, _ name: String) {
    let bytes = Array(name.utf8)
    self.init(form, bytes.span, 0..<bytes.count)
  }

  /// Whether it is of two or three letters, and capitals all of them: `{{BDA}}` is Bermuda and no birth date.
  private(set) var isShortCode = false

  /// The key without the digits at its end, `child` of `child12`; nil where there are none, or nothing else.
  func withoutNumber() -> NameKey? {
    let bytes = storage.span
    var end = count
    while end > 0, bytes[end - 1] &- 0x30 < 10 { end -= 1 }
    guard end > 0, end < count else { return nil }
    return NameKey(.title, bytes, 0..<end)
  }

  // MARK: - Building

  private mutating func append(space: Bool) -> Bool {
    !space || append(folded: 0x20, as: 0x20)
  }

  private mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    let isFirst = count == 0
    var folded = CaseFolding.encodedLowercase(scalar)
    var original = isFirst ? folded : UTF8Scalars.encode(scalar)
    while folded != 0 || original != 0 {
      if original != 0 { exactHash = NameKey.mixed(exactHash, UInt8(truncatingIfNeeded: original)) }
      original >>= 8
      guard folded != 0 else { continue }
      guard append(UInt8(truncatingIfNeeded: folded)) else { return false }
      folded >>= 8
    }
    return true
  }

  private mutating func append(folded: UInt8, as original: UInt8) -> Bool {
    exactHash = NameKey.mixed(exactHash, count == 0 ? folded : original)
    return append(folded)
  }

  private mutating func append(_ byte: UInt8) -> Bool {
    guard count < NameKey.capacity else { return false }
    storage[count] = byte
    count += 1
    hash = NameKey.mixed(hash, byte)
    return true
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// FNV-1a.
  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
