import Testing

@testable import WikitextNormalizer

struct HostileValueTests {
  static let pieces = [
    "1-", "1-1-1-", "1 ", "1,", "1.", "(", ")", "((1)", "1/", "9", "5 ft ", "May ", "10–15 ", "c. ", "1 h ", "×10^",
    "±", "$",
    "UTC+", "IV", "2億", "平成", "年", "°", "′", "a@", "www.", "\u{0301}", "\u{202F}", "\u{1D}", "\u{1A}", "5 - ", "XX-",
    "s ",
    "of ", "about ", "the ", "m·", "W/(", "−", "^2", "½", "٣", "፲", "\u{FFFD}", "%", "1e9",
  ]
  static let kinds = FieldKind.allCases

  @Test(arguments: pieces)
  func `Any bytes are read in time that grows with them, and never trap`(_ piece: String) {
    for language in ["en", "ja", "de"] {
      var grammar = ValueGrammar(lexicon: Lexicon.of(language))
      for count in [1, 2, 3, 7, 20, 60, 200, 100_000 / piece.utf8.count] {
        let text = ValueText(marked: String(repeating: piece, count: count))
        for kind in Self.kinds {
          var expecting = Expectation(kind: kind)
          expecting.unit = "m"
          _ = grammar.read(text, 0..<text.bytes.count, expecting: expecting)
        }
        _ = grammar.qualifierDate(text, 0..<text.bytes.count)
      }
    }
  }

  @Test func `Mixtures of pieces never trap, and every remark lies in the text`() {
    var state: UInt64 = 42
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var grammar = ValueGrammar(lexicon: Lexicon.of("fr"))
    for _ in 0..<3000 {
      let text = ValueText(marked: (0..<(1 + next(12))).map { _ in Self.pieces[next(Self.pieces.count)] }.joined())
      let kind = Self.kinds[next(Self.kinds.count)]
      guard let reading = grammar.read(text, 0..<text.bytes.count, expecting: Expectation(kind: kind)) else { continue }
      for range in [reading.label, reading.remark].compactMap(\.self) {
        #expect(range.lowerBound >= 0 && range.upperBound <= text.bytes.count)
      }
    }
  }

  @Test func `Ranges outside of the text are nothing`() {
    var grammar = ValueGrammar(lexicon: Lexicon.of("en"))
    let text = ValueText(marked: "5 km")
    #expect(grammar.read(text, 10..<20, expecting: .anything) == nil)
    #expect(grammar.read(text, 2..<2, expecting: .anything) == nil)
    #expect(grammar.read(text, 0..<100, expecting: .anything)?.content.line == "quantity 5 km")
  }

  @Test func `Half a character is no word`() {
    var grammar = ValueGrammar(lexicon: Lexicon.of("ja"))
    var text = ValueText(marked: "2億円")
    text.bytes.removeLast()
    #expect(grammar.read(text, 0..<text.bytes.count, expecting: Expectation(kind: .money)) == nil)
  }
}
