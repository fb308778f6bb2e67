import WikitextSyntax

/// Reads a value: the whole of a range of text, or nothing.
///
///     10–15 km   5 ft 11 in (1.80 m)   €1,2 Mrd.   12 de marzo de 1954   平成12年   1958–86
///
/// Each sort of value has a grammar in a file of its own, `ValueGrammar+SORT.swift`. A grammar reads from a token on and
/// says where it stopped; ``finish(_:)`` accepts what is left only where it is a remark, a conversion or the date that the
/// value holds for. The expected kind is tried first; then, by shape, the kinds that cannot be taken for another.
///
/// - Complexity: O(bytes) for each read; what is longer than a value is not looked at.
struct ValueGrammar {
  let lexicon: Lexicon
  private var lexer: ValueLexer
  private(set) var text = ValueText()
  private(set) var tokens: [ValueToken] = []
  private(set) var expecting = Expectation.anything

  /// What a grammar found from a token on.
  struct Parse {
    var content: Value.Content
    /// The index of the first token behind it.
    var end: Int
    var isChosen = false
    /// Whether words behind it may be a remark: a noun, a place.
    var takesRemark = false
    var label: Range<Int>?
    var remark: Range<Int>?
    var asOf: EDTFDate?

    init(_ content: Value.Content, end: Int, isChosen: Bool = false) {
      self.content = content
      self.end = end
      self.isChosen = isChosen
    }
  }

  /// No value is longer: prose is.
  static let longest = 400
  /// Addresses may be longer.
  static let longestAddress = 4096

  /// A grammar with the words of `lexicon`. Its scratch is kept from read to read.
  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    lexer = ValueLexer(lexicon)
  }

  /// Takes the grammar out of where it is kept: its scratch grows in place only while nobody else has it.
  mutating func taken() -> ValueGrammar { exchange(&self, with: ValueGrammar(lexicon: lexicon)) }

  /// Reads `range` of `text` as a value; nil where it is none as a whole, or might be two.
  mutating func read(_ text: borrowing ValueText, _ range: Range<Int>, expecting: Expectation) -> ValueReading? {
    let range = ValueGrammar.trimmed(text.bytes.span, range.clamped(to: 0..<text.bytes.count))
    guard !range.isEmpty, range.count <= ValueGrammar.longestAddress else { return nil }
    self.expecting = expecting
    if let content = code(text.bytes.span, range) {
      return ValueReading(content: content, confidence: confidence(of: content, isChosen: false))
    }
    guard ValueGrammar.mayBeValue(text.bytes.span, range, expecting.kind) else { return nil }
    defer { forget() }
    return lex(text, range, expecting: expecting) ? reading() : nil
  }

  /// Cuts `range` into tokens; false where it is too long for a value or runs over the end of an item.
  mutating func lex(_ text: borrowing ValueText, _ range: Range<Int>, expecting: Expectation) -> Bool {
    self.expecting = expecting
    guard range.count <= ValueGrammar.longest else { return false }
    self.text = copy text
    guard lexer.read(self.text, range) else { return false }
    lexer.hand(over: &tokens)
    while let last = tokens.last, last.kind == .mark, [0x2E, 0x2C, 0x3B].contains(last.payload) { tokens.removeLast() }
    // A raised letter behind a bracket is the mark of a note.
    if let last = tokens.last, last.isRaised, last.kind != .digits, isMark(")", tokens.count - 2) {
      tokens.removeLast()
    }
    return !tokens.isEmpty && !tokens.contains { $0.kind == .boundary }
  }

  /// Lets the caller's text go, so that it may change it in place.
  mutating func forget() {
    text = ValueText()
  }

  /// Tries the grammars on the tokens.
  private func reading() -> ValueReading? {
    let (start, label) = self.label()
    if let reading = reading(from: start, label: label) { return reading }
    guard let (start, label) = phrase(start) else { return nil }
    var found = reading(from: start, label: label)
    found?.confidence = .chosen
    return found
  }

  private func reading(from start: Int, label: Range<Int>?) -> ValueReading? {
    let signs = signs()
    for attempt in ValueGrammar.attempts(expecting.kind) where mayBe(attempt, signs) {
      guard var parse = self.parse(attempt, start) else { continue }
      if parse.label == nil { parse.label = label }
      if let reading = finish(parse) { return reading }
    }
    return nil
  }

  /// A phrase before a figure where a figure is expected: "recipient $135 million", "д.т.д. 34-130 м". Words that change
  /// the figure's meaning are none.
  private func phrase(_ start: Int) -> (start: Int, range: Range<Int>)? {
    switch expecting.kind {
    case .number, .count, .quantity, .range, .money, .duration: break
    case .date, .interval: return dateWords(start)
    default: return nil
    }
    guard let figure = (start..<tokens.count).first(where: { isKind(.digits, $0) || isKind(.atom, $0) }) else {
      return nil
    }
    var first = figure
    while first > start, means(.currency, first - 1) || [0x2D, 0x2212].contains(mark(first - 1)) && touches(first) {
      first -= 1
    }
    guard first > start, first - start <= 8, areWords(from: start, to: first) else { return nil }
    for index in start..<first
    where means(.above, index) || means(.below, index) || means(.until, index) || means(.value, index)
      || means(.times, index)
      || means(.or, index) || isMark("/", index)
    {
      return nil
    }
    var end = first
    while end > start, mark(end - 1) != 0, !isMark(".", end - 1) { end -= 1 }
    return end > start ? (first, bytes(from: start, to: end)) : nil
  }

  /// Up to three words before a date that do not change which it is: "baptised 26 April 1564".
  private func dateWords(_ start: Int) -> (start: Int, range: Range<Int>)? {
    var end = start
    while end < tokens.count, end - start < 4, isKind(.word, end) || isKind(.letters, end) || isMark(".", end) {
      let isPlain = [
        WordMeaning.Kind.month, .weekday, .season, .era, .eraYear, .century, .circa, .since, .until, .after, .before,
        .from, .calendar,
      ]
      .allSatisfy { !means($0, end) }
      let isFree = [
        WordMeaning.Kind.to, .between, .present, .or, .early, .mid, .late, .uncertain, .unknown, .above, .below,
        .decade,
      ]
      .allSatisfy { !means($0, end) }
      guard isPlain, isFree else { break }
      end += 1
    }
    guard end > start, end < tokens.count, !isMark(".", start), isSpaced(end), date(end, isBareYearDate: true) != nil
    else {
      return nil
    }
    return (end, bytes(from: start, to: end))
  }

  private func isSpaced(_ index: Int) -> Bool { token(index)?.isSpaced == true }

  /// A phrase with a colon in front: the index behind it, and its bytes.
  private func label() -> (start: Int, range: Range<Int>?) {
    for index in 1..<max(1, min(tokens.count - 1, 10)) where isMark(":", index) {
      let isClock = isKind(.digits, index - 1) && isKind(.digits, index + 1) && touches(index + 1)
      let isYear = index == 1 && digitCount(0) == 4 && !touches(index + 1)
      guard !isClock, isYear || areWords(from: 0, to: index) else { return (0, nil) }
      return (index + 1, bytes(from: 0, to: index))
    }
    return (0, nil)
  }

  func confidence(of content: Value.Content, isChosen: Bool) -> Value.Confidence {
    if isChosen { return .chosen }
    return expecting.kind == .any ? .shape : .certain
  }
}
