/// What the first bytes of a file say it is.
enum InputForm {
  /// Whether it is JSON, a record a line. Wikitext begins with a brace as well: `{{` or `{|`.
  static func isJSONLines(_ head: ArraySlice<UInt8>) -> Bool {
    let text = start(of: head)
    guard text.first == UInt8(ascii: "{") else { return false }
    return text.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "\"")
  }

  /// Whether it is the XML of a dump.
  static func isDump(_ head: ArraySlice<UInt8>) -> Bool {
    var text = start(of: head)
    if text.starts(with: "<?xml".utf8), let end = text.firstIndex(of: UInt8(ascii: ">")) {
      text = text[(end + 1)...].drop { $0 <= 0x20 }
    }
    return text.starts(with: "<mediawiki".utf8)
  }

  /// What is behind a byte order mark and blanks.
  private static func start(of head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    (head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head).drop { $0 <= 0x20 }
  }
}
