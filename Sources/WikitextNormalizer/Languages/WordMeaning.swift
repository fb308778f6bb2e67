/// What a spelling means beside a value: one of its meanings.
struct WordMeaning: Sendable {
  /// The sort of meaning. The names are the keys of the lines in Data/languages and Data/words, where those are not
  /// Swift's own words.
  enum Kind: UInt8, Sendable {
    // Names with a number: which month, which unit.
    case month, weekday, quarter, season, era, eraYear, scale, value, unit, currency, direction, person, calendar
    case relation
    // Words between the parts of dates and spans.
    case circa, present, since, until, after, before, from, to, between, and, or, of, on, per, `in`
    case ordinal, rank, yearMark, monthMark, dayMark, century, millennium, decade, early, mid, late
    // Words that say something of a value.
    case yes, no, age, asOf, born, died, above, below, estimate, census, uncertain, unknown, noise
    case divorced, widowed, first, last, only, times, outOf, stars

    /// The bit of it in a set of sorts.
    var bit: UInt64 { 1 << UInt64(rawValue) }
  }

  /// The sort.
  var kind: Kind
  /// A language's own word comes before the same word of English.
  var isForeign: Bool
  /// Whether case matters.
  var isExact: Bool
  /// What it means within its sort: the number of a month, the power of ten of a scale word, the place of a unit in
  /// ``Lexicon/units``, the letters of a currency, ``WordMeaning/bc``.
  var value: Int32
  /// The spelling in ``WordTrie/text``.
  var start: UInt32
  var length: UInt16
  /// The next meaning of the same folded spelling, or -1.
  var next: Int32 = -1

  /// Before Christ, as the value of an era.
  static let bc: Int32 = -1
  /// After Christ.
  static let ad: Int32 = 1

  /// Calendars, as the value of their marks.
  static let gregorian: Int32 = 0
  static let julian: Int32 = 1
  static let otherCalendar: Int32 = 2

  /// The calendar of a name in the data.
  static func calendar(_ name: String) -> Int32? {
    switch name {
    case "gregorian": gregorian
    case "julian": julian
    case "other": otherCalendar
    default: nil
    }
  }

  /// An era that counts its own years: the year before its first one, and how many it had; 0 where it goes on.
  struct EraYear {
    var before: Int
    var length: Int

    /// As much as a meaning's value holds.
    var packed: Int32? {
      guard (-0x40000...0x3FFFF).contains(before), (0...0xFFF).contains(length) else { return nil }
      return Int32(before) << 12 | Int32(length)
    }

    init(packed: Int32) {
      before = Int(packed >> 12)
      length = Int(packed & 0xFFF)
    }

    /// `1925`, `1925/64`.
    init?(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2, let before = Int(parts[0]), let length = parts.count == 2 ? Int(parts[1]) : 0 else {
        return nil
      }
      self.before = before
      self.length = length
    }
  }

  /// Letters of a currency as one number and back.
  static func packed(_ letters: some Collection<UInt8>) -> Int32 {
    letters.prefix(3).reduce(0) { $0 << 8 | Int32($1) }
  }

  /// The ISO 4217 code that was packed.
  static func currency(_ packed: Int32) -> String {
    String(decoding: [16, 8, 0].map { UInt8(truncatingIfNeeded: packed >> $0) }, as: UTF8.self)
  }
}
