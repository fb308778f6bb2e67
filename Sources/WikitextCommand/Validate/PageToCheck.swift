import Wikitext
import WikitextReports

/// A page on its way to the validator.
struct PageToCheck: Sendable {
  /// The path of its file.
  var file: String
  /// Its title, or what else tells it, where the file has several.
  var fragment: String?
  /// The page as it is stored.
  var bytes: [UInt8]
  /// What it is written in; nil where its bytes are to tell.
  var dialect: Dialect?
  /// Whether it is no page, but a record of Article JSON or Document JSON.
  var isRecord = false
  /// Whether the bytes are known to be UTF-8: strings of JSON and texts of dumps are.
  var isUTF8 = false
  /// The grammar of the wiki that it says it is of; nil where nothing tells.
  var configuration: SiteConfiguration?
  /// Its title, where that is known for sure.
  var title: String?

  /// What reports call it: the path of its file; of a page among others with `#` and its title.
  var path: String { fragment.map { "\(file)#\($0)" } ?? file }

  /// Its path from a folder on.
  func path(from folder: String) -> String {
    let relative = file == "-" ? file : ProjectPath.relative(file, to: folder)
    return fragment.map { "\(relative)#\($0)" } ?? relative
  }

  /// Its findings, as reports take them.
  ///
  /// - Parameters:
  ///   - findings: the findings.
  ///   - source: the page in UTF-8, which they are in.
  ///   - isAsStored: whether the page in UTF-8 was the bytes of the file.
  /// - Returns: the findings in the page.
  func file(with findings: [Finding], in source: [UInt8], isAsStored: Bool) -> FindingsOfFile {
    FindingsOfFile(file: file, fragment: fragment, source: source, isAsStored: isAsStored, findings: findings)
  }

  /// Whether the page in UTF-8 is what its file holds: by the lengths, for each way of storing it otherwise changes them.
  func isAsStored(_ source: [UInt8]) -> Bool {
    guard fragment == nil, source.count == bytes.count else { return false }
    return file == "-" || System.fileSize(of: file).map { Int($0) } == bytes.count
  }

  /// Why a page cannot be written back where it came from.
  enum Obstacle: Sendable {
    /// It is one of several in a dump, an archive or a file of records.
    case amongOthers
    /// Its file does not have the bytes that were checked: it is compressed, or not in UTF-8.
    case encoded
  }

  /// What keeps a page from being written back.
  ///
  /// - Parameter bytes: the page as it is checked.
  /// - Returns: the obstacle; nil where there is none.
  func obstacle(toWriting bytes: [UInt8]) -> Obstacle? {
    if fragment != nil { return .amongOthers }
    if file == "-" { return nil }
    return (try? Descriptor.readAll(of: file)) == bytes ? nil : .encoded
  }
}

/// Pages that one thread checks.
struct PagesToCheck: Sendable {
  /// A batch is full with this many bytes of text.
  private static let fullSize = 128 << 10
  /// Or with this many pages.
  private static let fullLength = 256

  private(set) var pages: [PageToCheck] = []
  private var byteCount = 0

  /// Whether it is time to hand it over.
  var isFull: Bool { byteCount >= PagesToCheck.fullSize || pages.count >= PagesToCheck.fullLength }

  mutating func append(_ page: PageToCheck) {
    byteCount += page.bytes.count
    pages.append(page)
  }
}
