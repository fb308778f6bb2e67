import Wikitext
import WikitextNormalizer

/// A page in a record of JSON: one of a snapshot of Wikimedia Enterprise, or of a corpus of texts.
///
///     {"name":"Isar","identifier":7,"url":"…","in_language":{"identifier":"de"},"article_body":{"html":"…"}}
///     {"text":"Isar\n\nFrom Wikipedia, …","url":"…"}
enum SnapshotRecord {
  /// A page.
  case page(StoredPage)
  /// A record of a page that has no text.
  case withoutText
  /// No such record, and why.
  case broken(String)

  /// Reads a line.
  ///
  /// - Complexity: O(bytes).
  static func read(_ line: [UInt8]) -> SnapshotRecord {
    let record: JSONValue
    do throws(JSONReader.Fault) {
      record = try JSONReader.read(line)
    } catch {
      return .broken("\(error.problem), at byte \(error.offset)")
    }
    guard case .object = record else { return .broken("it is no object of JSON") }
    guard let (text, dialect) = body(of: record) else { return .withoutText }
    var page = StoredPage(name: "", bytes: Array(text.utf8), dialect: dialect, isUTF8: true)
    page.metadata = metadata(of: record)
    page.fileTitle = page.metadata.url.map { title(inAddress: $0) } ?? ""
    page.language = record["in_language"].flatMap { $0.string ?? $0["identifier"]?.string }
    page.wiki = record["is_part_of"]?["identifier"]?.string
    return .page(page)
  }

  /// The page's text, by the keys of snapshots and of corpora.
  private static func body(of record: JSONValue) -> (text: String, dialect: Dialect)? {
    if let body = record["article_body"] {
      if let html = body["html"]?.string, !html.isEmpty { return (html, .html) }
      if let wikitext = body["wikitext"]?.string, !wikitext.isEmpty { return (wikitext, .wikitext) }
    }
    if let html = record["html"]?.string, !html.isEmpty { return (html, .html) }
    if let text = record["text"]?.string, !text.isEmpty { return (text, .pageText) }
    return nil
  }

  private static func metadata(of record: JSONValue) -> PageMetadata {
    var metadata = PageMetadata(title: record["name"]?.string ?? record["title"]?.string ?? "")
    metadata.pageID = record["identifier"].flatMap(number)
    metadata.namespace = record["namespace"]?["identifier"].flatMap(number).flatMap { Int(exactly: $0) } ?? 0
    metadata.url = record["url"]?.string
    metadata.timestamp = record["date_modified"]?.string
    if let version = record["version"] {
      metadata.revisionID = version["identifier"].flatMap(number)
      metadata.comment = version["comment"]?.string
      metadata.isMinorEdit = version["is_minor_edit"]?.isTrue ?? false
      metadata.editor = version["editor"]?["name"]?.string
      metadata.editorID = version["editor"]?["identifier"].flatMap(number)
    }
    return metadata
  }

  /// The title in the address of a page of a wiki; empty for other addresses.
  private static func title(inAddress url: String) -> String {
    let bytes = Array(url.utf8)
    let folder = Array("/wiki/".utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: folder) }) else { return "" }
    var title: [UInt8] = []
    var rest = bytes[(start + folder.count)...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    while let byte = rest.popFirst() {
      let code = byte == UInt8(ascii: "%") ? UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) : nil
      if code != nil { rest = rest.dropFirst(2) }
      title.append(code ?? (byte == UInt8(ascii: "_") ? 0x20 : byte))
    }
    return String(decoding: title, as: UTF8.self)
  }

  private static func number(_ value: JSONValue) -> Int64? {
    if case .number(let text) = value { Int64(text) } else { nil }
  }
}
