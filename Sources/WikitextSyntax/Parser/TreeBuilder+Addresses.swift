/// Where the address of an external link ends.
extension TreeBuilder {
  /// A bare address: it goes on for as long as its characters do.
  mutating func autolink(_ tokens: borrowing GrowableBuffer<Token>) {
    let end = tokenEnd(tokens)
    if let literal = hostLiteralEnd(end) {
      open(.autolink)
      push(.autolink, owning: 1, closeToken: frame.closeToken, match: frame.match)
      text(to: literal)
      advance(tokens)
      if tokens[index].kind != .text, !continuesAddress(index, tokens) { endAddress() }
      return
    }
    // An address with nothing behind its protocol is text.
    let next = tokens[index + 1]
    let continues =
      next.kind == .text
      ? isAddressStart(end, Int(tokens[index + 2].start), isLast: !continuesAddress(index + 2, tokens))
      : continuesAddress(index + 1, tokens)
    guard continues else {
      asText(tokens)
      return
    }
    open(.autolink)
    push(.autolink, owning: 1, closeToken: frame.closeToken, match: frame.match)
    asText(tokens)
  }

  /// Reads a token of an address.
  ///
  /// - Returns: false when the address is over before it, or it is a template in the address: then the token is to be
  ///   read as anywhere else.
  mutating func addressStep(
    _ tokens: inout GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Bool {
    let token = tokens[index]
    let isBare = frame.kind == .autolink
    if !isBare, token.kind == .openBrackets, let literal = hostLiteralEnd(Int(token.start)) {
      text(to: literal)
      advance(tokens)
      return true
    }
    if token.kind == .text {
      let end = tokenEnd(tokens)
      let isLast = !continuesAddress(index + 1, tokens)
      let stop = addressEnd(position, end, isBare: isBare, isLast: isLast)
      text(to: stop)
      if stop == end { index += 1 }
      if stop < end || isLast { endAddress() }
      return true
    }
    let isKnownToGoOn = index < addressGoesOnBefore
    guard isKnownToGoOn || continuesAddress(index, tokens) else {
      endAddress()
      return false
    }
    if pastHidden(index, tokens) != nil {
      if !isKnownToGoOn { addressGoesOnBefore = pastAllHidden(index, tokens) }
      return false
    }
    if token.kind == .openBraces, token.link != 0 { return false }
    if token.kind == .dash, variant(at: index, tokens, matches) != 0 { return false }
    if token.kind == .characterReference {
      asLeaf(.characterReference, tokens)
    } else {
      asText(tokens)
    }
    if isBare, !continuesAddress(index, tokens), tokens[index].kind != .text { endAddress() }
    return true
  }

  private mutating func endAddress() {
    popFrame(keeping: 1)
    close()
  }

  /// Whether the token can be part of an address that was not over before it.
  ///
  /// What leaves nothing on the page is looked past: the preprocessor has taken it out before there are addresses.
  private func continuesAddress(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Bool {
    let index = pastAllHidden(index, tokens)
    let token = tokens[index]
    switch token.kind {
    case .text:
      return !isAddressEnd(source[Int(token.start)])
    case .openBraces:
      return true
    case .closeBraces:
      return index != Int(frame.closeToken)
    case .characterReference:
      return !endsAddress(Int(token.start), Int(tokens[index + 1].start))
    case .equals:
      return !endsLine(index, tokens) && !closesHeading(index)
    case .urlProtocol, .doubleBang, .signature, .behaviorSwitch, .magicLink, .dash:
      return !endsLine(index, tokens)
    case .pipe:
      return !endsLine(index, tokens) && !isInTableBelow
    default:
      return false
    }
  }

  /// Whether the equals signs end the heading that the address stands in.
  private func closesHeading(_ index: Int) -> Bool {
    let token = UInt32(truncatingIfNeeded: index)
    return frame.headingClose == token || (frames.count >= 2 && frames[frames.count - 2].headingClose == token)
  }

  /// Whether the character reference is to a character that ends an address: `&lt;` and `&gt;`, and before a bare one
  /// also a no-break space, and these by number (`Parser::makeFreeExternalLink`).
  private func endsAddress(_ start: Int, _ end: Int) -> Bool {
    let page = source
    let bytes = page.span
    if Bytes.matches(bytes, at: start, end: end, "&lt;") || Bytes.matches(bytes, at: start, end: end, "&gt;") {
      return true
    }
    guard frame.kind != .address else { return false }
    switch CharacterReference.parse(at: start, in: bytes, end: end)?.first {
    case "<", ">", "\u{A0}": return true
    default: return false
    }
  }

  /// Past the address in brackets at `offset`, which is a number of IPv6: `[2001:db8::1]` in `https://[2001:db8::1]/`.
  func hostLiteralEnd(_ offset: Int) -> Int? {
    guard offset < source.count, source[offset] == UInt8(ascii: "[") else { return nil }
    var end = offset + 1
    while end < source.count,
      Bytes.isHexDigit(source[end]) || source[end] == UInt8(ascii: ":") || source[end] == UInt8(ascii: ".")
    { end += 1 }
    return end > offset + 1 && end < source.count && source[end] == UInt8(ascii: "]") ? end + 1 : nil
  }

  /// Whether the frame below the address is a cell, where a pipe may divide.
  private var isInTableBelow: Bool {
    guard frames.count >= 2 else { return false }
    let below = frames[frames.count - 2].kind
    return below == .cell || below == .link || below == .gallery
  }

  /// `[^][<>"\x00-\x20\x7F\p{Zs}]` of `Parser::EXT_LINK_URL_CLASS`, as far as one byte tells.
  func isAddressEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<")
  }

  /// Whether the text behind a protocol begins an address: something is left of it without punctuation at its end.
  private func isAddressStart(_ start: Int, _ end: Int, isLast: Bool) -> Bool {
    // As a rule the first byte tells.
    if Bytes.isLetter(source[start]) || Bytes.isDigit(source[start]) { return true }
    return addressEnd(start, end, isBare: true, isLast: isLast) > start
  }

  /// Where an address that is at `start` stops in a text token that ends at `end`.
  ///
  /// A bare address leaves punctuation at its end to the sentence, and a `)` too unless it has a `(` itself.
  private func addressEnd(_ start: Int, _ end: Int, isBare: Bool, isLast: Bool) -> Int {
    let page = source
    let bytes = page.span
    var stop = start
    while stop < end {
      let byte = bytes[stop]
      // Letters, digits and most marks are not looked at twice.
      if byte < 0x80 ? isAddressEnd(byte) : isSpace(stop, end) { break }
      stop += 1
    }
    guard isBare, stop < end || isLast else { return stop }
    let address = isBare && topIs(.autolink) ? Int(records[Int(nodes[nodes.count - 1].record)].start) : start
    var hasParenthesis: Bool?
    while stop > start {
      switch source[stop - 1] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "\\"):
        stop -= 1
      case UInt8(ascii: ")"):
        // Looked for once, and only where it matters.
        let keeps = hasParenthesis ?? contains(UInt8(ascii: "("), address, stop)
        if keeps { return stop }
        hasParenthesis = keeps
        stop -= 1
      default:
        return stop
      }
    }
    return stop
  }

  func contains(_ byte: UInt8, _ start: Int, _ end: Int) -> Bool {
    for offset in start..<end where source[offset] == byte { return true }
    return false
  }

  /// Whether a space separator of Unicode (`\p{Zs}`) is at `offset`.
  private func isSpace(_ offset: Int, _ end: Int) -> Bool {
    guard source[offset] >= 0xC2, offset + 1 < end else { return false }
    switch (source[offset], source[offset + 1]) {
    case (0xC2, 0xA0): return true
    case (0xE1, 0x9A): return offset + 2 < end && source[offset + 2] == 0x80
    case (0xE2, 0x80): return offset + 2 < end && (source[offset + 2] <= 0x8A || source[offset + 2] == 0xAF)
    case (0xE2, 0x81): return offset + 2 < end && source[offset + 2] == 0x9F
    case (0xE3, 0x80): return offset + 2 < end && source[offset + 2] == 0x80
    default: return false
    }
  }
}
