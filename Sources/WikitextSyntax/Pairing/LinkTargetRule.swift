/// Whether the target of a `[[ ]]` can be a page title, so that the brackets make a link.
///
/// The rule is that of `Parser::handleInternalLinks`: the characters of `$wgLegalTitleChars` and `#`, no address of
/// another protocol, and a title by ``TitleRule``. A target that holds a template is taken on trust.
struct LinkTargetRule {
  let configuration: SiteConfiguration
  /// The page that the links stand on, where it is known.
  let page: PageContext?

  /// What a `[[ ]]` is when its target is fit for a link.
  struct Link {
    var kind: SyntaxKind
    var namespace: Int16
  }

  /// What was seen in the tokens of a target.
  fileprivate struct Survey {
    /// The first template in it begins here.
    var dynamicStart: Int?
    var hasColon = false
    /// There is a fragment, or what may be a relative path.
    var hasParts = false
    /// Nothing in it has to be decoded, or looked at closely.
    var isPlain = true
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
    let first = skipSpaces(source, start)
    if configuration.protocolLength(at: first, in: source) != nil { return nil }
    var survey = Survey()
    guard let end = survey.read(from: open + 1, to: close, tokens, matches, source) else { return nil }
    if end < close, hasNoText(behind: end, before: close, tokens) { return nil }
    if let dynamic = survey.dynamicStart {
      // Without a colon there is neither namespace nor prefix.
      return survey.hasColon
        ? link(source, first, dynamic, .prefix) : Link(kind: .wikilink, namespace: Int16(Namespace.main))
    }
    let target = Int(tokens[end].start)
    if page == nil, Bytes.matches(source, at: first, end: target, "../") {
      // Whether there are pages above is for those to say who know the page.
      return Link(kind: .wikilink, namespace: Int16(Namespace.main))
    }
    if !survey.isPlain || isRelative(source, first, target) {
      let decoded = decoded(from: open + 1, to: end, tokens, source)
      return link(decoded.span, 0, decoded.count, .thorough)
    }
    if !survey.hasColon, !survey.hasParts, first < target, target - first <= 255 {
      // Blanks at the end are no part of it, but the first byte is one.
      return Link(kind: .wikilink, namespace: Int16(Namespace.main))
    }
    return link(source, first, target, .plain)
  }

  /// The kind of link that a title makes.
  private func link(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ scope: TitleRule.Scope) -> Link? {
    let isForced = start < end && bytes[start] == UInt8(ascii: ":")
    let rule = TitleRule(configuration: configuration)
    guard let title = rule.split(bytes, isForced ? start + 1 : start, end, scope: scope) else { return nil }
    var kind = SyntaxKind.wikilink
    if let interwiki = title.interwiki {
      let isLanguageLink = interwiki.isLanguage && !isForced && !title.wasLocal && page?.isTalkPage != true
      return Link(kind: isLanguageLink ? .languageLink : .interwikiLink, namespace: Int16(Namespace.main))
    }
    if !isForced, !title.wasLocal {
      if title.namespace == Namespace.file { kind = .fileLink }
      if title.namespace == Namespace.category { kind = .categoryLink }
    }
    return Link(kind: kind, namespace: Int16(truncatingIfNeeded: title.namespace))
  }

  /// Whether the brackets close right behind the pipe: `[[Isar|]]` is text, where nobody has saved the page and so
  /// filled in a name (`Parser::handleInternalLinks` wants one character at least).
  private func hasNoText(behind pipe: Int, before close: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Bool {
    var next = tokens[pipe].kind == .pipe ? pipe + 1 : pipe + 3
    while next < close {
      switch tokens[next].kind {
      case .comment, .inclusionTag: next += 1
      case .extensionOpen where tokens[next].detail == Tokenizer.includeOnly:
        next = max(next, Int(tokens[next].link)) + 1
      default: return false
      }
    }
    // A third bracket would be the text.
    return tokens[close + 1].start - tokens[close].start == 2
  }

  /// Whether the target leads to a page below or above this one.
  private func isRelative(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard let page, page.hasSubpages, start < end else { return false }
    return source[start] == UInt8(ascii: "/") || Bytes.matches(source, at: start, end: end, "../")
  }

  /// The target as a title: without comments, decoded, from the root.
  private func decoded(
    from first: Int,
    to end: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ source: Span<UInt8>
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = first
    while index < end {
      switch tokens[index].kind {
      case .comment, .inclusionTag: break
      case .extensionOpen: index = max(index, Int(tokens[index].link))
      default:
        for position in Int(tokens[index].start)..<Int(tokens[index + 1].start) { bytes.append(source[position]) }
      }
      index += 1
    }
    let decoded = TitleText.decoded(bytes[Bytes.trimmed(bytes.span, 0..<bytes.count)])
    return page?.resolve(decoded[...])?.target ?? decoded
  }

  private func skipSpaces(_ source: Span<UInt8>, _ start: Int) -> Int {
    var start = start
    while start < source.count, source[start] == UInt8(ascii: " ") || source[start] == UInt8(ascii: "_") { start += 1 }
    return start
  }
}

extension LinkTargetRule.Survey {
  private typealias Survey = LinkTargetRule.Survey

  /// The ASCII bytes below `@` that tell something about a target: controls and `#%&.:<>`.
  private static let noted: UInt64 = 0x5400_4068_FFFF_FFFF

  /// Whether a byte tells something about a target, as few do: a table in a register, for a switch takes twice the time.
  @inline(__always)
  private static func isNoted(_ byte: UInt8) -> Bool {
    byte < 0x40 ? noted &>> UInt64(byte) & 1 != 0 : byte | 1 == 0x7F
  }

  /// Reads the tokens of a target.
  ///
  /// - Returns: the token that ends it; nil when it holds what no title does.
  fileprivate mutating func read(
    from first: Int,
    to close: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>,
    _ source: Span<UInt8>
  ) -> Int? {
    var index = first
    while index < close {
      let token = tokens[index]
      switch token.kind {
      case .pipe:
        return index
      case .text, .urlProtocol, .magicLink:
        for position in Int(token.start)..<Int(tokens[index + 1].start) where Survey.isNoted(source[position]) {
          switch source[position] {
          // `$wgLegalTitleChars` and `#`, byte for byte; what cannot get here as text is left out.
          case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"): return nil
          case UInt8(ascii: "."), UInt8(ascii: "#"): hasParts = true
          case UInt8(ascii: ":"): hasColon = true
          case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "~"): isPlain = false
          default: break
          }
        }
      case .openBraces:
        guard token.link != 0 else { return nil }
        // `{{!}}` is a pipe, but the first of two braces more is none.
        if TableBar(at: index, tokens, source)?.isWholeToken(index, tokens) == true { return index }
        // A parameter without a default is shown as it is written, and no title has braces.
        let match = matches[Int(token.link) - 1]
        if match.kind == .parameter, !match.isDivided { return nil }
        if dynamicStart == nil { dynamicStart = Int(token.start) }
        index = Int(match.closeToken)
      case .characterReference, .comment, .inclusionTag, .signature:
        isPlain = false
      case .quotes, .equals, .doubleBang, .behaviorSwitch, .dash:
        break
      case .extensionOpen where token.detail == Tokenizer.includeOnly:
        isPlain = false
        index = max(index, Int(token.link))
      case .newline, .closeBraces, .openBrackets, .closeBrackets, .tag, .greaterThan, .extensionOpen, .extensionClose,
        .rawText, .endOfSource:
        return nil
      }
      index += 1
    }
    return close
  }
}
