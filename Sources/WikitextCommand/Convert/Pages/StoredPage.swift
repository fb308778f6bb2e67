import MediaWikiDump
import Wikitext

/// A page that lies in a file of its own, or in a record among others.
struct StoredPage: Sendable {
  /// Where it is, in words: `pages/a.html`, `line 7 of pages.jsonl`.
  var name: String
  /// The page as it is stored.
  var bytes: [UInt8]
  /// What it is written in, where its place tells.
  var dialect: Dialect?
  /// Whether the bytes are known to be UTF-8: strings of JSON are.
  var isUTF8 = false
  /// Whether it is no page, but a record of JSON that has none; see ``JSONLinesPages``.
  var isRecord = false
  /// What is known of it beside its text.
  var metadata = PageMetadata(title: "")
  /// The title that it has if neither it nor its record says one.
  var fileTitle = ""
  /// The language that it is known to be in.
  var language: String?
  /// The database of its wiki.
  var wiki: String?
}

/// What a collection of pages has next.
enum StoredPageEvent {
  /// A page.
  case page(StoredPage)
  /// Something that becomes no record, and why, with a line for people where it is to be reported.
  case omitted(OmissionReason, report: String?)
}

/// Pages that lie in a folder, an archive or a file of records, in their order.
protocol StoredPages: AnyObject {
  /// The next page; nil at the end.
  func next() throws(DumpError) -> StoredPageEvent?
  /// Bytes read so far, as stored and as decompressed.
  var bytesRead: (stored: Int64, decompressed: Int64) { get }
  /// The digest of all that was read; nil where the pages are in several files.
  var digest: String? { get }
}

/// What page the name of a file is of.
struct StoredPageName {
  /// The dialect by the name's ending; nil for files that are no pages.
  let dialect: Dialect?
  /// Whether the ending is one of pages.
  let isPage: Bool
  /// The name without folders and endings: the title that the page has if it says none itself.
  let title: String

  private static let endings: [String: Dialect] = [
    "html": .html, "htm": .html, "xhtml": .html, "txt": .pageText, "wikitext": .wikitext, "wiki": .wikitext,
    "mediawiki": .wikitext,
  ]
  private static let compressions: Set<String> = ["gz", "zst", "xz", "bz2"]

  init(_ path: String) {
    var name = path.split(separator: "/").last ?? ""
    func takeEnding(where isKnown: (String) -> Bool) -> String? {
      guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
      let ending = name[name.index(after: dot)...].lowercased()
      guard isKnown(ending) else { return nil }
      name = name[..<dot]
      return ending
    }
    _ = takeEnding { StoredPageName.compressions.contains($0) }
    let ending = takeEnding { StoredPageName.endings[$0] != nil }
    dialect = ending.flatMap { StoredPageName.endings[$0] }
    isPage = ending != nil
    title = String(name.map { $0 == "_" ? " " : $0 })
  }
}
