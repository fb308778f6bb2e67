import WikitextSyntax
import WikitextValidator

/// Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change:
/// `::warning file=a.wikitext,line=2,col=1,endLine=2,endColumn=9,title=obsolete-tag::<center> is obsolete`.
public struct GitHubReport: FindingReport {
  /// A report.
  public init() {}

  /// Nothing.
  public var opening: [UInt8] { [] }
  /// Nothing: each command has its line.
  public var separator: [UInt8] { [] }
  /// Nothing.
  public var closing: [UInt8] { [] }

  /// The commands of a page.
  public func part(for file: FindingsOfFile) -> [UInt8] {
    guard !file.findings.isEmpty else { return [] }
    let lines = LineIndex(file.source)
    let path = GitHubReport.escapedProperty(file.path)
    var output = ""
    for finding in file.findings {
      let start = lines.location(at: finding.range.start, in: .scalars)
      let end = lines.location(at: finding.range.end, in: .scalars)
      let command =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
      output += "::\(command) file=\(path),line=\(start.line),"
      // Columns are for one line only.
      output += start.line == end.line ? "col=\(start.column),endColumn=\(end.column)," : "endLine=\(end.line),"
      output += "title=\(GitHubReport.escapedProperty(finding.rule))::\(GitHubReport.escaped(finding.message))\n"
    }
    return Array(output.utf8)
  }

  /// What a line cannot have.
  package static func escaped(_ text: String) -> String {
    escape(text) { $0 == "%" || $0 == "\r" || $0 == "\n" }
  }

  /// What the value of a property cannot have.
  package static func escapedProperty(_ text: String) -> String {
    escape(text) { $0 == "%" || $0 == "\r" || $0 == "\n" || $0 == ":" || $0 == "," }
  }

  private static func escape(_ text: String, where needsEscape: (Unicode.Scalar) -> Bool) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      if needsEscape(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        output += "%" + (digits.count == 1 ? "0" : "") + digits
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
