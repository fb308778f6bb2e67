/// A row of an infobox, as ranges of a page's text.
struct InfoboxRow {
  /// A part of the row's value: what stands on one line.
  struct Part {
    var range: Range<Int>
    var isBullet: Bool
    var hasBrackets: Bool
    /// Whether it goes on with the part before it: the line break between them is none of the page's.
    var goesOn = false
  }

  /// The label as shown; nil where the row has none.
  var label: Range<Int>?
  var parts: [Part] = []
  /// The line that heads the rows.
  var group: Range<Int>?
  /// What a row without a label is.
  var role: Role?
  /// Whether the row had a label that the text has lost.
  var hasLostLabel = false
  /// The file of a picture.
  var image: Range<Int>?

  enum Role: String {
    case data
    case image
    case columns
    case below
  }

  init(label: Range<Int>? = nil, group: Range<Int>?, role: Role? = nil) {
    self.label = label
    self.group = group
    self.role = role
  }

  /// Makes the row one of columns side by side, which never had a label.
  mutating func asColumns() {
    role = .columns
    hasLostLabel = false
  }

  /// Whether a bullet goes on with the value: where it has nothing else yet, or what announces a list.
  func goesOn(withBulletIn bytes: Span<UInt8>) -> Bool {
    guard let last = parts.last else { return true }
    return last.isBullet || bytes[last.range.upperBound - 1] == UInt8(ascii: ":")
  }
}

/// The rows of an infobox and what stands around them.
struct InfoboxRows {
  var caption: Range<Int>?
  var rows: [InfoboxRow] = []
  /// How many rows have labels: known ones, or ones with a tab behind them.
  var labelled = 0
  /// The line behind the last of the box.
  var end = 0
}
