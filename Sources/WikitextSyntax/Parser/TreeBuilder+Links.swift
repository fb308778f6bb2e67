/// `[[ ]]`, `[https:… ]`, galleries and redirects.
extension TreeBuilder {
  mutating func openBrackets(
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    let end = tokenEnd(tokens)
    if tokens[index].link != 0 {
      var name = tokens[index].link
      while matches[Int(name) - 1].inner != 0 { name = matches[Int(name) - 1].inner }
      let match = matches[Int(name) - 1]
      // The lines of a table end a link, but not the caption of a picture.
      if match.kind == .validLink, match.linkKind == .fileLink || !match.containsTableLine || !isInTable {
        text(to: end - 2)
        tokens[Int(match.closeToken)].link &+= 1
        openLink(match, name)
        return
      }
    }
    guard let close = externalLinkClose(tokens, matches, from: end) else {
      asText(tokens)
      return
    }
    text(to: end - 1)
    open(.externalLink)
    frame.linkClose = UInt32(truncatingIfNeeded: close)
    enterLinkStyles()
    leaf(.delimiter, to: end)
    index += 1
    open(.url)
    push(.address, owning: 1, closeToken: frame.closeToken, match: frame.match)
  }

  private mutating func openLink(_ match: DelimiterMatch, _ name: UInt32) {
    open(match.linkKind, detail: UInt16(bitPattern: match.namespace))
    leaf(.delimiter, to: position + 2)
    open(.linkTarget)
    push(.link, owning: 2, closeToken: match.closeToken, match: name)
    frame.flags.insert(.inTarget)
    if match.linkKind == .fileLink { frame.flags.insert(.splitsAtEachPipe) }
    index += 1
  }

  /// A pipe in a link, up to `end`: the text or another option begins.
  mutating func nextLinkPart(to end: Int, _ tokens: borrowing GrowableBuffer<Token>) {
    closeNodes(to: Int(frame.nodeBase) + 1)
    beginPart()
    frame.flags.remove(.inTarget)
    open(.linkText)
    leaf(.delimiter, to: end)
    advance(tokens)
  }

  /// A run of closing brackets: ends links, or the external link of its line; the rest is text.
  mutating func closeBrackets(
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    while true {
      if frame.linkClose == UInt32(truncatingIfNeeded: index) {
        if tokenEnd(tokens) - position > 2 * Int(tokens[index].link) {
          closeExternalLink()
        } else {
          // All brackets of the run belong to others, as in `[http://a [[b|[http://c]]]`.
          while frame.linkClose != Frame.noToken { closeNodes(to: nodes.count - 1) }
        }
      } else if tokens[index].link > 0 {
        if frameHasCloseToken, Int(frame.closeToken) == index {
          takeBracket(tokens, matches)
          tokens[index].link &-= 1
          closeLink(tokens)
        } else {
          popFrame()
        }
      } else {
        break
      }
    }
    asText(tokens)
    if topIs(.redirect) { closeRedirect(tokens, matches) }
  }

  /// Of three brackets behind a link's text with a bracket of its own the first is text: `[[Isar|[a]]]`
  /// (`Parser::handleInternalLinks`, for `[[File:Isar.jpg|[https://example.org a]]]`).
  private mutating func takeBracket(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    guard frame.kind == .link, !frame.flags.contains(.inTarget),
      tokenEnd(tokens) - position > 2 * Int(tokens[index].link), !matches[Int(frame.match) - 1].containsLink
    else { return }
    let textNode = Int(nodes[Int(frame.nodeBase) + 1].record)
    // Nor is a text empty: `[[Isar|]]]`.
    let isEmpty = textNode + 2 == records.count
    if isEmpty || contains(UInt8(ascii: "["), Int(records[textNode].start), position) { text(to: position + 1) }
  }

  private mutating func closeLink(_ tokens: borrowing GrowableBuffer<Token>) {
    popFrame(keeping: 1)
    leaf(.delimiter, to: position + 2)
    let kind = nodes[nodes.count - 1].kind
    if kind == .wikilink || kind == .interwikiLink, position == tokenEnd(tokens), tokens[index + 1].kind == .text {
      let end = Int(tokens[index + 2].start)
      let length = configuration.linkTrailLength(after: position, in: source.span, end: end)
      if length > 0 { leaf(.linkTrail, to: position + length) }
    }
    close()
  }

  /// Ends a redirect: what follows it is read as if the page began there, blanks aside.
  private mutating func closeRedirect(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    close()
    // Letters behind the link may be all of their token.
    if tokens[index].kind == .text, position == tokenEnd(tokens) { index += 1 }
    while (tokens[index].kind == .text && isBlank(index, tokens)) || tokens[index].kind == .comment {
      if tokens[index].kind == .comment { comment(tokens) } else { asText(tokens) }
    }
    if tokens[index].kind != .text || !Bytes.isBlank(source[position]) { beginFirstLine(tokens, matches) }
  }

  private mutating func closeExternalLink() {
    while !topIs(.externalLink) { closeNodes(to: nodes.count - 1) }
    leaf(.delimiter, to: position + 1)
    frame.linkClose = Frame.noToken
    leaveLinkStyles()
    close()
  }

  /// The token with the `]` that closes the external link whose `[` is the last of the run at `index`; nil when no
  /// address follows it or no `]` comes before the end of the line.
  private mutating func externalLinkClose(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>,
    from start: Int
  ) -> Int? {
    guard frame.linkClose == Frame.noToken, UInt32(truncatingIfNeeded: index) >= frame.noBracketBefore,
      // In the text of a link an address is text; in that of a picture it is not.
      frame.kind != .link || (frame.flags.contains(.splitsAtEachPipe) && !frame.flags.contains(.inTarget)),
      let length = configuration.protocolLength(at: start, in: source.span), tokens[index + 1].kind != .endOfSource
    else { return nil }
    var next = index + 1
    let host = start + length
    if let literal = hostLiteralEnd(host) {
      // The brackets of its host do not close the link, but the second of two does.
      while Int(tokens[next + 1].start) < literal { next += 1 }
      if Int(tokens[next + 1].start) > literal { return next }
      next += 1
    } else if host == source.count || isAddressEnd(source[host]) || source[host] == UInt8(ascii: "]") {
      return nil
    }
    while true {
      let token = tokens[next]
      // Links take their brackets by twos; one that is left over closes this one.
      if token.kind == .closeBrackets, hasBracketToSpare(next, tokens) { return next }
      if endsLine(next, tokens) { break }
      let past = skip(next, tokens, matches)
      if token.kind == .openBrackets, past > next + 1 {
        // The closing brackets of a link that stands in the text.
        if hasBracketToSpare(past, tokens) { return past }
        next = past == Int(frame.closeToken) ? past : past + 1
      } else {
        next = past
      }
    }
    frame.noBracketBefore = UInt32(truncatingIfNeeded: next)
    return nil
  }

  /// Whether the run of closing brackets is longer than the links need that end in it.
  private func hasBracketToSpare(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Bool {
    Int(tokens[index + 1].start - tokens[index].start) > 2 * Int(tokens[index].detail)
  }

  /// Whether a bare address makes a link here: not inside another link.
  var allowsAutolinks: Bool {
    if frame.linkClose != Frame.noToken { return false }
    if frame.kind == .link { return frame.flags.contains(.splitsAtEachPipe) && !frame.flags.contains(.inTarget) }
    return frame.kind != .gallery || !topIs(.linkTarget)
  }

  /// `#REDIRECT [[Target]]` at the start of a page.
  mutating func redirect(_ tokens: borrowing GrowableBuffer<Token>, _ matches: borrowing GrowableBuffer<DelimiterMatch>)
  {
    let page = source
    let bytes = page.span
    var start = 0
    while start < bytes.count, Bytes.isWhitespace(bytes[start]) { start += 1 }
    guard let length = configuration.redirectKeywordLength(at: start, in: bytes) else { return }
    var end = start + length
    while end < bytes.count, Bytes.isWhitespace(bytes[end]) { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: ":") { end += 1 }
    while end < bytes.count, Bytes.isWhitespace(bytes[end]) { end += 1 }
    var next = 0
    while Int(tokens[next].start) < end { next += 1 }
    guard Int(tokens[next].start) == end, tokens[next].kind == .openBrackets, tokens[next].link != 0,
      tokens[next + 1].start - tokens[next].start == 2, matches[Int(tokens[next].link) - 1].kind == .validLink
    else { return }
    text(to: start)
    open(.redirect)
    leaf(.delimiter, to: end)
    index = next
  }
}
