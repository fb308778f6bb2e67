import Testing

@testable import WikitextNormalizer

struct DecimalNumberTests {
  @Test(arguments: [
    ("5.000", "5.000"), ("-0.00000546", "-0.00000546"), ("+7", "7"), (".1", "0.1"), ("1439036", "1439036"),
  ])
  func `Digits come back as they were`(_ digits: String, _ text: String) {
    #expect(DecimalNumber(digits: digits.utf8)?.description == text)
  }

  @Test(arguments: ["", "-", ".", "1.2.3", "1,2", "12a", String(repeating: "9", count: 40)])
  func `What is no number is none`(_ digits: String) {
    #expect(DecimalNumber(digits: digits.utf8) == nil)
  }

  @Test func `Scale words and conversions are exact`() throws {
    let number = try #require(DecimalNumber(digits: "285.544".utf8))
    #expect(number.scaled(byPowerOfTen: 9)?.description == "285544000000")
    #expect(number.multiplied(by: DecimalNumber(3))?.description == "856.632")
    #expect(number.adding(DecimalNumber(1))?.description == "286.544")
    #expect(number.negated.description == "-285.544")
  }

  @Test func `Figures differ where numbers are equal`() throws {
    let long = try #require(DecimalNumber(digits: "5.000".utf8))
    #expect(long != DecimalNumber(5))
    #expect(long.isEqual(to: DecimalNumber(5)))
    #expect(long.integer == 5)
    #expect(DecimalNumber(mantissa: 1, exponent: 65) == nil)
  }
}
