import WikitextSyntax
import WikitextValidator
import WikitextWriters

/// Writes findings as an array of JSON.
///
/// An element is `{rule, severity, message, file, range: {start: {offset, line, column}, end}, fix?}`. Offsets are bytes
/// of UTF-8 from 0; lines and columns count from 1, columns in Unicode scalars. A `fix` has a `title` and `edits`, each
/// with a `range` and its `replacement`.
public struct JSONReport: ~Copyable {
  private var json = JSONWriter()

  /// Begins the array.
  public init() { json.beginArray() }

  /// Adds the findings in a file.
  ///
  /// - Complexity: O(bytes of the file + findings).
  public mutating func add(_ file: FindingsOfFile) {
    guard !file.findings.isEmpty else { return }
    let lines = LineIndex(file.source)
    for finding in file.findings {
      json.beginObject()
      json.key("rule")
      json.string(finding.rule)
      json.key("severity")
      json.string(finding.severity.rawValue)
      json.key("message")
      json.string(finding.message)
      json.key("file")
      json.string(file.path)
      write(finding.range, lines)
      if let fix = finding.fix { write(fix, lines) }
      json.endObject()
    }
  }

  /// Ends the array; what was written since the last call comes out.
  public mutating func finish() -> [UInt8] {
    json.endArray()
    return json.take()
  }

  private mutating func write(_ fix: Fix, _ lines: LineIndex) {
    json.key("fix")
    json.beginObject()
    json.key("title")
    json.string(fix.title)
    json.key("edits")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      write(edit.range, lines)
      json.key("replacement")
      json.string(String(decoding: edit.replacement, as: UTF8.self))
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private mutating func write(_ range: SourceRange, _ lines: LineIndex) {
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
