import WikitextSyntax
public import WikitextValidator
import WikitextWriters

/// Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format): one run, with what is known of the rules,
/// and results with regions, fixes and fingerprints. Columns count Unicode scalars.
///
/// In one thing it is not to the letter of the standard: braces of messages are not doubled (3.11.5). No message has
/// arguments that a brace could name, and the viewers in use show what is written: `{{sfn}}` would become `{{{{sfn}}}}`.
public struct SARIFReport: FindingReport {
  private let version: String
  private let rules: [RuleDescription]
  /// The places of rules in the run's list.
  private let places: [String: Int]

  /// A report.
  ///
  /// - Parameters:
  ///   - rules: the rules that are asked.
  ///   - version: the version of the engine.
  public init(rules: [RuleDescription], version: String) {
    self.rules = rules
    self.version = version
    places = Dictionary(rules.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
  }

  /// The run up to its results.
  public var opening: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.string("2.1.0" as StaticString)
    json.key("$schema")
    json.string(
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json" as StaticString
    )
    json.key("runs")
    json.beginArray()
    json.beginObject()
    json.key("tool")
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.key("name")
    json.string("wikitext" as StaticString)
    json.key("semanticVersion")
    json.string(version)
    json.key("rules")
    json.beginArray()
    for rule in rules { SARIFReport.write(rule, to: &json) }
    json.endArray()
    json.endObject()
    json.endObject()
    json.key("columnKind")
    json.string("unicodeCodePoints" as StaticString)
    json.key("results")
    json.beginArray()
    return json.take() + Array("\n".utf8)
  }

  /// A comma and the end of the line.
  public var separator: [UInt8] { Array(",\n".utf8) }
  /// The ends of results, run and log.
  public var closing: [UInt8] { Array("\n]}]}\n".utf8) }

  private static func write(_ rule: RuleDescription, to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(rule.id)
    json.key("shortDescription")
    write(text: rule.summary, markdown: rule.summary, to: &json)
    json.key("fullDescription")
    write(text: rule.explanation, markdown: rule.explanation, to: &json)
    json.key("help")
    write(text: rule.explanation, markdown: RulePage(rule).markdown, to: &json)
    json.key("defaultConfiguration")
    json.beginObject()
    json.key("enabled")
    json.bool(rule.isOn)
    json.key("level")
    write(rule.severity, to: &json)
    json.endObject()
    json.key("properties")
    json.beginObject()
    json.key("tags")
    json.beginArray()
    json.string(rule.family.rawValue)
    json.endArray()
    json.endObject()
    json.endObject()
  }

  /// A message. Where it has a form in Markdown, the plain one is without its code marks (3.11.3).
  private static func write(text: String, markdown: String? = nil, to json: inout JSONWriter) {
    json.beginObject()
    json.key("text")
    json.string(markdown == nil ? text : text.filter { $0 != "`" })
    if let markdown {
      json.key("markdown")
      json.string(markdown)
    }
    json.endObject()
  }

  private static func write(_ severity: Severity, to json: inout JSONWriter) {
    switch severity {
    case .error: json.string("error" as StaticString)
    case .warning: json.string("warning" as StaticString)
    case .info: json.string("note" as StaticString)
    }
  }

  // MARK: - Results

  /// The results of a page.
  public func part(for file: FindingsOfFile) -> [UInt8] {
    guard !file.findings.isEmpty else { return [] }
    let places = Places(file)
    let uri = SARIFReport.uri(of: file.file, fragment: file.fragment)
    var output: [UInt8] = []
    for (finding, identity) in zip(file.findings, FindingIdentity.of(file)) {
      if !output.isEmpty { output += separator }
      var json = JSONWriter()
      json.beginObject()
      json.key("ruleId")
      json.string(finding.rule)
      if let place = self.places[finding.rule] {
        json.key("ruleIndex")
        json.int(place)
      }
      json.key("level")
      SARIFReport.write(finding.severity, to: &json)
      json.key("message")
      SARIFReport.write(text: finding.message, to: &json)
      json.key("locations")
      json.beginArray()
      json.beginObject()
      json.key("physicalLocation")
      json.beginObject()
      SARIFReport.write(artifact: uri, to: &json)
      json.key("region")
      places.write(finding.range, bytes: true, to: &json)
      json.endObject()
      json.endObject()
      json.endArray()
      json.key("partialFingerprints")
      json.beginObject()
      json.key("rulePathAndLine/v1")
      json.string(identity.fingerprint(path: file.path))
      json.endObject()
      if let fix = finding.fix { SARIFReport.write(fix, uri, places, to: &json) }
      json.endObject()
      output += json.take()
    }
    return output
  }

  private static func write(artifact uri: String, to json: inout JSONWriter) {
    json.key("artifactLocation")
    json.beginObject()
    json.key("uri")
    json.string(uri)
    json.endObject()
  }

  private static func write(_ fix: Fix, _ uri: String, _ places: Places, to json: inout JSONWriter) {
    json.key("fixes")
    json.beginArray()
    json.beginObject()
    json.key("description")
    write(text: fix.title, to: &json)
    json.key("artifactChanges")
    json.beginArray()
    json.beginObject()
    write(artifact: uri, to: &json)
    json.key("replacements")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      json.key("deletedRegion")
      // With bytes it would be a replacement of bytes, whose new content must be in Base64 (3.57.2).
      places.write(edit.range, bytes: false, to: &json)
      if !edit.replacement.isEmpty {
        json.key("insertedContent")
        write(text: String(decoding: edit.replacement, as: UTF8.self), to: &json)
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endArray()
  }
}
