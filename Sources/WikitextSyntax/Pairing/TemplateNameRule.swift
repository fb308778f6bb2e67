/// Whether what stands between `{{` and the first pipe can name a template, so that the braces are more than text.
///
/// `Parser::braceSubstitution` shows a call whose name is no title as it is written, and reads on inside it: in
/// `{{[[Isar]]}}` there is a link. A name that holds a template is taken on trust, and so is one that begins with `#`:
/// a wiki may have parser functions that no configuration lists.
struct TemplateNameRule {
  let configuration: SiteConfiguration
  /// The page that the calls stand on, where it is known.
  let page: PageContext?

  private enum Finding {
    case name, function, noTitle
    /// It takes decoding to tell.
    case unclear
  }

  /// Judges the name behind the braces of `open`, which ends at the first pipe of its level or at the token `close`.
  ///
  /// - Complexity: O(tokens and bytes of the name itself); what braces enclose is skipped.
  func isName(
    openToken open: Int,
    closeToken close: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>,
    _ source: Span<UInt8>
  ) -> Bool {
    guard tokens[open].link == 0 else { return true }
    var end = open + 1
    switch survey(from: &end, to: close, tokens, matches, source) {
    case .name: return true
    case .function: return true
    case .noTitle: return isFunction(Int(tokens[open + 1].start), Int(tokens[close].start), source)
    case .unclear: return isTitle(from: open + 1, to: end, tokens, source)
    }
  }

  private func survey(
    from index: inout Int,
    to close: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>,
    _ source: Span<UInt8>
  ) -> Finding {
    var finding = Finding.name
    var isEmpty = true
    var isOver = false
    while index < close, tokens[index].kind != .pipe {
      let token = tokens[index]
      let end = Int(tokens[index + 1].start)
      switch token.kind {
      case .newline:
        // Line breaks around the name are trimmed.
        isOver = !isEmpty
      case .comment, .inclusionTag:
        finding = .unclear
      case .text, .urlProtocol, .magicLink, .equals, .quotes, .doubleBang, .behaviorSwitch, .dash:
        if isOver {
          let past = Bytes.skipBlanks(source, from: Int(token.start), to: end)
          if past < end { return .noTitle }
          break
        }
        for position in Int(token.start)..<end {
          switch source[position] {
          case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "_"):
            break
          case UInt8(ascii: "#"):
            if isEmpty { return .function }
            finding = .unclear
          case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"):
            return .noTitle
          case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "&"):
            finding = .unclear
            isEmpty = false
          default:
            isEmpty = false
          }
        }
      case .characterReference, .signature:
        if isOver { return .noTitle }
        finding = .unclear
        isEmpty = false
      case .openBraces:
        return token.link == 0 ? .noTitle : .function
      case .extensionOpen:
        // What is only there when the page is included is not there.
        guard token.detail == Tokenizer.includeOnly, token.link != 0 else { return .noTitle }
        return .function
      case .closeBraces, .openBrackets, .closeBrackets, .tag, .greaterThan, .extensionClose, .rawText, .pipe,
        .endOfSource:
        return .noTitle
      }
      index += 1
    }
    return isEmpty ? .noTitle : finding
  }

  /// Whether what is no title begins with the name of a parser function and a colon.
  private func isFunction(_ start: Int, _ end: Int, _ source: Span<UInt8>) -> Bool {
    var name = start
    while name < end, Bytes.isWhitespace(source[name]) { name += 1 }
    if let prefix = configuration.substitutionPrefix(in: source, name..<end) { name += prefix.length }
    // No function's name is longer than this.
    let limit = min(end, name + 100)
    var colon = name
    while colon < limit, source[colon] != UInt8(ascii: ":"), source[colon] != 0xEF { colon += 1 }
    return colon < limit && configuration.magicWord(named: source, in: name..<colon, hasColon: true) != nil
  }

  private func isTitle(
    from first: Int,
    to end: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ source: Span<UInt8>
  ) -> Bool {
    var bytes: [UInt8] = []
    for index in first..<end where tokens[index].kind != .comment && tokens[index].kind != .inclusionTag {
      for position in Int(tokens[index].start)..<Int(tokens[index + 1].start) { bytes.append(source[position]) }
    }
    let trimmed = Bytes.trimmed(bytes.span, 0..<bytes.count)
    if isFunction(trimmed.lowerBound, trimmed.upperBound, bytes.span) { return true }
    var start = trimmed.lowerBound
    if let prefix = configuration.substitutionPrefix(in: bytes.span, trimmed) { start += prefix.length }
    let name = CharacterReference.decodingAll(in: bytes[start..<trimmed.upperBound])
    if page == nil, name.starts(with: "../".utf8) { return true }
    let title = page?.resolve(name[...])?.target ?? name
    let rule = TitleRule(configuration: configuration)
    return rule.split(title.span, 0, title.count, in: Namespace.template, scope: .thorough) != nil
  }
}
