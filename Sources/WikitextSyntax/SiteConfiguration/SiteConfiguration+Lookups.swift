extension SiteConfiguration {
  // MARK: - Tags

  /// What a tag with this name is; letters of ASCII match in either case.
  ///
  /// Nil for a name that is text to MediaWiki. Where an extension has a name that HTML has too, the extension wins.
  /// - Complexity: O(`name.count`), and O(1) where that is more than any name has.
  public func tag(named source: Span<UInt8>, in name: Range<Int>) -> TagKind? {
    guard let value = tables.tags.value(of: source, name) else { return nil }
    let number = Int(value)
    if number >= SiteTables.firstExtension {
      let index = number - SiteTables.firstExtension
      return .extension(index: index, content: tables.extensionTags[index].content)
    }
    if number >= SiteTables.firstInclusion {
      return InclusionTag(rawValue: UInt8(number - SiteTables.firstInclusion)).map { .inclusion($0) }
    }
    return HTMLTag(rawValue: UInt8(number)).map { .html($0) }
  }

  // MARK: - External links

  /// The protocol around a colon in running text: `http://`, `mailto:`.
  ///
  /// A letter, a digit or `_` right before it makes it plain text (`\b` in `Parser::handleMagicLinks`).
  /// `//` alone is no protocol there.
  /// - Parameters:
  ///   - colon: where the colon is.
  ///   - source: the bytes of the page.
  ///   - start: how far back the protocol may reach.
  /// - Returns: where the protocol begins and where what follows it begins.
  /// - Complexity: O(1): it looks at as many bytes as the longest protocol has.
  public func protocolLength(
    beforeColonAt colon: Int,
    in source: Span<UInt8>,
    notBefore start: Int
  ) -> (start: Int, end: Int)? {
    let common = CommonSiteData.shared
    let limit = max(start, colon - common.longestProtocol)
    var position = colon
    while position > limit, Bytes.isLetter(source[position - 1]) { position -= 1 }
    guard position < colon else { return nil }
    if position > 0 {
      let before = source[position - 1]
      if Bytes.isLetter(before) || Bytes.isDigit(before) || before == UInt8(ascii: "_") { return nil }
    }
    guard let end = protocolEnd(position..<colon, in: source) else { return nil }
    return (position, end)
  }

  /// The length of the protocol at `position`, which follows a `[`: also `//`.
  public func protocolLength(at position: Int, in source: Span<UInt8>) -> Int? {
    if position + 1 < source.count, source[position] == UInt8(ascii: "/"), source[position + 1] == UInt8(ascii: "/") {
      return 2
    }
    let limit = min(source.count, position + CommonSiteData.shared.longestProtocol + 1)
    var colon = position
    while colon < limit, Bytes.isLetter(source[colon]) { colon += 1 }
    guard colon > position, colon < limit, source[colon] == UInt8(ascii: ":"),
      let end = protocolEnd(position..<colon, in: source)
    else { return nil }
    return end - position
  }

  private func protocolEnd(_ name: Range<Int>, in source: Span<UInt8>) -> Int? {
    guard let length = CommonSiteData.shared.protocols.value(of: source, name) else { return nil }
    let end = name.upperBound + Int(length)
    guard end <= source.count else { return nil }
    for position in (name.upperBound + 1)..<max(end, name.upperBound + 1)
    where source[position] != UInt8(ascii: "/") { return nil }
    return end
  }

  // MARK: - Magic words

  /// The behaviour switch at `position`: `__NOTOC__`, `__KEIN_INHALTSVERZEICHNIS__`, in Japanese `＿＿目次＿＿`.
  public func behaviorSwitch(at position: Int, in source: Span<UInt8>) -> (length: Int, word: MagicWord)? {
    guard let (value, length) = tables.switches.longestMatch(at: position, in: source, end: source.count) else {
      return nil
    }
    return (length, MagicWord(id: value))
  }

  /// The word that is called where a template's name stands.
  ///
  /// - Parameters:
  ///   - source: the bytes of the page.
  ///   - name: what stands between `{{` and the first colon, `|` or `}}`, trimmed, but not right before a colon.
  ///   - hasColon: whether a colon follows: then it is a function (`#if`, `lc`, `PAGENAME`), else a variable
  ///     (`PAGENAME`, `!`). A variable with arguments is a template; that is for the caller to see.
  /// - Returns: the word, or nil for a template.
  public func magicWord(named source: Span<UInt8>, in name: Range<Int>, hasColon: Bool) -> MagicWord? {
    let value = hasColon ? tables.functions.value(of: source, name) : tables.variables.value(of: source, name)
    return value.map(MagicWord.init(id:))
  }

  /// The prefix of a template's name that is taken off before the name is read: `subst:`, `safesubst:`, `msg:` …
  /// - Returns: the kind, and the length with the colon.
  /// - Complexity: O(1): the colon is looked for in the first 64 bytes.
  public func substitutionPrefix(
    in source: Span<UInt8>,
    _ name: Range<Int>
  ) -> (prefix: SubstitutionPrefix, length: Int)? {
    let limit = min(name.upperBound, name.lowerBound + 64)
    var colon = name.lowerBound
    while colon < limit, source[colon] != UInt8(ascii: ":"), !isWideColon(at: colon, in: source, end: limit) {
      colon += 1
    }
    guard colon < limit, let value = tables.substitutions.value(of: source, name.lowerBound..<colon),
      let prefix = SubstitutionPrefix(rawValue: UInt8(value))
    else { return nil }
    return (prefix, colon + (source[colon] == UInt8(ascii: ":") ? 1 : 3) - name.lowerBound)
  }

  /// Whether a full-width colon `：` is at `position`.
  private func isWideColon(at position: Int, in source: Span<UInt8>, end: Int) -> Bool {
    position + 2 < end && source[position] == 0xEF && source[position + 1] == 0xBC && source[position + 2] == 0x9A
  }

  /// The length of the redirect word at `position`: `#REDIRECT`, `#WEITERLEITUNG`.
  public func redirectKeywordLength(at position: Int, in source: Span<UInt8>) -> Int? {
    tables.redirects.longestMatch(at: position, in: source, end: source.count)?.length
  }

  /// The image option that a part of `[[File:…|part|part]]` is, and where its parameter stands.
  ///
  /// Nil for a caption. As in MediaWiki, a width that is no number and a factor that is no number are captions.
  /// `part` is trimmed.
  public func imageOption(
    matching source: Span<UInt8>,
    in part: Range<Int>
  ) -> (option: ImageOption, parameter: Range<Int>?)? {
    tables.imageOptions.match(source, part)
  }

  // MARK: - Links

  /// The number of the namespace that `name` names: its local name, its English one or an alias.
  ///
  /// Spaces and underscores count as one space and not at all at the ends, case does not count
  /// (`MediaWikiTitleCodec::splitTitleString`). Character references are the caller's. The main namespace has no name.
  public func namespace(named source: Span<UInt8>, in name: Range<Int>) -> Int? {
    tables.namespaceIDs.value(of: source, name).map { Int(Int16(bitPattern: $0)) }
  }

  /// The number of the namespace that `name` names.
  public func namespace(named name: String) -> Int? {
    let bytes = Array(name.utf8)
    return namespace(named: bytes.span, in: 0..<bytes.count)
  }

  /// What a prefix of a link that is no namespace leads to; case does not count.
  ///
  /// `prefix` is what stands before the colon, trimmed.
  public func interwiki(prefix source: Span<UInt8>, in prefix: Range<Int>) -> Interwiki? {
    if let own = tables.ownInterwiki {
      return own.value(of: source, prefix).map(Interwiki.init(bits:))
    }
    guard let value = CommonSiteData.shared.interwiki.value(of: source, prefix) else { return nil }
    let isLocal = tables.localInterwiki.value(of: source, prefix) != nil
    return Interwiki(isLanguage: value == 1, isLocal: isLocal)
  }

  /// The number of bytes behind a link's `]]` that belong to its text: the `s` of `[[river]]s`.
  public func linkTrailLength(after position: Int, in source: Span<UInt8>, end: Int) -> Int {
    tables.linkTrail.runLength(at: position, in: source, end: end)
  }

  /// The number of bytes before a link's `[[` that belong to its text; 0 on most wikis (see `hasLinkPrefix`).
  public func linkPrefixLength(before position: Int, in source: Span<UInt8>, notBefore start: Int) -> Int {
    tables.linkPrefix.isEmpty ? 0 : tables.linkPrefix.runLength(before: position, in: source, start: start)
  }
}
