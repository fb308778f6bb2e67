import WikitextSyntax
import WikitextValidator

/// Findings for people, a line each: `path:line:column: severity rule: message`, and below it the place in the page.
///
/// Columns count Unicode scalars from 1. What would move a terminal's cursor is shown as U+FFFD.
public struct TextReport: FindingReport {
  /// Whether severities and places are coloured, by the codes of ECMA-48.
  public var isColored = false
  /// The columns that excerpts may take; nil for no excerpts.
  public var excerptWidth: Int?

  /// A report without colours and excerpts.
  public init() {}

  /// Nothing.
  public var opening: [UInt8] { [] }
  /// Nothing: each line has its end.
  public var separator: [UInt8] { [] }
  /// Nothing.
  public var closing: [UInt8] { [] }

  /// The lines of a page.
  public func part(for file: FindingsOfFile) -> [UInt8] {
    guard !file.findings.isEmpty else { return [] }
    let lines = LineIndex(file.source)
    let path = VisibleText.of(file.path)
    var output: [UInt8] = []
    for finding in file.findings {
      let place = lines.location(at: finding.range.start, in: .scalars)
      let severity = styled(finding.severity.rawValue, color(of: finding.severity))
      let head = styled("\(path):\(place):", .bold)
      output += "\(head) \(severity) \(styled(finding.rule, .dim)): \(VisibleText.of(finding.message))\n".utf8
      guard let excerptWidth, let line = lines.range(ofLine: place.line) else { continue }
      let excerpt = SourceExcerpt(file.source, line: line, finding.range, width: excerptWidth - TextReport.margin)
      let number = String(place.line)
      let margin = String(repeating: " ", count: max(0, TextReport.margin - 3 - number.count)) + number
      output += "\(margin) | \(excerpt.text)\n".utf8
      let mark = styled(String(repeating: "^", count: excerpt.markWidth), color(of: finding.severity))
      let blank = String(repeating: " ", count: margin.count)
      output += "\(blank) | \(String(repeating: " ", count: excerpt.markColumn))\(mark)\n".utf8
    }
    return output
  }

  /// The columns before an excerpt.
  private static let margin = 8

  // MARK: - Colours

  private enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case yellow = "33"
    case cyan = "36"
  }

  private func color(of severity: Severity) -> Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .info: .cyan
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
