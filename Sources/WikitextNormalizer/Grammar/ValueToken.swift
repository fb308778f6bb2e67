/// A piece of a value's text.
struct ValueToken {
  /// What it is.
  enum Kind: UInt8 {
    /// Digits of any script.
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

  /// The bytes of it.
  var range: Range<Int> { start..<end }
}
