import ArgumentParser
import Wikitext

/// The forms that `validate` writes findings in.
enum ReportForm: String, CaseIterable, ExpressibleByArgument {
  case text, json

  /// What writes findings in the form.
  func report() -> any FindingReport {
    switch self {
    case .text:
      var report = TextReport()
      let output = Descriptor.standardOutput.number
      if Terminal.isPresent(at: output) {
        report.excerptWidth = Terminal.width(of: output) ?? 80
        // https://no-color.org: whatever its value, if it is not empty.
        report.isColored = System.environment("NO_COLOR")?.isEmpty ?? true && System.environment("TERM") != "dumb"
      }
      return report
    case .json: return JSONReport()
    }
  }
}
