import WikitextSyntax

/// Looking for a value of a kind within a text.
extension ValueGrammar {
  /// How many places of a text are tried.
  private static let mostTries = 32

  /// The leftmost value of the expected kind in `range`, the longest one that begins there, and its bytes. It begins and
  /// ends where a word, figure, link or bracket does. Of a text that is longer than a value only the beginning is looked
  /// through.
  ///
  /// - Complexity: O(bytes of the range): the tries are limited, as is the length of a reading.
  mutating func find(
    in text: borrowing ValueText,
    _ range: Range<Int>,
    expecting: Expectation
  ) -> (Value.Content, Range<Int>)? {
    var range = ValueGrammar.trimmed(text.bytes.span, range.clamped(to: 0..<text.bytes.count))
    if range.count > ValueGrammar.longest {
      let beginning = range.prefix(ValueGrammar.longest)
      guard let blank = beginning.last(where: { text.bytes[$0] == 0x20 }) else { return nil }
      range = range.lowerBound..<blank
    }
    guard lex(text, range, expecting: expecting) else { return nil }
    defer { forget() }
    let attempts = ValueGrammar.attempts(expecting.kind).filter { ValueGrammar.gives($0, expecting.kind) }
    let signs = signs()
    var tries = 0
    for start in tokens.indices where mayBegin(start) {
      tries += 1
      if tries > ValueGrammar.mostTries { return nil }
      var longest: Parse?
      for attempt in attempts where mayBe(attempt, signs) {
        guard let parse = parse(attempt, start), parse.end > longest?.end ?? start, standsAlone(parse, from: start)
        else { continue }
        longest = parse
      }
      if let longest { return (longest.content, bytes(from: start, to: longest.end)) }
    }
    return nil
  }

  /// Whether what an attempt gives is of the kind: the others are tried for fields whose values are written in several
  /// ways.
  private static func gives(_ attempt: Attempt, _ kind: FieldKind) -> Bool {
    switch (kind, attempt) {
    case (.number, .number), (.count, .number), (.count, .counted), (.percent, .percent), (.quantity, .quantity),
      (.range, .range), (.money, .money), (.date, .interval), (.date, .date), (.interval, .interval),
      (.interval, .date),
      (.age, .age), (.duration, .duration), (.coordinates, .coordinates), (.angle, .coordinates), (.rating, .rating),
      (.boolean, .boolean):
      true
    default: false
    }
  }

  /// Whether a value may begin with a token.
  private func mayBegin(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .atom: return true
    case .digits: return !isInFigure(index)
    case .mark:
      if [0xBC, 0xBD, 0xBE].contains(mark(index)) { return true }
      // A sign, or that of tenths or a currency.
      return isKind(.digits, index + 1) && touches(index + 1) && !isInFigure(index) && mayHaveSign
        && ![0x28, 0x2C, 0x2F].contains(mark(index))
    case .word:
      switch expecting.kind {
      case .boolean: return means(.yes, index) || means(.no, index)
      case .date, .interval:
        return means(.month, index) || means(.century, index) || means(.eraYear, index) || means(.circa, index)
          || means(.season, index) || means(.since, index) || means(.decade, index) || means(.era, index)
          || means(.early, index) || means(.mid, index) || means(.late, index)
      case .money: return means(.currency, index)
      case .angle, .coordinates: return means(.direction, index)
      case .age: return means(.age, index)
      case .range: return means(.from, index) || means(.between, index)
      default: return false
      }
    case .letters, .boundary: return false
    }
  }

  /// Whether digits, or the sign before them, are a part of a longer figure or code: `13991-10-25`.
  private func isInFigure(_ index: Int) -> Bool {
    var place = index
    while place > 0, touches(place), isJoint(place - 1) { place -= 1 }
    return touches(place) && isKind(.digits, place - 1) && (place < index || isKind(.mark, index))
  }

  private var mayHaveSign: Bool {
    switch expecting.kind {
    case .date, .interval, .age, .boolean: false
    default: true
    }
  }

  /// Marks that stand within figures and codes.
  private func isJoint(_ index: Int) -> Bool {
    [0x2C, 0x2D, 0x2E, 0x2F, 0x3A].contains(mark(index))
  }

  /// Whether what was read is cut out of no word or figure. Only whole dates and templates may touch letters.
  private func standsAlone(_ parse: Parse, from start: Int) -> Bool {
    let end = parse.end
    var last = end
    while touches(last), isJoint(last) { last += 1 }
    if touches(last), isKind(.digits, last), isKind(.digits, end - 1) { return false }
    switch parse.content {
    case .date(let date) where date.precision == .day: return true
    case .money(_) where !(start..<end).contains(where: { means(.currency, $0) || isKind(.atom, $0) }): return false
    default: break
    }
    let isCutBefore = isKind(.digits, start) && touches(start) && isLetter(start - 1)
    let isCutBehind = isKind(.digits, end - 1) && touches(end) && isLetter(end)
    return !isCutBefore && !isCutBehind
  }

  /// Whether a token is letters of a script that writes spaces between words.
  private func isLetter(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .letters || token.kind == .word else { return false }
    return text.bytes[token.start] < 0xE0 && (text.bytes[token.start] | 0x20) &- 0x61 < 26
      || text.bytes[token.start] >= 0xC3 && text.bytes[token.start] < 0xE0
  }
}
