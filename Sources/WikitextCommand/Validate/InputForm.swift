/// What the first bytes of a file say it is.
enum InputForm {
  /// Whether it is JSON, a record a line or one that is laid out for people. Wikitext begins with a brace as well: `{{` or
  /// `{|`.
  static func json(_ head: ArraySlice<UInt8>) -> JSONForm? {
    let text = start(of: head)
    guard text.first == UInt8(ascii: "{") else { return nil }
    let blanks = text.dropFirst().prefix { $0 <= 0x20 }
    guard text.dropFirst(1 + blanks.count).first == UInt8(ascii: "\"") else { return nil }
    return blanks.contains(UInt8(ascii: "\n")) ? .record : .lines
  }

  /// How a file of JSON is laid out.
  enum JSONForm {
    /// A record a line.
    case lines
    /// One record of several lines.
    case record
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
