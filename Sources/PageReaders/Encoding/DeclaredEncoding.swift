/// The encoding that a page of HTML says it is in.
enum DeclaredEncoding {
  /// How far into a page browsers look (the HTML Standard, 13.2.3.2, asks for 1024 bytes; pages with much before their
  /// `<meta>` are read by most all the same).
  private static let searched = 4096

  /// The name that the page gives, in lower case: of `<meta charset="…">`, `<meta http-equiv="Content-Type"
  /// content="text/html; charset=…">`, or `<?xml … encoding="…"?>`.
  ///
  /// - Complexity: O(1): only the beginning of the page is looked at.
  static func find(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(searched).map { ($0 &- 0x41) < 26 ? $0 | 0x20 : $0 }
    if head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) {
      if let name = value(behind: "encoding", in: head[..<end]) { return name }
    }
    var place = 0
    while place < head.count {
      guard head[place] == UInt8(ascii: "<"), head[place...].starts(with: "<meta".utf8) else {
        place += 1
        continue
      }
      let end = head[place...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
      if let name = value(behind: "charset", in: head[place..<end]) { return name }
      place = end
    }
    return nil
  }

  /// The word behind a key and an equals sign, in quotation marks or not.
  private static func value(behind key: StaticString, in bytes: ArraySlice<UInt8>) -> String? {
    let key = Array(key.description.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: key) }) else { return nil }
    var rest = bytes[(start + key.count)...].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let name = rest.prefix {
      ($0 &- 0x61) < 26 || ($0 &- 0x30) < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
