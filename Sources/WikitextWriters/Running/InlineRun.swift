/// A run of text between two blocks: what is said, and how it is set, before any writer has put it into its own words.
///
/// Text is folded: runs of whitespace are one space, there is none at either end, and it stands outside of styles where
/// it can. Styles and links are closed in the reverse order of their opening.
struct InlineRun {
  enum Kind: UInt8, BitwiseCopyable {
    /// Text: bytes of ``InlineRun/text``.
    case text
    /// One space.
    case space
    /// The end of a line that counts as one.
    case lineBreak
    /// The end of a block, in a place that has no room for blocks.
    case separator
    /// A style or link begins.
    case open
    /// A style or link ends.
    case close
    /// A formula; the text is its LaTeX.
    case formula
    /// Source code among text.
    case code
    /// An image that stands in the line; the text is its alternative text.
    case image
    /// A link that is shown as its address; the text is the address.
    case address
    /// A mark for the note with the number ``Token/node``.
    case noteMark
  }

  enum Style: UInt8, BitwiseCopyable {
    case bold, italic, strike, subscripted, superscripted, underlined, keyboard, code, link, externalLink
  }

  struct Token: BitwiseCopyable {
    var kind: Kind
    var style: Style
    /// The node of the document: of a link, an image.
    var node: UInt32
    var start: UInt32
    var end: UInt32

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  private struct Wanted: BitwiseCopyable {
    var style: Style
    var node: UInt32
  }

  private(set) var tokens: [Token] = []
  private(set) var text: [UInt8] = []
  /// Styles around the place, outermost first; the first ``openCount`` are open in this run.
  private var wanted: [Wanted] = []
  private var openCount = 0
  private var pendingSpace = false
  private var pendingSeparator = false

  /// Whether nothing is to be seen in it.
  var isEmpty: Bool { tokens.isEmpty }

  // MARK: Text

  /// Appends text, whitespace folded. With `keepsLines`, the end of a line stays one.
  ///
  /// - Complexity: O(bytes).
  mutating func append(_ bytes: ArraySlice<UInt8>, keepsLines: Bool) {
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let start = position
      while position < bytes.endIndex, bytes[position] > 0x20 { position += 1 }
      if position > start {
        appendPiece(.text, bytes[start..<position])
      }
      while position < bytes.endIndex, bytes[position] <= 0x20 {
        if keepsLines, bytes[position] == 0x0A { breakLine(.text) } else { pendingSpace = true }
        position += 1
      }
    }
  }

  /// Appends something that stands in a line as a whole; whitespace at its ends is dropped.
  mutating func append(_ kind: Kind, _ bytes: ArraySlice<UInt8>, node: Int = 0) {
    var bytes = bytes
    while let byte = bytes.first, byte <= 0x20 { bytes.removeFirst() }
    while let byte = bytes.last, byte <= 0x20 { bytes.removeLast() }
    if bytes.isEmpty, kind != .image, kind != .noteMark { return }
    settle()
    add(kind, node: node, bytes)
  }

  private mutating func appendPiece(_ kind: Kind, _ bytes: ArraySlice<UInt8>) {
    // A word goes on in the token of the word before, with its space, as long as nothing else is due between them.
    if openCount == wanted.count, !pendingSeparator, let last = tokens.indices.last, tokens[last].kind == .text,
      Int(tokens[last].end) == text.count
    {
      if pendingSpace { text.append(0x20) }
      pendingSpace = false
      text.append(contentsOf: bytes)
      tokens[last].end = UInt32(truncatingIfNeeded: text.count)
      return
    }
    settle()
    add(kind, bytes)
  }

  private mutating func add(_ kind: Kind, style: Style = .bold, node: Int = 0, _ bytes: ArraySlice<UInt8> = []) {
    let start = UInt32(truncatingIfNeeded: text.count)
    text.append(contentsOf: bytes)
    tokens.append(
      Token(
        kind: kind,
        style: style,
        node: UInt32(truncatingIfNeeded: node),
        start: start,
        end: UInt32(truncatingIfNeeded: text.count)
      )
    )
  }

  /// Puts down what has to stand before the next thing: a space or the end of a block, and the styles around it.
  private mutating func settle() {
    if pendingSeparator {
      if !tokens.isEmpty { add(.separator) }
    } else if pendingSpace, let last = tokens.last, last.kind != .lineBreak {
      add(.space)
    }
    pendingSeparator = false
    pendingSpace = false
    while openCount < wanted.count {
      add(.open, style: wanted[openCount].style, node: Int(wanted[openCount].node))
      openCount += 1
    }
  }

  // MARK: Lines

  /// What a line break comes from: a line of a `<br>` and the end of the source's line behind it is one break.
  enum BreakOrigin { case text, tag }
  private var endsWithTagBreak: Bool { lastBreak == .tag && tokens.last?.kind == .lineBreak && !pendingSpace }
  private var lastBreak = BreakOrigin.text

  /// Ends the line; before any text there is none to end.
  mutating func breakLine(_ origin: BreakOrigin) {
    if tokens.isEmpty || pendingSeparator { return }
    if origin == .text, endsWithTagBreak {
      lastBreak = .text
      return
    }
    pendingSpace = false
    add(.lineBreak)
    lastBreak = origin
  }

  /// Ends a block where there is no room for one.
  mutating func separate() {
    if !tokens.isEmpty { pendingSeparator = true }
    pendingSpace = false
  }

  // MARK: Styles

  /// Whether the place is in a link.
  var isInLink: Bool { wanted.contains { $0.style == .link || $0.style == .externalLink } }

  /// Begins a style; it appears with the first thing that is said in it. One in itself is nothing.
  ///
  /// - Returns: whether it is to be ended.
  mutating func open(_ style: Style, node: Int) -> Bool {
    if wanted.contains(where: { $0.style == style }) { return false }
    wanted.append(Wanted(style: style, node: UInt32(truncatingIfNeeded: node)))
    return true
  }

  /// Ends the style that was begun last.
  mutating func close() {
    let style = wanted.removeLast()
    if openCount > wanted.count {
      openCount -= 1
      add(.close, style: style.style, node: Int(style.node))
    }
  }

  // MARK: The end

  /// Ends what is open, for the run is over; styles go on in the next.
  mutating func finish() {
    while openCount > 0 {
      openCount -= 1
      add(.close, style: wanted[openCount].style, node: Int(wanted[openCount].node))
    }
    trimBreaks()
  }

  /// Line breaks at the end of a run break nothing. They may stand before the ends of styles.
  private mutating func trimBreaks() {
    guard tokens.contains(where: { $0.kind == .lineBreak }) else { return }
    var end = tokens.count
    var kept: [Token] = []
    while end > 0, tokens[end - 1].kind == .lineBreak || tokens[end - 1].kind == .close {
      if tokens[end - 1].kind == .close { kept.append(tokens[end - 1]) }
      end -= 1
    }
    if end + kept.count == tokens.count { return }
    tokens.removeSubrange(end...)
    tokens.append(contentsOf: kept.reversed())
  }

  /// Forgets the text of the run, and keeps the styles around it.
  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    openCount = 0
    pendingSpace = false
    pendingSeparator = false
  }

  /// The one token of the run, when it is nothing but a formula.
  var loneFormula: Token? { tokens.count == 1 && tokens[0].kind == .formula ? tokens[0] : nil }
}
