import WikitextNormalizer

/// The order of dates, as far as it is certain.
enum DateOrder {
  /// Whether all that a date may be lies before all that another may be. Nothing is certain of a date that is about
  /// right, in doubt, or of every year.
  static func isCertainlyBefore(_ date: EDTFDate, _ other: EDTFDate) -> Bool {
    guard let last = days(of: date)?.last, let first = days(of: other)?.first else { return false }
    return last < first
  }

  /// The first and the last day that a date may be, as numbers that grow with the days.
  private static func days(of date: EDTFDate) -> (first: Int, last: Int)? {
    guard let year = date.year, !date.isApproximate, !date.isUncertain else { return nil }
    let years: Int
    switch date.precision {
    case .millennium: years = 1000
    case .century: years = 100
    case .decade: years = 10
    default: years = 1
    }
    // Of years before Christ, those with the same first digits lie before the round one.
    let lower = years > 1 && year <= 0 ? year - years + 1 : year
    let upper = years > 1 && year < 0 ? year : year + years - 1
    let month = date.month.flatMap { $0 <= 12 ? Int($0) : nil }
    let day = month == nil ? nil : date.day.map(Int.init)
    // The two calendars are less than a fortnight apart in our era.
    let slack = date.calendar == .julian ? 13 : 0
    return (
      number(lower, month ?? 1, day ?? 1), number(upper, month ?? 12, day ?? 31) + slack
    )
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int { (year * 12 + month - 1) * 31 + day - 1 }
}

extension TypedField {
  /// The one date that the field says, with its place; nil where it says none, or several.
  func onlyDate(isEnd: Bool) -> (date: EDTFDate, value: Value)? {
    guard values.count == 1 else { return nil }
    switch values[0].content {
    case .date(let date): return (date, values[0])
    case .interval(let interval):
      guard case .date(let date) = isEnd ? interval.end : interval.start else { return nil }
      return (date, values[0])
    default: return nil
    }
  }
}
