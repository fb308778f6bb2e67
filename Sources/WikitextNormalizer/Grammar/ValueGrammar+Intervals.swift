/// Spans of time between dates.
extension ValueGrammar {
  /// `June 2018 – present`, `1958–86`, `from 1990 to 1995`, `since 2005`, `10–15 May 2003`, `2005年 -`.
  func interval(_ index: Int) -> Parse? {
    if case .interval(let interval)? = atom(index) {
      var parse = Parse(.interval(interval), end: index + 1)
      parse.takesRemark = expecting.kind != .any
      return parse
    }
    guard var parse = openInterval(index) ?? sharedInterval(index) ?? fullInterval(index) else { return nil }
    parse.takesRemark = expecting.kind != .any
    return parse
  }

  private var isDateExpected: Bool {
    expecting.kind == .date || expecting.kind == .interval || expecting.kind == .range
  }

  // MARK: - With a word in front

  /// `since 2005`, `until 1995`, `after 1727`, `before 1500`, `– 1995`.
  private func openInterval(_ index: Int) -> Parse? {
    // Words of two meanings ("ab", "a") are only these where nothing but a date follows.
    if means(.since, index) || means(.after, index), let start = date(index + 1, isBareYearDate: true) {
      if let end = secondEnd(behind: start) { return end }
      // The day itself is not in "after 12 March 1950".
      let isExclusive = !means(.since, index)
      let first = isExclusive ? start.date.neighbor(isNext: true) ?? start.date : start.date
      return isAtEnd(start.end) ? span(.date(first), .open, end: start.end) : nil
    }
    if means(.until, index) || means(.before, index) || isDash(index) && isDateExpected,
      let end = date(index + 1, isBareYearDate: true), isAtEnd(end.end)
    {
      let isExclusive = means(.before, index) && !means(.until, index)
      let last = isExclusive ? end.date.neighbor(isNext: false) ?? end.date : end.date
      return span(.unknown, .date(last), end: end.end)
    }
    if means(.from, index) || means(.between, index) || means(.since, index),
      let start = date(index + 1, isBareYearDate: true)
    {
      if let end = secondEnd(behind: start) { return end }
      if means(.between, index), means(.and, start.end), let end = date(start.end + 1, isBareYearDate: true) {
        return ordered(start, end)
      }
    }
    // "1990 onwards", "1990年より", "2005-től": the word behind.
    if let start = date(index, isBareYearDate: true), isAtEnd(start.end + 1), !start.parts.isBareYear || isDateExpected
    {
      if means(.since, start.end) { return span(.date(start.date), .open, end: start.end + 1) }
      if means(.until, start.end), !isDash(start.end) { return span(.unknown, .date(start.date), end: start.end + 1) }
    }
    return nil
  }

  private func isAtEnd(_ index: Int) -> Bool { index >= tokens.count || isMark("(", index) || isMark(",", index) }

  private func secondEnd(behind start: DateReading) -> Parse? {
    guard isSeparator(start.end) else { return nil }
    return close(start, start.end + 1)
  }

  /// What stands between the ends.
  private func isSeparator(_ index: Int) -> Bool { isDash(index) || means(.to, index) || means(.until, index) }

  // MARK: - Two dates

  private func fullInterval(_ index: Int) -> Parse? {
    guard let start = date(index, isBareYearDate: true) else { return nil }
    if means(.present, start.end), !start.parts.isBareYear || isDateExpected || digitCount(start.end - 1) == 4 {
      return span(.date(start.date), .open, end: start.end + 1)
    }
    guard isSeparator(start.end) else { return nil }
    // Where no date is expected, bare years must be four digits, the later one behind.
    if start.parts.isBareYear, !isDateExpected {
      guard
        digitCount(start.end - 1) == 4 && isSafeYear(start.end + 1) || date(start.end + 1, isBareYearDate: false) != nil
      else { return nil }
    }
    return close(start, start.end + 1)
  }

  private func isSafeYear(_ index: Int) -> Bool {
    if means(.present, index) { return true }
    if index + 1 >= tokens.count, digitCount(index) == 2, touches(index) { return true }
    guard index + 1 >= tokens.count, digitCount(index) == 4, let year = integer(index) else {
      return date(index, isBareYearDate: false) != nil
    }
    return (1000...2100).contains(year)
  }

  /// The interval from `start` to what stands at `index`.
  private func close(_ start: DateReading, _ index: Int) -> Parse? {
    if index >= tokens.count {
      return isDash(index - 1) && isDateExpected || !start.parts.isBareYear && isDash(index - 1)
        ? span(.date(start.date), .open, end: index) : nil
    }
    if isMark("(", index), isDash(index - 1), isDateExpected { return span(.date(start.date), .open, end: index) }
    var next = index
    while means(.until, next) || means(.to, next), next < index + 2 { next += 1 }
    if means(.present, next) {
      return span(.date(start.date), .open, end: next + 1)
    }
    if isMark("?", next) || means(.unknown, next) { return span(.date(start.date), .unknown, end: next + 1) }
    if let short = shortYear(next, of: start) { return short }
    guard var end = date(next, isBareYearDate: true) else { return nil }
    if end.date.year == nil, let year = start.date.year, end.date.month != nil {
      end.date.year = year
      guard EDTFDate(year: year, month: end.date.month.map(Int.init), day: end.date.day.map(Int.init)) != nil else {
        return nil
      }
    }
    return ordered(start, end)
  }

  /// `1958–86`: the last digits of a year behind a year.
  private func shortYear(_ index: Int, of start: DateReading) -> Parse? {
    guard start.parts.isBareYear, !start.parts.isBC, let first = start.parts.year, first >= 1000,
      isDateExpected || isMark("\u{2013}", index - 1) && first <= 2100 && digitCount(index) == 2,
      let last = integer(index), digitCount(index) <= 2, touches(index), isAtEnd(index + 1)
    else { return nil }
    let unit = digitCount(index) == 1 ? 10 : 100
    let year = first / unit * unit + last
    guard year > first, let end = EDTFDate(year: year) else { return nil }
    return span(.date(start.date), .date(end), end: index + 1, isChosen: digitCount(index) == 1 || !isDateExpected)
  }

  /// The interval of two dates in their order; what the second says for both is given to the first.
  private func ordered(_ start: DateReading, _ end: DateReading) -> Parse? {
    var first = start.date
    if first.year == nil {
      guard let year = end.date.year, let month = first.month,
        var whole = EDTFDate(year: year, month: Int(month), day: first.day.map(Int.init))
      else { return nil }
      whole.isApproximate = first.isApproximate
      first = whole
    }
    // 384–322 BC: the era is that of both.
    if start.parts.isBareYear, !start.parts.hasEra, end.parts.isBC, let year = start.parts.year,
      let last = end.parts.year,
      year >= last, var date = EDTFDate(year: 1 - year)
    {
      date.isApproximate = first.isApproximate
      first = date
    }
    guard let low = first.year, let high = end.date.year, low <= high else { return nil }
    if low == high, let month = first.month, let other = end.date.month, month <= 12, other <= 12 {
      guard month < other || month == other && (first.day ?? 0) <= (end.date.day ?? 31) else { return nil }
    }
    return span(
      .date(first),
      .date(end.date),
      end: end.end,
      isChosen: start.parts.isChosen || end.parts.isChosen
    )
  }

  private func span(
    _ start: EDTFInterval.Bound,
    _ end: EDTFInterval.Bound,
    end index: Int,
    isChosen: Bool = false
  ) -> Parse {
    Parse(.interval(EDTFInterval(start: start, end: end)), end: index, isChosen: isChosen)
  }

  // MARK: - Ends that share a part

  /// `10–15 May 2003`, `May–June 1990`, `May 10–15, 2003`, `18th–19th century`, `44–31 BC`.
  private func sharedInterval(_ index: Int) -> Parse? {
    var start = index
    if means(.from, start) || means(.between, start) { start += 1 }
    return sharedMonth(start) ?? sharedDay(start) ?? sharedPeriod(start) ?? sharedEra(start)
  }

  private func behindSeparator(_ index: Int) -> Int? {
    isDash(index) || means(.to, index) || means(.and, index) ? index + 1 : nil
  }

  /// `10–15 May 2003`, `May–June 1990`, `9月10日 - 15日`.
  private func sharedMonth(_ index: Int) -> Parse? {
    if let day = integer(index), digitCount(index) <= 2, (1...31).contains(day),
      let next = behindSeparator(behindOrdinal(index + 1)), let end = date(next, isBareYearDate: false),
      let last = end.date.day, day < last, let year = end.date.year
    {
      guard let start = EDTFDate(year: year, month: end.date.month.map(Int.init), day: day) else { return nil }
      return span(.date(start), .date(end.date), end: end.end)
    }
    guard let month = meaning(.month, index),
      let next = behindSeparator(isMark(".", index + 1) ? index + 2 : index + 1),
      let end = date(next, isBareYearDate: false), let year = end.date.year, end.date.day == nil,
      let last = end.date.month, month < Int32(last), let start = EDTFDate(year: year, month: Int(month))
    else { return nil }
    return span(.date(start), .date(end.date), end: end.end)
  }

  /// `May 10–15, 2003`, `2005年5月10日 - 15日`.
  private func sharedDay(_ index: Int) -> Parse? {
    guard let start = date(index, isBareYearDate: false), let day = start.date.day, let month = start.date.month,
      let next = behindSeparator(start.end), let last = integer(next), digitCount(next) <= 2, last > Int(day),
      !means(.month, next + 1), !means(.monthMark, next + 1), !means(.of, next + 1)
    else { return nil }
    var end = behindOrdinal(next + 1)
    var year = start.date.year
    if year == nil {
      if isMark(",", end) { end += 1 }
      guard digitCount(end) == 4, let value = integer(end) else { return nil }
      year = value
      end += 1
    }
    guard let first = EDTFDate(year: year, month: Int(month), day: Int(day)),
      let second = EDTFDate(year: year, month: Int(month), day: last)
    else { return nil }
    return span(.date(first), .date(second), end: end)
  }

  /// `18th–19th century`, `XV–XVI век`, `siglos XV-XVI`.
  private func sharedPeriod(_ index: Int) -> Parse? {
    if let number = periodNumber(index), let next = behindSeparator(number.end),
      let end = date(next, isBareYearDate: false), let period = end.parts.period, period.precision != .decade
    {
      return periods(number.value, period.number, period.precision, isBC: end.parts.isBC, end: end.end)
    }
    guard means(.century, index) || means(.millennium, index), let start = date(index, isBareYearDate: false),
      let period = start.parts.period, let next = behindSeparator(start.end), let number = periodNumber(next)
    else { return nil }
    return periods(period.number, number.value, period.precision, isBC: false, end: number.end)
  }

  private func periods(
    _ first: Int,
    _ last: Int,
    _ precision: EDTFDate.Precision,
    isBC: Bool,
    end: Int
  ) -> Parse? {
    guard isBC ? first > last : first < last else { return nil }
    var start = DateParts(end: end)
    start.period = (first, precision)
    start.isBC = isBC
    var stop = start
    stop.period = (last, precision)
    guard let from = start.date, let to = stop.date else { return nil }
    return span(.date(from), .date(to), end: end)
  }

  /// `44–31 BC`: years too short to be any without the era.
  private func sharedEra(_ index: Int) -> Parse? {
    guard let year = integer(index), digitCount(index) <= 2, let next = behindSeparator(index + 1),
      let end = date(next, isBareYearDate: false), end.parts.isBareYear, end.parts.isBC, let last = end.parts.year,
      year > last, let start = EDTFDate(year: 1 - year)
    else { return nil }
    return span(.date(start), .date(end.date), end: end.end)
  }
}
