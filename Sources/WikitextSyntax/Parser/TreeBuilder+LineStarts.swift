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

/// Looking at a line before it is read.
extension TreeBuilder {
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
  func pastNothing(_ index: Int, _ tokens: borrowing GrowableBuffer<Token>) -> Int? {
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
}
