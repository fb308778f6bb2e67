import WikitextSyntax

/// The nodes of a tree by their kinds: so that a rule looks at the nodes it is about, and at no others.
struct NodeIndex {
  /// Indices of records, kind by kind, in the order of the page.
  private var indices: [UInt32]
  /// Where the nodes of each kind begin in `indices`, and where those of the last end.
  private var starts: [Int]

  private static let kindCount = 1 + Int(SyntaxKind.allCases.map(\.rawValue).max() ?? 0)
  /// Kinds that no rule asks for one by one: most nodes of a page are of these.
  private static let skipped: SyntaxKindSet = [.delimiter, .newline, .endOfFile, .page]

  /// - Complexity: O(nodes).
  init(_ tree: SyntaxTree) {
    var counts = [Int](repeating: 0, count: NodeIndex.kindCount + 1)
    let records = tree.records
    for record in records where !NodeIndex.skipped.contains(record.kind) { counts[Int(record.kind.rawValue) + 1] += 1 }
    for kind in 1..<counts.count { counts[kind] += counts[kind - 1] }
    starts = counts
    indices = [UInt32](repeating: 0, count: counts[counts.count - 1])
    for (index, record) in records.enumerated() where !NodeIndex.skipped.contains(record.kind) {
      indices[counts[Int(record.kind.rawValue)]] = UInt32(truncatingIfNeeded: index)
      counts[Int(record.kind.rawValue)] += 1
    }
  }

  subscript(kind: SyntaxKind) -> ArraySlice<UInt32> {
    precondition(!NodeIndex.skipped.contains(kind), "nodes of this kind are not in the index")
    return indices[starts[Int(kind.rawValue)]..<starts[Int(kind.rawValue) + 1]]
  }
}
