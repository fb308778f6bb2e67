/// A character reference in wikitext: `&amp;`, `&#123;`, `&#x1F;`.
///
/// MediaWiki takes the names of the HTML standard only with their semicolon and only in their case, and numbers only
/// of scalars that HTML and XML both allow; the rest is text, shown with its `&`
/// (`Sanitizer::normalizeCharReferences`).
public struct CharacterReference: Sendable, Hashable {
  /// The length in bytes, from the `&` to the `;`.
  public let length: Int
  /// The scalar that it stands for.
  public let first: Unicode.Scalar
  /// The second scalar: a few names stand for two, such as `&NotEqualTilde;`.
  public let second: Unicode.Scalar?

  /// What it stands for.
  public var text: String {
    var text = String(first)
    if let second { text.unicodeScalars.append(second) }
    return text
  }

  /// The longest name, in bytes: `CounterClockwiseContourIntegral`.
  private static let longestName = 31

  /// The reference whose `&` is at `position` and whose `;` is before `end`; nil if there is none.
  /// - Complexity: O(1) for names, O(digits) for numbers.
  public static func parse(at position: Int, in source: Span<UInt8>, end: Int) -> CharacterReference? {
    guard position + 2 < end, source[position] == UInt8(ascii: "&") else { return nil }
    let next = source[position + 1]
    if next == UInt8(ascii: "#") { return number(at: position, in: source, end: end) }
    guard isNameByte(next) else { return nil }

    let limit = min(end, position + longestName + 2)
    var semicolon = position + 2
    while semicolon < limit, isNameByte(source[semicolon]) { semicolon += 1 }
    guard semicolon < limit, source[semicolon] == UInt8(ascii: ";"),
      let index = Names.shared.table.value(of: source, (position + 1)..<semicolon)
    else { return nil }
    let (first, second) = Names.shared.scalars[Int(index)]
    return CharacterReference(length: semicolon + 1 - position, first: first, second: second)
  }

  /// The bytes with all references in them replaced by what they stand for.
  ///
  /// - Complexity: O(`bytes.count`).
  public static func decodingAll(in bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    let span = bytes.span
    var position = 0
    while position < span.count {
      if span[position] == UInt8(ascii: "&"), let reference = parse(at: position, in: span, end: span.count) {
        output.append(contentsOf: reference.text.utf8)
        position += reference.length
      } else {
        output.append(span[position])
        position += 1
      }
    }
    return output
  }

  /// The bytes as text, references replaced.
  static func decodedText(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: decodingAll(in: bytes), as: UTF8.self)
  }

  /// The length of a reference by a number that stands for no scalar, such as `&#0;`; nil where there is none.
  /// - Complexity: O(digits).
  package static func invalidNumberLength(at position: Int, in source: Span<UInt8>, end: Int) -> Int? {
    guard position + 3 < end, source[position + 1] == UInt8(ascii: "#"),
      number(at: position, in: source, end: end) == nil
    else { return nil }
    var cursor = position + 2
    let isHexadecimal = source[cursor] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { cursor += 1 }
    let digits = cursor
    while cursor < end, isHexadecimal ? Bytes.isHexDigit(source[cursor]) : Bytes.isDigit(source[cursor]) { cursor += 1 }
    return cursor > digits && cursor < end && source[cursor] == UInt8(ascii: ";") ? cursor + 1 - position : nil
  }

  private static func number(at position: Int, in source: Span<UInt8>, end: Int) -> CharacterReference? {
    var cursor = position + 2
    let isHexadecimal = source[cursor] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { cursor += 1 }
    let digits = cursor
    var value: UInt32 = 0
    while cursor < end {
      let byte = source[cursor]
      let digit: UInt32
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(byte &- UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal: digit = UInt32(byte &- UInt8(ascii: "a")) + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal: digit = UInt32(byte &- UInt8(ascii: "A")) + 10
      case UInt8(ascii: ";"):
        guard cursor > digits, isValid(value), let scalar = Unicode.Scalar(value) else { return nil }
        return CharacterReference(length: cursor + 1 - position, first: scalar, second: nil)
      default: return nil
      }
      // Any value past the last scalar will do for a number that is too large; so the product cannot overflow.
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      cursor += 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || Bytes.isLetter(byte) || Bytes.isDigit(byte)
  }

  /// Whether a number may be written (`Sanitizer::validateCodepoint`): no control characters but tab and line feed.
  static func isValid(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// The number of names that are known.
  static var nameCount: Int { Names.shared.table.count }

  /// The names with what they mean, read from the generated list at the first reference by name.
  private final class Names: Sendable {
    static let shared = Names(CharacterReferenceNames.text)

    let table: SpellingTable<ExactBytes>
    let scalars: [(Unicode.Scalar, Unicode.Scalar?)]

    private init(_ text: String) {
      let bytes = Array(text.utf8)
      let span = bytes.span
      var table = SpellingTable<ExactBytes>()
      var scalars: [(Unicode.Scalar, Unicode.Scalar?)] = []
      var position = 0
      while position < span.count {
        let start = position
        while position < span.count, span[position] != UInt8(ascii: "=") { position += 1 }
        let name = start..<position
        var values: [UInt32] = []
        while position < span.count, span[position] == UInt8(ascii: "=") || span[position] == UInt8(ascii: "+") {
          var value: UInt32 = 0
          position += 1
          while position < span.count, Bytes.isLetter(span[position]) || Bytes.isDigit(span[position]) {
            let byte = span[position]
            value = value << 4 | UInt32(byte <= UInt8(ascii: "9") ? byte &- 0x30 : byte &- 0x37)
            position += 1
          }
          values.append(value)
        }
        while position < span.count, span[position] == UInt8(ascii: " ") || span[position] == UInt8(ascii: "\n") {
          position += 1
        }
        guard let first = values.first.flatMap(Unicode.Scalar.init) else { continue }
        table.insert(span, name, value: UInt16(scalars.count))
        scalars.append((first, values.count > 1 ? Unicode.Scalar(values[1]) : nil))
      }
      self.table = table
      self.scalars = scalars
    }
  }
}
