/// Cuts a page into tokens that tile it.
///
/// The tokenizer decides what MediaWiki's preprocessor decides first of all and without looking at anything else:
/// comments, and extension tags, whose content either is not wikitext (and becomes one token) or is, and then is
/// tokenized in place, up to the tag's first closing tag. Everything else is cut, not judged: whether a run of braces
/// opens anything is for the pairing to say.
///
/// Linear: every byte is looked at a bounded number of times. A search for a closing tag is remembered by tag name,
/// so that it is never made twice over the same bytes.
struct Tokenizer {
  private let configuration: SiteConfiguration
  private let hasVariants: Bool

  /// Stands for `<includeonly>` where an extension tag's number does.
  static let includeOnly = UInt16.max

  /// Where the bytes not yet in a token begin.
  private var textStart = 0
  /// Where scanning goes on; bytes before it are spoken for.
  private var position = 0
  /// The innermost extension tag whose content is being tokenized ends here.
  private var limit = 0
  private var regions: [Region] = []
  private var closingTags: [ClosingTagSearch] = []
  /// The first `>` that a search for the end of a tag found; searches only move forward, so it is found once.
  private var nextGreaterThan = -1

  /// An extension tag whose content is wikitext.
  private struct Region {
    var openToken: Int
    /// Where the closing tag starts and ends; equal when there is none.
    var contentEnd: Int
    var closeEnd: Int
    var outerLimit: Int
  }

  /// The next closing tag of one name, as far as is known.
  private struct ClosingTagSearch {
    /// The search began here…
    var from = 0
    /// …and found a tag here (`Int.max`: none up to the end of the page).
    var start = -1
    var end = -1
  }

  init(configuration: SiteConfiguration) {
    self.configuration = configuration
    hasVariants = !configuration.variants.isEmpty
  }

  /// Fills `tokens` with the tokens of `source`.
  ///
  /// - Complexity: O(`source.count`).
  mutating func tokenize(_ source: [UInt8], into tokens: inout GrowableBuffer<Token>) {
    let bytes = source.span
    textStart = 0
    position = 0
    limit = bytes.count
    regions.removeAll(keepingCapacity: true)
    closingTags.removeAll(keepingCapacity: true)
    nextGreaterThan = -1
    tokens.removeAll()
    tokens.reserve(bytes.count / 8)

    var base = 0
    while base < bytes.count {
      var mask = SpecialByteScanner.mask(of: bytes, at: base)
      while mask != 0 {
        let here = base &+ mask.trailingZeroBitCount
        mask &= mask &- 1
        if here < position { continue }
        if here >= limit { closeRegions(upTo: here, bytes, &tokens) }
        if here < position { continue }
        scan(bytes, here, &tokens)
      }
      base = max(base &+ 64, position)
    }
    closeRegions(upTo: bytes.count, bytes, &tokens)
    flushText(upTo: bytes.count, &tokens)
    tokens.append(Token(start: UInt32(truncatingIfNeeded: bytes.count), kind: .endOfSource))
  }

  // MARK: Emitting

  @inline(__always)
  private mutating func flushText(upTo end: Int, _ tokens: inout GrowableBuffer<Token>) {
    // Offsets fit: the parser refuses pages of 4 GB and more.
    if textStart < end { tokens.append(Token(start: UInt32(truncatingIfNeeded: textStart), kind: .text)) }
    textStart = end
  }

  /// Ends the running text at `start` and adds a token over `start..<end`.
  @inline(__always)
  private mutating func emit(
    _ kind: TokenKind,
    _ start: Int,
    _ end: Int,
    link: Int = 0,
    detail: UInt16 = 0,
    _ tokens: inout GrowableBuffer<Token>
  ) {
    flushText(upTo: start, &tokens)
    tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start),
        link: UInt32(truncatingIfNeeded: link),
        kind: kind,
        detail: detail
      )
    )
    textStart = end
    position = end
  }

  @inline(__always)
  private func runEnd(_ bytes: Span<UInt8>, _ start: Int, _ byte: UInt8) -> Int {
    var end = start &+ 1
    while end < limit, bytes[end] == byte { end &+= 1 }
    return end
  }

  // MARK: Scanning

  @inline(__always)
  private mutating func scan(_ bytes: Span<UInt8>, _ here: Int, _ tokens: inout GrowableBuffer<Token>) {
    let byte = bytes[here]
    switch byte {
    case UInt8(ascii: "\n"):
      let start = here > textStart && bytes[here - 1] == UInt8(ascii: "\r") ? here - 1 : here
      emit(.newline, start, here + 1, &tokens)
    case UInt8(ascii: "["):
      emit(.openBrackets, here, runEnd(bytes, here, byte), &tokens)
    case UInt8(ascii: "]"):
      emit(.closeBrackets, here, runEnd(bytes, here, byte), &tokens)
    case UInt8(ascii: "|"):
      emit(.pipe, here, here + 1, &tokens)
    case UInt8(ascii: "="):
      emit(.equals, here, runEnd(bytes, here, byte), &tokens)
    case UInt8(ascii: "{"):
      if hasVariants, here > textStart, bytes[here - 1] == UInt8(ascii: "-") {
        emit(.dash, here - 1, here, &tokens)
      }
      emit(.openBraces, here, runEnd(bytes, here, byte), &tokens)
    case UInt8(ascii: "}"):
      emit(.closeBraces, here, runEnd(bytes, here, byte), &tokens)
    case UInt8(ascii: ">"):
      emit(.greaterThan, here, here + 1, &tokens)
    case UInt8(ascii: "'"):
      let end = runEnd(bytes, here, byte)
      if end - here >= 2 { emit(.quotes, here, end, &tokens) }
    case UInt8(ascii: "<"):
      scanAngle(bytes, here, &tokens)
    default:
      scanRare(bytes, here, byte, &tokens)
    }
  }

  @inline(never)
  private mutating func scanRare(
    _ bytes: Span<UInt8>,
    _ here: Int,
    _ byte: UInt8,
    _ tokens: inout GrowableBuffer<Token>
  ) {
    switch byte {
    case UInt8(ascii: ":"):
      if let scheme = configuration.protocolLength(beforeColonAt: here, in: bytes, notBefore: textStart),
        scheme.end <= limit
      {
        emit(.urlProtocol, scheme.start, scheme.end, &tokens)
      }
    case UInt8(ascii: "&"):
      if let reference = CharacterReference.parse(at: here, in: bytes, end: limit) {
        emit(.characterReference, here, here + reference.length, &tokens)
      }
    case UInt8(ascii: "!"):
      if here + 1 < limit { emit(.doubleBang, here, here + 2, &tokens) }
    case UInt8(ascii: "~"):
      // Five at most: of a longer run the rest is looked at again.
      var count = 1
      while count < 5, here + count < limit, bytes[here + count] == byte { count += 1 }
      if count >= 3 { emit(.signature, here, here + count, &tokens) }
    case UInt8(ascii: "_"):
      if let word = configuration.behaviorSwitch(at: here, in: bytes), here + word.length <= limit {
        emit(.behaviorSwitch, here, here + word.length, link: Int(word.word.id), &tokens)
      }
    default:
      if let end = MagicLinkScanner.end(at: here, in: bytes, notBefore: textStart, end: limit) {
        emit(.magicLink, here, end, &tokens)
      }
    }
  }

  // MARK: Tags and comments

  @inline(never)
  private mutating func scanAngle(_ bytes: Span<UInt8>, _ here: Int, _ tokens: inout GrowableBuffer<Token>) {
    guard here + 1 < limit else { return }
    if bytes[here + 1] == UInt8(ascii: "!") {
      if Bytes.matches(bytes, at: here + 2, end: limit, "--") { scanComment(bytes, here, &tokens) }
      return
    }
    let isEnd = bytes[here + 1] == UInt8(ascii: "/")
    let nameStart = isEnd ? here + 2 : here + 1
    guard nameStart < limit, Bytes.isLetter(bytes[nameStart]) else { return }
    var nameEnd = nameStart + 1
    while nameEnd < limit, !endsTagName(bytes[nameEnd]) { nameEnd += 1 }

    switch configuration.tag(named: bytes, in: nameStart..<nameEnd) {
    case .html(let tag):
      emit(.tag, here, nameEnd, detail: UInt16(tag.rawValue), &tokens)
    case .inclusion(.includeonly):
      if !isEnd { scanExtension(bytes, here, nameStart..<nameEnd, Tokenizer.includeOnly, .wikitext, &tokens) }
    case .inclusion:
      guard let end = tagEnd(bytes, nameEnd) else { return }
      emit(.inclusionTag, here, end, &tokens)
    case .extension(let index, let content):
      if !isEnd {
        scanExtension(bytes, here, nameStart..<nameEnd, UInt16(index), content, &tokens)
      } else if content == .pre {
        emit(.tag, here, nameEnd, detail: UInt16(HTMLTag.pre.rawValue), &tokens)
      }
    case nil:
      // Text; what looks like a name may hold an address.
      break
    }
  }

  @inline(__always)
  private func endsTagName(_ byte: UInt8) -> Bool {
    // The sanitizer's [A-Za-z][^\t\n\v />\0]*; a `<` cannot be part of any name that is known.
    byte == 0x20 || byte == 0x2F || byte == 0x3E || byte == 0x3C || (byte &- 0x09) < 5 || byte == 0
  }

  private mutating func scanComment(_ bytes: Span<UInt8>, _ here: Int, _ tokens: inout GrowableBuffer<Token>) {
    var end = here + 4
    while end + 3 <= limit {
      if bytes[end] == UInt8(ascii: "-"), bytes[end + 1] == UInt8(ascii: "-"), bytes[end + 2] == UInt8(ascii: ">") {
        emit(.comment, here, end + 3, &tokens)
        return
      }
      end += 1
    }
    emit(.comment, here, limit, link: 1, &tokens)
  }

  /// Just past the next `>`, if there is one in reach. MediaWiki stops at the first, whatever stands before it.
  private mutating func tagEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    if nextGreaterThan < start {
      nextGreaterThan = start
      while nextGreaterThan < bytes.count, bytes[nextGreaterThan] != UInt8(ascii: ">") { nextGreaterThan += 1 }
    }
    return nextGreaterThan < limit ? nextGreaterThan + 1 : nil
  }

  private mutating func scanExtension(
    _ bytes: Span<UInt8>,
    _ here: Int,
    _ name: Range<Int>,
    _ index: UInt16,
    _ content: ExtensionContent,
    _ tokens: inout GrowableBuffer<Token>
  ) {
    guard let openEnd = tagEnd(bytes, name.upperBound) else { return }
    if bytes[openEnd - 2] == UInt8(ascii: "/") {
      emit(.extensionOpen, here, openEnd, detail: index, &tokens)
      return
    }
    let closing = closingTag(bytes, name, index, from: openEnd)
    if closing.start == Int.max || closing.end > limit {
      // An extension tag that is never closed is text, but for `<pre>`, which the sanitizer knows as a tag of HTML; an
      // inclusion tag reaches to the end of its surroundings.
      guard index == Tokenizer.includeOnly else {
        if content == .pre { emit(.tag, here, name.upperBound, detail: UInt16(HTMLTag.pre.rawValue), &tokens) }
        return
      }
      emit(.extensionOpen, here, openEnd, detail: index, &tokens)
      regions.append(Region(openToken: tokens.count - 1, contentEnd: limit, closeEnd: limit, outerLimit: limit))
      return
    }
    emit(.extensionOpen, here, openEnd, detail: index, &tokens)
    switch content {
    case .wikitext, .gallery:
      regions.append(
        Region(
          openToken: tokens.count - 1,
          contentEnd: closing.start,
          closeEnd: closing.end,
          outerLimit: limit
        )
      )
      limit = closing.start
    case .raw, .nowiki, .pre, .imagemap, .math, .source:
      let open = tokens.count - 1
      if openEnd < closing.start { emit(.rawText, openEnd, closing.start, &tokens) }
      tokens[open].link = UInt32(truncatingIfNeeded: tokens.count)
      emit(.extensionClose, closing.start, closing.end, link: open, &tokens)
    }
  }

  /// Closes the extension tags whose content ends at or before `here`.
  private mutating func closeRegions(upTo here: Int, _ bytes: Span<UInt8>, _ tokens: inout GrowableBuffer<Token>) {
    while let region = regions.last, region.contentEnd <= here {
      regions.removeLast()
      flushText(upTo: region.contentEnd, &tokens)
      tokens[region.openToken].link = UInt32(truncatingIfNeeded: tokens.count)
      limit = region.outerLimit
      emit(.extensionClose, region.contentEnd, region.closeEnd, link: region.openToken, &tokens)
    }
  }

  /// The first `</name\s*>` from `start` on.
  private mutating func closingTag(
    _ bytes: Span<UInt8>,
    _ name: Range<Int>,
    _ index: UInt16,
    from start: Int
  ) -> (start: Int, end: Int) {
    let slot = index == Tokenizer.includeOnly ? 0 : Int(index) + 1
    while closingTags.count <= slot { closingTags.append(ClosingTagSearch()) }
    let known = closingTags[slot]
    if known.start >= start, known.from <= start { return (known.start, known.end) }
    var result = ClosingTagSearch(from: start, start: Int.max, end: Int.max)
    var here = start
    search: while true {
      here = SpecialByteScanner.first(UInt8(ascii: "<"), in: bytes, from: here)
      if here + 3 + name.count > bytes.count { break }
      if bytes[here + 1] == UInt8(ascii: "/") {
        var offset = 0
        while offset < name.count,
          Bytes.lowercased(bytes[here + 2 + offset]) == Bytes.lowercased(bytes[name.lowerBound + offset])
        { offset += 1 }
        if offset == name.count {
          var end = here + 2 + offset
          while end < bytes.count, Bytes.isWhitespace(bytes[end]) { end += 1 }
          if end < bytes.count, bytes[end] == UInt8(ascii: ">") {
            result.start = here
            result.end = end + 1
            break search
          }
        }
      }
      here += 1
    }
    closingTags[slot] = result
    return (result.start, result.end)
  }
}
