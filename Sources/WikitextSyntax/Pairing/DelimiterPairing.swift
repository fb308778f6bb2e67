/// Decides which of `{{ }}`, `{{{ }}}`, `[[ ]]` and `-{ }-` belong together.
///
/// This is the stack of MediaWiki's preprocessor (`Preprocessor_Hash::buildDomTreeArrayFromText`), rule for rule:
/// a closing run is matched against the innermost opening run only, three braces before two; what is left of an
/// opening run goes on waiting; a line that begins with `=` is a piece of its own up to its end, inside which no pipe
/// counts. An opening run that is never closed is text and has no effect on its surroundings but the one that it hid
/// closing runs of another kind.
///
/// The result is a list of matches; a run of braces that opens several is the head of a chain of them, outermost
/// first. Pipes and equals signs that divide a match into parts name it in their token's link.
///
/// Linear: each token is pushed, popped and chained at most once.
struct DelimiterPairing: ~Copyable {
  var matches = GrowableBuffer<DelimiterMatch>()
  private var stack = GrowableBuffer<Piece>()

  /// An opening run that waits for its closing run.
  struct Piece: BitwiseCopyable {
    var openToken: UInt32
    /// Delimiter characters not yet matched.
    var count: UInt32
    /// 1 + index of the last pipe or equals sign of the current parts; they chain through their tokens' links.
    var lastMark: UInt32 = 0
    /// 1 + index of the outermost match that the run opened so far.
    var outermost: UInt32 = 0
    var kind: Kind
    /// The run of braces follows a hyphen.
    var followsDash = false
    var hasPipe = false
    var partHasEquals = false
    var containsLink = false
    var containsTableLine = false

    enum Kind: UInt8, BitwiseCopyable { case braces, brackets, variant, heading, region }
  }

  /// Pairs the delimiters of a page.
  ///
  /// - Complexity: O(tokens), and O(bytes) for the names of templates.
  mutating func pair(_ tokens: inout GrowableBuffer<Token>, source: Span<UInt8>, names: TemplateNameRule) {
    matches.removeAll()
    stack.removeAll()
    var atLineStart = true
    let count = tokens.count
    var index = 0
    while index < count {
      let token = tokens[index]
      switch token.kind {
      case .text, .quotes, .characterReference, .tag, .greaterThan, .urlProtocol, .comment, .inclusionTag, .doubleBang,
        .rawText, .signature, .behaviorSwitch, .magicLink, .dash:
        atLineStart = false
      case .newline:
        if stack.count > 0 {
          if top.kind == .heading { _ = stack.removeLast() }
          noteTableLine(after: index, tokens, source)
        }
        atLineStart = true
      case .openBraces:
        atLineStart = false
        open(.braces, index, tokens)
      case .openBrackets:
        atLineStart = false
        open(.brackets, index, tokens)
      case .closeBraces:
        atLineStart = false
        closeBraces(index, &tokens, source, names)
      case .closeBrackets:
        atLineStart = false
        closeBrackets(index, &tokens)
      case .pipe:
        atLineStart = false
        if stack.count > 0, top.kind == .braces || top.kind == .variant {
          mark(index, &tokens)
          stack[stack.count - 1].hasPipe = true
          stack[stack.count - 1].partHasEquals = false
        }
      case .equals:
        equals(index, atLineStart: atLineStart, &tokens)
        atLineStart = false
      case .extensionOpen:
        atLineStart = token.link != 0
        if token.link != 0 {
          stack.append(Piece(openToken: UInt32(truncatingIfNeeded: index), count: 0, kind: .region))
        }
      case .extensionClose:
        atLineStart = false
        unwind(toRegion: true, &tokens)
      case .endOfSource:
        unwind(toRegion: false, &tokens)
      }
      index &+= 1
    }
  }

  /// Gives memory back after a huge page.
  mutating func release(above limit: Int) {
    matches.release(above: limit)
    stack.release(above: limit)
  }

  @inline(__always)
  private var top: Piece { stack[stack.count &- 1] }

  @inline(__always)
  private mutating func open(_ kind: Piece.Kind, _ index: Int, _ tokens: borrowing GrowableBuffer<Token>) {
    let length = tokens[index &+ 1].start &- tokens[index].start
    let followsDash = kind == .braces && index > 0 && tokens[index &- 1].kind == .dash
    var piece = Piece(openToken: UInt32(truncatingIfNeeded: index), count: length, kind: kind, followsDash: followsDash)
    if followsDash && length == 1 {
      // `-{`, and not `-{{`, whose inner braces come first.
      piece.kind = .variant
      piece.openToken &-= 1
      piece.count = 2
    }
    if piece.count >= 2 { stack.append(piece) }
  }

  /// Adds a pipe or equals sign to the chain of the innermost piece.
  private mutating func mark(_ index: Int, _ tokens: inout GrowableBuffer<Token>) {
    tokens[index].link = top.lastMark
    stack[stack.count - 1].lastMark = UInt32(truncatingIfNeeded: index &+ 1)
  }

  private mutating func equals(_ index: Int, atLineStart: Bool, _ tokens: inout GrowableBuffer<Token>) {
    let length = tokens[index + 1].start - tokens[index].start
    var findsEquals = false
    if stack.count > 0 {
      let piece = top
      findsEquals = (piece.kind == .braces || piece.kind == .variant) && piece.hasPipe && !piece.partHasEquals
    }
    if atLineStart, !(length == 1 && findsEquals) {
      // Outside of everything a heading line hides nothing, and need not be stacked.
      if stack.count > 0 {
        stack.append(Piece(openToken: UInt32(truncatingIfNeeded: index), count: length, kind: .heading))
      }
    } else if findsEquals {
      mark(index, &tokens)
      stack[stack.count - 1].partHasEquals = true
    }
  }

  private mutating func closeBraces(
    _ index: Int,
    _ tokens: inout GrowableBuffer<Token>,
    _ source: Span<UInt8>,
    _ names: TemplateNameRule
  ) {
    let end = Int(tokens[index + 1].start)
    var left = UInt32(truncatingIfNeeded: end) - tokens[index].start
    while left > 0, stack.count > 0 {
      if top.kind == .variant {
        guard end < source.count, source[end] == UInt8(ascii: "-") else { return }
        match(.variant, width: 2, index, &tokens)
        // The hyphen of `}-{` is spent, and the brace behind it opens no variant.
        if tokens[index + 1].kind == .dash { tokens[index + 1].kind = .text }
        return
      }
      guard top.kind == .braces else { return }
      let usable = min(left, top.count)
      guard usable >= 2 else { return }
      let width = min(usable, 3)
      left -= width
      if width == 2, !names.isName(openToken: Int(top.openToken), closeToken: index, tokens, matches, source) {
        dismiss(&tokens)
      } else {
        match(width == 3 ? .parameter : .template, width: width, index, &tokens)
      }
    }
  }

  private mutating func closeBrackets(_ index: Int, _ tokens: inout GrowableBuffer<Token>) {
    var left = tokens[index + 1].start - tokens[index].start
    while left >= 2, stack.count > 0, top.kind == .brackets {
      match(.link, width: 2, index, &tokens)
      left -= 2
    }
  }

  private mutating func match(
    _ kind: DelimiterMatch.Kind,
    width: UInt32,
    _ index: Int,
    _ tokens: inout GrowableBuffer<Token>
  ) {
    var piece = stack.removeLast()
    matches.append(
      DelimiterMatch(
        openToken: piece.openToken,
        closeToken: UInt32(truncatingIfNeeded: index),
        inner: piece.outermost,
        kind: kind,
        width: UInt8(truncatingIfNeeded: width),
        isDivided: piece.hasPipe,
        containsLink: piece.containsLink,
        containsTableLine: piece.containsTableLine
      )
    )
    let name = UInt32(truncatingIfNeeded: matches.count)
    tokens[Int(piece.openToken)].link = name
    // Only the arguments of a template have names: `{{{a|b=c}}}` has the default `b=c`.
    assign(name, toChain: piece.lastMark, named: kind == .template, &tokens)
    piece.lastMark = 0
    piece.outermost = name
    piece.hasPipe = false
    piece.partHasEquals = false
    piece.count -= width
    if kind == .link { piece.containsLink = true }

    if piece.count >= 2 {
      stack.append(piece)
    } else if !reopenVariant(piece), kind == .link, stack.count > 0 {
      stack[stack.count - 1].containsLink = true
      if piece.containsTableLine { stack[stack.count - 1].containsTableLine = true }
    }
  }

  /// The last brace of a run and the hyphen before it are a `-{` of their own.
  @discardableResult
  private mutating func reopenVariant(_ piece: Piece) -> Bool {
    guard piece.count == 1, piece.kind == .braces, piece.followsDash else { return false }
    var piece = piece
    piece.kind = .variant
    piece.count = 2
    piece.followsDash = false
    stack.append(piece)
    return true
  }

  /// Spends two braces on either side that call nothing: they are text, and so is what divides them.
  private mutating func dismiss(_ tokens: inout GrowableBuffer<Token>) {
    var piece = stack.removeLast()
    assign(0, toChain: piece.lastMark, named: false, &tokens)
    piece.lastMark = 0
    piece.hasPipe = false
    piece.partHasEquals = false
    piece.count -= 2
    if piece.count >= 2 {
      stack.append(piece)
    } else {
      reopenVariant(piece)
      if piece.containsLink, stack.count > 0 { stack[stack.count - 1].containsLink = true }
    }
  }

  /// Writes `name` into every pipe of a chain, and into every equals sign where these name arguments.
  private func assign(
    _ name: UInt32,
    toChain last: UInt32,
    named: Bool,
    _ tokens: inout GrowableBuffer<Token>
  ) {
    var mark = last
    while mark != 0 {
      let previous = tokens[Int(mark - 1)].link
      tokens[Int(mark - 1)].link = named || tokens[Int(mark - 1)].kind == .pipe ? name : 0
      mark = previous
    }
  }

  /// Gives up on the pieces that the end of their surroundings leaves open.
  private mutating func unwind(toRegion: Bool, _ tokens: inout GrowableBuffer<Token>) {
    while stack.count > 0 {
      let piece = stack.removeLast()
      assign(0, toChain: piece.lastMark, named: false, &tokens)
      if toRegion, piece.kind == .region { return }
    }
  }

  /// Remembers in the innermost `[[` that a line inside it begins as a table's line does.
  private mutating func noteTableLine(
    after index: Int,
    _ tokens: borrowing GrowableBuffer<Token>,
    _ source: Span<UInt8>
  ) {
    guard stack.count > 0, top.kind == .brackets else { return }
    let start = Bytes.skipBlanks(source, from: Int(tokens[index + 1].start), to: source.count)
    if start < source.count, source[start] == UInt8(ascii: "|") || source[start] == UInt8(ascii: "!") {
      stack[stack.count - 1].containsTableLine = true
    }
  }
}
