/// The language that a page of HTML says it is in, before anything else of it is read.
package enum HTMLLanguage {
  /// Where the element that says it begins at most, in bytes: skins of MediaWiki have it first.
  private static let searched = 16384

  /// The value of `lang` of the first `<html>`, or else of the first element with the article's content, as Parsoid has
  /// it on `<body>`.
  ///
  /// - Complexity: O(1): only the beginning of the page is looked at.
  package static func find(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(searched).map { ($0 &- 0x41) < 26 ? $0 | 0x20 : $0 }
    var found: String?
    var place = 0
    while place < head.count {
      guard head[place] == UInt8(ascii: "<"),
        head[place...].starts(with: "<html".utf8) || head[place...].starts(with: "<body".utf8)
          || head[place...].starts(with: "<div".utf8)
      else {
        place += 1
        continue
      }
      let end = head[place...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
      let isContent = head[place...].starts(with: "<body".utf8) || contains("mw-", head[place..<end])
      if let language = language(of: head[place..<end]) {
        // The page may be shown in another language than its article is in.
        if isContent { return language }
        if found == nil, head[place...].starts(with: "<html".utf8) { found = language }
      }
      place = end
    }
    return found
  }

  private static func contains(_ text: StaticString, _ bytes: ArraySlice<UInt8>) -> Bool {
    let text = Array(text.description.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: text) }
  }

  private static func language(of tag: ArraySlice<UInt8>) -> String? {
    for key in [" lang=", " xml:lang="] {
      guard let start = tag.indices.first(where: { tag[$0...].starts(with: key.utf8) }) else { continue }
      let value = tag[(start + key.utf8.count)...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      let name = value.prefix { ($0 &- 0x61) < 26 || ($0 &- 0x30) < 10 || $0 == UInt8(ascii: "-") }
      if name.count > 1 { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}
