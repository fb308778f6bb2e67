/// A range of a document's text pool, in UTF-8 bytes.
package struct PoolRange: BitwiseCopyable, Sendable, Hashable {
  package var start: UInt32
  package var end: UInt32

  package init(start: UInt32 = 0, end: UInt32 = 0) {
    self.start = start
    self.end = end
  }

  package var isEmpty: Bool { start == end }
  package var offsets: Range<Int> { Int(start)..<Int(end) }
}

/// One node of a document, in preorder. 32 bytes.
///
/// As in the syntax tree, the children of a node are `index + 1`, then the `next` of each child up to the node's own.
package struct NodeRecord: BitwiseCopyable, Sendable {
  /// Index of the first record after this subtree.
  package var next: UInt32
  package var kind: NodeKind
  package var flags: NodeFlags
  /// By kind: level of a section or heading, `ListKind`, namespace of a link; 1 for an argument that has a name, if
  /// only an empty one; ems by which a verse is indented.
  package var detail: UInt16
  /// `text`: the text. Elsewhere the name: a template's, an argument's, a tag's.
  package var name: PoolRange
  /// Where a link leads, the address, the file, the formula; of a reference its number, twice.
  package var target: PoolRange
  /// Where the node is in the source, in bytes.
  package var sourceStart: UInt32
  package var sourceEnd: UInt32
}

extension NodeRecord {
  /// The number of a `reference` node's reference.
  package var referenceNumber: Int { Int(target.start) }
}

/// Marks on a node of a document.
public struct NodeFlags: OptionSet, Sendable, Hashable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt8

  /// Creates flags from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The node was ended by its surroundings, not by markup of its own.
  public static let unclosed = NodeFlags(rawValue: 1 << 0)
  /// An external link shown by its number: `[https://example.org]`; a bare address has its address as text.
  public static let numbered = NodeFlags(rawValue: 1 << 1)
  /// A link or address that stands in the text as it is.
  public static let bare = NodeFlags(rawValue: 1 << 2)
  /// A template that has its line, or lines, to itself; a figure; a formula that is displayed.
  public static let block = NodeFlags(rawValue: 1 << 3)
  /// The node has entries in the document's attributes.
  public static let hasAttributes = NodeFlags(rawValue: 1 << 4)
  /// Something in it would be nested deeper than 250 nodes: what that holds stands directly in this node, or was left to
  /// the source.
  public static let tooDeep = NodeFlags(rawValue: 1 << 6)
  /// A link to another wiki.
  public static let interwiki = NodeFlags(rawValue: 1 << 5)
  /// Made by an HTML tag in the source, and not by markup of its own; the node's name is the tag's.
  public static let tag = NodeFlags(rawValue: 1 << 7)
}

/// An attribute of a node: of an element, a table, a cell, or an option of an image.
package struct AttributeRecord: BitwiseCopyable, Sendable {
  package var node: UInt32
  package var name: PoolRange
  package var value: PoolRange
}
