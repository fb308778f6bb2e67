/// Spellings that are looked for at a position, where the end is not known: `__NOTOC__`, `#REDIRECT`.
///
/// There are a few dozen at most. Two bitmaps over their first and third byte turn nearly all positions away.
struct SpellingList: Sendable {
  private struct Entry {
    var start: UInt32
    var length: UInt16
    var value: UInt16
    var isCaseSensitive: Bool
  }

  private var text: [UInt8] = []
  private var entries: [Entry] = []
  private var firstBytes = ByteSet(beyondASCII: true)
  private var thirdBytes = ByteSet(beyondASCII: true)

  /// Adds a spelling.
  mutating func insert(_ spelling: Span<UInt8>, _ range: Range<Int>, value: UInt16, isCaseSensitive: Bool) {
    guard !range.isEmpty else { return }
    let start = text.count
    if isCaseSensitive {
      for position in range { text.append(spelling[position]) }
    } else {
      var form = FoldedBytes(range)
      while let byte = form.next(in: spelling) { text.append(byte) }
    }
    entries.append(
      Entry(
        start: UInt32(start),
        length: UInt16(text.count - start),
        value: value,
        isCaseSensitive: isCaseSensitive
      )
    )
    firstBytes.insert(text[start])
    if text.count - start > 2 { thirdBytes.insert(text[start + 2]) } else { thirdBytes.insertAll() }
  }

  /// The longest spelling that begins at `position`, and how many bytes of the source it takes.
  /// - Complexity: O(number of spellings), times the length of what they share with the source.
  func longestMatch(at position: Int, in source: Span<UInt8>, end: Int) -> (value: UInt16, length: Int)? {
    guard position < end, firstBytes.contains(source[position]),
      position + 2 >= end || thirdBytes.contains(source[position + 2])
    else { return nil }
    var best: (value: UInt16, length: Int)?
    for entry in entries {
      if let length = matchLength(entry, at: position, in: source, end: end), length > best?.length ?? 0 {
        best = (entry.value, length)
      }
    }
    return best
  }

  private func matchLength(_ entry: Entry, at position: Int, in source: Span<UInt8>, end: Int) -> Int? {
    let text = self.text.span
    let start = Int(entry.start)
    let length = Int(entry.length)
    if entry.isCaseSensitive {
      guard end - position >= length else { return nil }
      for offset in 0..<length where source[position + offset] != text[start + offset] { return nil }
      return length
    }
    var form = FoldedBytes(position..<end)
    for offset in 0..<length {
      guard form.next(in: source) == text[start + offset] else { return nil }
    }
    return form.isBetweenScalars ? form.position - position : nil
  }
}
