import WikitextSyntax

/// Cuts a value's text into tokens, from left to right, each byte once but for spellings that turn out longer than the
/// text.
struct ValueLexer {
  private let lexicon: Lexicon
  private(set) var tokens: [ValueToken] = []
  /// Where the markup begins to raise text: digits before an exponent are not its first ones.
  private var raised: [Int] = []
  private var nextRaised = 0

  /// A value with more tokens is prose.
  static let limit = 160

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// Reads the tokens of `range`; false when there are too many of them.
  mutating func read(_ text: ValueText, _ range: Range<Int>) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    findRaised(text, range)
    let bytes = text.bytes.span
    let trie = lexicon.trie
    var position = range.lowerBound
    var isSpaced = true
    while position < range.upperBound {
      guard tokens.count < ValueLexer.limit else { return false }
      let (scalar, length) =
        UTF8Scalars.decode(at: position, in: bytes, end: range.upperBound) ?? (Unicode.Scalar(0xFFFD) ?? " ", 1)
      if ScalarClass.isSpace(scalar) || scalar.value == UInt32(ValueText.Control.line) {
        isSpaced = true
        position += length
      } else if ScalarClass.isInvisible(scalar) {
        position += length
      } else {
        position = readToken(scalar, length, trie, bytes, position, range.upperBound, isSpaced)
        isSpaced = false
      }
    }
    markAtoms(text)
    markRaised(text, range)
    return true
  }

  /// Gives the tokens away, and takes an array that is not needed any more for the next ones: both stay unshared.
  mutating func hand(over other: inout [ValueToken]) { swap(&tokens, &other) }

  /// Reads one token and gives its end.
  private mutating func readToken(
    _ scalar: Unicode.Scalar,
    _ length: Int,
    _ trie: borrowing WordTrie,
    _ bytes: Span<UInt8>,
    _ position: Int,
    _ end: Int,
    _ isSpaced: Bool
  ) -> Int {
    func token(_ kind: ValueToken.Kind, _ stop: Int, _ payload: Int = 0, isRaised: Bool = false) -> ValueToken {
      ValueToken(kind: kind, isSpaced: isSpaced, isRaised: isRaised, start: position, end: stop, payload: payload)
    }
    let value = scalar.value
    if value == UInt32(ValueText.Control.atom) {
      tokens.append(token(.atom, position + 1, -1))
      return position + 1
    }
    if value == UInt32(ValueText.Control.item) {
      tokens.append(token(.boundary, position + 1))
      return position + 1
    }
    if ScalarClass.digit(scalar) != nil {
      return readDigits(token(.digits, position), bytes, end, ScalarClass.digit)
    }
    if (0x1369...0x137C).contains(value) {
      return readEthiopic(token(.digits, position), bytes, end)
    }
    if ScalarClass.raisedDigit(scalar) != nil {
      return readDigits(token(.digits, position, isRaised: true), bytes, end, ScalarClass.raisedDigit)
    }
    if value == 0x207A || value == 0x207B {
      tokens.append(token(.mark, position + length, value == 0x207A ? 0x2B : 0x2212, isRaised: true))
      return position + length
    }
    if !ValueLexer.isPunctuation(value),
      let match = trie.longestMatch(
        at: position,
        in: bytes,
        end: end,
        isEnd: { ValueLexer.isBoundary($0, bytes, end) }
      )
    {
      var word = token(.word, match.end, match.meaning)
      word.kinds = trie.kinds(match.meaning)
      tokens.append(word)
      return match.end
    }
    if ScalarClass.isUnspaced(scalar) {
      if let last = tokens.last, last.kind == .letters, last.end == position, !isSpaced {
        tokens[tokens.count - 1].end = position + length
      } else {
        tokens.append(token(.letters, position + length))
      }
      return position + length
    }
    if ScalarClass.isSpacedLetter(scalar) {
      let stop = run(from: position, bytes, end, ScalarClass.isSpacedLetter)
      tokens.append(token(.letters, stop))
      return stop
    }
    let mark = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value == 0x3001 ? 0x2C : value
    tokens.append(token(.mark, position + length, Int(mark)))
    return position + length
  }

  /// Reads digits into a token that begins where they do, and gives their end.
  private mutating func readDigits(
    _ token: ValueToken,
    _ bytes: Span<UInt8>,
    _ end: Int,
    _ digit: (Unicode.Scalar) -> UInt8?
  ) -> Int {
    var token = token
    while nextRaised < raised.count, raised[nextRaised] <= token.start { nextRaised += 1 }
    let end = nextRaised < raised.count ? min(end, raised[nextRaised]) : end
    while token.end < end, let (scalar, length) = UTF8Scalars.decode(at: token.end, in: bytes, end: end),
      let value = digit(scalar)
    {
      token.end += length
      if token.count < ValueToken.mostDigits { token.payload = token.payload * 10 + Int(value) }
      if token.count < 255 { token.count += 1 }
    }
    tokens.append(token)
    return token.end
  }

  /// Reads an Ethiopic numeral into a token that begins where it does, and gives its end: `፳፩` is 21, `፲፱፻፹` 1980.
  private mutating func readEthiopic(_ token: ValueToken, _ bytes: Span<UInt8>, _ end: Int) -> Int {
    var token = token
    // What stands before the ten thousands, the hundreds, and behind them.
    var (sum, hundreds, rest) = (0, 0, 0)
    while token.end < end, let (scalar, length) = UTF8Scalars.decode(at: token.end, in: bytes, end: end),
      (0x1369...0x137C).contains(scalar.value), sum < 100_000_000
    {
      token.end += length
      switch scalar.value {
      case 0x137C: (sum, hundreds, rest) = (max(sum + hundreds + rest, 1) * 10000, 0, 0)
      case 0x137B: (hundreds, rest) = (hundreds + max(rest, 1) * 100, 0)
      case 0x1372...0x137A: rest += Int(scalar.value - 0x1371) * 10
      default: rest += Int(scalar.value - 0x1368)
      }
    }
    token.payload = sum + hundreds + rest
    token.count = UInt8(truncatingIfNeeded: Figure.powers.firstIndex { $0 > token.payload } ?? ValueToken.mostDigits)
    tokens.append(token)
    return token.end
  }

  private func run(
    from position: Int,
    _ bytes: Span<UInt8>,
    _ end: Int,
    _ belongs: (Unicode.Scalar) -> Bool
  ) -> Int {
    var position = position
    while position < end, let (scalar, length) = UTF8Scalars.decode(at: position, in: bytes, end: end), belongs(scalar)
    {
      position += length
    }
    return position
  }

  /// Marks that stand between values and begin no word.
  private static func isPunctuation(_ value: UInt32) -> Bool {
    switch value {
    case 0xB7, 0xD7, 0x2219, 0x22C5, 0x30FB, 0x28...0x29, 0x2B...0x2F, 0x3A...0x3B, 0x5B, 0x5D, 0x7E, 0x2010...0x2015,
      0x2212, 0xFF08, 0xFF09, 0xFF0B...0xFF0F,
      0xFF1A, 0xFF5E, 0x3001, 0x301C:
      true
    default: false
    }
  }

  /// Whether a word may end before `position`: not between two letters of a script with spaces.
  private static func isBoundary(_ position: Int, _ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard position < end, let (next, _) = UTF8Scalars.decode(at: position, in: bytes, end: end),
      ScalarClass.isSpacedLetter(next)
    else { return true }
    var start = position - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard let (last, _) = UTF8Scalars.decode(at: start, in: bytes, end: position) else { return true }
    return !ScalarClass.isSpacedLetter(last)
  }

  /// Gives the atoms their places.
  private mutating func markAtoms(_ text: ValueText) {
    guard !text.atoms.isEmpty else { return }
    for index in tokens.indices where tokens[index].kind == .atom {
      let found = ValueLexer.lowerBound(text.atoms, of: tokens[index].start, \.offset)
      tokens[index].payload = found < text.atoms.count && text.atoms[found].offset == tokens[index].start ? found : -1
    }
    dropIcons(text)
  }

  /// Takes out the icons that only say something of the value that they stand in.
  private mutating func dropIcons(_ text: ValueText) {
    func isIcon(_ token: ValueToken) -> Bool {
      token.kind == .atom && token.payload >= 0 && text.atoms[token.payload].role == .mark
    }
    guard tokens.contains(where: isIcon) else { return }
    var isSpaced = false
    var kept: [ValueToken] = []
    for var token in tokens {
      if isIcon(token) {
        isSpaced = isSpaced || token.isSpaced
        continue
      }
      if isSpaced { token.isSpaced = true }
      isSpaced = false
      kept.append(token)
    }
    tokens = kept
  }

  private mutating func findRaised(_ text: ValueText, _ range: Range<Int>) {
    raised.removeAll(keepingCapacity: true)
    nextRaised = 0
    var place = ValueLexer.lowerBound(text.spans, of: range.lowerBound, \.start)
    while place < text.spans.count, text.spans[place].start < range.upperBound {
      if text.spans[place].kind == .raised { raised.append(text.spans[place].start) }
      place += 1
    }
  }

  /// Marks what the markup raises.
  private mutating func markRaised(_ text: ValueText, _ range: Range<Int>) {
    var place = ValueLexer.lowerBound(text.spans, of: range.lowerBound, \.start)
    var first = 0
    while place < text.spans.count, text.spans[place].start < range.upperBound {
      let span = text.spans[place]
      place += 1
      guard span.kind == .raised else { continue }
      while first < tokens.count, tokens[first].end <= span.start { first += 1 }
      var index = first
      while index < tokens.count, tokens[index].start < span.end {
        tokens[index].isRaised = true
        index += 1
      }
    }
  }

  /// The first of the sorted elements that is at `offset` or behind it, by halving: a field may have thousands.
  private static func lowerBound<Element>(_ elements: [Element], of offset: Int, _ key: (Element) -> Int) -> Int {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if key(elements[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
