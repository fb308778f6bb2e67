import Wikitext

/// What was found, in numbers.
struct ValidationSummary: Sendable {
  /// The findings of a rule.
  struct Count: Sendable {
    var severity: Severity
    var count = 0
    var fixable = 0
  }

  /// Pages that were looked at, and those with findings.
  private(set) var pages = 0
  private(set) var pagesWithFindings = 0
  private(set) var counts: [String: Count] = [:]

  /// Counts what is wrong with a page.
  mutating func add(_ file: FindingsOfFile) {
    pages += 1
    if !file.findings.isEmpty { pagesWithFindings += 1 }
    for finding in file.findings {
      // A path may give a rule another severity: the highest one is shown.
      var count = counts[finding.rule] ?? Count(severity: finding.severity)
      count.severity = max(count.severity, finding.severity)
      count.count += 1
      if finding.fix != nil { count.fixable += 1 }
      counts[finding.rule] = count
    }
  }

  /// Adds what was found in other pages.
  mutating func merge(_ other: ValidationSummary) {
    pages += other.pages
    pagesWithFindings += other.pagesWithFindings
    for (rule, more) in other.counts {
      var count = counts[rule] ?? Count(severity: more.severity)
      count.severity = max(count.severity, more.severity)
      count.count += more.count
      count.fixable += more.fixable
      counts[rule] = count
    }
  }

  /// All findings.
  var findings: Int { counts.values.reduce(0) { $0 + $1.count } }
}
