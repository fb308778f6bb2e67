/// An item on its way to a value: what is left of it, and what was taken off.
struct Item {
  /// The whole item with what stands beside it.
  let extent: Range<Int>
  /// What is still to be read.
  var core: Range<Int>
  /// Remarks in front and behind, in the order of the text.
  var before: [Range<Int>] = []
  var after: [Range<Int>] = []
  /// Whether a label was taken off already.
  var isLabelled = false
  /// The flag that stands beside it.
  var flag: ValueText.Atom?
  /// The templates beside it that nobody knows.
  var unknown: [String] = []

  init(_ core: Range<Int>, in extent: Range<Int>) {
    self.core = core
    self.extent = extent
  }

  /// Notes a template that was taken off and that nobody knows: it may change what stands beside it.
  mutating func note(_ atom: ValueText.Atom) {
    if atom.isUnknownTemplate { unknown += atom.value.templates }
  }
}
