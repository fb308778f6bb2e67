/// An element that is open, as the tree construction of HTML sees it. Its node is at the same place in the builder's
/// stack.
struct OpenElement: BitwiseCopyable {
  var name: ElementName
  var mode: InsertionMode
  var traits: ElementTraits

  /// What tags and text mean here, by the innermost part of a table.
  enum InsertionMode: UInt8, BitwiseCopyable { case body, table, row, cell, caption }
}

/// An entry of the list of active formatting elements: an element, or the mark at the start of a cell or context.
struct FormattingEntry: BitwiseCopyable {
  /// The element's node, or ``mark``.
  var node: UInt32
  /// The node that the element had first: later ones are made like it.
  var origin: UInt32
  var name: ElementName
  var isUnclosed: Bool

  static let mark = UInt32.max

  init(node: UInt32, name: ElementName, isUnclosed: Bool) {
    self.node = node
    origin = node
    self.name = name
    self.isUnclosed = isUnclosed
  }

  var isMark: Bool { node == FormattingEntry.mark }
}
