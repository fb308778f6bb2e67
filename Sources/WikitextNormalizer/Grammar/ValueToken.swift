/// A piece of a value's text.
struct ValueToken {
  /// What it is.
  enum Kind: UInt8 {
    /// Digits of any script; `payload` is the number, where there are at most ``mostDigits``.
    case digits
    /// A spelling that the lexicon knows; `payload` is its first meaning.
    case word
    /// Letters that it does not know.
    case letters
    /// Any other scalar; `payload` is it, in the form without full width.
    case mark
    /// A value that a template gives; `payload` is its place in `ValueText.atoms`.
    case atom
    /// The end of an item of a list.
    case boundary
  }

  var kind: Kind
  /// Whether there is white space before it.
  var isSpaced: Bool
  /// Whether it is raised, by markup or by itself.
  var isRaised: Bool
  var start: Int
  var end: Int
  var payload: Int
  /// How many digits there are, at most 255.
  var count: UInt8 = 0
  /// The sorts of meanings that the word has, by ``WordMeaning/Kind/bit``.
  var kinds: UInt64 = 0

  /// More digits make no number that fits.
  static let mostDigits = 18

  /// The bytes of it.
  var range: Range<Int> { start..<end }
}
