import WikitextSyntax

/// `RFC 2606`, `PMID 12345`, `ISBN 978-3-16-148410-0`.
extension WikitextReader {
  /// The link of a word and a number (`Parser::handleMagicLinks`): whatever spaces are between and in them are shown as
  /// one space each.
  mutating func visitMagicLink(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let end = end(index)
    beginContent()
    let word = source[start..<end].prefix { ($0 &- 0x41) < 26 }
    let number = spaced(word.endIndex, end)
    let digits = number.compactMap { byte in
      (byte &- 0x30) < 10 ? byte : byte | 0x20 == UInt8(ascii: "x") ? UInt8(ascii: "X") : nil
    }
    let mark = builder.mark
    var kind = NodeKind.externalLink
    var query: StaticString = ""
    switch source[start] {
    case UInt8(ascii: "R"):
      builder.pool.append(contentsOf: "https://datatracker.ietf.org/doc/html/rfc".utf8)
    case UInt8(ascii: "P"):
      builder.pool.append(contentsOf: "//www.ncbi.nlm.nih.gov/pubmed/".utf8)
      query = "?dopt=Abstract"
    default:
      kind = .link
      builder.pool.append(contentsOf: "Special:BookSources/".utf8)
    }
    builder.pool.append(contentsOf: digits)
    query.withUTF8Buffer { unsafe builder.pool.append(contentsOf: $0) }
    let detail = kind == .link ? UInt16(bitPattern: Int16(Namespace.special)) : 0
    let target = builder.since(mark)
    _ = construction.start(.link, NewNode(kind, at: start, flags: .bare, detail: detail, target: target))
    let text = builder.mark
    builder.pool.append(contentsOf: word)
    builder.pool.append(UInt8(ascii: " "))
    builder.pool.append(contentsOf: number)
    builder.extendText(from: text, source: start, end)
    construction.end(.link, at: end)
    index += 1
  }

  /// A number with each space in it as one of ASCII, and none at its start; spaces may be written as references.
  private func spaced(_ start: Int, _ end: Int) -> [UInt8] {
    let decoded = CharacterReference.decodingAll(in: source[start..<end])
    var number: [UInt8] = []
    var position = 0
    while position < decoded.count {
      let space = decoded[position] > 0x80 ? TitleText.invisible(at: position, in: decoded.span) : nil
      if space != nil || isWhitespace(decoded[position]) {
        if !number.isEmpty { number.append(UInt8(ascii: " ")) }
      } else {
        number.append(decoded[position])
      }
      position += space?.length ?? 1
    }
    return number
  }
}
