import MediaWikiDump
import Wikitext
import WikitextWriters

/// What a run of `convert` did, as JSON for people and programs.
///
/// Times stand here and not in the records, which are the same for every run.
struct ConversionManifest {
  var input: String
  /// Digest of the stored bytes; `nil` if not all of them were read.
  var digest: String?
  var output: String
  var outputBytes: Int
  var namespaces: Set<Int>?
  var limit: Int?
  var wiki: String?
  var format: String
  var jobs: Int
  var siteInfo: SiteInfo?
  var counts: ConversionCounts
  var statistics: DumpStatistics
  var isComplete: Bool
  /// Seconds since 1970.
  var started: Int
  /// Seconds since 1970.
  var finished: Int
  var seconds: Double

  /// The manifest, indented, in UTF-8.
  func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("manifest_version")
    json.int(1)
    json.key("engine")
    json.beginObject()
    json.key("name")
    json.string("swift-wikitext")
    json.key("version")
    json.string(WikitextEngine.version)
    json.endObject()
    writeInput(to: &json)
    json.key("output")
    json.beginObject()
    json.key("path")
    json.string(output)
    json.key("bytes")
    json.int(outputBytes)
    json.key("records")
    json.int(counts.written)
    json.endObject()
    writeOptions(to: &json)
    writeSiteInfo(to: &json)
    writeCounts(to: &json)
    json.key("started")
    json.string(ConversionManifest.timestamp(started))
    json.key("finished")
    json.string(ConversionManifest.timestamp(finished))
    json.key("seconds")
    json.double((seconds * 1000).rounded() / 1000)
    json.endObject()
    return JSONLayout.indented(json.written) + [UInt8(ascii: "\n")]
  }

  private func writeInput(to json: inout JSONWriter) {
    json.key("input")
    json.beginObject()
    json.key("path")
    json.string(input)
    json.key("bytes")
    json.int(Int(statistics.compressedBytesRead))
    json.key("decompressed_bytes")
    json.int(Int(statistics.bytesRead))
    json.key("sha256")
    if let digest { json.string(digest) } else { json.null() }
    json.key("is_complete")
    json.bool(isComplete)
    json.key("is_damaged")
    json.bool(counts.hasDamage)
    json.endObject()
  }

  private func writeOptions(to json: inout JSONWriter) {
    json.key("options")
    json.beginObject()
    json.key("namespaces")
    if let namespaces {
      json.beginArray()
      for namespace in namespaces.sorted() { json.int(namespace) }
      json.endArray()
    } else {
      json.string("all")
    }
    json.key("limit")
    if let limit { json.int(limit) } else { json.null() }
    json.key("wiki")
    if let wiki { json.string(wiki) } else { json.null() }
    json.key("format")
    json.string(format)
    json.key("jobs")
    json.int(jobs)
    json.endObject()
  }

  private func writeSiteInfo(to json: inout JSONWriter) {
    json.key("siteinfo")
    guard let siteInfo else { return json.null() }
    func write(_ key: StaticString, _ value: String?) {
      guard let value else { return }
      json.key(key)
      json.string(value)
    }
    json.beginObject()
    write("sitename", siteInfo.siteName)
    write("dbname", siteInfo.dbName)
    write("base", siteInfo.base)
    write("generator", siteInfo.generator)
    write("case", siteInfo.caseRule?.name)
    write("language", siteInfo.language)
    write("schema_version", siteInfo.schemaVersion)
    json.key("namespaces")
    json.beginArray()
    for namespace in siteInfo.namespaces {
      json.beginObject()
      json.key("identifier")
      json.int(Int(namespace.id))
      write("name", namespace.name)
      write("case", namespace.caseRule?.name)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func writeCounts(to json: inout JSONWriter) {
    json.key("counts")
    json.beginObject()
    json.key("pages_seen")
    json.int(counts.seen)
    json.key("written")
    json.int(counts.written)
    json.key("skipped")
    json.int(counts.omittedCount)
    json.key("skipped_by_reason")
    json.beginObject()
    for reason in OmissionReason.allCases {
      guard let count = counts.omitted[reason] else { continue }
      json.key(named: reason.rawValue)
      json.int(count)
    }
    json.endObject()
    json.key("problems")
    json.beginObject()
    for kind in DumpProblem.Kind.allCases {
      guard let count = counts.problems[kind] else { continue }
      json.key(named: kind.rawValue)
      json.int(count)
    }
    json.endObject()
    json.endObject()
  }

  /// ISO 8601 in UTC: `2026-01-31T12:00:00Z`.
  static func timestamp(_ secondsSince1970: Int) -> String {
    let day = (secondsSince1970 >= 0 ? secondsSince1970 : secondsSince1970 - 86_399) / 86_400
    let second = secondsSince1970 - day * 86_400
    // Days since 1 March of the year 0, in cycles of 400 years; so leap days come last in a year.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(padded(month))-\(padded(dayOfMonth))"
      + "T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }
}

extension SiteInfo.CaseRule {
  /// The rule as dumps write it.
  fileprivate var name: String {
    switch self {
    case .firstLetter: "first-letter"
    case .caseSensitive: "case-sensitive"
    case .caseInsensitive: "case-insensitive"
    case .other(let name): name
    }
  }
}
