/// The strings of a JSON text, each with the names that lead to it.
///
/// What else there is, and whether the text is well formed, is not looked at: Parsoid wrote it.
struct JSONStrings {
  /// A string that is a value.
  struct Value {
    /// The names of the objects and arrays around it, from the outermost on; one in an array has none.
    var path: [[UInt8]]
    /// Its own name.
    var name: [UInt8]
    var text: [UInt8]
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var path: [[UInt8]] = []
  private var isObject: [Bool] = []
  /// The name that was read last, which waits for its value.
  private var pending: [UInt8] = []
  private var expectsName = false

  /// Nobody nests deeper.
  private static let maximumDepth = 64

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The next string that is a value; nil at the end.
  mutating func next() -> Value? {
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard path.count < JSONStrings.maximumDepth else { return nil }
        expectsName = bytes[position] == UInt8(ascii: "{")
        isObject.append(expectsName)
        path.append(pending)
        pending = []
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if path.popLast() == nil || isObject.popLast() == nil { return nil }
        expectsName = false
        position += 1
      case UInt8(ascii: ","):
        expectsName = isObject.last ?? false
        position += 1
      case UInt8(ascii: "\""):
        guard let text = readString() else { return nil }
        if !expectsName { return Value(path: path, name: pending, text: text) }
        pending = text
        expectsName = false
      default:
        position += 1
      }
    }
    return nil
  }

  /// The string that begins here, without its escapes; nil for one that does not end.
  private mutating func readString() -> [UInt8]? {
    position += 1
    var text: [UInt8] = []
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return text
      case UInt8(ascii: "\\"):
        guard position < bytes.endIndex else { return nil }
        let escape = bytes[position]
        position += 1
        switch escape {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "u"): text += readUnit()
        default: text.append(escape)
        }
      default: text.append(byte)
      }
    }
    return nil
  }

  /// The scalar of a `\u` escape, with the second half of a pair.
  private mutating func readUnit() -> [UInt8] {
    guard var value = hexadecimal(position) else { return [] }
    position += 4
    if 0xD800..<0xDC00 ~= value, bytes[position...].starts(with: "\\u"), let low = hexadecimal(position + 2),
      0xDC00..<0xE000 ~= low
    {
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      position += 6
    }
    return Array(String(Unicode.Scalar(value).map(Character.init) ?? "\u{FFFD}").utf8)
  }

  private func hexadecimal(_ start: Int) -> UInt32? {
    guard start + 4 <= bytes.endIndex else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }
}
