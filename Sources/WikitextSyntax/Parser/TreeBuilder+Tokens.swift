extension TreeBuilder {
  /// Reads all tokens.
  ///
  /// - Complexity: O(tokens): each is read once, and once more where a line is looked at ahead of time (a heading's
  ///   end, a line's apostrophes, a cell's attributes, an address's bracket).
  mutating func build(_ tokens: inout GrowableBuffer<Token>, _ matches: borrowing GrowableBuffer<DelimiterMatch>) {
    records.removeAll()
    records.reserve(tokens.count + tokens.count / 2)
    nodes.removeAll()
    frames.removeAll()
    lists.removeAll()
    for tag in 0..<innermost.count { innermost[tag] = 0 }
    index = 0
    position = 0
    noCategoryBefore = 0
    addressGoesOnBefore = 0
    textIsOpen = false

    open(.page)
    push(.page, owning: 1)
    redirect(tokens, matches)
    beginFirstLine(tokens, matches)
    while tokens[index].kind != .endOfSource {
      step(&tokens, matches)
    }
    text(to: source.count)
    while frames.count > 1 { popFrame() }
    popFrame(keeping: 1)
    close()
    leaf(.endOfFile, to: source.count)
    records[0].next = UInt32(truncatingIfNeeded: records.count - 1)
  }

  /// Where the token being read ends.
  @inline(__always)
  func tokenEnd(_ tokens: borrowing GrowableBuffer<Token>) -> Int { Int(tokens[index &+ 1].start) }

  /// Leaves the token being read as text.
  @inline(__always)
  mutating func asText(_ tokens: borrowing GrowableBuffer<Token>) {
    text(to: tokenEnd(tokens))
    index &+= 1
  }

  /// Makes the token being read a leaf of its own.
  @inline(__always)
  mutating func asLeaf(
    _ kind: SyntaxKind,
    _ tokens: borrowing GrowableBuffer<Token>,
    flags: SyntaxFlags = [],
    detail: UInt16 = 0
  ) {
    let end = tokenEnd(tokens)
    if position < end { leaf(kind, to: end, flags: flags, detail: detail) }
    index &+= 1
  }

  /// `<!-- … -->`
  mutating func comment(_ tokens: borrowing GrowableBuffer<Token>, flags: SyntaxFlags = []) {
    asLeaf(.comment, tokens, flags: tokens[index].link == 1 ? flags.union(.missingClose) : flags)
  }

  /// Reads the token at `index`, and moves on.
  @inline(__always)
  mutating func step(_ tokens: inout GrowableBuffer<Token>, _ matches: borrowing GrowableBuffer<DelimiterMatch>) {
    switch frame.kind {
    case .attributes:
      if attributeStep(&tokens, matches) { return }
    case .address, .autolink:
      if addressStep(&tokens, matches) { return }
    default:
      break
    }
    let token = tokens[index]
    switch token.kind {
    case .text:
      if token.link != 0 {
        endFunctionName(tokens)
        return
      }
      if frame.termDepth != 0 { splitTerm(tokens) }
      asText(tokens)
    case .newline:
      newline(tokens, matches)
    case .openBraces:
      openBraces(&tokens, matches)
    case .closeBraces:
      closeBraces(&tokens, matches)
    case .openBrackets:
      openBrackets(&tokens, matches)
    case .closeBrackets:
      closeBrackets(&tokens, matches)
    case .pipe:
      pipe(tokens, matches)
    case .equals:
      equals(tokens)
    case .quotes:
      quotes(&tokens, matches)
    case .tag:
      tag(tokens)
    case .greaterThan:
      asText(tokens)
    default:
      rareStep(&tokens, matches)
    }
  }

  @inline(never)
  private mutating func rareStep(
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    let token = tokens[index]
    switch token.kind {
    case .dash:
      dash(&tokens, matches)
    case .doubleBang:
      doubleBang(tokens, matches)
    case .comment:
      comment(tokens)
    case .extensionOpen:
      extensionOpen(tokens, matches)
    case .extensionClose:
      extensionClose(tokens, matches)
    case .rawText:
      asLeaf(.rawText, tokens)
    case .inclusionTag:
      asLeaf(.inclusionTag, tokens)
    case .characterReference:
      asLeaf(.characterReference, tokens)
    case .signature:
      asLeaf(.signature, tokens)
    case .behaviorSwitch:
      asLeaf(.behaviorSwitch, tokens, detail: UInt16(truncatingIfNeeded: token.link))
    case .magicLink:
      if allowsAutolinks { asLeaf(.magicLink, tokens) } else { asText(tokens) }
    case .urlProtocol:
      if allowsAutolinks { autolink(tokens) } else { asText(tokens) }
    default:
      asText(tokens)
    }
  }

  /// Past the construct that the token at `index` opens, or the next token: for looking along a line.
  @inline(__always)
  func skip(
    _ index: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Int {
    let token = tokens[index]
    switch token.kind {
    case .openBraces, .dash:
      if token.link != 0 { return Int(matches[Int(token.link) - 1].closeToken) }
    case .openBrackets:
      // A chain of brackets: only the innermost can be a link, and it ends first.
      if token.link != 0 {
        var match = matches[Int(token.link) - 1]
        while match.inner != 0 { match = matches[Int(match.inner) - 1] }
        if match.kind == .validLink { return Int(match.closeToken) }
      }
    case .extensionOpen:
      if token.link != 0 { return Int(token.link) + 1 }
    case .tag:
      if token.link != 0 { return Int(token.link) }
    default:
      break
    }
    return index + 1
  }
}
