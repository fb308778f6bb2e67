import Testing

@testable import WikitextNormalizer

/// What the data of every language say, read back by the grammars.
struct LanguageDataTests {
  /// The languages that have a file of their own.
  static let languages = EmbeddedData.languageNames.filter { $0 != "codes" }

  @Test(arguments: languages)
  func `every name of a month is read as that month`(language: String) {
    let months = LanguageDataLine.lines(of: language).filter { $0.key == "month" }
    // Japanese, Korean and Vietnamese count their months.
    let ethiopian = months.filter { $0.argument.count == 3 }
    #expect(months.count - ethiopian.count == 12 || ["ja", "ko", "vi"].contains(language) && months.isEmpty)
    #expect(ethiopian.count == (language == "am" ? 13 : 0))
    for month in ethiopian where month.argument != "113" {
      let expected = EthiopianCalendar.gregorian(year: 1954, month: (Int(month.argument) ?? 0) - 100, day: 5)
      for name in month.spellings {
        #expect(read("5 \(name) 1954", language, .date) == expected.map { "date \($0)" }, "\(language): \(name)")
      }
    }
    for month in months where month.argument.count < 3 {
      let expected = "date 1954-\(month.argument.count < 2 ? "0" : "")\(month.argument)-05"
      for name in month.spellings {
        #expect(read("5 \(name) 1954", language, .date) == expected, "\(language): \(name)")
      }
    }
  }

  @Test(arguments: languages)
  func `every word for a power of ten multiplies`(language: String) throws {
    for scale in LanguageDataLine.lines(of: language) where scale.key == "scale" {
      let zeros = String(repeating: "0", count: try #require(Int(scale.argument)))
      for word in scale.spellings {
        #expect(read("12 \(word)", language, .number) == "number 12\(zeros)", "\(language): \(word)")
      }
    }
  }

  @Test(arguments: languages)
  func `every currency is read by its name`(language: String) throws {
    for currency in LanguageDataLine.lines(of: language) where currency.key == "currency" {
      let name = try #require(currency.spellings.first)
      #expect(read("12 \(name)", language, .any) == "money 12 \(currency.argument)", "\(language): \(name)")
    }
  }

  @Test func `every unit that words name has a measure`() {
    let units = Lexicon.of("en").units
    for language in Self.languages {
      for unit in LanguageDataLine.lines(of: language) where unit.key == "unit" {
        #expect(units.unit(unit.argument)?.dimension != nil, "\(language): \(unit.argument)")
      }
    }
  }

  private func read(_ text: String, _ language: String, _ kind: FieldKind) -> String {
    GrammarCase(language: language, expecting: Expectation(kind: kind), text: text, expected: "").read()
  }
}

/// A line of a file of Data/languages: a key, an argument, spellings.
struct LanguageDataLine {
  var key: String
  var argument: String
  var spellings: [String]

  /// The lines of a language that have spellings.
  static func lines(of language: String) -> [LanguageDataLine] {
    let text = EmbeddedData.language(language)?.description ?? ""
    return text.split(separator: "\n").compactMap { line in
      let words = line.trimmingPrefix("exact ").split(separator: " ", maxSplits: 2)
      guard words.count == 3, words[0] != "#", words[0] != "number" else { return nil }
      return LanguageDataLine(
        key: String(words[0]),
        argument: String(words[1]),
        spellings: words[2].split(separator: " | ").map(String.init)
      )
    }
  }
}
