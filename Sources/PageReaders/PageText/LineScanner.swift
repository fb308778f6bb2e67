/// Divides a page's text into lines.
enum LineScanner {
  /// The lines that have more than white space in them.
  ///
  /// - Complexity: O(bytes).
  static func lines(of source: [UInt8]) -> [TextLine] {
    let bytes = source.span
    // Offsets are 32 bits wide, as in documents.
    let count = min(bytes.count, Int(UInt32.max) - 1)
    var lines: [TextLine] = []
    lines.reserveCapacity(count / 160 + 16)
    var blanks = 0
    var index = 0
    while index < count {
      let lineStart = index
      var tab = -1
      var bracket = -1
      while index < count {
        let byte = bytes[index]
        if byte == 0x0A { break }
        if byte == 0x5B { bracket = index }
        if byte == 0x09 { tab = index }
        index += 1
      }
      let start = bytes.skippingSpace(from: lineStart, to: index)
      if start == index {
        blanks += 1
      } else {
        let end = bytes.trimmingSpace(from: start, to: index)
        lines.append(
          TextLine(
            start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: end),
            content: UInt32(truncatingIfNeeded: start),
            indent: UInt16(min(start - lineStart, 0xFFFF)),
            blanks: UInt8(min(blanks, 0xFF)),
            leadingTabs: leadingTabs(bytes, lineStart, start),
            hasTab: tab > start && hasTab(bytes, start, end),
            hasBracket: bracket >= start
          )
        )
        blanks = 0
      }
      index += 1
    }
    return lines
  }

  private static func leadingTabs(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt8 {
    var tabs = 0
    for index in start..<end where bytes[index] == 0x09 { tabs += 1 }
    return UInt8(min(tabs, 0xFF))
  }

  private static func hasTab(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end where bytes[index] == 0x09 { return true }
    return false
  }
}

/// White space of page texts: ASCII's, control characters, and the blanks and invisible marks that pages use.
extension Span<UInt8> {
  /// The bytes of the white space at a place, or 0.
  @inline(__always)
  func spaceWidth(at index: Int, before end: Int) -> Int {
    let byte = self[index]
    if byte <= 0x20 { return 1 }
    if byte < 0xC2 { return 0 }
    return wideSpaceWidth(at: index, before: end)
  }

  private func wideSpaceWidth(at index: Int, before end: Int) -> Int {
    switch self[index] {
    case 0xC2: return index + 1 < end && self[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < end else { return 0 }
      // U+2000…U+200F, U+2028, U+2029, U+202F, U+2060
      if self[index + 1] == 0x80 {
        let last = self[index + 2]
        return (last & 0xF0) == 0x80 || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
      }
      return self[index + 1] == 0x81 && self[index + 2] == 0xA0 ? 3 : 0
    case 0xE3: return index + 2 < end && self[index + 1] == 0x80 && self[index + 2] == 0x80 ? 3 : 0
    case 0xEF: return index + 2 < end && self[index + 1] == 0xBB && self[index + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// Where the first thing stands that is no white space.
  @inline(__always)
  func skippingSpace(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let width = spaceWidth(at: index, before: end)
      if width == 0 { break }
      index += width
    }
    return index
  }

  /// Where the last thing ends that is no white space.
  @inline(__always)
  func trimmingSpace(from start: Int, to end: Int) -> Int {
    var last = end
    while last > start {
      if self[last - 1] <= 0x20 {
        last -= 1
      } else if last - start >= 2, self[last - 2] == 0xC2, self[last - 1] == 0xA0 {
        last -= 2
      } else if last - start >= 3, self[last - 3] >= 0xE2, wideSpaceWidth(at: last - 3, before: last) == 3 {
        last -= 3
      } else {
        break
      }
    }
    return last
  }
}
