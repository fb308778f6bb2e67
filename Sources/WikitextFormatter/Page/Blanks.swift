import WikitextSyntax

/// White space of ASCII in a source.
enum Blanks {
  /// A space or a tab.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// What PHP's `trim` takes off, but for NUL: space, tab, line feed, vertical tab, carriage return; form feed, too.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Where the blanks end that begin at an offset.
  static func end(from start: Int, in source: [UInt8], limit: Int) -> Int {
    var end = start
    while end < limit, isBlank(source[end]) { end += 1 }
    return end
  }

  /// Where the blanks begin that end at an offset.
  static func start(before end: Int, in source: [UInt8], limit: Int) -> Int {
    var start = end
    while start > limit, isBlank(source[start - 1]) { start -= 1 }
    return start
  }

  /// A range without the white space at either end; an empty one at its start where there is nothing else.
  static func trimmed(_ range: SourceRange, in source: [UInt8]) -> SourceRange {
    var start = range.start
    while start < range.end, isSpace(source[start]) { start += 1 }
    guard start < range.end else { return SourceRange(start: range.start, end: range.start) }
    var end = range.end
    while isSpace(source[end - 1]) { end -= 1 }
    return SourceRange(start: start, end: end)
  }
}
