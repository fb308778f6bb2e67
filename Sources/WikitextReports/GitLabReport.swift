import WikitextSyntax
import WikitextValidator
import WikitextWriters

/// Findings as GitLab's code quality reports have them: an array of JSON, one finding a line, with fingerprints that stay
/// the same while the finding's line does.
public struct GitLabReport: FindingReport {
  /// A report.
  public init() {}

  /// The beginning of the array.
  public var opening: [UInt8] { Array("[\n".utf8) }
  /// A comma and the end of the line.
  public var separator: [UInt8] { Array(",\n".utf8) }
  /// The end of the array.
  public var closing: [UInt8] { Array("\n]\n".utf8) }

  /// The elements of a page.
  public func part(for file: FindingsOfFile) -> [UInt8] {
    guard !file.findings.isEmpty else { return [] }
    let lines = LineIndex(file.source)
    var output: [UInt8] = []
    for (finding, identity) in zip(file.findings, FindingIdentity.of(file)) {
      if !output.isEmpty { output += separator }
      var json = JSONWriter()
      json.beginObject()
      json.key("description")
      json.string(finding.message)
      json.key("check_name")
      json.string(finding.rule)
      json.key("fingerprint")
      json.string(identity.fingerprint(path: file.path))
      json.key("severity")
      switch finding.severity {
      case .error: json.string("major" as StaticString)
      case .warning: json.string("minor" as StaticString)
      case .info: json.string("info" as StaticString)
      }
      json.key("location")
      json.beginObject()
      json.key("path")
      json.string(file.path)
      json.key("lines")
      json.beginObject()
      json.key("begin")
      json.int(lines.location(at: finding.range.start).line)
      json.key("end")
      json.int(lines.location(at: finding.range.end).line)
      json.endObject()
      json.endObject()
      json.endObject()
      output += json.take()
    }
    return output
  }
}
