/// Whether the target of a `[[ ]]` can be a page title, so that the brackets make a link.
///
/// The rule is that of `Parser::handleInternalLinks` and `MediaWikiTitleCodec`: the characters of `$wgLegalTitleChars`
/// and `#`, something left after trimming, no address of another protocol, no relative path, no signature, at most
/// 255 bytes. A target that holds a template is taken on trust.
struct LinkTargetRule {
  let configuration: SiteConfiguration

  /// What a `[[ ]]` is when its target is fit for a link.
  struct Link {
    var kind: SyntaxKind
    var namespace: Int16
  }

  /// Judges the target that begins at byte `start`, behind the brackets of `open`, and ends at the first pipe of its
  /// level or at the token `close`.
  ///
  /// - Complexity: O(tokens and bytes of the target itself); what braces enclose is skipped.
  func link(
    start: Int,
    openToken open: Int,
    closeToken close: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>,
    _ source: Span<UInt8>
  ) -> Link? {
    if configuration.protocolLength(at: skipSpaces(source, start), in: source) != nil { return nil }
    var isDynamic = false
    var hasDot = false
    var hasColon = false
    var index = open + 1
    scan: while index < close {
      let token = tokens[index]
      let tokenEnd = Int(tokens[index + 1].start)
      switch token.kind {
      case .pipe:
        break scan
      case .text, .urlProtocol, .magicLink:
        for position in Int(token.start)..<tokenEnd {
          let byte = source[position]
          if !isLegal(byte) { return nil }
          if byte == UInt8(ascii: ".") { hasDot = true }
          if byte == UInt8(ascii: ":") { hasColon = true }
        }
      case .openBraces:
        guard token.link != 0 else { return nil }
        let match = matches[Int(token.link) - 1]
        isDynamic = true
        index = Int(match.closeToken)
      case .quotes, .equals, .doubleBang, .characterReference, .comment, .behaviorSwitch, .dash, .inclusionTag:
        break
      case .newline, .closeBraces, .openBrackets, .closeBrackets, .tag, .greaterThan, .extensionOpen, .extensionClose,
        .rawText, .signature, .endOfSource:
        return nil
      }
      index += 1
    }
    let end = Int(tokens[index].start)
    guard isDynamic || isTitle(source, skipSpaces(source, start), end, hasDot: hasDot) else { return nil }
    // Without a colon there is neither namespace nor prefix.
    return hasColon ? classify(source, skipSpaces(source, start), end) : Link(kind: .wikilink, namespace: 0)
  }

  /// Tells the kind of link by what stands before the first colon.
  ///
  /// Prefixes that mean the wiki itself (`[[en:Isar]]` on the English Wikipedia) are passed over, however many.
  private func classify(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Link {
    var position = start
    var isForced = false
    while true {
      if position < end, source[position] == UInt8(ascii: ":") {
        isForced = true
        position = skipSpaces(source, position + 1)
      }
      var colon = position
      // No prefix is longer than this; a title without a colon is not searched to its end.
      let limit = min(end, position + 100)
      while colon < limit, source[colon] != UInt8(ascii: ":"), source[colon] != UInt8(ascii: "{") { colon += 1 }
      guard colon < limit, source[colon] == UInt8(ascii: ":"), colon > position else {
        return Link(kind: .wikilink, namespace: 0)
      }
      if let namespace = configuration.namespace(named: source, in: position..<colon) {
        let link = Link(kind: .wikilink, namespace: Int16(truncatingIfNeeded: namespace))
        if isForced { return link }
        switch namespace {
        case Namespace.file: return Link(kind: .fileLink, namespace: link.namespace)
        case Namespace.category: return Link(kind: .categoryLink, namespace: link.namespace)
        default: return link
        }
      }
      guard let prefix = configuration.interwiki(prefix: source, in: position..<colon) else {
        return Link(kind: .wikilink, namespace: 0)
      }
      guard prefix.isLocal else {
        return Link(kind: prefix.isLanguage && !isForced ? .languageLink : .interwikiLink, namespace: 0)
      }
      position = skipSpaces(source, colon + 1)
    }
  }

  private func skipSpaces(_ source: Span<UInt8>, _ start: Int) -> Int {
    var start = start
    while start < source.count, isSpace(source[start]) { start += 1 }
    return start
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "_") }

  /// `$wgLegalTitleChars` and `#`, byte for byte; what cannot get here as text is left out.
  private func isLegal(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
  }

  /// The rules on a whole title without templates.
  private func isTitle(_ source: Span<UInt8>, _ start: Int, _ end: Int, hasDot: Bool) -> Bool {
    var start = start
    var end = end
    while end > start, isSpace(source[end - 1]) { end -= 1 }
    if start < end, source[start] == UInt8(ascii: ":") {
      start += 1
      while start < end, isSpace(source[start]) { start += 1 }
      if start < end, source[start] == UInt8(ascii: ":") { return false }
    }
    guard start < end else { return false }
    if !hasDot, end - start <= 255 { return true }
    var fragment = start
    while fragment < end, source[fragment] != UInt8(ascii: "#") { fragment += 1 }
    // A title may not be a relative path: `.`, `..`, `./x`, `../x`, `x/./y`, `x/..`.
    var component = start
    for position in start...fragment where position == fragment || source[position] == UInt8(ascii: "/") {
      let length = position - component
      if length == 1, source[component] == UInt8(ascii: "."),
        fragment - start == 1 || component > start || position < fragment
      {
        return false
      }
      if length == 2, source[component] == UInt8(ascii: "."), source[component + 1] == UInt8(ascii: ".") {
        return false
      }
      component = position + 1
    }
    return fragment - start <= 255
  }
}
