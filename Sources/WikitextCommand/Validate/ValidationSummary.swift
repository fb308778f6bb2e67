import Wikitext

/// What was found and fixed, in numbers.
struct ValidationSummary: Sendable {
  /// The findings of a rule.
  private struct Count: Sendable {
    var severity: Severity
    var count = 0
    var fixable = 0
  }

  private var pages = 0
  private var pagesWithFindings = 0
  private var counts: [String: Count] = [:]
  private var severities: [Severity: Int] = [:]
  /// Findings that were fixed, or would be, and the pages that they are in.
  private(set) var fixed = 0
  private var fixedPages = 0
  private(set) var refused = 0
  /// Findings that the baseline accepts.
  private var accepted = 0

  /// Counts what is wrong with a page.
  mutating func add(_ file: FindingsOfFile, accepted: Int = 0) {
    pages += 1
    self.accepted += accepted
    if !file.findings.isEmpty { pagesWithFindings += 1 }
    for finding in file.findings {
      severities[finding.severity, default: 0] += 1
      // A path may give a rule another severity: the highest one is shown.
      var count = counts[finding.rule] ?? Count(severity: finding.severity)
      count.severity = max(count.severity, finding.severity)
      count.count += 1
      if finding.fix != nil { count.fixable += 1 }
      counts[finding.rule] = count
    }
  }

  /// Counts the fixes of a page.
  mutating func add(fixed: Int, refused: Int) {
    self.fixed += fixed
    if fixed > 0 { fixedPages += 1 }
    self.refused += refused
  }

  /// Takes back the fixes of a page that could not be written.
  mutating func takeBack(fixed: Int) {
    self.fixed -= fixed
    fixedPages -= 1
  }

  /// Adds what was found in other pages.
  mutating func merge(_ other: ValidationSummary) {
    pages += other.pages
    pagesWithFindings += other.pagesWithFindings
    fixed += other.fixed
    fixedPages += other.fixedPages
    refused += other.refused
    accepted += other.accepted
    severities.merge(other.severities, uniquingKeysWith: +)
    counts.merge(other.counts) { first, second in
      Count(
        severity: max(first.severity, second.severity),
        count: first.count + second.count,
        fixable: first.fixable + second.fixable
      )
    }
  }

  /// Whether there are findings that make the command fail.
  func fails(_ threshold: FailureThreshold) -> Bool { severities.keys.contains(where: threshold.includes) }

  // MARK: - For people

  /// All in one line.
  ///
  /// - Parameter isDone: whether fixes were made, and not only shown.
  /// - Returns: the line.
  func line(isDone: Bool) -> String {
    let findings = severities.values.reduce(0, +)
    var line = "\(Counted(findings, "finding", "findings"))"
    line +=
      findings == 0
      ? " in \(Counted(pages, "page", "pages"))"
      : " in \(pagesWithFindings) of \(Counted(pages, "page", "pages"))"
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      guard let count = severities[severity] else { return nil }
      switch severity {
      case .error: return "\(Counted(count, "error", "errors"))"
      case .warning: return "\(Counted(count, "warning", "warnings"))"
      case .info: return "\(count) info"
      }
    }
    if !parts.isEmpty { line += ": " + parts.joined(separator: ", ") }
    let fixable = counts.values.reduce(0) { $0 + $1.fixable }
    if fixable > 0 { line += "; \(fixable) with a fix" }
    if accepted > 0 { line += "; \(accepted) accepted by the baseline" }
    if fixed > 0 {
      line += "; \(isDone ? "fixed" : "would fix") \(Counted(fixed, "finding", "findings")) in "
      line += "\(Counted(fixedPages, "page", "pages"))"
    }
    if refused > 0 { line += "; \(Counted(refused, "fix", "fixes")) refused" }
    return line
  }

  /// A line for each rule, the one that found the most first.
  var table: String {
    let rows = counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let width = rows.map { String($0.value.count).count }.max() ?? 0
    let ruleWidth = rows.map(\.key.count).max() ?? 0
    return rows.map { rule, count in
      let number = String(repeating: " ", count: width - String(count.count).count) + String(count.count)
      let severity = count.severity.rawValue
      var line = "  \(number)  \(severity)\(String(repeating: " ", count: 7 - severity.count))  \(rule)"
      if count.fixable > 0 {
        line += String(repeating: " ", count: ruleWidth - rule.count) + "  \(count.fixable) with a fix"
      }
      return line + "\n"
    }.joined()
  }

}
