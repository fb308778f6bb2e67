import WikitextSyntax

/// The wikitext written so far, and what must not follow it directly.
struct WikitextOutput {
  private(set) var bytes: [UInt8] = []
  var context = WikitextContext()
  private let configuration: SiteConfiguration
  private let hasVariants: Bool

  /// Line breaks that are written before anything else is.
  private var wantedBreaks = 0
  /// Where text was written last, it ended here.
  private var textEnd = -1
  /// The apostrophes of emphasis written last.
  private var mark = QuoteMark()
  /// What was written last, if it goes on in some texts.
  private var openEnd = OpenEnd.none
  private var openEndPlace = -1

  /// A run of apostrophes.
  private struct QuoteMark {
    var end = -1
    var length = 0
    var isBold = false
    var isOpening = false
  }

  /// What would take a part of the text behind it along.
  enum OpenEnd {
    case none
    /// `[[a]]`: the letters behind it.
    case link
    /// A bare address; whether it has a `(`.
    case address(hasParenthesis: Bool)
    /// `RFC 1`: letters and digits.
    case word
  }

  init(_ configuration: SiteConfiguration) {
    self.configuration = configuration
    hasVariants = !configuration.variants.isEmpty
  }

  /// Whether the next byte is the first of its line.
  var isAtLineStart: Bool { wantedBreaks > 0 || bytes.isEmpty || bytes[bytes.count - 1] == 0x0A }

  // MARK: Lines

  /// What is written next stands on a line of its own, this many line breaks after what is written.
  mutating func breakLine(_ count: Int = 1) {
    if context.isLine { return }
    wantedBreaks = max(wantedBreaks, count)
  }

  /// One more line break, for a blank line that counts.
  mutating func addBlankLine() {
    if context.isLine { return }
    // At the very beginning there is no line to end.
    wantedBreaks += wantedBreaks == 0 ? 2 : 1
  }

  /// A line break here, before anything else.
  mutating func addLineBreak() {
    writeBreaks()
    bytes.append(0x0A)
  }

  /// Takes spaces and line breaks at the end back, down to `start`.
  mutating func trimEnd(downTo start: Int) {
    while bytes.count > start, bytes[bytes.count - 1] == 0x20 || bytes[bytes.count - 1] == 0x0A { bytes.removeLast() }
    textEnd = min(textEnd, bytes.count)
  }

  /// Writes the line breaks that are wanted.
  mutating func writeBreaks() {
    if wantedBreaks == 0 { return }
    if bytes.isEmpty {
      // Of a page's first line only blank lines before it are seen, from the second on.
      if wantedBreaks > 2 { bytes += [UInt8](repeating: 0x0A, count: wantedBreaks - 1) }
    } else {
      var have = 0
      while have < wantedBreaks, have < bytes.count, bytes[bytes.count - 1 - have] == 0x0A { have += 1 }
      bytes += [UInt8](repeating: 0x0A, count: wantedBreaks - have)
    }
    wantedBreaks = 0
  }

  /// Ends the last line.
  mutating func endPage() {
    wantedBreaks = bytes.isEmpty ? 0 : 1
    writeBreaks()
  }

  // MARK: Markup

  /// Writes markup; what it could be taken together with is kept apart from it.
  mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { buffer in unsafe append(markup: buffer) }
  }

  /// Writes markup that begins with a name or a piece of the source.
  mutating func append(markup: some Sequence<UInt8>) {
    var iterator = markup.makeIterator()
    guard let first = iterator.next() else { return }
    begin(first)
    bytes.append(first)
    while let byte = iterator.next() { bytes.append(byte) }
  }

  /// Writes a byte of markup in the middle of some.
  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Writes bytes in the middle of markup, as they are.
  mutating func append(raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }

  private mutating func begin(_ first: UInt8) {
    writeBreaks()
    if textEnd == bytes.count, let last = bytes.last {
      switch first {
      case UInt8(ascii: "["):
        if last == first { escapeLast() }
        if configuration.hasLinkPrefix,
          configuration.linkPrefixLength(before: bytes.count, in: bytes.span, notBefore: max(0, bytes.count - 4)) > 0
        {
          bytes += "<nowiki />".utf8
        }
      case UInt8(ascii: "{"): if last == first || (hasVariants && last == UInt8(ascii: "-")) { escapeLast() }
      case UInt8(ascii: "'"): if last == first { escapeLast() }
      default: break
      }
    }
    if case .address = openEnd, openEndPlace == bytes.count, first == UInt8(ascii: "{") || first == UInt8(ascii: "-") {
      bytes += "<nowiki />".utf8
    }
    openEnd = .none
  }

  /// Begins an address that stands in the text as it is: not behind a letter or digit.
  mutating func beginAddress() {
    writeBreaks()
    if let last = bytes.last, WikitextEscaping.isWord(last), openEndPlace != bytes.count || textEnd == bytes.count {
      bytes += "<nowiki />".utf8
    }
    if textEnd == bytes.count, bytes.last == UInt8(ascii: "[") { escapeLast() }
    openEnd = .none
  }

  private mutating func escapeLast() {
    let last = bytes.removeLast()
    appendReference(to: UInt32(last))
  }

  /// Says that what was written goes on in some texts.
  mutating func setOpenEnd(_ end: OpenEnd) {
    openEnd = end
    openEndPlace = bytes.count
  }

  /// Writes the apostrophes that begin or end bold or italic text.
  ///
  /// - Parameters:
  ///   - isBold: three; two for italic text.
  ///   - isOpening: whether they begin it.
  mutating func appendQuotes(isBold: Bool, isOpening: Bool) {
    writeBreaks()
    let length = isBold ? 3 : 2
    if mark.end == bytes.count {
      // Five may be two and three: one style begins or ends where the other does, or one ends where the other begins.
      let mayJoin = mark.length + length == 5 && mark.isBold != isBold && (!mark.isOpening || isOpening)
      if !mayJoin { bytes += "<nowiki />".utf8 }
    }
    begin(UInt8(ascii: "'"))
    let joined = mark.end == bytes.count ? mark.length : 0
    bytes += [UInt8](repeating: UInt8(ascii: "'"), count: length)
    mark = QuoteMark(end: bytes.count, length: joined + length, isBold: isBold, isOpening: isOpening)
  }

  /// Writes a character reference.
  mutating func appendReference(to scalar: UInt32) {
    switch scalar {
    case 0x26: bytes += "&amp;".utf8
    case 0x3C: bytes += "&lt;".utf8
    case 0x3E: bytes += "&gt;".utf8
    case 0x22: bytes += "&quot;".utf8
    default: bytes += "&#\(scalar);".utf8
    }
  }

  // MARK: Text

  /// Writes text so that it is read as text.
  ///
  /// - Complexity: O(bytes).
  mutating func append(text: ArraySlice<UInt8>) {
    if text.isEmpty { return }
    writeBreaks()
    separate(text)
    let escaping = WikitextEscaping(text, configuration, hasVariants: hasVariants)
    var position = text.startIndex
    while position < text.endIndex {
      let byte = text[position]
      if byte == 0x0A {
        appendLineBreakOfText()
        position += 1
        continue
      }
      let startsLine = bytes.isEmpty || bytes[bytes.count - 1] == 0x0A
      let follows = position == text.startIndex && byte == UInt8(ascii: "'") && bytes.last == byte
      switch follows ? .reference : escaping.action(at: position, context, startsLine: startsLine) {
      case .none:
        bytes.append(byte)
        position += 1
      case .reference:
        let (scalar, length) = escaping.scalar(at: position)
        appendReference(to: scalar)
        position += length
      case .separator:
        bytes += "<nowiki />".utf8
        bytes.append(byte)
        position += 1
      }
    }
    textEnd = bytes.count
  }

  private mutating func appendLineBreakOfText() {
    if context.isLine || (bytes.last == 0x0A && !context.isIndented) || bytes.isEmpty {
      bytes += "&#10;".utf8
    } else {
      bytes.append(0x0A)
      if context.isIndented { bytes.append(0x20) }
    }
  }

  /// Keeps text apart from what it would be taken for a part of.
  private mutating func separate(_ text: ArraySlice<UInt8>) {
    defer { openEnd = .none }
    guard openEndPlace == bytes.count else { return }
    let isTaken =
      switch openEnd {
      case .none: false
      case .link: configuration.linkTrailLength(after: 0, in: text.span, end: text.count) > 0
      case .address(let hasParenthesis): WikitextEscaping.continuesAddress(text, hasParenthesis: hasParenthesis)
      case .word: text.first.map(WikitextEscaping.isWord) ?? false
      }
    if isTaken { bytes += "<nowiki />".utf8 }
  }

  /// Whether text would be taken for a part of a link that is just before it.
  func isTrail(_ text: ArraySlice<UInt8>) -> Bool {
    configuration.linkTrailLength(after: 0, in: text.span, end: text.count) == text.count
  }
}
