import WikitextSyntax

/// Reads the dates of citations: the forms that most of them have by itself, `2018-09-07` and `2018`, all others by the
/// grammar of dates.
struct CitationDateReader {
  private var grammar: ValueGrammar
  /// Dates in English stand on every wiki.
  private var english: ValueGrammar?
  private var value = ValueText()

  /// A reader of the dates of a language.
  ///
  /// - Parameters:
  ///   - language: the wiki's language.
  ///   - lexicon: the words of the language.
  init(language: String, lexicon: Lexicon) {
    grammar = ValueGrammar(lexicon: lexicon)
    if language != "en" { english = ValueGrammar(lexicon: Lexicon.of("en")) }
  }

  /// A date, and the letter behind its year that tells works of one year apart: `1999a`.
  struct Reading {
    var date: CitationDate
    var suffix: String?
  }

  /// Reads a text.
  ///
  /// - Complexity: O(bytes).
  mutating func read(_ text: [UInt8]) -> Reading? {
    guard !text.isEmpty else { return nil }
    var bytes = text[...]
    var suffix: String?
    // A letter behind four digits is the work's, not the date's.
    if bytes.count >= 5, let last = bytes.last, (last &- 0x61) < 26,
      bytes.dropLast().suffix(4).allSatisfy(Bytes.isDigit)
    {
      suffix = String(decoding: [last], as: UTF8.self)
      bytes = bytes.dropLast()
    }
    var date = CitationDate(date: nil, interval: nil, literal: String(decoding: text, as: UTF8.self))
    if let simple = simple(bytes) {
      date.date = simple
    } else if !isAmbiguous(bytes), let content = readByGrammar(bytes) {
      switch content {
      case .date(let read): date.date = read
      case .interval(let interval):
        date.interval = interval
        if case .date(let start) = interval.start { date.date = start }
      default: break
      }
    }
    return Reading(date: date, suffix: suffix)
  }

  private mutating func readByGrammar(_ bytes: ArraySlice<UInt8>) -> Value.Content? {
    value.bytes.removeAll(keepingCapacity: true)
    value.bytes += bytes
    let reading =
      grammar.read(value, 0..<value.bytes.count, expecting: CitationDateReader.date)
      ?? english?.read(value, 0..<value.bytes.count, expecting: CitationDateReader.date)
    // Words before a date say that it is of something else.
    guard let reading, reading.label == nil else { return nil }
    return reading.content
  }

  private static let date = Expectation(kind: .date)

  /// Reads a date in parts; a month is a number or a name.
  ///
  /// - Parameters:
  ///   - year: the year, perhaps with a letter.
  ///   - month: the month.
  ///   - day: the day.
  /// - Returns: nil without a year.
  mutating func read(year: [UInt8], month: [UInt8], day: [UInt8]) -> Reading? {
    guard !year.isEmpty else { return nil }
    if month.isEmpty { return read(year) }
    if let month = CitationDateReader.number(month[...]), month <= 12 {
      let isoDay = CitationDateReader.number(day[...]).map { CitationDateReader.twoDigits($0) }
      return read(year + [0x2D] + CitationDateReader.twoDigits(month) + (isoDay.map { [0x2D] + $0 } ?? []))
    }
    return read((day.isEmpty ? [] : day + [0x20]) + month + [0x20] + year)
  }

  private static func twoDigits(_ number: Int) -> [UInt8] {
    [UInt8(0x30 + number / 10 % 10), UInt8(0x30 + number % 10)]
  }

  /// In English `2004-05` may be a month or two years; elsewhere it is a month, as templates' manuals say.
  private func isAmbiguous(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard english == nil, bytes.count == 7, bytes[bytes.startIndex + 4] == UInt8(ascii: "-"),
      let year = CitationDateReader.number(bytes.prefix(4)), let month = CitationDateReader.number(bytes.suffix(2))
    else { return false }
    return 1...12 ~= month && month > year % 100
  }

  /// `2018`, `2018-09`, `2018-09-07`, and the day with a time behind it.
  private func simple(_ bytes: ArraySlice<UInt8>) -> EDTFDate? {
    let start = bytes.startIndex
    guard bytes.count >= 4, let year = CitationDateReader.number(bytes[start..<start + 4]) else { return nil }
    if bytes.count == 4 { return EDTFDate(year: year) }
    guard bytes.count >= 7, bytes[start + 4] == UInt8(ascii: "-"),
      let month = CitationDateReader.number(bytes[start + 5..<start + 7])
    else { return nil }
    if bytes.count == 7 { return isAmbiguous(bytes) ? nil : EDTFDate(year: year, month: month) }
    guard bytes.count >= 10, bytes[start + 7] == UInt8(ascii: "-"),
      bytes.count == 10 || bytes[start + 10] == UInt8(ascii: "T"),
      let day = CitationDateReader.number(bytes[start + 8..<start + 10])
    else { return nil }
    return EDTFDate(year: year, month: month, day: day)
  }

  /// The value of one to four digits.
  static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard 1...4 ~= bytes.count, bytes.allSatisfy(Bytes.isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }
}
