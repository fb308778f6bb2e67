/// Dates in words, in every order that a language writes them.
extension ValueGrammar {
  /// A date as read.
  struct DateReading {
    var date: EDTFDate
    var parts: DateParts
    /// The index of the first token behind it.
    var end: Int
  }

  /// A date as a whole value.
  func wholeDate(_ index: Int) -> Parse? {
    let isExpected = expecting.kind != .any
    guard let reading = date(index, isBareYearDate: isExpected) else { return nil }
    var parse = Parse(.date(reading.date), end: reading.end, isChosen: reading.parts.isChosen)
    parse.label = reading.parts.label
    parse.remark = reading.parts.remark
    parse.takesRemark = isExpected
    return parse
  }

  /// A date: what stands before it, its parts, and what stands behind. `isBareYearDate` says whether three or four digits
  /// by themselves are a year.
  func date(_ index: Int, isBareYearDate: Bool) -> DateReading? {
    var before = DateParts(end: index)
    readPrefix(&before)
    if case .date(var date)? = atom(before.end) {
      date.isApproximate = date.isApproximate || before.isApproximate
      var parts = before
      parts.end += 1
      readSuffix(&parts)
      date.isUncertain = date.isUncertain || parts.isUncertain
      date.isApproximate = date.isApproximate || parts.isApproximate
      return DateReading(date: date, parts: parts, end: parts.end)
    }
    guard var parts = parts(before.end, hasEra: before.hasEra) else { return nil }
    parts.isApproximate = before.isApproximate
    parts.isUncertain = before.isUncertain
    parts.label = before.label
    parts.isBC = before.isBC
    parts.hasEra = parts.hasEra || before.hasEra
    readSuffix(&parts)
    // "About 500" counts things; "c. 1650" and "early 1990" are years.
    if parts.isBareYear, !parts.hasEra, !isBareYearDate,
      !parts.isApproximate && parts.label == nil || parts.year ?? 0 < 1000
    {
      return nil
    }
    guard !parts.isForeign, countsInGregorian(&parts) else { return nil }
    guard let date = parts.date else { return nil }
    return DateReading(date: date, parts: parts, end: parts.end)
  }

  /// Whether a year without an era is one of ours. Thai pages count from the Buddha's death, Persian ones from the Hijra
  /// in years that might be ours.
  private func countsInGregorian(_ parts: inout DateParts) -> Bool {
    guard let year = parts.year else { return true }
    // "2005 ዓ.ም." lies in two of our years.
    if lexicon.language == "am", parts.hasEra, parts.month == nil { return parts.isBC || parts.isGregorian }
    guard !parts.hasEra else { return true }
    switch lexicon.language {
    case "th" where year > 2300:
      parts.year = year - 543
      parts.isChosen = true
      return true
    case "fa", "ps", "ckb": return !parts.isBareYear || !(1200...1450).contains(year)
    default: return true
    }
  }

  /// Words before a date: circa, a weekday, "on", "late", an era.
  private func readPrefix(_ parts: inout DateParts) {
    for _ in 0..<6 {
      let next = parts.end
      if isCirca(next) {
        parts.isApproximate = true
        parts.end += 1
        if isMark(".", parts.end) { parts.end += 1 }
      } else if means(.early, next) || means(.mid, next) || means(.late, next) {
        parts.label = bytes(from: next, to: next + 1)
        parts.end += 1
        if isDash(parts.end) || means(.of, parts.end) { parts.end += 1 }
      } else if means(.weekday, next), let behind = behindWeekday(next) {
        parts.end = behind
      } else if means(.uncertain, next) || isMark("?", next) {
        parts.isUncertain = true
        parts.end += 1
      } else if let era = meaning(.era, next), isKind(.digits, next + 1) {
        parts.isBC = era == WordMeaning.bc
        parts.hasEra = true
        parts.end += 1
      } else if means(.on, next) || means(.in, next) || means(.dayMark, next) || means(.yearMark, next),
        next + 1 < tokens.count,
        !means(.month, next), !means(.century, next), !means(.decade, next)
      {
        parts.end += 1
      } else if let behind = behindTime(next), isMark(",", behind) {
        parts.remark = bytes(from: next, to: behind)
        parts.end = behind + 1
      } else {
        return
      }
    }
  }

  private func behindWeekday(_ index: Int) -> Int? {
    var next = index + 1
    while isMark(",", next) || isMark(".", next) || means(.on, next) || means(.of, next) { next += 1 }
    return isKind(.digits, next) && !means(.month, index) || means(.month, next) && next > index ? next : nil
  }

  /// The parts of a date.
  private func parts(_ index: Int, hasEra: Bool) -> DateParts? {
    if let parts = maskedDate(index) { return parts }
    if let parts = japaneseYear(index) { return yearFirst(parts) }
    if isKind(.digits, index) {
      return numericDate(index) ?? periodOfNumber(index) ?? markedYear(index) ?? monthDayInMarks(index) ?? dayFirst(
        index
      )
        ?? yearThenMonth(index) ?? bareYear(index, hasEra: hasEra)
    }
    return monthFirst(index) ?? seasonFirst(index) ?? periodOfWord(index) ?? periodOfNumber(index)
  }

  // MARK: - Orders

  /// `12 de marzo de 1954`, `1. ledna 2001`, `5-Mar-2003`, `5.XII.1999`, `26 octobre`.
  private func dayFirst(_ index: Int) -> DateParts? {
    guard let day = integer(index), digitCount(index) <= 2, (1...31).contains(day) else { return nil }
    var next = behindOrdinal(index + 1)
    while means(.of, next) || [0x2D, 0x2F].contains(mark(next)) && touches(next) || means(.dayMark, next) { next += 1 }
    var month = meaning(.month, next).map(Int.init)
    if month == nil, let roman = roman(next), roman.value <= 12, roman.isWhole, hasYear(next + 1) {
      month = roman.value
    }
    // Vietnamese: 5 tháng 3 năm 2003.
    if month == nil, means(.monthMark, next), let number = integer(next + 1), (1...12).contains(number) {
      month = number
      next += 1
    }
    guard let month else { return nil }
    return withYear(DateParts(month: month, day: day, end: next + 1))
  }

  private func hasYear(_ index: Int) -> Bool {
    let next = isMark(".", index) || isMark("-", index) || isMark("/", index) ? index + 1 : index
    return (3...4).contains(digitCount(next))
  }

  /// `May 22, 1980`, `April 6. 2000`, `March 1775`, `December 3rd`.
  private func monthFirst(_ index: Int) -> DateParts? {
    guard let month = meaning(.month, index) else { return nil }
    var next = index + 1
    while isMark(".", next) || isMark(",", next) || means(.dayMark, next) || means(.on, next) { next += 1 }
    guard let day = integer(next), digitCount(next) <= 2, (1...31).contains(day), !isYearWithEra(next) else {
      let parts = withYear(DateParts(month: Int(month), end: index + 1))
      return parts.year == nil ? nil : parts
    }
    return withYear(DateParts(month: Int(month), day: day, end: behindOrdinal(next + 1)))
  }

  /// "June 50 BC", "May 44 v. Chr.": what stands behind a month is a year.
  private func isYearWithEra(_ index: Int) -> Bool {
    means(.era, index + 1) && !isKind(.digits, index + 2)
  }

  /// `春 2003`, `spring of 2003`.
  private func seasonFirst(_ index: Int) -> DateParts? {
    guard let season = meaning(.season, index) else { return nil }
    let parts = withYear(DateParts(month: Int(season), end: index + 1))
    return parts.year == nil ? nil : parts
  }

  /// The year behind a day or month, where there is one.
  private func withYear(_ parts: DateParts) -> DateParts {
    var parts = parts
    var next = parts.end
    while isMark(".", next) || isMark(",", next) || means(.of, next) || means(.yearMark, next) || means(.in, next)
      || [0x2D, 0x2F].contains(mark(next)) && touches(next) && touches(next + 1) && !isSpan(next)
    {
      next += 1
    }
    if let year = japaneseYear(next) {
      parts.year = year.year
      parts.hasEra = true
      parts.end = year.end
      return parts
    }
    var era: Int32?
    if let word = meaning(.era, next), isKind(.digits, next + 1) {
      era = word
      next += 1
    }
    guard let year = integer(next), !isMark(":", next + 1) else { return parts }
    let count = digitCount(next)
    switch count {
    case 3, 4: parts.year = year
    case 1 where era != nil || isYearWithEra(next), 2 where era != nil || isYearWithEra(next): parts.year = year
    case 2 where parts.day != nil && beginsWithZero(next):
      // 6 June 07: nobody writes years of the first century so; but 25 June 45 may be of any.
      parts.year = 2000 + year
      parts.isChosen = true
    default: return parts
    }
    if let era {
      parts.isBC = era == WordMeaning.bc
      parts.hasEra = true
    }
    parts.end = next + 1
    return parts
  }

  /// Whether a dash stands before something that is no year: "May 5-12".
  private func isSpan(_ index: Int) -> Bool { digitCount(index + 1) < 3 }

  /// `2001 január 5`, `2007 m. birželio 5 d.`, `2001. gada 5. maijs`.
  private func yearThenMonth(_ index: Int) -> DateParts? {
    guard let year = integer(index), (3...4).contains(digitCount(index)) else { return nil }
    var next = index + 1
    // Kyrgyz: 1954-жылы 12-март.
    if isMark("-", next), touches(next), touches(next + 1), means(.yearMark, next + 1) { next += 1 }
    while isMark(".", next) || isMark(",", next) || means(.yearMark, next) || means(.of, next) || means(.ordinal, next)
    {
      next += 1
    }
    guard next < tokens.count, !isKind(.digits, next) || next > index + 1 else { return nil }
    let parts = yearFirst(DateParts(year: year, end: next))
    return parts.month == nil ? nil : parts
  }

  /// What follows a year: a month and a day, in words or marks.
  func yearFirst(_ parts: DateParts) -> DateParts {
    var parts = parts
    let next = parts.end
    if let month = meaning(.month, next).map(Int.init) ?? meaning(.season, next).map(Int.init) {
      parts.month = month
      parts.end = next + 1
      if isMark(".", parts.end), touches(parts.end) { parts.end += 1 }
      guard month <= 12, let day = integer(parts.end), digitCount(parts.end) <= 2, (1...31).contains(day) else {
        return parts
      }
      parts.day = day
      parts.end = behindOrdinal(parts.end + 1)
      return parts
    }
    if let date = monthDayInMarks(next) ?? dayFirst(next), date.year == nil {
      parts.month = date.month
      parts.day = date.day
      parts.end = date.end
    }
    return parts
  }

  /// The index behind the ending of an ordinal number, or behind its point.
  func behindOrdinal(_ index: Int) -> Int {
    var next = index
    // "16-го", "1.º".
    if mark(next) == 0x2D || mark(next) == 0x2E, touches(next), means(.ordinal, next + 1), touches(next + 1) {
      next += 1
    }
    if means(.ordinal, next), touches(next) || means(.dayMark, next) {
      next += 1
    } else if let token = token(next), token.isRaised, token.kind == .letters {
      next += 1
    } else if means(.dayMark, next) {
      next += 1
    }
    if isMark(".", next), touches(next) { next += 1 }
    return next
  }

  /// Three or four digits by themselves, or fewer with an era.
  private func bareYear(_ index: Int, hasEra: Bool) -> DateParts? {
    guard let year = integer(index) else { return nil }
    let count = digitCount(index)
    guard count <= 4, count >= 3 || hasEra || isYearWithEra(index) else { return nil }
    var parts = DateParts(year: year, end: index + 1)
    parts.isBareYear = true
    return parts
  }

  // MARK: - Behind

  /// Words behind a date: its era, a mark of years, doubts, a calendar, the time of day.
  private func readSuffix(_ parts: inout DateParts) {
    for _ in 0..<6 {
      let next = parts.end
      if let era = meaning(.era, next), parts.year != nil || parts.period != nil, !parts.hasEra || parts.isBareYear {
        parts.isBC = era == WordMeaning.bc
        parts.hasEra = true
        parts.end += 1
      } else if means(.yearMark, next), parts.year != nil || parts.period != nil, !isKind(.digits, next + 1) {
        parts.isBareYear = false
        parts.end += 1
        if isMark(".", parts.end), touches(parts.end) { parts.end += 1 }
      } else if isMark("?", next) || means(.uncertain, next), isEndOfDate(next + 1) {
        parts.isUncertain = true
        parts.end += 1
      } else if isMark("(", next), isMark("?", next + 1) || means(.uncertain, next + 1), isMark(")", next + 2) {
        parts.isUncertain = true
        parts.end += 3
      } else if means(.circa, next), isEndOfDate(next + 1) {
        parts.isApproximate = true
        parts.end += 1
      } else if parts.period != nil, parts.label == nil, means(.early, next) || means(.mid, next) || means(.late, next)
      {
        parts.label = bytes(from: next, to: next + 1)
        parts.end += 1
      } else if let calendar = meaning(.calendar, next) {
        parts.isJulian = calendar == WordMeaning.julian
        parts.isGregorian = calendar == WordMeaning.gregorian
        parts.isForeign = calendar == WordMeaning.otherCalendar
        parts.end += 1
      } else if isMark("(", next) || isMark("[", next), let calendar = meaning(.calendar, next + 1),
        let behind = behindBracket(next)
      {
        // "(O.S.)" says how the date is counted; "[O.S. 25 January]" gives the other count.
        if behind == next + 3 {
          parts.isJulian = calendar == WordMeaning.julian
          parts.isForeign = calendar == WordMeaning.otherCalendar
        } else {
          parts.remark = bytes(from: next + 1, to: behind - 1)
        }
        parts.end = behind
      } else if let behind = behindTime(isMark(",", next) ? next + 1 : next), parts.day != nil {
        parts.remark = bytes(from: isMark(",", next) ? next + 1 : next, to: behind)
        parts.end = behind
      } else {
        return
      }
    }
  }

  private func isEndOfDate(_ index: Int) -> Bool {
    index >= tokens.count || isDash(index) || isMark("(", index) || isMark(",", index)
  }

  /// The index behind a time of day: `15:51:42 UTC`, `T00:00`.
  private func behindTime(_ index: Int) -> Int? {
    var next = isText("t", index) && touches(index) ? index + 1 : index
    guard digitCount(next) <= 2, isKind(.digits, next), isMark(":", next + 1), touches(next + 1),
      digitCount(next + 2) == 2
    else {
      return nil
    }
    next += 3
    if isMark(":", next), digitCount(next + 1) == 2 { next += 2 }
    if isMark(".", next), touches(next), touches(next + 1), isKind(.digits, next + 1) { next += 2 }
    if isText("utc", next) || isText("gmt", next) || isText("z", next) { next += 1 }
    return next
  }
}
