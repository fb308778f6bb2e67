import WikitextSyntax

/// Says which bytes of a text would be markup.
struct WikitextEscaping {
  /// What is done about a byte.
  enum Action {
    /// It is written as it is.
    case none
    /// It is written as a character reference.
    case reference
    /// `<nowiki />` stands before it.
    case separator
  }

  private let text: ArraySlice<UInt8>
  private let configuration: SiteConfiguration
  private let hasVariants: Bool

  init(_ text: ArraySlice<UInt8>, _ configuration: SiteConfiguration, hasVariants: Bool) {
    self.text = text
    self.configuration = configuration
    self.hasVariants = hasVariants
  }

  /// What is done about the byte at `position`.
  ///
  /// - Complexity: O(1): names and protocols have a longest.
  func action(at position: Int, _ context: WikitextContext, startsLine: Bool) -> Action {
    let byte = text[position]
    if byte > 0x7E { return nonASCII(at: position, context) }
    if byte > 0x3F, byte < 0x5B { return .none }
    if startsLine, isLineMark(at: position), !context.isIndented { return .reference }
    switch byte {
    case UInt8(ascii: "<"):
      guard let next = self.next(position) else { return .none }
      return Self.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") ? .reference : .none
    case UInt8(ascii: "&"): return CharacterReference.begins(text[position...]) ? .reference : .none
    case UInt8(ascii: "["):
      guard let next = next(position) else { return .none }
      return next == byte || beginsAddress(at: position + 1) ? .reference : .none
    case UInt8(ascii: "]"): return context.endsAtBracket ? .reference : .none
    case UInt8(ascii: "{"): return next(position) == byte ? .reference : .none
    case UInt8(ascii: "}"): return context.isArgument ? .reference : .none
    case UInt8(ascii: "-"): return hasVariants && next(position) == UInt8(ascii: "{") ? .reference : .none
    case UInt8(ascii: "'"): return next(position) == byte ? .reference : .none
    case UInt8(ascii: "|"): return context.endsAtPipe ? .reference : .none
    case UInt8(ascii: "!"): return context.isTable && next(position) == byte ? .reference : .none
    case UInt8(ascii: "="): return context.isPositional ? .reference : .none
    case UInt8(ascii: "~"): return next(position) == byte && next(position + 1) == byte ? .reference : .none
    case UInt8(ascii: "_"):
      guard next(position) == byte else { return .none }
      return isSwitch(at: position) ? .reference : .none
    case UInt8(ascii: ":"):
      return context.isTerm || (!context.isLink && isAddress(colonAt: position)) ? .reference : .none
    case 0x20, 0x09: return !context.isLink && isMagicLink(blankAt: position, length: 1) ? .separator : .none
    default: return .none
    }
  }

  /// The scalar at `position`, and its length in bytes.
  func scalar(at position: Int) -> (scalar: UInt32, length: Int) {
    if text[position] < 0x80 { return (UInt32(text[position]), 1) }
    var end = position + 1
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end += 1 }
    let scalar = String(decoding: text[position..<end], as: UTF8.self).unicodeScalars.first
    return (scalar?.value ?? 0xFFFD, end - position)
  }

  private func nonASCII(at position: Int, _ context: WikitextContext) -> Action {
    let byte = text[position]
    // U+00A0 between the words of a magic link; U+FF3F around Japanese switches.
    if byte == 0xC2, next(position) == 0xA0, !context.isLink, isMagicLink(blankAt: position, length: 2) {
      return .separator
    }
    return byte == 0xEF && next(position) == 0xBC && isSwitch(at: position) ? .reference : .none
  }

  private func next(_ position: Int) -> UInt8? { position + 1 < text.endIndex ? text[position + 1] : nil }

  /// Whether the byte has a meaning at the beginning of a line.
  private func isLineMark(at position: Int) -> Bool {
    switch text[position] {
    case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
      UInt8(ascii: "|"), UInt8(ascii: "!"), 0x20, 0x09:
      true
    case UInt8(ascii: "{"): next(position) == UInt8(ascii: "|")
    case UInt8(ascii: "-"): text[position...].prefix(4).elementsEqual("----".utf8)
    default: false
    }
  }

  private func isSwitch(at position: Int) -> Bool {
    let window = text[position..<min(text.endIndex, position + 128)]
    return configuration.behaviorSwitch(at: 0, in: window.span) != nil
  }

  // MARK: Addresses

  private func beginsAddress(at position: Int) -> Bool {
    let window = text[position..<min(text.endIndex, position + 32)]
    return configuration.protocolLength(at: 0, in: window.span) != nil
  }

  /// Whether the colon is that of an address in running text.
  private func isAddress(colonAt position: Int) -> Bool {
    let start = max(text.startIndex, position - 24)
    let window = text[start..<min(text.endIndex, position + 8)]
    guard let found = configuration.protocolLength(beforeColonAt: position - start, in: window.span, notBefore: 0),
      start + found.end < text.endIndex
    else { return false }
    return Self.mayBeInAddress(text[start + found.end])
  }

  private static func mayBeInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5B, 0x5D, 0x7F: false
    default: true
    }
  }

  /// Whether an address before the text would take some of it along: punctuation at the end of one is not part of it
  /// (`Parser::makeFreeExternalLink`).
  static func continuesAddress(_ text: ArraySlice<UInt8>, hasParenthesis: Bool) -> Bool {
    for byte in text {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"):
        continue
      case UInt8(ascii: ")") where !hasParenthesis: continue
      default: return mayBeInAddress(byte)
      }
    }
    return false
  }

  /// Whether the blank is that of `RFC 1`, `PMID 1` or `ISBN 1`.
  private func isMagicLink(blankAt position: Int, length: Int) -> Bool {
    guard position + length < text.endIndex, text[position + length] &- 0x30 < 10 else { return false }
    let before = text[..<position]
    return before.suffix(3).elementsEqual("RFC".utf8) || before.suffix(4).elementsEqual("PMID".utf8)
      || before.suffix(4).elementsEqual("ISBN".utf8)
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || byte &- 0x30 < 10 || byte == 0x5F || byte > 0x7F }
}
