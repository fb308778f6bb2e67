import Testing

@testable import WikitextNormalizer

/// What the grammars write, they read.
struct RereadingTests {
  private func reread(_ text: String, _ kind: FieldKind, _ language: String = "en") -> String? {
    var grammar = ValueGrammar(lexicon: Lexicon.of(language))
    let text = ValueText(marked: text)
    return grammar.read(text, 0..<text.bytes.count, expecting: Expectation(kind: kind))?.content.line
  }

  @Test(arguments: ["0.5", "-20", "1439036", "0.00000546", "123456789.25", "5.00"])
  func `Numbers are read again`(_ digits: String) throws {
    let number = try #require(DecimalNumber(digits: digits.utf8))
    #expect(reread(number.description, .number) == "number \(number)")
  }

  @Test func `Days of all years are read again`() throws {
    for (year, month, day) in [(2018, 9, 7), (1600, 2, 29), (1000, 1, 1), (2100, 12, 31), (476, 9, 4)] {
      let date = try #require(EDTFDate(year: year, month: month, day: day))
      #expect(reread(date.description, .date) == "date \(date)")
      #expect(reread("\(day).\(month).\(date.description.prefix(4))", .date, "de") == "date \(date)")
    }
  }

  @Test func `Months by every name of a language are read again`() throws {
    let names = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre"]
    for (place, name) in names.enumerated() {
      let date = try #require(EDTFDate(year: 1954, month: place + 1, day: 12))
      #expect(reread("12 de \(name) de 1954", .date, "es") == "date \(date)")
    }
  }

  @Test(arguments: ["P5Y", "PT1H2M3S", "PT61.83H", "P2DT12H"])
  func `Lengths of time are read again`(_ text: String) {
    #expect(reread(text, .duration) == "duration \(text)")
  }
}
