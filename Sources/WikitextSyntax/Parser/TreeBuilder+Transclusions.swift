/// `{{ }}`, `{{{ }}}` and `-{ }-`.
extension TreeBuilder {
  /// A run of opening braces: text for what is unmatched of it, then a node for each match, the outermost first.
  mutating func openBraces(
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    if frame.kind == .cell, let end = cellSeparatorEnd(index, tokens) {
      nextCell(markEnd: end, tokens, matches)
      return
    }
    if frame.kind == .link, !frame.flags.isDisjoint(with: [.inTarget, .splitsAtEachPipe]),
      let bar = bar(at: index, tokens), bar.isWholeToken(index, tokens)
    {
      nextLinkPart(to: bar.end, tokens)
      return
    }
    let end = tokenEnd(tokens)
    var width = 0
    var next = tokens[index].link
    while next != 0 {
      let match = matches[Int(next) - 1]
      if match.kind != .variant { width += Int(match.width) }
      next = match.inner
    }
    text(to: end - width)
    next = tokens[index].link
    index += 1
    while next != 0 {
      let match = matches[Int(next) - 1]
      if match.kind != .variant {
        tokens[Int(match.closeToken)].link &+= 1
        openTransclusion(match, name: next, tokens)
      }
      next = match.inner
    }
  }

  private mutating func openTransclusion(
    _ match: DelimiterMatch,
    name: UInt32,
    _ tokens: borrowing GrowableBuffer<Token>
  ) {
    let width = Int(match.width)
    var call = Call(kind: match.kind == .parameter ? .parameterReference : .template)
    if match.kind == .template, match.inner == 0 { recognize(&call, at: position + width, match, tokens) }
    open(call.kind, detail: call.word)
    leaf(.delimiter, to: position + width)
    open(.transclusionName)
    push(.transclusion, owning: 2, closeToken: match.closeToken, match: name)
    if call.kind == .parserFunction {
      text(to: call.colon)
      close()
      leaf(.delimiter, to: call.colon + call.colonWidth)
      open(.argument)
      open(.argumentValue)
    }
  }

  /// What `{{name` calls.
  private struct Call {
    var kind: SyntaxKind
    var word: UInt16 = 0
    var colon = 0
    var colonWidth = 1
  }

  /// Tells parser functions and variables from templates: MediaWiki looks for a variable of that name first, then for
  /// a function before the first colon.
  private func recognize(
    _ call: inout Call,
    at start: Int,
    _ match: DelimiterMatch,
    _ tokens: borrowing GrowableBuffer<Token>
  ) {
    let bytes = source.span
    let first = Int(match.openToken) + 1
    let limit = tokens[first].kind == .text ? Int(tokens[first + 1].start) : start
    var name = start
    while name < limit, Bytes.isWhitespace(bytes[name]) { name += 1 }
    // `{{!}}`, `{{=}}`: one token between the braces, whatever it is.
    if Int(match.closeToken) == first + 1 {
      var end = Int(tokens[first + 1].start)
      name = name == start ? start : name
      while name < end, Bytes.isWhitespace(bytes[name]) { name += 1 }
      while end > name, Bytes.isWhitespace(bytes[end - 1]) { end -= 1 }
      if let prefix = configuration.substitutionPrefix(in: bytes, name..<end) { name += prefix.length }
      if name < end, let word = configuration.magicWord(named: bytes, in: name..<end, hasColon: false) {
        call.kind = .variable
        call.word = word.id
        return
      }
    }
    guard name < limit else { return }
    if let prefix = configuration.substitutionPrefix(in: bytes, name..<limit) { name += prefix.length }
    var colon = name
    // No function's name is longer than this.
    let reach = min(limit, name + 100)
    while colon < reach, bytes[colon] != UInt8(ascii: ":"), !isWideColon(bytes, colon, reach) { colon += 1 }
    guard colon < reach, let word = configuration.magicWord(named: bytes, in: name..<colon, hasColon: true) else {
      return
    }
    call.kind = .parserFunction
    call.word = word.id
    call.colon = colon
    call.colonWidth = bytes[colon] == UInt8(ascii: ":") ? 1 : 3
  }

  private func isWideColon(_ bytes: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    offset + 2 < end && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBC && bytes[offset + 2] == 0x9A
  }

  /// A pipe: what it divides depends on what it stands in.
  mutating func pipe(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    let owner = tokens[index].link
    if owner != 0 {
      while !(frameHasCloseToken && frame.match == owner) { popFrame() }
      nextPart(tokens)
      return
    }
    switch frame.kind {
    case .link where !frame.flags.isDisjoint(with: [.inTarget, .splitsAtEachPipe]):
      nextLinkPart(to: tokenEnd(tokens), tokens)
    case .gallery:
      nextGalleryPart(tokens)
    case .cell:
      if let end = cellSeparatorEnd(index, tokens) { nextCell(markEnd: end, tokens, matches) } else { asText(tokens) }
    default:
      asText(tokens)
    }
  }

  /// Begins the next argument of a template, or the text of a variant.
  private mutating func nextPart(_ tokens: borrowing GrowableBuffer<Token>) {
    closeNodes(to: Int(frame.nodeBase) + 1)
    beginPart()
    if frame.kind == .variant {
      asLeaf(.delimiter, tokens)
      return
    }
    open(.argument)
    asLeaf(.delimiter, tokens)
    open(.argumentValue)
  }

  /// What was read of the argument so far is its name: the first equals sign ends it.
  mutating func nameArgument(_ tokens: borrowing GrowableBuffer<Token>) {
    let value = Int(frame.nodeBase) + 2
    closeNodes(to: value + 1)
    beginPart()
    records[Int(nodes[value].record)].kind = .argumentName
    close()
    leaf(.delimiter, to: position + 1)
    open(.argumentValue)
    asText(tokens)
  }

  /// A run of closing braces: ends what it closes, the rest is text.
  mutating func closeBraces(
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    while tokens[index].link > 0 {
      tokens[index].link &-= 1
      while !(frameHasCloseToken && Int(frame.closeToken) == index) { popFrame() }
      let match = matches[Int(frame.match) - 1]
      if match.kind == .variant {
        text(to: tokenEnd(tokens) - 1)
        popFrame(keeping: 1)
        leaf(.delimiter, to: tokenEnd(tokens) + 1)
      } else {
        popFrame(keeping: 1)
        leaf(.delimiter, to: position + Int(match.width))
      }
      close()
    }
    asText(tokens)
  }

  /// 1 + index of the match of the language variant that the hyphen at `index` begins, or 0.
  func variant(
    at index: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> UInt32 {
    let name = tokens[index].link
    let next = tokens[index + 1].link
    return name == 0 && next != 0 && matches[Int(next) - 1].kind == .variant ? next : name
  }

  /// A hyphen before braces: the beginning of a language variant when one of the braces belongs to it.
  mutating func dash(_ tokens: inout GrowableBuffer<Token>, _ matches: borrowing GrowableBuffer<DelimiterMatch>) {
    let name = variant(at: index, tokens, matches)
    guard name != 0, position <= Int(tokens[index].start) else {
      asText(tokens)
      return
    }
    let match = matches[Int(name) - 1]
    open(.languageVariant)
    leaf(.delimiter, to: tokenEnd(tokens) + 1)
    index += 1
    tokens[Int(match.closeToken)].link &+= 1
    push(.variant, owning: 1, closeToken: match.closeToken, match: name)
    // A lone brace is used up; others of the run are read as the run they are.
    if tokenEnd(tokens) <= position { index += 1 }
  }
}
