import WikitextSyntax

/// Where fixes may change a page: what was found, or their scopes, as ranges that do not touch, before and after.
struct ChangedZones {
  /// In the page as it was, by place.
  private(set) var old: [SourceRange] = []
  /// The same in the page as it is.
  private(set) var new: [SourceRange] = []
  /// Whether a zone is empty in one of the pages: then its start and its end are one place.
  private(set) var isPoint: [Bool] = []

  /// - Parameter findings: findings with fixes that are made at the same time, each with its edits in its scope.
  /// - Complexity: O(n log n) for n edits.
  init(_ findings: [Finding]) {
    var ranges: [SourceRange] = []
    var edits: [SyntaxEdit] = []
    for finding in findings {
      guard let fix = finding.fix else { continue }
      ranges.append(fix.scope ?? finding.range)
      edits += fix.edits
    }
    ranges.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    for range in ranges {
      if let last = old.last, range.start <= last.end {
        old[old.count - 1] = SourceRange(start: last.start, end: max(last.end, range.end))
      } else {
        old.append(range)
      }
    }
    edits.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    var shift = 0
    var next = 0
    for zone in old {
      let start = zone.start + shift
      // Zones do not touch, so that an edit at the border of one is of that one.
      while next < edits.count, edits[next].range.end <= zone.end {
        shift += edits[next].replacement.count - edits[next].range.count
        next += 1
      }
      new.append(SourceRange(start: start, end: zone.end + shift))
      isPoint.append(zone.isEmpty || new[new.count - 1].isEmpty)
    }
  }
}
