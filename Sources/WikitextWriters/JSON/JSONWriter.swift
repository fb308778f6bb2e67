/// Writes JSON, byte by byte into a buffer, with no values in between.
///
/// Keys are static strings of plain ASCII. Strings are given as UTF-8 bytes; where they might not be valid, ask for
/// repair, and what is not UTF-8 comes out as U+FFFD.
package struct JSONWriter: ~Copyable {
  private var bytes = ByteBuffer()
  /// Whether bytes are checked to be UTF-8 before they are written.
  package var repairs = false
  private var needsComma = false

  package init() {}

  /// Forgets what was written, and keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll()
    needsComma = false
  }

  /// A copy of what was written so far.
  package var written: [UInt8] { bytes.array() }

  /// Hands over what was written, and begins anew.
  package mutating func take() -> [UInt8] {
    needsComma = false
    return bytes.take()
  }

  // MARK: Structure

  @inline(__always)
  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  package mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }

  package mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  package mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  package mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  package mutating func key(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(key)
    bytes.append("\":")
    needsComma = false
  }

  /// A key that is not known beforehand.
  package mutating func key(named key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Ends a line: between records of JSON Lines.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Values

  package mutating func null() {
    separate()
    bytes.append("null")
    needsComma = true
  }

  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(value ? "true" : "false")
    needsComma = true
  }

  package mutating func int(_ value: Int) {
    separate()
    needsComma = true
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes.reverse(from: start)
  }

  /// A finite number, in the shortest form that reads back as the same.
  package mutating func double(_ value: Double) {
    separate()
    for byte in "\(value)".utf8 { bytes.append(byte) }
    needsComma = true
  }

  package mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(value.utf8Span.span)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  package mutating func string(_ value: ArraySlice<UInt8>) {
    if repairs {
      string(String(decoding: value, as: UTF8.self))
      return
    }
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(value.span)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A string of ASCII that needs no escapes, byte by byte.
  ///
  /// - Parameter write: writes it, by what takes a byte.
  package mutating func ascii(_ write: (_ put: (UInt8) -> Void) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    write { bytes.append($0) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A string of the program's own, which needs no escapes.
  package mutating func string(_ value: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(value)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func appendEscaped(_ text: Span<UInt8>) {
    var copied = 0
    var position = 0
    let count = text.count
    while true {
      position = JSONWriter.nextEscape(text, position)
      if position >= count { break }
      bytes.append(text, copied, position)
      appendEscape(text[position])
      position &+= 1
      copied = position
    }
    bytes.append(text, copied, count)
  }

  /// The offset of the next byte that JSON escapes, or the end: a control character, `"` or `\`.
  @inline(__always)
  private static func nextEscape(_ text: Span<UInt8>, _ start: Int) -> Int {
    var position = start
    let raw = unsafe text.bytes
    // Eight bytes at a time: a byte's high bit is set when it is to be escaped, or comes after one that is.
    while position &+ 8 <= text.count {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      let quote = word ^ 0x2222_2222_2222_2222
      let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let ones: UInt64 = 0x0101_0101_0101_0101
      let found =
        ((word &- 0x2020_2020_2020_2020) & ~word | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash)
        & 0x8080_8080_8080_8080
      if found != 0 { return position &+ found.littleEndian.trailingZeroBitCount &>> 3 }
      position &+= 8
    }
    while position < text.count {
      let byte = text[position]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return position }
      position &+= 1
    }
    return position
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let hex: StaticString = "0123456789abcdef"
      bytes.append("u00")
      // In bounds: a nibble is below 16.
      unsafe bytes.append(hex.utf8Start[Int(byte >> 4)])
      unsafe bytes.append(hex.utf8Start[Int(byte & 15)])
    }
  }
}
