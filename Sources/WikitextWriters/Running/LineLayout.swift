/// Lines of text, with what stands before each: indentation, marks of list items and of quotes.
///
/// A block asks for a gap, and writes lines. What was pushed around it stands before them: the mark of an item before
/// its first line, the indentation before the others.
struct LineLayout {
  private struct Frame: BitwiseCopyable {
    var prefixCount: Int
    var firstCount: Int
  }

  /// What was written so far.
  private(set) var bytes: [UInt8] = []
  /// What stands before each line.
  private var prefix: [UInt8] = []
  /// What stands before the next line, when marks wait for it.
  private var first: [UInt8] = []
  private var frames: [Frame] = []
  /// How many of the innermost frames wait for their first line.
  private var waiting = 0
  /// The line breaks due before the next line.
  private var gap = 0
  /// How much of the prefix the lines before and after a gap have in common.
  private var sharedCount = 0

  /// Blocks nested deeper are not moved further to the right. No page that people wrote comes near, and without a bound
  /// the indentation of a hostile one would be many times its text.
  static let maximumDepth = 20

  /// Whether the next line is the first of an item.
  var isAtMark: Bool { waiting > 0 }

  /// Asks for a gap before the next line: 1 for a new line, 2 for an empty line between. The first line of an item
  /// keeps the gap that its item asked for.
  mutating func ask(gap: Int) {
    if waiting == 0 { self.gap = gap }
  }

  /// Goes into an item or quote.
  mutating func push(mark: some Sequence<UInt8>, indentation: some Sequence<UInt8>) {
    if waiting == 0 { first = prefix }
    frames.append(Frame(prefixCount: prefix.count, firstCount: first.count))
    waiting += 1
    first.append(contentsOf: mark)
    if frames.count <= LineLayout.maximumDepth { prefix.append(contentsOf: indentation) }
  }

  /// Leaves the innermost item or quote; when no line was written in it, its mark is not written either.
  mutating func pop() {
    let frame = frames.removeLast()
    prefix.removeSubrange(frame.prefixCount...)
    sharedCount = min(sharedCount, prefix.count)
    if waiting > 0 {
      waiting -= 1
      first.removeSubrange(frame.firstCount...)
    }
  }

  /// Writes lines of text.
  mutating func write(_ text: ArraySlice<UInt8>) {
    var start = text.startIndex
    while true {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
      beginLine(isBlank: start == end)
      bytes.append(contentsOf: text[start..<end])
      if end == text.endIndex { break }
      start = end + 1
      gap = 1
    }
  }

  private mutating func beginLine(isBlank: Bool) {
    if !bytes.isEmpty {
      for number in 0..<gap {
        if number > 0 { appendTrimmed(prefix[..<sharedCount]) }
        bytes.append(0x0A)
      }
    }
    let before = waiting > 0 ? first : prefix
    if isBlank { appendTrimmed(before[...]) } else { bytes.append(contentsOf: before) }
    waiting = 0
    gap = 1
    sharedCount = prefix.count
  }

  /// Appends what stands before an empty line: the marks of quotes, but no spaces at the end.
  private mutating func appendTrimmed(_ prefix: ArraySlice<UInt8>) {
    var prefix = prefix
    while prefix.last == 0x20 { prefix.removeLast() }
    bytes.append(contentsOf: prefix)
  }

  /// Ends the last line, and hands the text over.
  mutating func finish() -> [UInt8] {
    if !bytes.isEmpty { bytes.append(0x0A) }
    return bytes
  }
}
