import WikitextSyntax

/// External links, in brackets and bare.
extension WikitextReader {
  mutating func visitExternalLink(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let next = Int(record.next)
    beginContent()
    // The children are `[`, the address, the text, `]`.
    let url = index + 2
    let mark = builder.mark
    appendValue(url)
    let target = builder.since(mark)
    noteTransclusions(in: url)
    let afterURL = self.next(url)
    var textStart = afterURL
    while textStart < next, records[textStart].kind == .text, isBlank(self.start(textStart), end(textStart)) {
      textStart += 1
    }
    let isNumbered = textStart >= next || records[textStart].kind == .delimiter
    _ = construction.start(
      .link,
      NewNode(.externalLink, at: start, flags: isNumbered ? .numbered : [], target: target)
    )
    // The blank between the address and the text is neither's.
    if textStart == afterURL, !isNumbered, records[textStart].kind == .text {
      let textEnd = end(textStart)
      var place = self.start(textStart)
      while place < textEnd, let length = spaceLength(place) { place += length }
      builder.addText(source[place..<textEnd], from: place, to: textEnd)
      textStart += 1
    }
    enter(.link, from: textStart, to: next)
  }

  /// The length of the white space at a place, that beyond ASCII too; nil when there is none.
  private func spaceLength(_ place: Int) -> Int? {
    if isWhitespace(source[place]) { return 1 }
    guard source[place] > 0x80, let space = TitleText.invisible(at: place, in: source.span) else { return nil }
    return space.isSpace ? space.length : nil
  }

  mutating func visitAutolink(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let next = Int(record.next)
    beginContent()
    let mark = builder.mark
    appendValue(index)
    let address = builder.since(mark)
    _ = construction.start(.link, NewNode(.externalLink, at: start, flags: .bare, target: address))
    enter(.link, from: index + 1, to: next)
  }
}
