/// What a grammar made of a range of text, taken as a whole.
struct ValueReading {
  /// The value.
  var content: Value.Content
  /// A phrase in front that belongs to it, without the colon: `Nominal: 5 %`.
  var label: Range<Int>?
  /// A phrase behind that belongs to it: the noun of "125,000 companies", the place of "12 May 1954 in Rome".
  var remark: Range<Int>?
  /// The date that it holds for, where the text says so.
  var asOf: EDTFDate?
  /// How sure that is.
  var confidence: Value.Confidence
}
