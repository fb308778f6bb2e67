/// Tables, by the lines that make them (MediaWiki's `Parser::handleTables`).
extension TreeBuilder {
  /// `{|` at `position`, and the attributes on the rest of its line.
  mutating func beginTable(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    open(.table)
    let close = frame.closeToken
    let match = frame.match
    let surroundings = frame.flags.intersection(.inBlockquote)
    push(.table, owning: 1, closeToken: close, match: match)
    frame.flags = surroundings
    leaf(.delimiter, to: tableStart(index, position, tokens) ?? position + 2)
    advance(tokens)
    lineAttributes(tokens, matches)
  }

  /// `:{|`: a list for each colon, with the table in its innermost item.
  mutating func beginIndentedTable(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    let end = tokenEnd(tokens)
    text(to: Bytes.skipBlanks(source.span, from: position, to: end))
    beginListItem(tokens)
    text(to: end)
    index += 1
    while tokens[index].kind == .comment { comment(tokens) }
    beginTable(tokens, matches)
    frame.flags.insert(.isIndented)
  }

  /// A line of a table, at its `|` or `!`. The innermost frame is the table.
  mutating func tableLine(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    guard let bar = bar(at: index, tokens), bar.start == position else {
      openCell(.tableHeaderCell, markEnd: position + 1, flags: [.onCellLine, .onHeaderLine], tokens, matches)
      return
    }
    let next = bar.end < source.count ? source[bar.end] : 0
    if next == UInt8(ascii: "}"), endsTable(bar, tokens) {
      endTable(to: bar.end + 1, tokens)
    } else if next == UInt8(ascii: "-") {
      beginRow(bar, tokens, matches)
    } else if next == UInt8(ascii: "+") {
      closeRow()
      open(.tableCaption)
      enterCell(.caption, markEnd: bar.end + 1, flags: [], tokens, matches)
    } else {
      openCell(.tableCell, markEnd: bar.end, flags: .onCellLine, tokens, matches)
    }
  }

  /// Whether the brace behind a bar ends the table, and nothing else.
  private func endsTable(_ bar: TableBar, _ tokens: borrowing GrowableBuffer<Token>) -> Bool {
    let braces = tokens[index].kind == .pipe ? index + 1 : index + 2
    return tokens[braces].kind == .closeBraces && tokens[braces].link == 0
  }

  /// `||` or `!!`, up to `markEnd`: another cell of the same kind on the same line.
  mutating func nextCell(
    markEnd: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    let flags = frame.flags.intersection([.onCellLine, .onHeaderLine])
    leaveCell()
    open(flags.contains(.onHeaderLine) ? .tableHeaderCell : .tableCell)
    enterCell(.cell, markEnd: markEnd, flags: flags, tokens, matches)
  }

  /// Ends the cell or caption, and whatever stands loose in the table or row.
  mutating func leaveCell() {
    if frame.kind != .table { popFrame() }
    let row = frame.flags.contains(.rowIsOpen) ? 1 : 0
    closeNodes(to: Int(frame.nodeBase) + 1 + row)
  }

  private mutating func closeRow() {
    closeNodes(to: Int(frame.nodeBase) + 1)
    frame.flags.remove(.rowIsOpen)
  }

  private mutating func beginRow(
    _ bar: TableBar,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    closeRow()
    open(.tableRow)
    frame.flags.insert(.rowIsOpen)
    var end = bar.end
    while end < source.count, source[end] == UInt8(ascii: "-") { end += 1 }
    leaf(.delimiter, to: end)
    advance(tokens)
    lineAttributes(tokens, matches)
  }

  private mutating func endTable(to end: Int, _ tokens: borrowing GrowableBuffer<Token>) {
    closeRow()
    leaf(.delimiter, to: end)
    // Of more braces the table takes one; what they are else is read with the rest of their token.
    advance(tokens)
    let isIndented = frame.flags.contains(.isIndented)
    popFrame(keeping: 1)
    close()
    if isIndented { frame.flags.insert(.closesIndent) }
  }

  private mutating func openCell(
    _ kind: SyntaxKind,
    markEnd: Int,
    flags: Frame.Flags,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    if !frame.flags.contains(.rowIsOpen) {
      open(.tableRow)
      frame.flags.insert(.rowIsOpen)
    }
    open(kind)
    enterCell(.cell, markEnd: markEnd, flags: flags, tokens, matches)
  }

  /// Writes a cell's mark and attributes, and begins its content.
  private mutating func enterCell(
    _ kind: Frame.Kind,
    markEnd: Int,
    flags: Frame.Flags,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    let surroundings = frame.flags.intersection(.inBlockquote)
    push(kind, owning: 1, closeToken: frame.closeToken, match: frame.match)
    frame.flags = flags.union(surroundings)
    leaf(.delimiter, to: markEnd)
    advance(tokens)
    if let pipe = cellAttributesEnd(tokens, matches) {
      push(.attributes, owning: 0, closeToken: UInt32(truncatingIfNeeded: pipe))
    }
  }

  /// The pipe behind a cell's attributes, if the cell has any: the first single pipe of the line, unless a link, a
  /// language variant or another cell comes first.
  private func cellAttributesEnd(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) -> Int? {
    var next = index
    while true {
      switch tokens[next].kind {
      case .pipe:
        return tokens[next].link == 0 && cellSeparatorEnd(next, tokens) == nil ? next : nil
      case .openBraces where bar(at: next, tokens)?.start == Int(tokens[next].start):
        return cellSeparatorEnd(next, tokens) == nil ? next : nil
      case .openBrackets:
        if tokens[next + 1].start - tokens[next].start >= 2 { return nil }
      case .dash:
        if tokens[next].link != 0 { return nil }
      default:
        if endsLine(next, tokens) { return nil }
      }
      next = skip(next, tokens, matches)
    }
  }

  /// Reads the rest of the line of a `{|` or `|-` as attributes.
  private mutating func lineAttributes(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    let end = lineEnd(from: index, tokens, matches)
    guard end > index || position < Int(tokens[end].start) else { return }
    push(.attributes, owning: 0, closeToken: UInt32(truncatingIfNeeded: end))
  }
}

extension TreeBuilder {
  /// `!!`: another header cell on a line of them, else text.
  mutating func doubleBang(
    _ tokens: borrowing GrowableBuffer<Token>,
    _ matches: borrowing GrowableBuffer<DelimiterMatch>
  ) {
    if frame.kind == .cell, frame.flags.contains(.onHeaderLine), position == Int(tokens[index].start) {
      nextCell(markEnd: position + 2, tokens, matches)
    } else {
      asText(tokens)
    }
  }
}
