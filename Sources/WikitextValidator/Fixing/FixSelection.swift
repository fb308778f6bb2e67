import WikitextSyntax

/// The fixes that can be made at the same time: no edit of one touches an edit of another.
struct FixSelection {
  /// Findings whose fixes are to be made, by place.
  private(set) var chosen: [Finding] = []
  /// Findings whose fixes have to wait for others.
  private(set) var deferred: [Finding] = []
  /// Findings whose fixes are none.
  private(set) var misplaced: [Finding] = []

  /// Chooses among findings; of two that touch, the one about less: tags that end at one place are closed from the
  /// innermost on.
  ///
  /// - Complexity: O(n log n) for n edits.
  init(_ findings: [Finding], in source: [UInt8]) {
    var candidates: [Finding] = []
    for finding in findings {
      guard let fix = finding.fix else { continue }
      if FixSelection.isWellPlaced(fix, of: finding, in: source) {
        candidates.append(finding)
      } else {
        misplaced.append(finding)
      }
    }
    var edits: [(range: SourceRange, finding: Int)] = []
    for (number, finding) in candidates.enumerated() {
      for edit in finding.fix?.edits ?? [] { edits.append((edit.range, number)) }
    }
    edits.sort { ($0.range.start, $0.range.end, $0.finding) < ($1.range.start, $1.range.end, $1.finding) }
    var waits = [Bool](repeating: false, count: candidates.count)
    // The edit kept that reaches farthest, which none that comes may touch.
    var last: (range: SourceRange, finding: Int)?
    for edit in edits where !waits[edit.finding] {
      if let previous = last, previous.finding != edit.finding, !waits[previous.finding],
        edit.range.start <= previous.range.end
      {
        if candidates[edit.finding].range.count < candidates[previous.finding].range.count {
          waits[previous.finding] = true
          last = edit
        } else {
          waits[edit.finding] = true
        }
      } else {
        last = edit
      }
    }
    for (number, finding) in candidates.enumerated() {
      if waits[number] { deferred.append(finding) } else { chosen.append(finding) }
    }
  }

  /// Whether a fix has edits, in what was found or in the fix's scope, none of which overlaps another.
  private static func isWellPlaced(_ fix: Fix, of finding: Finding, in source: [UInt8]) -> Bool {
    let scope = fix.scope ?? finding.range
    guard !fix.edits.isEmpty, scope.start >= 0, scope.end <= source.count else { return false }
    var end = 0
    for edit in fix.edits.sorted(by: { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }) {
      guard edit.range.start >= end, edit.range.end <= source.count else { return false }
      guard edit.range.start >= scope.start, edit.range.end <= scope.end else { return false }
      end = edit.range.end
    }
    return true
  }
}
