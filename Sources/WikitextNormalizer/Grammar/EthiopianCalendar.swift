/// Dates of the Ethiopian calendar: twelve months of 30 days, and a thirteenth of five, or of six in the year before a
/// leap year of the Julian calendar.
enum EthiopianCalendar {
  /// The names of its months have these numbers and one more in the data: 101 to 113.
  static let months = 100

  /// The date in the Gregorian calendar; nil where there is no such day.
  static func gregorian(year: Int, month: Int, day: Int) -> EDTFDate? {
    guard (1...9000).contains(year), (1...13).contains(month), day >= 1 else { return nil }
    guard day <= (month < 13 ? 30 : year % 4 == 3 ? 6 : 5) else { return nil }
    // Its first day is day 1,724,221 of the Julian count.
    let number = 1_724_221 + 365 * (year - 1) + year / 4 + 30 * (month - 1) + day - 1
    return date(ofJulianDay: number)
  }

  /// The Gregorian date of a day of the Julian count, by Fliegel and Van Flandern.
  private static func date(ofJulianDay number: Int) -> EDTFDate? {
    var rest = number + 68569
    let centuries = 4 * rest / 146_097
    rest -= (146_097 * centuries + 3) / 4
    let years = 4000 * (rest + 1) / 1_461_001
    rest -= 1461 * years / 4 - 31
    let month = 80 * rest / 2447
    let day = rest - 2447 * month / 80
    let shift = month / 11
    return EDTFDate(year: 100 * (centuries - 49) + years + shift, month: month + 2 - 12 * shift, day: day)
  }
}
