/// A strict check that bytes are one JSON text (RFC 8259) in UTF-8.
///
/// Stricter than most readers: no key may appear twice in an object, an escaped surrogate must be one of a pair, and
/// nothing but the value may be there, not even whitespace around it.
struct JSONValidator {
  /// What is wrong, and at which byte.
  struct Problem: Error, CustomStringConvertible {
    var offset: Int
    var reason: String

    var description: String { "\(reason) at byte \(offset)" }
  }

  private let bytes: [UInt8]
  private var position = 0
  /// For each open object the number of ``keys`` before it; -1 for an array.
  private var open: [Int] = []
  /// The keys of the open objects.
  private var keys: [Range<Int>] = []
  /// How deep objects and arrays are nested.
  private(set) var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Throws the first problem; gives the greatest depth.
  @discardableResult
  static func check(_ bytes: [UInt8]) throws(Problem) -> Int {
    var validator = JSONValidator(bytes)
    try validator.run()
    return validator.depth
  }

  private mutating func run() throws(Problem) {
    repeat {
      // Here a value is due.
      switch peek {
      case UInt8(ascii: "{"):
        position += 1
        push(keys.count)
        if peek == UInt8(ascii: "}") { try closeAll() } else { try key() }
      case UInt8(ascii: "["):
        position += 1
        push(-1)
        if peek == UInt8(ascii: "]") { try closeAll() }
      case UInt8(ascii: "\""):
        try string()
        try closeAll()
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        try number()
        try closeAll()
      case UInt8(ascii: "t"): try word("true")
      case UInt8(ascii: "f"): try word("false")
      case UInt8(ascii: "n"): try word("null")
      default: throw problem("a value is missing")
      }
    } while !open.isEmpty
    if position != bytes.count { throw problem("something follows the value") }
  }

  /// The next byte; NUL, which is valid nowhere outside of strings, at the end.
  private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private func problem(_ reason: String) -> Problem { Problem(offset: position, reason: reason) }

  private mutating func push(_ firstKey: Int) {
    open.append(firstKey)
    depth = max(depth, open.count)
  }

  /// After a value: ends what ends here, and goes on to where the next value is due.
  private mutating func closeAll() throws(Problem) {
    while let container = open.last {
      switch peek {
      case UInt8(ascii: ","):
        position += 1
        if container >= 0 { try key() }
        return
      case UInt8(ascii: "}") where container >= 0, UInt8(ascii: "]") where container < 0:
        position += 1
        open.removeLast()
        if container >= 0 { keys.removeSubrange(container...) }
      default:
        throw problem("neither a comma nor an end")
      }
    }
  }

  private mutating func key() throws(Problem) {
    let start = position
    try string()
    let range = start..<position
    // Records of ours have a few dozen keys at most.
    for other in keys[open[open.count - 1]...].prefix(100)
    where other.count == range.count && bytes[other].elementsEqual(bytes[range]) {
      throw Problem(offset: start, reason: "a key appears twice")
    }
    keys.append(range)
    guard peek == UInt8(ascii: ":") else { throw problem("a colon is missing") }
    position += 1
  }

  private mutating func word(_ word: StaticString) throws(Problem) {
    for index in 0..<word.utf8CodeUnitCount {
      // In bounds: below the word's length.
      guard unsafe peek == word.utf8Start[index] else { throw problem("a word is wrong") }
      position += 1
    }
    try closeAll()
  }

  private mutating func number() throws(Problem) {
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if peek == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if peek | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(Problem) {
    guard peek &- 0x30 < 10 else { throw problem("a digit is missing") }
    while peek &- 0x30 < 10 { position += 1 }
  }

  private mutating func string() throws(Problem) {
    guard peek == UInt8(ascii: "\"") else { throw problem("a string is missing") }
    position += 1
    while true {
      guard position < bytes.count else { throw problem("a string has no end") }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return
      } else if byte == UInt8(ascii: "\\") {
        try escape()
      } else if byte < 0x20 {
        throw problem("a control character in a string")
      } else if byte < 0x80 {
        position += 1
      } else {
        try scalar(byte)
      }
    }
  }

  private mutating func escape() throws(Problem) {
    position += 1
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      let unit = try hex()
      if unit & 0xFC00 == 0xDC00 { throw problem("half a surrogate pair") }
      if unit & 0xFC00 == 0xD800 {
        guard peek == UInt8(ascii: "\\") else { throw problem("half a surrogate pair") }
        position += 1
        guard peek == UInt8(ascii: "u") else { throw problem("half a surrogate pair") }
        position += 1
        if try hex() & 0xFC00 != 0xDC00 { throw problem("half a surrogate pair") }
      }
    default:
      throw problem("an unknown escape")
    }
  }

  private mutating func hex() throws(Problem) -> Int {
    var value = 0
    for _ in 0..<4 {
      switch peek {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | Int(peek & 15)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        value = value << 4 | Int(peek & 7) + 9
      default: throw problem("a hexadecimal digit is missing")
      }
      position += 1
    }
    return value
  }

  /// A character of several bytes (RFC 3629: shortest form, no surrogates, none beyond U+10FFFF).
  private mutating func scalar(_ first: UInt8) throws(Problem) {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    case 0xF1...0xF3: length = 4
    default: throw problem("not UTF-8")
    }
    guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { throw problem("not UTF-8") }
    for offset in 2..<max(length, 2) where bytes[position + offset] & 0xC0 != 0x80 { throw problem("not UTF-8") }
    position += length
  }
}
