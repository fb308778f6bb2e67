import Wikitext

/// What is done with batches of pages, on any thread: they are checked, fixed, compared with the baseline, and written as
/// a part of the report.
struct ValidationWork: Sendable {
  let checker: PageChecker
  let report: any FindingReport
  let fixes: FixOptions.Mode
  let severity: Severity
  let baseline: Baseline?
  /// The folder that paths in the baseline are from.
  let baselineFolder: String

  /// What came of a batch.
  struct Result: Sendable {
    /// What is written of pages, those left out that nothing is written of.
    var parts: [[UInt8]] = []
    var summary = ValidationSummary()
    var changed: [ChangedPage] = []
    /// The fixes that were refused, a line each.
    var refused: [String] = []
    /// The pages whose fixes could not be written, and why.
    var unwritable: [(path: String, obstacle: PageToCheck.Obstacle)] = []
    /// The findings in the pages, and the pages, where there is a baseline.
    var found = Baseline()
    var checked: [String] = []
  }

  /// A page that fixes changed.
  struct ChangedPage: Sendable {
    var page: PageToCheck
    var before: [UInt8]
    var after: [UInt8]
    var fixed: Int
  }

  /// Works on a batch.
  func callAsFunction(_ batch: PagesToCheck) -> Result {
    var result = Result()
    let outcomes = checker.check(batch.pages, fixes: fixes) { page, file in
      selected(file, page).file.findings
    }
    for outcome in outcomes {
      let (file, identities) = selected(outcome.file, outcome.page)
      if baseline != nil {
        let path = outcome.page.path(from: baselineFolder)
        result.checked.append(path)
        result.found.add(identities, path: path)
      }
      result.summary.add(file, accepted: identities.count - (baseline == nil ? 0 : file.findings.count))
      let part = report.part(for: file)
      if !part.isEmpty { result.parts.append(part) }
      result.summary.add(fixed: outcome.fixed, refused: outcome.refused.count)
      result.refused += outcome.refused
      if let obstacle = outcome.obstacle { result.unwritable.append((outcome.page.path, obstacle)) }
      if let before = outcome.before {
        result.changed.append(
          ChangedPage(
            page: outcome.page,
            before: before,
            after: outcome.mark + outcome.file.source,
            fixed: outcome.fixed
          )
        )
      } else if fixes == .write, outcome.page.file == "-" {
        // A filter puts out what it need not change.
        result.changed.append(
          ChangedPage(page: outcome.page, before: outcome.page.bytes, after: outcome.page.bytes, fixed: 0)
        )
      }
    }
    return result
  }

  /// The findings that count, and who all of them are.
  private func selected(_ file: FindingsOfFile, _ page: PageToCheck) -> (file: FindingsOfFile, [FindingIdentity]) {
    var file = file
    if severity > .info { file.findings.removeAll { $0.severity < severity } }
    guard let baseline else { return (file, []) }
    let identities = FindingIdentity.of(file)
    let path = page.path(from: baselineFolder)
    file.findings = zip(file.findings, identities).filter { !baseline.accepts($1, path: path) }.map(\.0)
    return (file, identities)
  }
}
