/// Lines: what ends with one, and how the next begins.
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
