import WikitextSyntax

/// Makes a page fit for libxml2, byte by byte in its place, so that places stay what they are.
///
/// libxml2 takes a zero byte for the end, and stops at bytes that are no UTF-8; and it compares each attribute of a tag
/// with all before it, so that a tag with a million attributes would take it hours. Nothing of what is changed here is
/// read from libxml2's text: the reader takes text from the source.
enum HTMLRepair {
  /// What stands for a byte that is no part of a text.
  static let damaged: UInt8 = 0x7F
  /// More attributes than this a tag does not have; the rest of them is blanks.
  static let maximumAttributeCount = 256

  /// The page, repaired; nil when it is fit as it is.
  ///
  /// - Complexity: O(bytes).
  static func repaired(_ source: [UInt8]) -> [UInt8]? {
    var copy: [UInt8]?
    if !isText(source) { copy = withoutDamage(source) }
    blankFloods(source, &copy)
    return copy
  }

  private static func isText(_ source: [UInt8]) -> Bool {
    if source.contains(0) { return false }
    do {
      _ = try UTF8Span(validating: source.span)
      return true
    } catch {
      return false
    }
  }

  private static func withoutDamage(_ source: [UInt8]) -> [UInt8] {
    var copy = source
    var position = 0
    while position < source.count {
      if source[position] == 0 {
        copy[position] = damaged
        position += 1
      } else if source[position] < 0x80 {
        position += 1
      } else if let (_, length) = UTF8Scalars.decode(at: position, in: source.span, end: source.count) {
        position += length
      } else {
        copy[position] = damaged
        position += 1
      }
    }
    return copy
  }

  /// Puts blanks in the place of the attributes that a tag has too many.
  private static func blankFloods(_ source: [UInt8], _ copy: inout [UInt8]?) {
    let bytes = source.span
    var position = 0
    while position &+ 1 < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        position &+= 1
        continue
      }
      if Bytes.matches(bytes, at: position, end: bytes.count, "<!--") {
        position = find("-->", in: bytes, from: position &+ 4)
        continue
      }
      guard (bytes[position &+ 1] | 0x20) &- 0x61 < 26 else {
        position &+= 1
        continue
      }
      var flood: Int?
      let end = tagEnd(bytes, position, &flood)
      if let flood {
        if copy == nil { copy = source }
        for place in flood..<end { copy?[place] = 0x20 }
      }
      // What looks like a tag in a program is none.
      if Bytes.matches(bytes, at: position, end: bytes.count, "<script") {
        position = find("</script", in: bytes, from: end)
      } else if Bytes.matches(bytes, at: position, end: bytes.count, "<style") {
        position = find("</style", in: bytes, from: end)
      } else {
        position = end
      }
    }
  }

  /// Where a word begins, ASCII letters without case; the end when it does not come.
  private static func find(_ word: StaticString, in bytes: Span<UInt8>, from start: Int) -> Int {
    let first = unsafe word.utf8Start.pointee
    var position = start
    while position < bytes.count {
      if bytes[position] == first, Bytes.matches(bytes, at: position, end: bytes.count, word) { return position }
      position &+= 1
    }
    return bytes.count
  }

  /// Where a tag ends, its `>` not counted, and where its attributes become too many.
  private static func tagEnd(_ bytes: Span<UInt8>, _ start: Int, _ flood: inout Int?) -> Int {
    var position = start &+ 1
    var count = 0
    var previous: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") { return position }
      if previous == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        position &+= 1
        while position < bytes.count, bytes[position] != byte { position &+= 1 }
      } else if byte <= 0x20 || byte == UInt8(ascii: "/") {
        count &+= 1
        if count > maximumAttributeCount, flood == nil { flood = position }
        position &+= 1
        while position < bytes.count, bytes[position] <= 0x20 { position &+= 1 }
        // White space may stand around the sign.
        if position < bytes.count, bytes[position] == UInt8(ascii: "=") { count &-= 1 }
        continue
      }
      previous = byte
      position &+= 1
    }
    return position
  }
}
