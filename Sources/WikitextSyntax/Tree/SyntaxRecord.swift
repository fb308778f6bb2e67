/// One node of a syntax tree, in preorder. 12 bytes.
///
/// The tree is one array of these. A worked example, `[[a|b]]`:
///
///     index  start  next  kind
///     0      0      8     page
///     1      0      7     wikilink
///     2      0      3     delimiter    [[
///     3      2      5     linkTarget
///     4      2      5     text         a
///     5      3      ...                |
///
/// Invariants:
/// - Leaves tile the source: the end of a node is the start of the record at its `next`, and the last record is an
///   `endOfFile` whose start is the length of the source. Losslessness is the layout itself.
/// - `next` is the index of the first record after the subtree; ranges `index..<next` nest.
/// - The children of a node are `index + 1`, then the `next` of each child, up to the node's own `next`.
package struct SyntaxRecord: BitwiseCopyable, Sendable, Equatable {
  /// Offset of the first byte, in UTF-8 bytes from the start of the page.
  package var start: UInt32
  /// Index of the first record after this subtree.
  package var next: UInt32
  package var kind: SyntaxKind
  package var flags: SyntaxFlags
  /// What the kind says it is: heading level, list marker, namespace, tag.
  package var detail: UInt16
}
