import Testing
import WikitextSyntax

@testable import WikitextNormalizer

/// Dates that are not counted as ours are, and short forms of years and numbers.
struct CalendarTests {
  private func read(_ text: String, _ kind: FieldKind = .any, _ language: String) -> String? {
    var grammar = ValueGrammar(lexicon: Lexicon.of(language))
    let text = ValueText(bytes: Array(text.utf8))
    return grammar.read(text, 0..<text.bytes.count, expecting: Expectation(kind: kind))?.content.line
  }

  @Test func `Ethiopian dates become Gregorian ones`() {
    #expect(EthiopianCalendar.gregorian(year: 2000, month: 1, day: 1) == EDTFDate(year: 2007, month: 9, day: 12))
    #expect(EthiopianCalendar.gregorian(year: 2003, month: 13, day: 6) == EDTFDate(year: 2011, month: 9, day: 11))
    #expect(EthiopianCalendar.gregorian(year: 2004, month: 13, day: 6) == nil)
    #expect(read("የካቲት 23 1888", .date, "am") == "date 1896-03-01")
    #expect(read("1/13/2000", .date, "am") == "date 2008-09-06")
    #expect(read("1/1/2000 እ.ኤ.አ.", .date, "am") == "date 2000-01-01")
    #expect(read("5 ሜይ 1990", .date, "am") == "date 1990-05-05")
  }

  @Test func `Ethiopic numerals are figures`() {
    #expect(read("፲፱፻፹፬", .number, "am") == "number 1984")
    #expect(read("፳፻", .number, "am") == "number 2000")
    #expect(read("፼፭", .number, "am") == "number 10005")
  }

  @Test func `Two digits behind a day and month are of no certain century`() {
    #expect(read("3 May 07", .date, "en") == "date 2007-05-03")
    #expect(read("15 December 37", .date, "en") == nil)
    #expect(read("15. Dezember 37", .date, "de") == nil)
    #expect(read("15 December 37 AD", .date, "en") == "date 0037-12-15")
  }

  @Test func `Parts that are masked are not known`() {
    #expect(read("2006-??-??", .date, "en") == "date 2006")
    #expect(read("2006-05-XX", .date, "en") == "date 2006-05")
    #expect(read("??.05.2006", .date, "de") == "date 2006-05")
    #expect(read("1990-??", .interval, "en") == "interval 1990/")
  }

  @Test func `Other calendars are not counted as ours`() {
    #expect(read("1200 AH", .date, "en") == nil)
    #expect(read("AH 1200", .date, "en") == nil)
    #expect(read("2500 BE", .date, "en") == nil)
    #expect(read("50 Cent", .date, "en") == nil)
  }

  @Test func `Eras end`() {
    #expect(read("昭和64年", .date, "ja") == "date 1989")
    #expect(read("昭和99年", .date, "ja") == nil)
    #expect(read("大正20年", .date, "ja") == nil)
    #expect(read("民國113年", .date, "zh") == "date 2024")
  }

  @Test func `A day itself is not after it, nor before it`() {
    #expect(read("after 12 March 1950", .date, "en") == "interval 1950-03-13/..")
    #expect(read("since 12 March 1950", .date, "en") == "interval 1950-03-12/..")
    #expect(read("before 1 March 1900", .date, "en") == "interval /1900-02-28")
    #expect(read("before 1500", .date, "en") == "interval /1500")
  }

  @Test func `Days of one calendar are those of the other`() throws {
    let julian = try #require(EDTFDate(year: 1850, month: 3, day: 12, calendar: .julian))
    #expect(julian.isJulian(for: try #require(EDTFDate(year: 1850, month: 3, day: 24))))
    #expect(!julian.isJulian(for: try #require(EDTFDate(year: 1850, month: 3, day: 25))))
    let eve = try #require(EDTFDate(year: 1582, month: 10, day: 4))
    #expect(eve.isJulian(for: try #require(EDTFDate(year: 1582, month: 10, day: 14))))
  }

  @Test func `Seasons have their words in their own language`() {
    #expect(read("fall 1960", .date, "en") == "date 1960-23")
    #expect(read("fall 1960", .date, "es") == "date 1960")
  }

  @Test func `Years stand before the day in Kazakh and Kyrgyz`() {
    #expect(read("1962 жылғы 7 қаңтар", .any, "kk") == "date 1962-01-07")
    #expect(read("1962-жылы 7-январь", .any, "ky") == "date 1962-01-07")
  }

  @Test func `What is about a small number is no year`() {
    #expect(read("около 700", .any, "ru") == "number 700")
    #expect(read("около 1700", .any, "ru") == "date 1700~")
    #expect(read("Ende 1870", .any, "de") == "date 1870")
    #expect(read("16世紀初頭", .any, "ja") == "date 15XX")
  }

  @Test func `Words are numbers where they are all there is`() {
    #expect(read("half a million", .any, "en") == "number 500000")
    #expect(read("3 dozen", .any, "en") == "number 36")
    #expect(read("2.5 L", .any, "en") == "quantity 2.5 L")
  }

  @Test func `A language's own power of ten comes before that of English`() {
    #expect(read("3 billion", .number, "de") == "number 3000000000000")
    #expect(read("3 billion", .number, "en") == "number 3000000000")
  }

  @Test func `A bare number behind a mark of feet is inches`() {
    #expect(read("6' 2", .quantity, "en") == "quantity 74 [in_i]")
    #expect(read("6 ft 2", .quantity, "en") != "quantity 74 [in_i]")
  }
}
