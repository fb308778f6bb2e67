import ArgumentParser
import Wikitext

/// The forms that `validate` writes findings in.
enum ReportForm: String, CaseIterable, ExpressibleByArgument {
  case text, json, sarif, junit, github, gitlab

  /// What writes findings in the form.
  ///
  /// - Parameters:
  ///   - rules: the rules that are asked.
  ///   - failOn: the findings that make the command fail.
  ///   - output: where the text goes.
  /// - Returns: a report.
  func report(rules: [RuleDescription], failOn: FailureThreshold, output: Int32) -> any FindingReport {
    switch self {
    case .text:
      var report = TextReport()
      if Terminal.isPresent(at: output) {
        report.excerptWidth = Terminal.width(of: output) ?? 80
        // https://no-color.org: whatever its value, if it is not empty.
        report.isColored = System.environment("NO_COLOR")?.isEmpty ?? true && System.environment("TERM") != "dumb"
      }
      return report
    case .json: return JSONReport()
    case .sarif: return SARIFReport(rules: rules, version: WikitextEngine.version)
    case .junit: return JUnitReport(failures: failOn)
    case .github: return GitHubReport()
    case .gitlab: return GitLabReport()
    }
  }
}
