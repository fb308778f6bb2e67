import WikitextSyntax

/// Reads JSON as RFC 8259 has it, strictly.
///
/// Open arrays and objects lie on a list, not on the call stack.
package struct JSONReader {
  /// What is wrong, and at which byte.
  package struct Fault: Error, Hashable {
    package var offset: Int
    package var problem: String
  }

  /// Nobody nests deeper; what does is no data of a wiki.
  static let deepest = 512

  /// An array or object that is not closed yet.
  private struct Container {
    var elements: [JSONValue] = []
    var members: [JSONValue.Member] = []
    var isObject: Bool
    /// The name that waits for its value.
    var name = ""
  }

  private let bytes: [UInt8]
  private var position = 0
  private var open: [Container] = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The value that a text is.
  ///
  /// - Complexity: O(`bytes.count`).
  package static func read(_ bytes: [UInt8]) throws(Fault) -> JSONValue {
    var reader = JSONReader(bytes)
    return try reader.readAll()
  }

  private mutating func readAll() throws(Fault) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while true {
      skipWhitespace()
      guard var value = try readValue() else { continue }
      // A value may end the containers around it.
      while true {
        guard let last = open.indices.last else {
          skipWhitespace()
          guard position == bytes.count else { throw fault("something follows the value") }
          return value
        }
        if open[last].isObject {
          open[last].members.append(JSONValue.Member(name: open[last].name, value: value))
        } else {
          open[last].elements.append(value)
        }
        skipWhitespace()
        if take(",") {
          if open[last].isObject { try readName() }
          break
        }
        guard take(open[last].isObject ? "}" : "]") else { throw fault("a , or the end is missing") }
        value = close()
      }
    }
  }

  /// A value that is complete, or nil when an array or object with something in it begins.
  private mutating func readValue() throws(Fault) -> JSONValue? {
    guard position < bytes.count else { throw fault("a value is missing") }
    switch bytes[position] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < JSONReader.deepest else { throw fault("it is nested too deep") }
      open.append(Container(isObject: bytes[position] == UInt8(ascii: "{")))
      position += 1
      skipWhitespace()
      if take(open[open.count - 1].isObject ? "}" : "]") { return close() }
      if open[open.count - 1].isObject { try readName() }
      return nil
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .boolean(true))
    case UInt8(ascii: "f"): return try readWord("false", .boolean(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: return try readNumber()
    }
  }

  private mutating func close() -> JSONValue {
    let container = open.removeLast()
    return container.isObject ? .object(container.members) : .array(container.elements)
  }

  private mutating func readName() throws(Fault) {
    skipWhitespace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw fault("a name is missing") }
    open[open.count - 1].name = try readString()
    skipWhitespace()
    guard take(":") else { throw fault("a : is missing") }
  }

  private mutating func readWord(_ word: String, _ value: JSONValue) throws(Fault) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw fault("a value is missing") }
    position += word.utf8.count
    return value
  }

  private mutating func readNumber() throws(Fault) -> JSONValue {
    let start = position
    _ = take("-")
    let isZero = position < bytes.count && bytes[position] == UInt8(ascii: "0")
    let whole = skipDigits()
    guard whole > 0 else { throw fault("a value is missing") }
    guard whole == 1 || !isZero else { throw fault("a number begins with 0") }
    if take("."), skipDigits() == 0 { throw fault("digits are missing") }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard skipDigits() > 0 else { throw fault("digits are missing") }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    return position - start
  }

  // MARK: - Strings

  private mutating func readString() throws(Fault) -> String {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try readEscape().utf8
      case 0..<0x20: throw fault("a control character in a string")
      case 0..<0x80:
        text.append(byte)
        position += 1
      default:
        guard let (_, length) = UTF8Scalars.decode(at: position, in: bytes.span, end: bytes.count) else {
          throw fault("a string is not in UTF-8")
        }
        text += bytes[position..<position + length]
        position += length
      }
    }
    throw fault("a string does not end")
  }

  private mutating func readEscape() throws(Fault) -> String {
    let start = position
    position += 1
    guard position < bytes.count else { throw fault("a string does not end") }
    position += 1
    switch bytes[position - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw Fault(offset: start, problem: "an unknown escape")
    }
    var value = try readUnit()
    if 0xD800..<0xDC00 ~= value {
      guard take("\\"), take("u") else { throw Fault(offset: start, problem: "half of a surrogate pair") }
      let low = try readUnit()
      guard 0xDC00..<0xE000 ~= low else { throw Fault(offset: start, problem: "half of a surrogate pair") }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw Fault(offset: start, problem: "half of a surrogate pair") }
    return String(scalar)
  }

  /// Four hexadecimal digits.
  private mutating func readUnit() throws(Fault) -> UInt32 {
    guard position + 4 <= bytes.count else { throw fault("an escape does not end") }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: throw fault("an escape has no four digits")
      }
    }
    position += 4
    return value
  }

  // MARK: - Bytes

  private mutating func skipWhitespace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private func fault(_ problem: String) -> Fault { Fault(offset: position, problem: problem) }
}
