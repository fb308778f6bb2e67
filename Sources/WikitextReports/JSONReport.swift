import WikitextSyntax
import WikitextValidator
import WikitextWriters

/// Findings as an array of JSON, one a line.
///
/// An element is `{rule, severity, message, file, range: {start: {offset, line, column}, end}, fix?}`. Offsets are bytes
/// of UTF-8 from 0; lines and columns count from 1, columns in Unicode scalars. A `fix` has a `title` and `edits`, each
/// with a `range` and its `replacement`.
public struct JSONReport: FindingReport {
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
    for finding in file.findings {
      if !output.isEmpty { output += separator }
      var json = JSONWriter()
      json.beginObject()
      json.key("rule")
      json.string(finding.rule)
      json.key("severity")
      json.string(finding.severity.rawValue)
      json.key("message")
      json.string(finding.message)
      json.key("file")
      json.string(file.path)
      JSONReport.write(finding.range, lines, to: &json)
      if let fix = finding.fix { JSONReport.write(fix, lines, to: &json) }
      json.endObject()
      output += json.take()
    }
    return output
  }

  private static func write(_ fix: Fix, _ lines: LineIndex, to json: inout JSONWriter) {
    json.key("fix")
    json.beginObject()
    json.key("title")
    json.string(fix.title)
    json.key("edits")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      write(edit.range, lines, to: &json)
      json.key("replacement")
      json.string(String(decoding: edit.replacement, as: UTF8.self))
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private static func write(_ range: SourceRange, _ lines: LineIndex, to json: inout JSONWriter) {
    json.key("range")
    json.beginObject()
    for (key, offset) in [("start", range.start), ("end", range.end)] as [(StaticString, Int)] {
      json.key(key)
      json.beginObject()
      json.key("offset")
      json.int(offset)
      let location = lines.location(at: offset, in: .scalars)
      json.key("line")
      json.int(location.line)
      json.key("column")
      json.int(location.column)
      json.endObject()
    }
    json.endObject()
  }
}
