import WikitextSyntax

extension CheckedPage {
  /// Bytes of the source that a message has at most.
  private static let longestExcerpt = 48

  /// A piece of the source for a message: on one line, and shortened where it is long.
  func excerpt(_ range: SourceRange) -> String {
    var end = min(range.end, range.start + CheckedPage.longestExcerpt)
    while end < range.end, end > range.start, source[end] & 0xC0 == 0x80 { end -= 1 }
    var text = source[range.start..<end].map { ByteClass.isLineBreak($0) ? 0x20 : $0 }
    if end < range.end { text += Array("…".utf8) }
    return String(decoding: text, as: UTF8.self)
  }

  /// What follows an offset on its line, for a message.
  func excerpt(behind offset: Int) -> String {
    let limit = min(source.count, offset + CheckedPage.longestExcerpt)
    var end = offset
    while end < limit, !ByteClass.isLineBreak(source[end]) { end += 1 }
    let isCut = end == limit && limit < source.count
    while isCut, end > offset, source[end] & 0xC0 == 0x80 { end -= 1 }
    let text = excerpt(SourceRange(start: offset, end: end))
    return isCut ? text + "…" : text
  }
}

extension CheckedPage {
  /// The rest of a line, from an offset to its line break, without the white space at its end.
  ///
  /// - Complexity: O(bytes of the rest).
  func line(from offset: Int) -> SourceRange {
    var end = offset
    while end < source.count, !ByteClass.isLineBreak(source[end]) { end += 1 }
    while end > offset, ByteClass.isSpace(source[end - 1]) { end -= 1 }
    return SourceRange(start: offset, end: end)
  }
}

extension ArraySlice<UInt8> {
  /// Whether a byte is there twice in a row.
  func containsPair(_ byte: UInt8) -> Bool {
    var position = startIndex
    while position + 1 < endIndex {
      if self[position] == byte, self[position + 1] == byte { return true }
      position += 1
    }
    return false
  }
}

extension CheckedPage {
  /// A range with its line, line break and all, where it is alone on the line; else the range.
  func wholeLine(_ range: SourceRange) -> SourceRange {
    var start = range.start
    while start > 0, ByteClass.isBlank(source[start - 1]) { start -= 1 }
    var end = range.end
    while end < source.count, ByteClass.isBlank(source[end]) { end += 1 }
    let beginsLine = start == 0 || ByteClass.isLineBreak(source[start - 1])
    let endsLine = end == source.count || ByteClass.isLineBreak(source[end])
    guard beginsLine, endsLine else { return range }
    // The line break before it goes, so that the last line of a page may be without one.
    if start > 0 {
      let isWindows = start > 1 && source[start - 1] == 0x0A && source[start - 2] == 0x0D
      return SourceRange(start: start - (isWindows ? 2 : 1), end: end)
    }
    return SourceRange(start: start, end: min(end + 1, source.count))
  }
}
