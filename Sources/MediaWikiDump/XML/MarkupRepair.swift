/// Makes markup well-formed where that takes no guessing about structure.
///
/// - Characters XML 1.0 forbids, and bytes that are not UTF-8, become U+FFFD.
/// - `&` that begins no entity of XML becomes `&amp;`: `AT&T`, `&nbsp;`.
/// - Inside elements that hold text alone, `<` that does not begin the end tag becomes `&lt;`.
/// - `]]>` becomes `]]&gt;`.
///
/// Missing or crossed tags stay what they are. The result may still not be well-formed.
struct MarkupRepair {
  private let source: [UInt8]
  private let isUTF8: Bool
  private var position = 0
  private var output: [UInt8] = []
  /// The name of the open text element; `nil` between elements.
  private var field: String?
  /// True when a CDATA section of the open element was found to have no end; then no later one has.
  private var hasOpenSection = false

  /// Repairs a part of a dump that begins between elements.
  /// - Parameters:
  ///   - bytes: the part.
  ///   - isUTF8: false for other encodings that contain ASCII; bytes above 127 are left alone then.
  /// - Returns: the part with its stray characters escaped or replaced.
  /// - Complexity: O(`bytes.count`)
  static func repair(_ bytes: [UInt8], isUTF8: Bool) -> [UInt8] {
    var repair = MarkupRepair(source: bytes, isUTF8: isUTF8)
    return repair.run()
  }

  private init(source: [UInt8], isUTF8: Bool) {
    self.source = source
    self.isUTF8 = isUTF8
    output.reserveCapacity(source.count + source.count / 8)
  }

  private mutating func run() -> [UInt8] {
    while position < source.count {
      switch byte(at: position) {
      case UInt8(ascii: "<"): repairLessThan()
      case UInt8(ascii: "&"): repairAmpersand()
      case UInt8(ascii: ">") where output.suffix(2).elementsEqual("]]".utf8):
        output.append(contentsOf: "&gt;".utf8)
        position += 1
      default: copyCharacter()
      }
    }
    return output
  }

  private func byte(at index: Int) -> UInt8 {
    index < source.count ? source[index] : 0
  }

  private func isNext(_ literal: String) -> Bool {
    source[position...].starts(with: literal.utf8)
  }

  // MARK: - Tags

  private mutating func repairLessThan() {
    if let field {
      if isNext("</\(field)"), isNameEnd(byte(at: position + 2 + field.utf8.count)) {
        self.field = nil
        copyTag()
      } else if !hasOpenSection, isNext("<![CDATA["), let end = endOfSection() {
        while position < end { copyCharacter() }
      } else {
        output.append(contentsOf: "&lt;".utf8)
        position += 1
      }
      return
    }
    let next = byte(at: position + 1)
    guard isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else {
      output.append(contentsOf: "&lt;".utf8)
      position += 1
      return
    }
    let start = output.count
    let name = nameAfterLessThan()
    copyTag()
    let isEmptyElement = output[start...].suffix(2).elementsEqual("/>".utf8)
    if isLetter(next), !isEmptyElement, MarkupRepair.textElements.contains(name) {
      field = name
      hasOpenSection = false
    }
  }

  /// Copies up to the `>` that ends a tag.
  private mutating func copyTag() {
    while position < source.count {
      let current = byte(at: position)
      if current == UInt8(ascii: "&") {
        repairAmpersand()
      } else {
        copyCharacter()
        if current == UInt8(ascii: ">") { return }
      }
    }
  }

  private func nameAfterLessThan() -> String {
    var end = position + 1
    while end < source.count, !isNameEnd(byte(at: end)), end - position < 32 { end += 1 }
    return String(decoding: source[position + 1..<end], as: UTF8.self)
  }

  /// Where the CDATA section that begins here ends; `nil` if the text element ends first.
  private mutating func endOfSection() -> Int? {
    var index = position + 9
    let endTag = Array("</\(field ?? "")>".utf8)
    while index < source.count {
      if byte(at: index) == UInt8(ascii: "]"), source[index...].starts(with: "]]>".utf8) { return index + 3 }
      if byte(at: index) == UInt8(ascii: "<"), source[index...].starts(with: endTag) { break }
      index += 1
    }
    hasOpenSection = true
    return nil
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isNameEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  /// Elements that hold text and never another element, in all export schemas.
  private static let textElements: Set<String> = [
    "sitename", "dbname", "base", "generator", "case", "namespace", "title", "ns", "id", "restrictions", "parentid",
    "timestamp", "username", "ip", "comment", "origin", "model", "format", "text", "sha1", "role", "filename",
    "archivename", "src", "size", "sha1base36", "rel", "contents", "type", "action", "logtitle", "params",
  ]

  // MARK: - Entities and characters

  private mutating func repairAmpersand() {
    var end = position + 1
    // The longest numeric reference of a character is `&#1114111;`; leading zeros are rare enough to give up on.
    while end < source.count, end - position < 12, byte(at: end) != UInt8(ascii: ";") { end += 1 }
    let name = String(decoding: source[position + 1..<end], as: UTF8.self)
    let isClosed = byte(at: end) == UInt8(ascii: ";")
    if isClosed, ["lt", "gt", "amp", "quot", "apos"].contains(name) {
      while position <= end { copyCharacter() }
    } else if isClosed, let value = MarkupRepair.number(ofReference: name) {
      output.append(contentsOf: MarkupRepair.isAllowed(value) ? "&#\(value);".utf8 : "\u{FFFD}".utf8)
      position = end + 1
    } else {
      output.append(contentsOf: "&amp;".utf8)
      position += 1
    }
  }

  private static func number(ofReference name: String) -> UInt32? {
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    if digits.first == "x" {
      return digits.dropFirst().allSatisfy(\.isHexDigit) ? UInt32(digits.dropFirst(), radix: 16) : nil
    }
    return digits.allSatisfy(\.isWholeNumber) ? UInt32(digits) : nil
  }

  /// The `Char` of XML 1.0.
  private static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x9, 0xa, 0xd, 0x20...0xd7ff, 0xe000...0xfffd, 0x10000...0x10ffff: true
    default: false
    }
  }

  private mutating func copyCharacter() {
    let first = byte(at: position)
    if first >= 0x20 && first < 0x80 || first == 0x09 || first == 0x0a || first == 0x0d || (!isUTF8 && first >= 0x80) {
      output.append(first)
      position += 1
    } else if let (length, value) = characterAtPosition() {
      if MarkupRepair.isAllowed(value) {
        output.append(contentsOf: source[position..<position + length])
      } else {
        output.append(contentsOf: "\u{FFFD}".utf8)
      }
      position += length
    } else {
      output.append(contentsOf: "\u{FFFD}".utf8)
      position += 1
    }
  }

  /// The well-formed character above U+007F that begins here and its length in bytes.
  private func characterAtPosition() -> (length: Int, value: UInt32)? {
    let first = byte(at: position)
    let length: Int
    var value: UInt32
    switch first {
    case 0xc2...0xdf: (length, value) = (2, UInt32(first & 0x1f))
    case 0xe0...0xef: (length, value) = (3, UInt32(first & 0x0f))
    case 0xf0...0xf4: (length, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard position + length <= source.count else { return nil }
    for offset in 1..<length {
      let next = byte(at: position + offset)
      guard next & 0xc0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3f)
    }
    let minimum: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    return value >= minimum ? (length, value) : nil
  }
}
