/// Whether text can be the title of a page, and of which: `MediaWikiTitleCodec::splitTitleString`.
struct TitleRule {
  let configuration: SiteConfiguration

  /// What stands before the name of the page.
  struct Title {
    var namespace = Namespace.main
    /// The prefix leads to another wiki.
    var interwiki: Interwiki?
    /// A prefix that means the wiki itself was taken off, as `en:` on the English Wikipedia.
    var wasLocal = false
  }

  /// How much of a title is looked at.
  enum Scope {
    /// The text is all of it, and holds no byte that only ``thorough`` looks for.
    case plain
    /// The text is all of it: it may hold any bytes.
    case thorough
    /// Something else follows, such as a template: only the prefix can be told.
    case prefix
  }

  /// No prefix is longer than this; a title without a colon is not searched to its end.
  private static let longestPrefix = 100

  /// Takes apart the title from `start` to `end`, its character references decoded; nil when it is none.
  ///
  /// - Complexity: O(bytes).
  func split(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    in namespace: Int = Namespace.main,
    scope: Scope
  ) -> Title? {
    var title = Title(namespace: namespace)
    var start = skipSpaces(bytes, start, end)
    var end = end
    if scope != .prefix { while end > start, isSpace(bytes[end - 1]) { end -= 1 } }
    if start < end, bytes[start] == UInt8(ascii: ":") {
      title.namespace = Namespace.main
      start = skipSpaces(bytes, start + 1, end)
    }
    guard start < end || scope == .prefix else { return nil }
    while let colon = prefixEnd(bytes, start, end) {
      let name = start..<colon
      if let namespace = configuration.namespace(named: bytes, in: name) {
        title.namespace = namespace
        start = skipSpaces(bytes, colon + 1, end)
        if namespace == Namespace.talk, isPrefixed(bytes, start, end) { return nil }
        break
      }
      var prefixEnd = colon
      while prefixEnd > start, isSpace(bytes[prefixEnd - 1]) { prefixEnd -= 1 }
      guard let prefix = configuration.interwiki(prefix: bytes, in: start..<prefixEnd) else { break }
      start = skipSpaces(bytes, colon + 1, end)
      if prefix.isLocal {
        title.wasLocal = true
        // A local prefix alone is the main page.
        if start == end { return title }
        continue
      }
      title.interwiki = prefix
      if start < end, bytes[start] == UInt8(ascii: ":") { start = skipSpaces(bytes, start + 1, end) }
      break
    }
    return scope == .prefix || isName(bytes, start, end, of: title, scope) ? title : nil
  }

  /// Where the colon is that ends a prefix, if there is one.
  private func prefixEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let limit = min(end, start + TitleRule.longestPrefix)
    var colon = start
    while colon < limit, bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    return colon < limit && colon > start ? colon : nil
  }

  /// Whether a namespace or a wiki is named: `Talk:File:Isar.jpg` is no title.
  private func isPrefixed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard let colon = prefixEnd(bytes, start, end) else { return false }
    return configuration.namespace(named: bytes, in: start..<colon) != nil
      || configuration.interwiki(prefix: bytes, in: start..<colon) != nil
  }

  // MARK: The name

  private func isName(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, of title: Title, _ scope: Scope) -> Bool {
    var nameEnd = start
    while nameEnd < end, bytes[nameEnd] != UInt8(ascii: "#") { nameEnd += 1 }
    while nameEnd > start, isSpace(bytes[nameEnd - 1]) { nameEnd -= 1 }
    guard start < nameEnd else { return title.interwiki != nil || title.namespace == Namespace.main }
    // `$wgMaxPageName`: what the page table has room for; special pages are in no table.
    guard nameEnd - start <= (title.namespace == Namespace.special ? 512 : 255) else { return false }
    if bytes[start] == UInt8(ascii: ":") || isRelative(bytes, start, nameEnd) { return false }
    return scope == .plain || hasOnlyLegalText(bytes, start, nameEnd)
  }

  /// Whether the name is a relative path: `.`, `..`, `./x`, `../x`, `x/./y`, `x/..`.
  private func isRelative(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var component = start
    for position in start...end where position == end || bytes[position] == UInt8(ascii: "/") {
      let length = position - component
      let isDots =
        length == 1
        ? bytes[component] == UInt8(ascii: ".")
        : length == 2 && bytes[component] == UInt8(ascii: ".") && bytes[component + 1] == UInt8(ascii: ".")
      if isDots { return true }
      component = position + 1
    }
    return false
  }

  /// The bytes of `$wgLegalTitleChars`, and of what they make nothing that would mean something else in an address:
  /// `%41`, `&amp;`, and no signature.
  private func hasOnlyLegalText(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var position = start
    while position < end {
      switch bytes[position] {
      case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
        return false
      case UInt8(ascii: "%"):
        if position + 2 < end, Bytes.isHexDigit(bytes[position + 1]), Bytes.isHexDigit(bytes[position + 2]) {
          return false
        }
      case UInt8(ascii: "&"):
        let referenceEnd = referenceEnd(bytes, position, end)
        if referenceEnd > position { return false }
      case UInt8(ascii: "~"):
        if Bytes.matches(bytes, at: position, end: end, "~~~") { return false }
      case 0x80...:
        guard let scalar = UTF8Scalars.decode(at: position, in: bytes, end: end), scalar.scalar != "\u{FFFD}" else {
          return false
        }
        position += scalar.length
        continue
      default:
        break
      }
      position += 1
    }
    return true
  }

  /// Past something that looks like a character reference, known or not; `start` when nothing does.
  private func referenceEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start + 1
    if position < end, bytes[position] == UInt8(ascii: "#") { position += 1 }
    let name = position
    while position < end, Bytes.isLetter(bytes[position]) || Bytes.isDigit(bytes[position]) || bytes[position] >= 0x80 {
      position += 1
    }
    return position > name && position < end && bytes[position] == UInt8(ascii: ";") ? position + 1 : start
  }

  private func skipSpaces(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var start = start
    while start < end, isSpace(bytes[start]) { start += 1 }
    return start
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "_") }
}
