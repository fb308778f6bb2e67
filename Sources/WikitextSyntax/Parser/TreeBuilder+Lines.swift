/// What a line is by how it begins.
enum LineKind {
  /// Empty, or blanks only.
  case blank
  /// Running text.
  case text
  /// `*`, `#`, `;`, `:`
  case list
  /// `=`
  case heading
  /// `{|`, perhaps after blanks
  case table
  /// `:{|`
  case indentedTable
  /// `|` or `!` inside a table
  case tableLine
  /// `----`
  case rule
  /// A space
  case preformatted
  /// A line of a gallery
  case gallery
}

/// A line looked at before it is read.
struct LineStart {
  var kind: LineKind
  /// The first token that counts: comments before it are no part of the line.
  var token: Int
  /// Where the line's markup begins: past the blanks before `{|`, `|` or `!`.
  var offset: Int
  /// `heading`: the token that closes it, and its level.
  var headingClose = 0
  var level = 0
}

extension TreeBuilder {
  /// Whether the token ends a line of the innermost frame: a line break, or the end of the frame or of its part.
  @inline(__always)
  func endsLine(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .newline, .endOfSource, .extensionClose:
      return true
    case .closeBraces, .closeBrackets:
      return index == Int(frame.closeToken)
    case .greaterThan:
      return index == Int(frame.closeToken)
    case .equals:
      return token.link != 0 && token.link == frame.match
    case .pipe:
      if token.link != 0 { return true }
      switch frame.kind {
      case .link: return !frame.flags.isDisjoint(with: [.inTarget, .splitsAtEachPipe])
      case .gallery: return true
      case .cell: return cellSeparatorEnd(index, tokens) != nil
      default: return false
      }
    case .openBraces:
      return frame.kind == .cell && cellSeparatorEnd(index, tokens) != nil
    case .doubleBang:
      return frame.flags.contains(.onHeaderLine)
    default:
      return false
    }
  }

  /// Past the tokens of the line that `index` is in.
  func lineEnd(
    from index: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Int {
    var index = index
    while !endsLine(index, tokens) { index = skip(index, tokens, matches) }
    return index
  }

  /// Begins the first line of the page or of an extension tag's content.
  mutating func beginFirstLine(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    while tokens[index].kind != .newline, tokens[index].kind != .rawText, tokens[index].kind != .extensionClose {
      let start = pastCommentLines(index, tokens)
      while index < start { droppedToken(tokens) }
      if begin(lineStart(index, tokens, matches), tokens, matches) { return }
      // An `<includeonly>` was opened: it has a first line too.
    }
  }

  /// Ends a line, closes what ends with it, and begins the next.
  ///
  /// What the next line is decides what the line break belongs to: a list that goes on keeps it, a list that ends
  /// does not.
  mutating func newline(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    if frame.kind == .variant || topIs(.transclusionName) {
      asLeaf(.newline, tokens)
      return
    }
    if joinsCategory(tokens, matches) { return }
    endLine()
    let next = pastCommentLines(index + 1, tokens)
    let line = lineStart(next, tokens, matches)
    closeBlocks(before: line, tokens)
    asLeaf(.newline, tokens)
    while index < next { droppedToken(tokens) }
    if !begin(line, tokens, matches) { beginFirstLine(tokens, matches) }
  }

  /// Closes what no line break lets live: apostrophes, an external link, a heading.
  private mutating func endLine() {
    if frame.flags.contains(.closesIndent) {
      // The list that indents a table ends with the line that ends the table.
      frame.flags.remove(.closesIndent)
      if lists.count > Int(frame.listBase) { closeNodes(to: Int(lists[Int(frame.listBase)].node)) }
    }
    while frame.openBolds | frame.openItalics != 0 { closeNodes(to: nodes.count - 1) }
    while frame.headingClose != Frame.noToken { closeNodes(to: nodes.count - 1) }
    frame.termDepth = 0
    frame.flags.subtract([.onCellLine, .onHeaderLine])
    if !frame.flags.isDisjoint(with: [.lineOpensBlock, .lineClosesBlock]) {
      // BlockLevelPass: any of these tags ends the paragraph; one that closes leaves block mode again.
      if frame.flags.contains(.lineClosesBlock) {
        frame.flags.remove(.inBlockElement)
      } else {
        frame.flags.insert(.inBlockElement)
      }
      frame.flags.subtract([.lineOpensBlock, .lineClosesBlock])
    }
  }

  /// Past lines that hold a comment and nothing else: MediaWiki's preprocessor drops them, line break and all.
  @inline(__always)
  private func pastCommentLines(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Int {
    let first = tokens[index].kind
    guard first == .comment || (first == .text && tokens[index + 1].kind == .comment) else { return index }
    return pastCommentLinesSlowly(index, tokens)
  }

  @inline(never)
  private func pastCommentLinesSlowly(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Int {
    var lineStart = index
    var next = index
    var hasComment = false
    while true {
      switch tokens[next].kind {
      case .comment:
        hasComment = true
      case .text where isBlank(next, tokens):
        break
      case .newline where hasComment:
        hasComment = false
        lineStart = next + 1
      default:
        return lineStart
      }
      next += 1
    }
  }

  /// Adds a token of a dropped line.
  private mutating func droppedToken(_ tokens: borrowing GrowableBuffer<Token>) {
    switch tokens[index].kind {
    case .comment: comment(tokens, flags: .dropped)
    case .newline: asLeaf(.newline, tokens, flags: .dropped)
    default: asLeaf(.text, tokens, flags: .dropped)
    }
  }

  func isBlank(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Bool {
    let end = Int(tokens[index + 1].start)
    return Bytes.skipBlanks(source.span, from: Int(tokens[index].start), to: end) == end
  }

  // MARK: Looking at a line

  /// What the line that begins with token `first` is.
  func lineStart(
    _ first: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> LineStart {
    var token = first
    while let next = pastNothing(token, tokens) { token = next }
    let offset = Int(tokens[token].start)
    var line = LineStart(kind: .text, token: token, offset: offset)
    switch tokens[token].kind {
    case .endOfSource, .newline:
      line.kind = .blank
      return line
    case .text, .equals, .openBraces, .pipe, .doubleBang:
      break
    default:
      if frame.kind == .gallery, !endsLine(token, tokens) { line.kind = .gallery }
      return line
    }
    if frame.kind == .gallery {
      line.kind = endsLine(token, tokens) || (tokens[token].kind == .text && isBlank(token, tokens)) ? .blank : .gallery
      return line
    }
    switch source[offset] {
    case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: ";"):
      if !frame.flags.contains(.inPre) { line.kind = .list }
    case UInt8(ascii: ":"):
      if isIndentedTable(token, tokens), !frame.flags.contains(.inPoem) {
        line.kind = .indentedTable
      } else if frame.flags.isDisjoint(with: [.inPre, .inPoem]) {
        line.kind = .list
      }
    case UInt8(ascii: "="):
      if let heading = heading(at: token, tokens, matches) {
        line.kind = .heading
        line.headingClose = heading.close
        line.level = heading.level
      }
    case UInt8(ascii: "-"):
      if Bytes.matches(source.span, at: offset, end: Int(tokens[token + 1].start), "----") { line.kind = .rule }
    case UInt8(ascii: "{"):
      if tableStart(token, offset, tokens) != nil {
        line.kind = .table
      } else if isTableLine(token, offset, tokens) {
        line.kind = .tableLine
      }
    case UInt8(ascii: "|"):
      if isTableLine(token, offset, tokens) { line.kind = .tableLine }
    case UInt8(ascii: "!"):
      if isInTable { line.kind = .tableLine }
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      lineAfterBlanks(&line, tokens, matches)
    default:
      break
    }
    return line
  }

  /// Past the token when it leaves nothing on the page for what looks at lines: one that is hidden, or a behaviour
  /// switch, which MediaWiki takes away before it looks for headings and links, but after tags and tables.
  @inline(__always)
  private func pastNothing(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Int? {
    tokens[index].kind == .behaviorSwitch ? index + 1 : pastHidden(index, tokens)
  }

  /// Past the token when it leaves nothing on the page: a comment, an inclusion tag, all of an `<includeonly>`.
  @inline(__always)
  func pastHidden(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Int? {
    switch tokens[index].kind {
    case .comment, .inclusionTag: index + 1
    case .extensionOpen where tokens[index].detail == Tokenizer.includeOnly: max(index, Int(tokens[index].link)) + 1
    default: nil
    }
  }

  /// Past the tokens from `index` on that leave nothing on the page.
  @inline(__always)
  func pastAllHidden(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Int {
    var index = index
    while let past = pastNothing(index, tokens) { index = past }
    return index
  }

  /// A line that begins with a blank: blank, part of a table, or preformatted.
  private func lineAfterBlanks(
    _ line: inout LineStart,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    let end = Int(tokens[line.token + 1].start)
    let past = Bytes.skipBlanks(source.span, from: line.offset, to: end)
    if past < end {
      if isInTable, source[past] == UInt8(ascii: "!") {
        line.kind = .tableLine
        line.offset = past
        return
      }
      if source[past] == UInt8(ascii: ":"), isIndentedTable(line.token, tokens) {
        line.kind = .indentedTable
        return
      }
    } else {
      var next = line.token + 1
      while tokens[next].kind == .comment || (tokens[next].kind == .text && isBlank(next, tokens)) { next += 1 }
      let past = Int(tokens[next].start)
      switch tokens[next].kind {
      case .newline, .endOfSource, .behaviorSwitch, .openBrackets:
        if leavesNothing(from: next, tokens, matches) { line.kind = .blank }
      case .pipe where isTableLine(next, past, tokens):
        line.kind = .tableLine
        line.offset = past
        return
      case .doubleBang where isInTable:
        line.kind = .tableLine
        line.offset = past
        return
      case .openBraces:
        if tableStart(next, past, tokens) != nil || isTableLine(next, past, tokens) {
          line.kind = tableStart(next, past, tokens) != nil ? .table : .tableLine
          line.offset = past
          return
        }
      default:
        break
      }
    }
    if source[line.offset] == UInt8(ascii: " "), allowsPreformatted {
      if line.kind == .blank ? frame.flags.contains(.preformatted) : !hasBlockTag(line.token, tokens, matches) {
        line.kind = .preformatted
      }
    }
  }

  /// Whether all up to the end of the line leaves nothing on the page: blanks, comments, behaviour switches, categories
  /// and language links. No `<pre>` is made for such a line (`BlockLevelPass` finds it empty).
  private func leavesNothing(
    from index: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Bool {
    var index = index
    while true {
      switch tokens[index].kind {
      case .newline, .endOfSource: return true
      case .comment, .behaviorSwitch: index += 1
      case .text where isBlank(index, tokens): index += 1
      case .openBrackets where isHiddenLink(index, tokens, matches): index = skip(index, tokens, matches) + 1
      default: return false
      }
    }
  }

  /// Whether the text token is colons and blanks before a `{|`; comments may stand between.
  private func isIndentedTable(_ token: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Bool {
    let end = Int(tokens[token + 1].start)
    var table = token + 1
    while tokens[table].kind == .comment { table += 1 }
    guard tableStart(table, Int(tokens[table].start), tokens) != nil else { return false }
    var offset = Bytes.skipBlanks(source.span, from: Int(tokens[token].start), to: end)
    while offset < end, source[offset] == UInt8(ascii: ":") { offset += 1 }
    return Bytes.skipBlanks(source.span, from: offset, to: end) == end
  }

  /// Whether a line that begins with a space can be preformatted here.
  private var allowsPreformatted: Bool {
    switch frame.kind {
    case .page, .extensionTag, .cell:
      frame.flags.isDisjoint(with: [.inBlockElement, .inBlockquote, .inPre, .inPoem])
    default:
      false
    }
  }

  /// Whether the line has a tag that suppresses preformatted text.
  private func hasBlockTag(
    _ index: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Bool {
    var index = index
    while !endsLine(index, tokens) {
      if tokens[index].kind == .tag, tokens[index].link != 0,
        let tag = HTMLTag(rawValue: UInt8(truncatingIfNeeded: tokens[index].detail)), tag.isBlock
      {
        return true
      }
      if tokens[index].kind == .extensionOpen, tokens[index].detail != Tokenizer.includeOnly,
        configuration.extensionTags[Int(tokens[index].detail)].makesBlock
      {
        return true
      }
      index = skip(index, tokens, matches)
    }
    return false
  }

  /// The end and level of a heading whose line begins with the equals signs at `open`: as many on either side as the
  /// shorter side has, six at most, with nothing but blanks, comments and inclusion tags behind.
  private func heading(
    at open: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> (close: Int, level: Int)? {
    if frame.match != 0, tokens[open].link == frame.match { return nil }
    let end = lineEnd(from: open, tokens, matches)
    var close = end - 1
    while close > open {
      let kind = tokens[close].kind
      if kind == .comment || kind == .inclusionTag || (kind == .text && isBlank(close, tokens)) {
        close -= 1
      } else if kind == .extensionClose, tokens[Int(tokens[close].link)].detail == Tokenizer.includeOnly {
        close = Int(tokens[close].link) - 1
      } else {
        break
      }
    }
    guard tokens[close].kind == .equals else { return nil }
    let opening = Int(tokens[open + 1].start - tokens[open].start)
    if close == open {
      return opening >= 3 ? (close, min(6, (opening - 1) / 2)) : nil
    }
    return (close, min(6, opening, Int(tokens[close + 1].start - tokens[close].start)))
  }

  // MARK: Between lines

  /// Closes the lists, cells and preformatted text that do not go on in the next line.
  private mutating func closeBlocks(before line: LineStart, _ tokens: borrowing GrowableBuffer<Token>) {
    if line.kind == .tableLine {
      leaveCell()
      return
    }
    if lists.count > Int(frame.listBase) { closeLists(before: line, tokens) }
    if frame.flags.contains(.preformatted), line.kind != .preformatted { closePreformatted() }
    if frame.kind == .gallery { closeNodes(to: Int(frame.nodeBase) + 1) }
  }

  private mutating func closePreformatted() {
    while frame.flags.contains(.preformatted) { closeNodes(to: nodes.count - 1) }
  }

  /// Writes the beginning of a line.
  ///
  /// - Returns: false when an `<includeonly>` was opened that stands before its markup: the line begins when that is
  ///   over.
  private mutating func begin(
    _ line: LineStart,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Bool {
    guard hiddenTokens(upTo: line.token, tokens) else { return false }
    switch line.kind {
    case .blank, .text:
      break
    case .list:
      beginListItem(tokens)
    case .heading:
      beginHeading(line, tokens)
    case .table:
      blanks(upTo: line.offset, tokens)
      beginTable(tokens, matches)
    case .indentedTable:
      beginIndentedTable(tokens, matches)
    case .tableLine:
      blanks(upTo: line.offset, tokens)
      tableLine(tokens, matches)
    case .rule:
      var end = line.offset
      let limit = tokenEnd(tokens)
      while end < limit, source[end] == UInt8(ascii: "-") { end += 1 }
      leaf(.horizontalRule, to: end)
    case .preformatted:
      if !frame.flags.contains(.preformatted) {
        frame.flags.insert(.preformatted)
        open(.preformatted)
      }
      leaf(.delimiter, to: position + 1)
    case .gallery:
      open(.galleryItem, flags: isFileName(line.token, tokens) ? [] : .dropped)
      open(.linkTarget)
    }
    return true
  }

  /// Adds the blanks before a table's markup, and comments between them.
  private mutating func blanks(upTo offset: Int, _ tokens: borrowing GrowableBuffer<Token>) {
    while Int(tokens[index].start) < offset {
      if tokens[index].kind == .comment {
        comment(tokens)
      } else {
        text(to: min(offset, tokenEnd(tokens)))
        if tokenEnd(tokens) > offset { return }
        index += 1
      }
    }
  }

  /// Adds what leaves nothing on the page from before the markup of a line.
  ///
  /// - Returns: false when an `<includeonly>` was opened: the line begins when it is over.
  private mutating func hiddenTokens(
    upTo end: Int,
    _ tokens: borrowing GrowableBuffer<Token>
  ) -> Bool {
    while index < end {
      switch tokens[index].kind {
      case .comment:
        comment(tokens)
      case .inclusionTag:
        asLeaf(.inclusionTag, tokens)
      case .behaviorSwitch:
        asLeaf(.behaviorSwitch, tokens, detail: UInt16(truncatingIfNeeded: tokens[index].link))
      default:
        let hasContent = tokens[index].link != 0
        if hasContent { frame.flags.insert(.lineBeginsLater) }
        openExtension(tokens)
        if hasContent { return false }
      }
    }
    return true
  }

  /// Begins a line behind the `<includeonly>` that stood at its start.
  mutating func beginLine(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    frame.flags.remove(.lineBeginsLater)
    // One hidden thing at a time, so that a line of many is not looked at again for each of them.
    while let next = pastNothing(index, tokens) {
      guard hiddenTokens(upTo: next, tokens) else {
        beginFirstLine(tokens, matches)
        return
      }
    }
    _ = begin(lineStart(index, tokens, matches), tokens, matches)
  }

  private mutating func beginHeading(_ line: LineStart, _ tokens: borrowing GrowableBuffer<Token>) {
    // What is left open ends with its section.
    frame.flags.remove(.inPre)
    open(.heading, detail: UInt16(line.level))
    frame.headingClose = UInt32(truncatingIfNeeded: line.headingClose)
    leaf(.delimiter, to: position + line.level)
    // A line of equals signs only is its own closing mark: the same token is read again for it.
    if line.headingClose != index { asText(tokens) }
  }

  /// An equals sign that is no argument's: text, or the end of a heading.
  mutating func equals(_ tokens: borrowing GrowableBuffer<Token>) {
    let token = tokens[index]
    if token.link != 0 {
      // Tables that began in what turns out to be a name end with it.
      while !(frameHasCloseToken && frame.match == token.link) { popFrame() }
      if frame.kind == .variant { asText(tokens) } else { nameArgument(tokens) }
    } else if frame.headingClose == UInt32(truncatingIfNeeded: index) {
      while !topIs(.heading) { closeNodes(to: nodes.count - 1) }
      let end = tokenEnd(tokens)
      let level = Int(records[Int(nodes[nodes.count - 1].record)].detail)
      text(to: end - level)
      leaf(.delimiter, to: end)
      index += 1
    } else {
      asText(tokens)
    }
  }
}
