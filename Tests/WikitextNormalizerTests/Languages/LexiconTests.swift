import Testing

@testable import WikitextNormalizer

struct LexiconTests {
  private static let german: StaticString = """
    # A comment
    number decimal=, group=.
    date-order dmy
    month 3 März | Mrz.
    scale 9 Milliarde
    exact unit mW mW
    exact unit MW MW
    unit [ft_i] Fuß
    currency DEM DM
    circa ca. | etwa
    decade -er
    """
  private static let english: StaticString = """
    number decimal=. group=,
    month 3 March | Mar
    scale 9 billion
    unit m m
    """
  private static let codes: StaticString = """
    measure mW kg.m2.s-3 1/1000
    measure MW kg.m2.s-3 1000000
    measure Cel K 1 273.15
    currencies CHF USD
    """

  private let lexicon = Lexicon(language: "de", native: [german], foreign: [english], codes: [codes])

  private func match(_ text: String) -> (meaning: WordMeaning, end: Int)? {
    let bytes = Array(text.utf8)
    let found = lexicon.trie.longestMatch(at: 0, in: bytes.span, end: bytes.count) { _ in true }
    return found.map { (lexicon.trie.meanings[$0.meaning], $0.end) }
  }

  @Test func `Words are found in any case, the longest first`() {
    #expect(match("MÄRZ 1990")?.meaning.kind == .month)
    #expect(match("märz")?.end == 5)
    #expect(match("Mrz 1990")?.end == 3)
    #expect(match("Mrz. 1990")?.end == 4)
    #expect(match("Xyz") == nil)
  }

  @Test func `English stands behind the language's own words`() {
    #expect(match("billion")?.meaning.isForeign == true)
    #expect(match("Milliarde")?.meaning.isForeign == false)
    #expect(lexicon.numbers.decimal == 0x2C)
    #expect(lexicon.numbers.group == 0x2E)
  }

  @Test func `Case decides where the data say so`() throws {
    let big = Array("MW".utf8)
    let small = Array("mW".utf8)
    for (text, ucum) in [(big, "MW"), (small, "mW")] {
      let found = lexicon.trie.longestMatch(at: 0, in: text.span, end: 2) { _ in true }
      let unit = lexicon.meaning(.unit, ofWord: found?.meaning ?? -1, in: text.span, 0..<2)
      #expect(try lexicon.units[Int(#require(unit))].ucum == ucum)
    }
  }

  @Test func `Units have their dimension and factor`() throws {
    let milli = try #require(lexicon.units.unit("mW"))
    let mega = try #require(lexicon.units.unit("MW"))
    #expect(milli.dimension == mega.dimension && milli.dimension != nil)
    #expect(mega.factor / milli.factor == 1e9)
    #expect(lexicon.units.unit("Cel")?.offset == 273.15)
    #expect(lexicon.units.unit("[ft_i]")?.dimension == nil)
  }

  @Test func `Codes of currencies are words as they stand`() {
    #expect(match("CHF").map { WordMeaning.currency($0.meaning.value) } == "CHF")
    #expect(match("CHF")?.meaning.isExact == true)
  }

  @Test func `There is one lexicon a language, and English where there are no data`() {
    #expect(Lexicon.of("de") === Lexicon.of("DE"))
    #expect(Lexicon.of("tlh").language == "en")
    #expect(Lexicon.of("pt-br").language == "pt")
    #expect(Lexicon.of("nb").language == "no")
  }
}
