import WikitextSyntax

/// Text as it is shown.
enum HTMLText {
  /// Text whose runs of white space, no-break spaces among them, are single spaces, with none at its ends.
  static func folded(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var pendingSpace = false
    var position = 0
    while position < text.count {
      let byte = text[position]
      let isNoBreakSpace = byte == 0xC2 && position + 1 < text.count && text[position + 1] == 0xA0
      if byte <= 0x20 || isNoBreakSpace {
        pendingSpace = !output.isEmpty
        position += isNoBreakSpace ? 2 : 1
        continue
      }
      if pendingSpace { output.append(0x20) }
      pendingSpace = false
      output.append(byte)
      position += 1
    }
    return output
  }

  /// The text of a piece of HTML.
  static func withoutTags(_ html: [UInt8]) -> [UInt8] {
    guard html.contains(UInt8(ascii: "<")) || html.contains(UInt8(ascii: "&")) else { return html }
    let tree = HTMLParser.parse(html)
    var text: [UInt8] = []
    for record in tree.records where record.element == .text {
      text += HTMLCharacters.decoding(html[Int(record.start)..<Int(record.end)])
    }
    return text
  }

  /// Text in brackets without them; nil for other text.
  static func unbracketed(_ text: [UInt8]) -> ArraySlice<UInt8>? {
    guard text.count > 2, text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") else { return nil }
    return text[1..<text.count - 1].trimmed
  }
}
