import WikitextSyntax

/// The start tags of a page of HTML, one after the other, for rules about attributes.
///
/// Comments, and the content of scripts, styles and the like, are skipped.
struct HTMLTags: Sequence, IteratorProtocol {
  /// A start tag.
  struct Tag {
    /// The name in small letters.
    var name: String
    /// From `<` to `>`.
    var range: Range<Int>
    /// Names in small letters, and where the values stand, without quotation marks.
    var attributes: [(name: String, value: Range<Int>)]

    /// Where the value of an attribute stands; of several the first, as browsers take it.
    func value(_ name: String) -> Range<Int>? { attributes.first { $0.name == name }?.value }
  }

  private let source: [UInt8]
  private var position = 0
  /// The comments so far.
  private(set) var comments: [SourceRange] = []
  /// The element whose content is text until its end tag.
  private var rawText: String?

  init(_ source: [UInt8]) { self.source = source }

  /// The comments of a page.
  ///
  /// - Complexity: O(bytes).
  static func comments(in source: [UInt8]) -> [SourceRange] {
    var tags = HTMLTags(source)
    while tags.next() != nil {}
    return tags.comments
  }

  /// The next start tag.
  ///
  /// - Complexity: O(bytes up to its end).
  mutating func next() -> Tag? {
    if let name = rawText { skipRawText(name) }
    while let start = find(UInt8(ascii: "<"), from: position) {
      position = start + 1
      guard position < source.count else { return nil }
      if source[position...].starts(with: "!--".utf8) {
        skipComment()
        continue
      }
      guard HTMLTags.isLetter(source[position]) else { continue }
      guard let tag = readTag(start) else { return nil }
      if ["script", "style", "textarea", "title", "xmp", "noscript", "template"].contains(tag.name) {
        rawText = tag.name == "noscript" || tag.name == "template" ? nil : tag.name
      }
      return tag
    }
    return nil
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < source.count else { return nil }
    return source[start...].firstIndex(of: byte)
  }

  private mutating func skipComment() {
    let start = position - 1
    defer { comments.append(SourceRange(start: start, end: position)) }
    var dash = position + 3
    while let next = find(UInt8(ascii: ">"), from: dash) {
      if next >= 2, source[next - 1] == UInt8(ascii: "-"), source[next - 2] == UInt8(ascii: "-") {
        position = next + 1
        return
      }
      dash = next + 1
    }
    position = source.count
  }

  private mutating func skipRawText(_ name: String) {
    rawText = nil
    while let start = find(UInt8(ascii: "<"), from: position) {
      position = start + 1
      let end = start + 2 + name.utf8.count
      guard end <= source.count, source[start + 1] == UInt8(ascii: "/") else { continue }
      if source[start + 2..<end].elementsEqual(name.utf8, by: { $0 | 0x20 == $1 }) { return }
    }
    position = source.count
  }

  private mutating func readTag(_ start: Int) -> Tag? {
    let name = lowercased(word { !HTMLTags.isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") })
    var tag = Tag(name: name, range: start..<start, attributes: [])
    while position < source.count {
      _ = word { HTMLTags.isSpace($0) || $0 == UInt8(ascii: "/") }
      guard position < source.count else { break }
      if source[position] == UInt8(ascii: ">") {
        position += 1
        tag.range = start..<position
        return tag
      }
      let first = position
      position += 1
      _ = word { !HTMLTags.isSpace($0) && ![0x3D, 0x2F, 0x3E].contains($0) }
      let name = lowercased(first..<position)
      let behindName = position
      _ = word { HTMLTags.isSpace($0) }
      guard position < source.count, source[position] == UInt8(ascii: "=") else {
        position = behindName
        tag.attributes.append((name, position..<position))
        continue
      }
      position += 1
      _ = word { HTMLTags.isSpace($0) }
      tag.attributes.append((name, readValue()))
    }
    return nil
  }

  private mutating func readValue() -> Range<Int> {
    guard position < source.count else { return position..<position }
    let quote = source[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return word { !HTMLTags.isSpace($0) && $0 != UInt8(ascii: ">") }
    }
    position += 1
    let value = word { $0 != quote }
    position = Swift.min(position + 1, source.count)
    return value
  }

  /// The bytes from here on that are of a sort.
  private mutating func word(while belongs: (UInt8) -> Bool) -> Range<Int> {
    let start = position
    while position < source.count, belongs(source[position]) { position += 1 }
    return start..<position
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(decoding: source[range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

/// The ids of a page of HTML, and the places in it that its links lead to.
enum HTMLAnchors {
  /// The id that a link leads to within its page; nil for links that lead elsewhere, and for the top of the page.
  static func fragment(_ address: ArraySlice<UInt8>) -> String? {
    guard address.first == UInt8(ascii: "#"), address.count > 1 else { return nil }
    return id(address.dropFirst())
  }

  /// What is behind the `#` of an address, whatever page it leads to.
  static func anyFragment(_ address: ArraySlice<UInt8>) -> String? {
    address.firstIndex(of: UInt8(ascii: "#")).map { id(address[($0 + 1)...]) }
  }

  /// An id as it is compared: character references and bytes with `%` are read.
  static func id(_ value: ArraySlice<UInt8>) -> String {
    let text = CharacterReference.decodingAll(in: value)
    guard text.contains(UInt8(ascii: "%")) else { return String(decoding: text, as: UTF8.self) }
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.count, let high = digit(text[index + 1]),
        let low = digit(text[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }

  /// All ids of a page: those of elements, and the names of anchors.
  static func ids(of source: [UInt8]) -> Set<String> {
    var ids: Set<String> = []
    for tag in HTMLTags(source) {
      if let id = tag.value("id") { ids.insert(HTMLAnchors.id(source[id])) }
      if tag.name == "a", let name = tag.value("name") { ids.insert(HTMLAnchors.id(source[name])) }
    }
    return ids
  }
}
