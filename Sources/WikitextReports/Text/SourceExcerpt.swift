import WikitextSyntax

/// The part of a line that a finding is about, cut to the width of a terminal.
struct SourceExcerpt {
  /// The line, or what of it has room, with `…` where something is cut off.
  private(set) var text: String
  /// The columns before the place.
  private(set) var markColumn: Int
  /// The columns of the place, at least one.
  private(set) var markWidth: Int

  /// No character of a line takes more bytes than this for one column, or it is cut in two.
  private static let bytesOfColumn = 16

  /// - Parameters:
  ///   - source: the page.
  ///   - line: the bytes of a line.
  ///   - range: the place, which begins in the line and may go on behind it.
  ///   - width: the columns there are.
  /// - Complexity: O(width), however long the line is.
  init(_ source: [UInt8], line: SourceRange, _ range: SourceRange, width: Int) {
    let width = max(width, 20)
    var lineEnd = line.end
    while lineEnd > line.start, source[lineEnd - 1] == 0x0A || source[lineEnd - 1] == 0x0D { lineEnd -= 1 }
    let start = min(range.start, lineEnd)
    let end = max(start, min(range.end, lineEnd))
    let reach = width * SourceExcerpt.bytesOfColumn
    // The place itself has two thirds of the width, what stands before it a third or what is left.
    let place = SourceExcerpt.decode(source, start, min(end, start + reach))
    let (shownPlace, placeIsWhole) = SourceExcerpt.prefix(of: place, columns: width * 2 / 3)
    let placeWidth = DisplayWidth.of(shownPlace)
    let before = SourceExcerpt.decode(source, max(line.start, start - reach), start)
    let (shownBefore, beforeIsWhole) = SourceExcerpt.suffix(
      of: before,
      columns: max(width / 3, width - placeWidth - 20)
    )
    let lead = (beforeIsWhole && start - reach <= line.start ? "" : "…") + shownBefore
    markColumn = DisplayWidth.of(lead)
    markWidth = max(1, placeWidth)
    text = lead + shownPlace
    guard placeIsWhole, end - start <= reach else {
      text += "…"
      return
    }
    let after = SourceExcerpt.decode(source, end, min(lineEnd, end + reach))
    let (shownAfter, afterIsWhole) = SourceExcerpt.prefix(
      of: after,
      columns: max(0, width - markColumn - placeWidth - 1)
    )
    text += shownAfter + (afterIsWhole && end + reach >= lineEnd ? "" : "…")
  }

  /// Bytes as a terminal may show them; characters that are cut in two become U+FFFD or nothing.
  private static func decode(_ source: [UInt8], _ start: Int, _ end: Int) -> String {
    VisibleText.of(String(decoding: source[start..<end], as: UTF8.self))
  }

  private static func prefix(of text: String, columns: Int) -> (text: String, isWhole: Bool) {
    var width = 0
    for index in text.indices {
      width += DisplayWidth.of(text[index])
      if width > columns { return (String(text[..<index]), false) }
    }
    return (text, true)
  }

  private static func suffix(of text: String, columns: Int) -> (text: String, isWhole: Bool) {
    var width = 0
    for index in text.indices.reversed() {
      width += DisplayWidth.of(text[index])
      if width > columns { return (String(text[text.index(after: index)...]), false) }
    }
    return (text, true)
  }
}
