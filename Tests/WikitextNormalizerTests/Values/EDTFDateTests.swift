import Testing

@testable import WikitextNormalizer

struct EDTFDateTests {
  @Test func `Dates have EDTF's forms`() throws {
    #expect(EDTFDate(year: 2018, month: 9, day: 7)?.description == "2018-09-07")
    #expect(EDTFDate(year: -383)?.description == "-0383")
    #expect(EDTFDate(year: nil, month: 12, day: 25)?.description == "XXXX-12-25")
    #expect(EDTFDate(period: 1980, precision: .decade)?.description == "198X")
    #expect(EDTFDate(period: 1800, precision: .century)?.description == "18XX")
    #expect(EDTFDate(year: 2018, month: 21)?.description == "2018-21")
    var date = try #require(EDTFDate(year: 1130))
    date.isApproximate = true
    #expect(date.description == "1130~")
    date.isUncertain = true
    #expect(date.description == "1130%")
  }

  @Test func `There are no other days than the calendar's`() {
    #expect(EDTFDate(year: 2018, month: 2, day: 29) == nil)
    #expect(EDTFDate(year: 1900, month: 2, day: 29) == nil)
    #expect(EDTFDate(year: 1900, month: 2, day: 29, calendar: .julian) != nil)
    #expect(EDTFDate(year: 1500, month: 2, day: 29) != nil)
    #expect(EDTFDate(year: nil, month: 2, day: 29) != nil)
    #expect(EDTFDate(year: 2018, month: 13) == nil)
    #expect(EDTFDate(year: 20008) == nil)
    #expect(EDTFDate(year: nil) == nil)
  }

  @Test func `Intervals have EDTF's forms`() throws {
    let date = try #require(EDTFDate(year: 1990))
    #expect(EDTFInterval(start: .date(date), end: .open).description == "1990/..")
    #expect(EDTFInterval(start: .unknown, end: .date(date)).description == "/1990")
  }
}
