import ArgumentParser
import WikitextReports

/// What the results of fixtures are written in.
enum FixtureReportForm: String, CaseIterable, ExpressibleByArgument {
  case text, junit, github
}

/// Writes what came of fixtures, page by page.
struct FixtureReport {
  let form: FixtureReportForm
  private var counts: [String: Int] = [:]
  private var pageCount = 0

  init(_ form: FixtureReportForm) { self.form = form }

  /// What stands before the results.
  var opening: [UInt8] {
    form == .junit
      ? Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"wikitext fixtures\">\n".utf8) : []
  }

  /// What stands behind them.
  var closing: [UInt8] { form == .junit ? Array("</testsuites>\n".utf8) : [] }

  /// The results of a page.
  mutating func part(for results: [FixtureResult]) -> [UInt8] {
    guard let first = results.first else { return [] }
    pageCount += 1
    for result in results { counts[FixtureReport.word(for: result.outcome), default: 0] += 1 }
    switch form {
    case .text: return results.flatMap(text)
    case .github: return results.flatMap(command)
    case .junit:
      let name = XMLText.escaped(first.name)
      let failures = results.count(where: \.isFailure)
      var output = "<testsuite name=\"\(name)\" tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"0\">\n"
      for result in results { output += testCase(result, name) }
      return Array((output + "</testsuite>\n").utf8)
    }
  }

  /// How many came out how, in one line.
  var summary: String {
    let total = counts.values.reduce(0, +)
    let parts = ["passed", "written", "known to fail", "failed", "passed unexpectedly", "broken"].compactMap { word in
      counts[word].map { "\($0) \(word)" }
    }
    let head = "\(Counted(total, "expectation", "expectations")) of \(Counted(pageCount, "page", "pages"))"
    return "\(head): \(parts.isEmpty ? "none" : parts.joined(separator: ", "))"
  }

  private static func word(for outcome: FixtureResult.Outcome) -> String {
    switch outcome {
    case .passed: "passed"
    case .knownFailure: "known to fail"
    case .failed: "failed"
    case .unexpectedPass: "passed unexpectedly"
    case .written: "written"
    case .broken: "broken"
    }
  }

  /// What is wrong, in words; nil where nothing is.
  private func message(_ result: FixtureResult) -> String? {
    let kind = result.kind?.rawValue ?? "page"
    switch result.outcome {
    case .passed, .knownFailure, .written: return nil
    case .failed: return "\(result.name): the \(kind) is not as expected"
    case .unexpectedPass:
      return "\(result.name): the \(kind) is as expected; take the line from \(KnownFailures.fileName)"
    case .broken(let problem): return "\(result.name): \(problem)"
    }
  }

  private func text(_ result: FixtureResult) -> [UInt8] {
    if case .written = result.outcome { return Array("wrote \(result.path)\n".utf8) }
    guard let message = message(result) else { return [] }
    var output = Array("\(message)\n".utf8)
    if case .failed(let diff) = result.outcome { output += diff }
    return output
  }

  private func command(_ result: FixtureResult) -> [UInt8] {
    guard let message = message(result) else { return [] }
    var text = message
    if case .failed(let diff) = result.outcome { text += "\n" + String(decoding: diff, as: UTF8.self) }
    let path = GitHubReport.escapedProperty(result.path)
    return Array("::error file=\(path),title=fixture::\(GitHubReport.escaped(text))\n".utf8)
  }

  private func testCase(_ result: FixtureResult, _ suite: String) -> String {
    let head = "<testcase name=\"\(result.kind?.rawValue ?? "page")\" classname=\"\(suite)\""
    switch result.outcome {
    case .passed, .written: return head + "/>\n"
    case .knownFailure: return head + "><skipped message=\"known to fail\"/></testcase>\n"
    default:
      var output = head + "><failure message=\"\(XMLText.escaped(message(result) ?? ""))\">"
      if case .failed(let diff) = result.outcome { output += XMLText.escaped(String(decoding: diff, as: UTF8.self)) }
      return output + "</failure></testcase>\n"
    }
  }
}
