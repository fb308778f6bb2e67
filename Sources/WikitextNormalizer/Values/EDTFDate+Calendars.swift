/// Days from calendar to calendar, and from one to the next.
extension EDTFDate {
  /// The number of a day, counted in its calendar's way from any day on; nil for anything but a day of a year.
  private func number(in calendar: Calendar) -> Int? {
    guard precision == .day, let year, let month, let day else { return nil }
    // Years begin in March, so that the leap day is their last; 153 days are in five months of 31, 30, 31, 30, 31.
    let shifted = (Int(month) + 9) % 12
    let yearFromMarch = (month < 3 ? year - 1 : year) + 12000
    let days = yearFromMarch * 365 + yearFromMarch / 4 + (shifted * 153 + 2) / 5 + Int(day)
    switch calendar {
    // On 1 March 200 both calendars said the same.
    case .julian: return days - 2
    case .gregorian: return days - yearFromMarch / 100 + yearFromMarch / 400 + 90
    }
  }

  /// Whether it is in the Julian calendar the day that the other one is in the Gregorian calendar: 12 and 24 March 1850.
  func isJulian(for gregorian: EDTFDate) -> Bool {
    guard let own = number(in: .julian), let other = gregorian.number(in: .gregorian) else { return false }
    return own == other
  }

  /// The day before or behind it; nil for anything but a day of a year.
  func neighbor(isNext: Bool) -> EDTFDate? {
    guard precision == .day, let year, let month = month.map(Int.init), let day = day.map(Int.init) else { return nil }
    var neighbor: EDTFDate?
    if isNext {
      neighbor =
        EDTFDate(year: year, month: month, day: day + 1, calendar: calendar)
        ?? (month < 12
          ? EDTFDate(year: year, month: month + 1, day: 1, calendar: calendar)
          : EDTFDate(year: year + 1, month: 1, day: 1, calendar: calendar))
    } else if day > 1 {
      neighbor = EDTFDate(year: year, month: month, day: day - 1, calendar: calendar)
    } else if month > 1 {
      let last = EDTFDate.days(inMonth: month - 1, of: year, calendar)
      neighbor = EDTFDate(year: year, month: month - 1, day: last, calendar: calendar)
    } else {
      neighbor = EDTFDate(year: year - 1, month: 12, day: 31, calendar: calendar)
    }
    neighbor?.isApproximate = isApproximate
    neighbor?.isUncertain = isUncertain
    return neighbor
  }
}
