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
        openTransclusion(match, name: next, &tokens, matches)
      }
      next = match.inner
    }
  }

  private mutating func openTransclusion(
    _ match: DelimiterMatch,
    name: UInt32,
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    let call =
      match.kind == .template ? call(match, tokens, matches) : Call(kind: .parameterReference)
    if call.nameEnd != 0 { tokens[call.nameEnd].link = 1 }
    open(call.kind, detail: call.word)
    leaf(.delimiter, to: position + Int(match.width))
    open(.transclusionName)
    push(.transclusion, owning: 2, closeToken: match.closeToken, match: name)
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
