/// What a text says of a date, part by part, before it is one.
struct DateParts {
  /// The year as written, its era not worked in.
  var year: Int?
  var month: Int?
  var day: Int?
  /// The first year of a decade, or the number of a century or millennium, as written.
  var period: (number: Int, precision: EDTFDate.Precision)?
  /// Whether it is before Christ.
  var isBC = false
  /// Whether an era, a mark of years or the like says that the year is one.
  var hasEra = false
  /// Whether it is nothing but digits.
  var isBareYear = false
  var isApproximate = false
  var isUncertain = false
  var isJulian = false
  /// Whether it is said to be in a calendar that we do not count in: of the Hijra, of the Buddha.
  var isForeign = false
  /// Whether it is said to be in our calendar.
  var isGregorian = false
  /// Whether a date in figures is in the Ethiopian calendar; the names of its months say so themselves.
  var isEthiopian = false
  var isChosen = false
  /// The index of the first token behind it.
  var end: Int
  /// A word before it that narrows it down: "late".
  var label: Range<Int>?
  /// What stands in brackets within it, or the time of day.
  var remark: Range<Int>?

  init(year: Int? = nil, month: Int? = nil, day: Int? = nil, end: Int) {
    self.year = year
    self.month = month
    self.day = day
    self.end = end
  }

  /// The date; nil where there is no such day.
  var date: EDTFDate? {
    guard var date = plainDate else { return nil }
    date.isApproximate = isApproximate
    date.isUncertain = isUncertain
    return date
  }

  /// Of the centuries to come pages name a few; "50 Cent" is none.
  private static let mostPeriods = 30

  private var plainDate: EDTFDate? {
    guard let period else {
      if isBC, year == 0 { return nil }
      if let month, month > EthiopianCalendar.months || isEthiopian && !isGregorian {
        guard let year, let day, !isBC else { return nil }
        return EthiopianCalendar.gregorian(year: year, month: month % EthiopianCalendar.months, day: day)
      }
      let calendar = isJulian ? EDTFDate.Calendar.julian : .gregorian
      return EDTFDate(year: year.map { isBC ? 1 - $0 : $0 }, month: month, day: day, calendar: calendar)
    }
    switch period.precision {
    case .decade:
      // The years BC with one tens digit are no decade of the astronomical count.
      return isBC ? nil : EDTFDate(period: period.number, precision: .decade)
    case .century, .millennium:
      let length = period.precision == .century ? 100 : 1000
      guard (1...(isBC ? 99 : DateParts.mostPeriods)).contains(period.number), !isBC || period.number > 1 else {
        return nil
      }
      let first = (period.number - 1) * length
      return EDTFDate(period: isBC ? -first : first, precision: period.precision)
    default: return nil
    }
  }
}
