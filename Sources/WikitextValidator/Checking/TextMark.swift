import WikitextSyntax

/// A run of bytes in the text of a page that could be markup and is none: `[[` that nothing closes, an `&` that begins
/// no reference.
///
/// The parser leaves such bytes in text leaves. One pass over these finds them for all rules.
struct TextMark {
  /// Where the run begins.
  var start: Int
  /// How often the byte is there.
  var count: Int
  /// The byte.
  var byte: UInt8
  /// The text leaf, as an index into the records of the tree.
  var leaf: Int
  /// How many line breaks of the text are before it.
  var line: Int

  /// The range of the run.
  var range: SourceRange { SourceRange(start: start, end: start + count) }

  /// The marks of a page, in order.
  ///
  /// - Complexity: O(bytes of text).
  static func all(in tree: SyntaxTree) -> [TextMark] {
    let page = tree.source
    let source = page.span
    let records = tree.records
    let bytes = table
    // An element of the array itself is read by way of a copy of all of it.
    let interesting = bytes.span
    var marks: [TextMark] = []
    var line = 0
    for (leaf, record) in records.enumerated() {
      guard record.kind == .text else {
        if record.kind == .newline { line += 1 }
        continue
      }
      let end = Int(records[leaf + 1].start)
      var position = Int(record.start)
      while position < end {
        let byte = source[position]
        guard interesting[Int(byte)] else {
          position += 1
          continue
        }
        var runEnd = position + 1
        while runEnd < end, source[runEnd] == byte { runEnd += 1 }
        marks.append(TextMark(start: position, count: runEnd - position, byte: byte, leaf: leaf, line: line))
        position = runEnd
      }
    }
    return marks
  }

  private static var table: InlineArray<256, Bool> {
    var table = InlineArray<256, Bool>(repeating: false)
    for byte in "[]{}<&_=|".utf8 { table[Int(byte)] = true }
    return table
  }
}
