public import WikitextSyntax

/// A change of one construct: it is made as a whole or not at all.
public struct Change: Sendable, Hashable {
  /// The construct that is changed, for reports.
  public var range: SourceRange
  /// The edits, sorted, none of which overlaps another.
  public var edits: [SyntaxEdit]
}

/// Takes the changes that a style proposes.
public struct ChangeList: Sendable {
  /// The changes that are to be made, in the order in which they were proposed.
  public private(set) var changes: [Change] = []
  /// The ranges that are to be left as they are, sorted.
  private let kept: [SourceRange]
  private let source: [UInt8]

  init(source: [UInt8], keeping kept: [SourceRange]) {
    self.source = source
    self.kept = kept
  }

  /// Proposes a change; edits that change nothing are left out.
  ///
  /// - Parameters:
  ///   - range: the construct that is changed.
  ///   - edits: what is changed of it.
  /// - Complexity: O(edits · log n) for n ranges that are to be left as they are.
  public mutating func propose(_ range: SourceRange, _ edits: [SyntaxEdit]) {
    let edits = edits.filter { source[$0.range.offsets] != $0.replacement[...] }
    guard !edits.isEmpty, !edits.contains(where: { isKept($0.range) }) else { return }
    changes.append(Change(range: range, edits: edits))
  }

  /// Proposes the replacement of a range.
  public mutating func propose(_ range: SourceRange, replacing part: SourceRange, with text: String) {
    propose(range, [SyntaxEdit(replacing: part, with: text)])
  }

  /// Whether a range touches one that is to be left as it is.
  private func isKept(_ range: SourceRange) -> Bool {
    var low = 0
    var high = kept.count
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].end <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < kept.count && kept[low].start < max(range.end, range.start + 1)
  }
}
