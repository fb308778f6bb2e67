import WikitextSyntax

/// A `<` in the text that is followed by a name, as a tag is.
struct TagLikeText {
  /// The offset of the `<`.
  var start: Int
  /// Where the name begins and ends.
  var nameStart: Int
  var nameEnd: Int
  /// Past the `>`, where there is one in the same text and no other `<` before it.
  var end: Int?
  /// Whether it begins with `</`.
  var isEnd: Bool
  /// Whether it stands in an argument of a parser function, which may hold a part of a tag.
  var isInFunction: Bool
  /// What a tag of the name is; nil where there is none.
  var kind: TagKind?

  /// All in the text of a page, but for text that shows programs.
  ///
  /// - Complexity: O(bytes behind marks): each text is looked at up to the next mark.
  static func all(in page: CheckedPage, _ places: PlaceIndex) -> [TagLikeText] {
    guard let tree = page.tree else { return [] }
    var found: [TagLikeText] = []
    for mark in page.textMarks where mark.byte == UInt8(ascii: "<") {
      guard places.surroundings[mark.leaf].isDisjoint(with: [.code, .address, .attribute]),
        var tag = read(mark.start + mark.count - 1, end: Int(tree.records[mark.leaf + 1].start), page)
      else { continue }
      tag.isInFunction = places.surroundings[mark.leaf].contains(.functionArgument)
      found.append(tag)
    }
    return found
  }

  private static func read(_ start: Int, end: Int, _ page: CheckedPage) -> TagLikeText? {
    let source = page.source
    var position = start + 1
    let isEnd = position < end && source[position] == UInt8(ascii: "/")
    if isEnd { position += 1 }
    let nameStart = position
    while position < end, ByteClass.isWord(source[position]) { position += 1 }
    let nameEnd = position
    guard nameEnd > nameStart, ByteClass.isLetter(source[nameStart]) else { return nil }
    let next = position < end ? source[position] : 0x0A
    guard ByteClass.isSpace(next) || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") else { return nil }
    while position < end, source[position] != UInt8(ascii: ">"), source[position] != UInt8(ascii: "<") { position += 1 }
    let isClosed = position < end && source[position] == UInt8(ascii: ">")
    return TagLikeText(
      start: start,
      nameStart: nameStart,
      nameEnd: nameEnd,
      end: isClosed ? position + 1 : nil,
      isEnd: isEnd,
      isInFunction: false,
      kind: page.configuration.tag(named: source.span, in: nameStart..<nameEnd)
    )
  }
}
