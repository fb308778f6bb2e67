import WikitextSyntax

/// Finds the places of a changed page in the page as it was before: for reports.
struct OffsetMap {
  /// The edits of each change of the page, sorted.
  private var steps: [[SyntaxEdit]] = []

  mutating func append(_ edits: [SyntaxEdit]) { steps.append(edits.sorted { $0.range.start < $1.range.start }) }

  /// Where a range was before all edits.
  ///
  /// - Complexity: O(edits).
  func original(_ range: SourceRange) -> SourceRange {
    let start = original(range.start)
    return SourceRange(start: start, end: max(start, original(range.end)))
  }

  private func original(_ offset: Int) -> Int {
    var offset = offset
    for edits in steps.reversed() {
      // How much longer the page is behind the edits so far than it was before them.
      var growth = 0
      var before = offset
      for edit in edits {
        let start = edit.range.start + growth
        guard start <= offset else { break }
        growth += edit.replacement.count - edit.range.count
        // A place within a replacement is where the replaced bytes began.
        before = offset >= start + edit.replacement.count ? offset - growth : edit.range.start
      }
      offset = before
    }
    return offset
  }
}
