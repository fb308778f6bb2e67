/// A date in the sense of EDTF (ISO 8601-2, level 1), with its precision, its doubts and its calendar.
public struct EDTFDate: Sendable, Hashable {
  /// How much of a date is known.
  public enum Precision: UInt8, Sendable, Comparable {
    /// A thousand years: `1XXX`.
    case millennium
    /// A hundred years: `18XX`.
    case century
    /// Ten years: `198X`.
    case decade
    /// A year: `1985`.
    case year
    /// A month of a year, or a season: `2018-09`, `2018-21`.
    case month
    /// A day, of a year or of every year: `2018-09-07`, `XXXX-12-25`.
    case day

    /// Coarser precisions are smaller.
    public static func < (lhs: Precision, rhs: Precision) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// The calendar that the page counts in. The numbers are those that the page gives, not converted ones.
  public enum Calendar: UInt8, Sendable {
    /// The Gregorian calendar, also before 1582.
    case gregorian
    /// The Julian calendar, where the page says so.
    case julian
  }

  /// The astronomical year: 1 BC is 0, 384 BC is -383; nil for a day or month of every year. Of a decade, century or
  /// millennium the first year with its digits: 1980 for `198X`.
  public var year: Int?
  /// 1 to 12, or 21 to 24 for spring, summer, autumn and winter.
  public var month: UInt8?
  /// 1 to 31.
  public var day: UInt8?
  /// How much is known.
  public var precision: Precision
  /// "Circa": `1985~`.
  public var isApproximate = false
  /// In doubt: `1985?`.
  public var isUncertain = false
  /// What the page counts in.
  public var calendar = Calendar.gregorian

  /// The years that a date may have: what EDTF writes in four digits.
  public static let years = -9999...9999

  /// A day, month or year; nil when there is no such day, the year is outside of ``years``, or neither a year nor a month
  /// is given.
  ///
  /// - Parameters:
  ///   - year: the astronomical year.
  ///   - month: the month, or a season.
  ///   - day: the day of the month.
  ///   - calendar: what the page counts in.
  public init?(year: Int?, month: Int? = nil, day: Int? = nil, calendar: Calendar = .gregorian) {
    if let year, !EDTFDate.years.contains(year) { return nil }
    if let month {
      guard 1...12 ~= month || (21...24 ~= month && day == nil) else { return nil }
    } else if year == nil || day != nil {
      return nil
    }
    if let day {
      guard day >= 1, day <= EDTFDate.days(inMonth: month ?? 1, of: year, calendar) else { return nil }
    }
    self.year = year
    self.month = month.map { UInt8(truncatingIfNeeded: $0) }
    self.day = day.map { UInt8(truncatingIfNeeded: $0) }
    precision = day != nil ? .day : month != nil ? .month : .year
    self.calendar = calendar
  }

  /// A decade, century or millennium, by its first year with its digits: `decade: 1980`.
  public init?(period year: Int, precision: Precision) {
    guard EDTFDate.years.contains(year), precision < .year else { return nil }
    self.year = year
    self.precision = precision
  }

  /// How many days a month has. Before the Gregorian calendar, and where a page counts in the Julian one, 29 February is
  /// in every fourth year.
  static func days(inMonth month: Int, of year: Int?, _ calendar: Calendar) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      let year = year ?? 0
      let isJulian = calendar == .julian || year <= firstGregorianYear
      return year % 4 == 0 && (isJulian || year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: return 31
    }
  }

  /// The year in which the Gregorian calendar began.
  private static let firstGregorianYear = 1582
}

extension EDTFDate: CustomStringConvertible {
  /// The date in EDTF: `2018-09-07`, `-0383`, `198X`, `18XX~`, `XXXX-12-25`.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(EDTFDate.longestText)
    write { text.append($0) }
    return String(decoding: text, as: UTF8.self)
  }

  /// `-1234-12-25%`
  private static let longestText = 12

  /// The date in EDTF, byte by byte.
  ///
  /// - Parameter put: takes a byte of ASCII.
  package func write(_ put: (UInt8) -> Void) {
    let unknown =
      switch precision {
      case .millennium: 3
      case .century: 2
      case .decade: 1
      default: 0
      }
    if let year, year < 0 { put(UInt8(ascii: "-")) }
    let digits = year?.magnitude
    var divisor: UInt = 1000
    while let digits, digits / divisor >= 10 { divisor *= 10 }
    var unknownPart: UInt = 1
    for _ in 0..<unknown { unknownPart *= 10 }
    while divisor > 0 {
      if let digits, divisor >= unknownPart {
        put(0x30 + UInt8(truncatingIfNeeded: digits / divisor % 10))
      } else {
        put(UInt8(ascii: "X"))
      }
      divisor /= 10
    }
    for part in [month, day] {
      guard let part else { continue }
      put(UInt8(ascii: "-"))
      put(0x30 + part / 10 % 10)
      put(0x30 + part % 10)
    }
    switch (isApproximate, isUncertain) {
    case (true, true): put(UInt8(ascii: "%"))
    case (true, false): put(UInt8(ascii: "~"))
    case (false, true): put(UInt8(ascii: "?"))
    case (false, false): break
    }
  }
}

/// A span of time between two dates: EDTF's `1990/1995`, `2018-06/..`, `/1995`.
public struct EDTFInterval: Sendable, Hashable, CustomStringConvertible {
  /// An end of an interval.
  public enum Bound: Sendable, Hashable {
    /// A date, which belongs to the interval.
    case date(EDTFDate)
    /// No end: it goes on, or has always been so.
    case open
    /// An end that the page does not know.
    case unknown
  }

  /// Where it begins.
  public var start: Bound
  /// Where it ends.
  public var end: Bound

  /// An interval.
  public init(start: Bound, end: Bound) {
    self.start = start
    self.end = end
  }

  /// The interval in EDTF.
  public var description: String {
    var text: [UInt8] = []
    write { text.append($0) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The interval in EDTF, byte by byte.
  ///
  /// - Parameter put: takes a byte of ASCII.
  package func write(_ put: (UInt8) -> Void) {
    EDTFInterval.write(start, put)
    put(UInt8(ascii: "/"))
    EDTFInterval.write(end, put)
  }

  private static func write(_ bound: Bound, _ put: (UInt8) -> Void) {
    switch bound {
    case .date(let date): date.write(put)
    case .open:
      put(UInt8(ascii: "."))
      put(UInt8(ascii: "."))
    case .unknown: break
    }
  }
}
