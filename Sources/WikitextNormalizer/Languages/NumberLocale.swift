/// How a language writes numbers and dates in figures.
struct NumberLocale: Sendable {
  /// What stands before tenths.
  var decimal: UInt32 = 0x2E
  /// What stands between thousands; a plain space for all sorts of space.
  var group: UInt32 = 0x2C
  /// The order of a date in figures.
  var dateOrder = DateOrder.dayMonthYear

  /// The order of the parts of a date.
  enum DateOrder: Sendable {
    case dayMonthYear, monthDayYear, yearMonthDay
  }
}
