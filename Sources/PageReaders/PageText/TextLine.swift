import WikitextDocument

/// A line of a page's text that has more than white space in it.
struct TextLine: BitwiseCopyable, Sendable {
  /// Where its text begins and ends, without white space around it.
  var start: UInt32
  var end: UInt32
  /// Where its content begins: behind a bullet, a number, back-links.
  var content: UInt32
  /// The number that the line begins with; of a heading where its text ends; of furniture its kind.
  var number: UInt32 = 0
  /// The columns before its text; a tab is one.
  var indent: UInt16
  /// The blank lines before it; no more than 255 are counted.
  var blanks: UInt8
  /// The tabs before its text.
  var leadingTabs: UInt8
  var kind = LineKind.plain
  /// Whether tabs stand in its text.
  var hasTab: Bool
  /// Whether a bracket opens in its text.
  var hasBracket: Bool

  var range: Range<Int> { Int(start)..<Int(end) }
  var count: Int { Int(end) - Int(start) }

  /// What a line that is no part of the article is.
  var furniture: Furniture.Kind? {
    kind == .furniture ? Furniture.Kind.allCases[Int(number)] : nil
  }
}

/// What a line is.
enum LineKind: UInt8, BitwiseCopyable, Sendable {
  /// Text of which its own bytes tell nothing.
  case plain
  /// The title of the page.
  case title
  /// What is not the article; the reader looks up of which kind.
  case furniture
  /// A heading with its `[edit]`; the content ends where that begins.
  case heading
  /// An item behind a bullet.
  case bullet
  /// An item behind a number.
  case number
  /// An entry of a list of references: with back-links, or in a list whose other entries have some.
  case entry
  /// A row with tabs between its cells.
  case row
}
