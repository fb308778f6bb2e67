/// Writes JSON, byte by byte into a buffer, with no values in between.
///
/// Keys are static strings of plain ASCII. Strings are given as UTF-8 bytes; where they might not be valid, ask for
/// repair, and what is not UTF-8 comes out as U+FFFD.
package struct JSONWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  /// Whether bytes are checked to be UTF-8 before they are written.
  package var repairs = false
  private var needsComma = false

  package init() {}

  /// Forgets what was written, and keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

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
    key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
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
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
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
    var low = start
    var high = bytes.count - 1
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  /// A finite number, in the shortest form that reads back as the same.
  package mutating func double(_ value: Double) {
    separate()
    bytes.append(contentsOf: "\(value)".utf8)
    needsComma = true
  }

  package mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { unsafe appendEscaped(Span(_unsafeElements: $0)) }
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

  private mutating func appendEscaped(_ text: Span<UInt8>) {
    var copied = 0
    var position = 0
    let count = text.count
    while position < count {
      let byte = text[position]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        position &+= 1
        continue
      }
      append(text, copied, position)
      appendEscape(byte)
      position &+= 1
      copied = position
    }
    append(text, copied, count)
  }

  @inline(__always)
  private mutating func append(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    if start < end {
      unsafe text.extracting(start..<end).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
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
      bytes.append(contentsOf: "u00".utf8)
      // In bounds: a nibble is below 16.
      unsafe bytes.append(hex.utf8Start[Int(byte >> 4)])
      unsafe bytes.append(hex.utf8Start[Int(byte & 15)])
    }
  }
}
