/// Dates in figures, and dates whose parts are marked by a sign: `2018年9月7日`, `平成12年`.
extension ValueGrammar {
  /// `2018-09-07`, `1.2.2003`, `31/12/2003`; `1/2/2003` where the language has but one order.
  func numericDate(_ index: Int) -> DateParts? {
    if let month = isoMonth(index) { return month }
    let sign = mark(index + 1)
    guard [0x2D, 0x2E, 0x2F, 0x2010, 0x2011].contains(sign), mark(index + 3) == sign, let first = integer(index),
      let second = integer(index + 2), let third = integer(index + 4)
    else { return nil }
    let isTight = (1...4).allSatisfy { touches(index + $0) }
    guard isTight || sign == 0x2E && touches(index + 1) && touches(index + 3), digitCount(index + 2) <= 2 else {
      return nil
    }
    let end = index + 5
    // More of the same sign: a version, an address.
    guard mark(end) != sign || !touches(end) || !touches(end + 1) else { return nil }
    if (3...4).contains(digitCount(index)), digitCount(index + 4) <= 2 {
      return DateParts(year: first, month: second, day: third, end: end)
    }
    guard digitCount(index) <= 2, (3...4).contains(digitCount(index + 4)) else { return nil }
    var parts = DateParts(year: third, month: second, day: first, end: end)
    if lexicon.language == "am" {
      parts.isEthiopian = true
      parts.isChosen = true
      return parts
    }
    if sign == 0x2E || second <= 12 && first > 12 || first == second { return parts }
    if second > 12 {
      (parts.month, parts.day) = (first, second)
      return parts
    }
    // English is written in both orders.
    guard lexicon.numbers.dateOrder == .dayMonthYear, lexicon.language != "en" else { return nil }
    parts.isChosen = true
    return parts
  }

  /// A date in figures of which the page does not know a part: `2006-??-??`, `2006-05-XX`, `??.05.2006`.
  func maskedDate(_ index: Int) -> DateParts? {
    let sign = mark(index + 1)
    guard [0x2D, 0x2E, 0x2F].contains(sign), touches(index + 1), touches(index + 2) else { return nil }
    // "1990-??" is a span with an end that is not known.
    guard mark(index + 3) == sign, touches(index + 3), touches(index + 4) else { return nil }
    var parts = DateParts(end: index + 5)
    if let year = integer(index), digitCount(index) == 4 {
      parts.year = year
      if isMask(index + 2) { return isMask(index + 4) ? parts : nil }
      parts.month = integer(index + 2)
      return isMask(index + 4) && digitCount(index + 2) <= 2 ? parts : nil
    }
    guard isMask(index), let year = integer(index + 4), digitCount(index + 4) == 4 else { return nil }
    parts.year = year
    if isMask(index + 2) { return parts }
    parts.month = integer(index + 2)
    return digitCount(index + 2) <= 2 && sign == 0x2E ? parts : nil
  }

  /// Whether signs stand at `index` for digits that are not known.
  private func isMask(_ index: Int) -> Bool {
    if digitCount(index) == 2 { return integer(index) == 0 }
    return isText("??", index) || isText("xx", index) || isText("--", index) || isText("?", index)
  }

  /// `2018-09`, where a date is expected; "2009-10" might be two years as well.
  private func isoMonth(_ index: Int) -> DateParts? {
    guard expecting.kind == .date, let year = integer(index), digitCount(index) == 4, isMark("-", index + 1),
      touches(index + 1), touches(index + 2), digitCount(index + 2) == 2, let month = integer(index + 2),
      (1...12).contains(month), month <= year % 100, index + 3 == tokens.count
    else { return nil }
    return DateParts(year: year, month: month, end: index + 3)
  }

  /// `2018年9月7日`, `2018年 9월`, `1985年（昭和60年）7月6日`: a year with its mark.
  func markedYear(_ index: Int) -> DateParts? {
    guard let year = integer(index), digitCount(index) <= 4, means(.yearMark, index + 1),
      isCloseMark(index + 1) || isYearPrefixed(index)
    else { return nil }
    var parts = DateParts(year: year, end: index + 2)
    guard digitCount(index) >= 3 || isYearPrefixed(index) else { return nil }
    if isMark(".", parts.end), touches(parts.end) { parts.end += 1 }
    if isMark("(", parts.end), let behind = behindBracket(parts.end),
      japaneseYear(parts.end + 1) != nil || behind < tokens.count,
      monthDayInMarks(behind) != nil || behind == tokens.count && japaneseYear(parts.end + 1)?.end == behind - 1
    {
      parts.remark = bytes(from: parts.end + 1, to: behind - 1)
      parts.end = behind
    }
    if let month = meaning(.month, parts.end).map(Int.init), monthDayInMarks(parts.end) == nil {
      return withDay(parts, month)
    }
    if let season = meaning(.season, parts.end) {
      parts.month = Int(season)
      parts.end += 1
      return parts
    }
    return yearFirst(parts)
  }

  private func withDay(_ parts: DateParts, _ month: Int) -> DateParts {
    var parts = parts
    parts.month = month
    parts.end += 1
    if let day = integer(parts.end), digitCount(parts.end) <= 2, (1...31).contains(day) {
      parts.day = day
      parts.end = behindOrdinal(parts.end + 1)
    }
    return parts
  }

  /// Where nothing is expected, "1500 г" is more likely grams.
  private func isCloseMark(_ index: Int) -> Bool {
    guard expecting.kind == .any, !isKind(.digits, index + 1) else { return true }
    return !meanings(.unit, index).contains { ValueGrammar.timeUnits[lexicon.units[Int($0)].ucum] == nil }
      && digitCount(index - 1) == 4
  }

  /// Whether an era stands before: 紀元前20年.
  private func isYearPrefixed(_ index: Int) -> Bool { means(.era, index - 1) }

  /// `9月7日`, `9月`: with the marks of months and days; a month by itself only behind a year.
  func monthDayInMarks(_ index: Int) -> DateParts? {
    guard let month = integer(index), digitCount(index) <= 2, (1...12).contains(month), means(.monthMark, index + 1)
    else {
      return nil
    }
    var parts = DateParts(month: month, end: index + 2)
    if let day = integer(parts.end), digitCount(parts.end) <= 2, (1...31).contains(day),
      means(.dayMark, parts.end + 1) || means(.ordinal, parts.end + 1)
    {
      parts.day = day
      parts.end += 2
    } else if index == 0 || !isBehindYear(index) {
      return nil
    }
    return parts
  }

  private func isBehindYear(_ index: Int) -> Bool {
    means(.yearMark, index - 1) || isMark(")", index - 1) || isMark(".", index - 1)
  }

  /// `平成12年`, `明治元年`, `民國100年`: the year of an era that counts its own.
  func japaneseYear(_ index: Int) -> DateParts? {
    guard let era = meaning(.eraYear, index).map(WordMeaning.EraYear.init(packed:)) else { return nil }
    let first = era.before
    var number: Int
    if let value = integer(index + 1), digitCount(index + 1) <= (first < 0 ? 4 : 3) {
      number = value
    } else {
      guard isKind(.word, index + 1) || isKind(.letters, index + 1), let token = token(index + 1),
        string(token.range).hasPrefix("元")
      else { return nil }
      number = 1
      if token.range.count > 3 {
        var parts = DateParts(year: first + 1, end: index + 2)
        parts.hasEra = true
        return parts
      }
    }
    guard number > 0, era.length == 0 || number <= era.length else { return nil }
    number += first
    var parts = DateParts(year: number, end: index + 2)
    parts.hasEra = true
    if means(.yearMark, parts.end) { parts.end += 1 }
    return parts
  }
}
