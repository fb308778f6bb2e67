public import WikitextSyntax

/// Takes the findings of the rules, one rule after the other.
public struct FindingList: Sendable {
  /// Findings of one rule in one page that are kept; what comes behind them is counted.
  public static let mostOfOneRule = 10_000

  /// The findings that are kept.
  public private(set) var findings: [Finding] = []
  /// The rules that found more than is kept, with the numbers of findings that are not, in the order of the rules.
  public private(set) var omitted: [(rule: String, count: Int)] = []
  private var rule = ""
  private var severity = Severity.info
  private var countOfRule = 0

  init() {}

  /// What is reported from here on is of a rule.
  mutating func begin(_ rule: String, _ severity: Severity) {
    self.rule = rule
    self.severity = severity
    countOfRule = 0
  }

  /// Reports something that is wrong.
  ///
  /// - Parameters:
  ///   - message: what, in a sentence without a period at its end.
  ///   - range: where, in bytes of the page.
  ///   - fix: what would mend it.
  public mutating func report(_ message: @autoclosure () -> String, at range: SourceRange, fix: Fix? = nil) {
    countOfRule += 1
    guard countOfRule <= FindingList.mostOfOneRule else {
      if countOfRule == FindingList.mostOfOneRule + 1 { omitted.append((rule, 0)) }
      omitted[omitted.count - 1].count += 1
      return
    }
    findings.append(Finding(rule: rule, severity: severity, message: message(), range: range, fix: fix))
  }

  /// Adds, for each rule of which not all findings are kept, one that says how many are not, where the last one is.
  mutating func reportOmitted() {
    guard !omitted.isEmpty else { return }
    var last: [String: Finding] = [:]
    for finding in findings { last[finding.rule] = max(last[finding.rule] ?? finding, finding) }
    for (rule, count) in omitted {
      guard var finding = last[rule] else { continue }
      let words = count == 1 ? "finding of this rule in the page is" : "findings of this rule in the page are"
      finding.message = "\(count) more \(words) not listed"
      finding.fix = nil
      findings.append(finding)
    }
  }

  /// The findings in the order of reports.
  consuming func sorted() -> [Finding] { findings.sorted() }
}
