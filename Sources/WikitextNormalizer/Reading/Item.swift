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

  init(_ core: Range<Int>, in extent: Range<Int>) {
    self.core = core
    self.extent = extent
  }
}
