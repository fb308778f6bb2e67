import WikitextSyntax

/// Why a text that is written as a date, or as a span of them, is none.
package enum DateFault: Hashable, Sendable {
  /// The month does not have that day: 31 February.
  case noSuchDay(day: Int, month: Int)
  /// There is no such month: `1980-13-05`.
  case noSuchMonth(Int)
  /// A span whose end is before its beginning, by its years: 1990–1985.
  case endsBeforeItBegins(start: Int, end: Int)
}

extension ValueGrammar {
  /// What is wrong with a text in which no date was found.
  ///
  /// Only what is certain: the text has the form of a date in figures and names of months, and no reading of it is one.
  /// Where an era or another calendar is named, nothing is said.
  /// - Complexity: O(bytes).
  mutating func dateFault(_ bytes: [UInt8]) -> DateFault? {
    var whole = ValueText()
    whole.bytes = bytes
    defer { forget() }
    guard lex(whole, 0..<bytes.count, expecting: Expectation(kind: .date)) else { return nil }
    let isOfOtherCount = tokens.indices.contains { index in
      means(.era, index) || means(.eraYear, index) || means(.calendar, index)
    }
    guard !isOfOtherCount else { return nil }
    for index in tokens.indices where !isKind(.digits, index - 1) || !touches(index) {
      if let fault = isoFault(index) ?? figuresFault(index) ?? dayFirstFault(index) ?? monthFirstFault(index) {
        return fault
      }
    }
    return spanFault()
  }

  /// `1980-13-05`
  private func isoFault(_ index: Int) -> DateFault? {
    guard digitCount(index) == 4, let year = integer(index), isMark("-", index + 1), touches(index + 1),
      digitCount(index + 2) == 2, touches(index + 2), let month = integer(index + 2), isMark("-", index + 3),
      touches(index + 3), digitCount(index + 4) == 2, touches(index + 4), let day = integer(index + 4),
      month > 0, day > 0, !isGlued(index + 5)
    else { return nil }
    return fault(day: day, month: month, year: year)
  }

  /// `31.02.1980`, `2/30/1980`: no order of day and month makes it a date.
  private func figuresFault(_ index: Int) -> DateFault? {
    let separator = mark(index + 1)
    guard (1...2).contains(digitCount(index)), let first = integer(index), [0x2E, 0x2F, 0x2D].contains(separator),
      touches(index + 1), (1...2).contains(digitCount(index + 2)), touches(index + 2), let second = integer(index + 2),
      mark(index + 3) == separator, touches(index + 3), digitCount(index + 4) == 4, touches(index + 4),
      let year = integer(index + 4), first > 0, second > 0, !isGlued(index + 5),
      EDTFDate(year: year, month: first, day: second) == nil || first > 12,
      EDTFDate(year: year, month: second, day: first) == nil || second > 12
    else { return nil }
    // What may be a month is one.
    if second <= 12 { return fault(day: first, month: second, year: year) }
    return first <= 12 ? fault(day: second, month: first, year: year) : .noSuchMonth(second)
  }

  /// `31 February 1980`
  private func dayFirstFault(_ index: Int) -> DateFault? {
    guard (1...2).contains(digitCount(index)), let day = integer(index), day > 0, !isDash(index - 1) else { return nil }
    var next = behindOrdinal(index + 1)
    while means(.of, next) { next += 1 }
    guard let month = ordinaryMonth(next) else { return nil }
    next += 1
    while isMark(".", next) || isMark(",", next) || means(.of, next) { next += 1 }
    // "99 June" may be anything; with a year behind it, it is a date.
    let year = digitCount(next) == 4 ? integer(next) : nil
    guard year != nil || day <= 31 && next >= tokens.count else { return nil }
    return fault(day: day, month: month, year: year)
  }

  /// `February 30, 1980`
  private func monthFirstFault(_ index: Int) -> DateFault? {
    guard let month = ordinaryMonth(index), (1...2).contains(digitCount(index + 1)), let day = integer(index + 1),
      day > 0, digitCount(index - 1) == 0
    else { return nil }
    var next = behindOrdinal(index + 2)
    guard isMark(",", next) || digitCount(next) == 4 else { return nil }
    if isMark(",", next) { next += 1 }
    guard digitCount(next) == 4, let year = integer(next) else { return nil }
    return fault(day: day, month: month, year: year)
  }

  /// `1990–1985`, `5 May 1990 – 3 April 1980`: two whole dates with a dash between them and nothing else.
  private func spanFault() -> DateFault? {
    guard let start = date(0, isBareYearDate: true), isDash(start.end),
      let end = date(start.end + 1, isBareYearDate: true), end.end == tokens.count,
      start.date.precision >= .year, end.date.precision >= .year,
      !start.date.isUncertain, !end.date.isUncertain, !start.date.isApproximate, !end.date.isApproximate
    else { return nil }
    guard let first = start.date.year, let last = end.date.year, first > last, first >= 1000, last >= 1000 else {
      return nil
    }
    return .endsBeforeItBegins(start: first, end: last)
  }

  private func ordinaryMonth(_ index: Int) -> Int? {
    guard let month = meaning(.month, index).map(Int.init), (1...12).contains(month) else { return nil }
    return month
  }

  private func isGlued(_ index: Int) -> Bool { isKind(.digits, index) && touches(index) }

  private func fault(day: Int, month: Int, year: Int?) -> DateFault? { DateFault(day: day, month: month, year: year) }
}

extension DateFault {
  /// What is wrong with a day, if anything is. The last day of February is there in centuries that the Julian calendar
  /// gives a leap day, as long as pages may count in it.
  package init?(day: Int, month: Int, year: Int?) {
    guard (1...12).contains(month) else {
      self = .noSuchMonth(month)
      return
    }
    let calendar = year.map { $0 < DateFault.lastJulianYear } ?? false ? EDTFDate.Calendar.julian : .gregorian
    guard day > EDTFDate.days(inMonth: month, of: year, calendar) else { return nil }
    self = .noSuchDay(day: day, month: month)
  }

  /// Greece went over to the Gregorian calendar in 1923.
  private static let lastJulianYear = 1923
}
