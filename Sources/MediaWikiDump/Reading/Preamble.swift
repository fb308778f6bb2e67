/// What may stand before the first element: a byte order mark, the XML declaration, comments, a document type.
///
/// libxml2 never sees it, and so never a declaration of an entity.
struct Preamble {
  /// Bytes up to the first thing that is none of these.
  private(set) var count = 0
  /// The encoding of the XML declaration, if it names one other than UTF-8 (or UTF-16, converted before).
  private(set) var encoding: String?
  /// False when a comment or the like does not end in these bytes.
  private(set) var isComplete = true

  private let bytes: [UInt8]

  /// Reads the preamble at the start of `bytes`.
  /// - Complexity: O(`bytes.count`)
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if isNext("\u{FEFF}") { count = 3 }
    while count < bytes.count {
      switch bytes[count] {
      case 0x20, 0x09, 0x0a, 0x0d: count += 1
      default:
        if isNext("<?") {
          guard let end = end(of: "?>", from: count + 2) else { return }
          readDeclaration(until: end)
          count = end
        } else if isNext("<!--") {
          guard let end = end(of: "-->", from: count + 4) else { return }
          count = end
        } else if isNext("<!DOCTYPE") {
          guard let end = endOfDocumentType() else { return }
          count = end
        } else {
          return
        }
      }
    }
  }

  private func isNext(_ literal: String) -> Bool {
    bytes[count...].starts(with: literal.utf8)
  }

  private mutating func end(of literal: String, from start: Int) -> Int? {
    let first = literal.utf8.first
    var index = start
    while index < bytes.count {
      if bytes[index] == first, bytes[index...].starts(with: literal.utf8) { return index + literal.utf8.count }
      index += 1
    }
    isComplete = false
    return nil
  }

  private mutating func endOfDocumentType() -> Int? {
    var depth = 0
    var quote: UInt8?
    for index in count..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil { quote = bytes[index] } else if quote == bytes[index] { quote = nil }
      case UInt8(ascii: "[") where quote == nil: depth += 1
      case UInt8(ascii: "]") where quote == nil: depth -= 1
      case UInt8(ascii: ">") where quote == nil && depth <= 0: return index + 1
      default: break
      }
    }
    isComplete = false
    return nil
  }

  private mutating func readDeclaration(until end: Int) {
    guard isNext("<?xml ") else { return }
    let declaration = String(decoding: bytes[count..<end], as: UTF8.self)
    let words = declaration.split { " =\"'?\t\r\n".contains($0) }
    guard let key = words.firstIndex(of: "encoding"), key + 1 < words.count else { return }
    let name = words[key + 1].uppercased()
    let isName = name.utf8.allSatisfy {
      0x30...0x39 ~= $0 || 0x41...0x5a ~= $0 || $0 == 0x2d || $0 == 0x5f || $0 == 0x2e
    }
    if isName, !["UTF-8", "UTF8"].contains(name), !name.hasPrefix("UTF-16") { encoding = name }
  }

  /// What a file that is not a dump looks like, for people.
  static func describe(_ bytes: [UInt8]) -> String {
    if bytes.isEmpty { return "an empty file" }
    let start = bytes.prefix(200)
    if start.contains(where: { $0 < 0x09 || (0x0e...0x1f).contains($0) }) { return "binary data" }
    let preamble = Preamble(bytes)
    let text = String(decoding: bytes[preamble.count...].prefix(60), as: UTF8.self)
    let lowercase = String(decoding: start, as: UTF8.self).lowercased()
    if lowercase.contains("<html") || lowercase.contains("<!doctype html") { return "an HTML page" }
    if text.hasPrefix("<") {
      let name = text.dropFirst().prefix { !" \t\r\n/>".contains($0) }
      return "markup that begins with <\(name)>"
    }
    if text.hasPrefix("{") || text.hasPrefix("[{") { return "something like JSON" }
    if lowercase.contains("mysql dump") || lowercase.contains("mariadb dump") { return "an SQL dump" }
    let line = text.prefix { !$0.isNewline }
    return line.isEmpty ? "blank text" : "text that begins with “\(line)”"
  }
}
