import MediaWikiDump
import Wikitext

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The pages of all inputs of `validate`, in batches: of files and folders in the order they are named in, of dumps,
/// archives and JSON Lines in their own.
final class ValidationInput {
  private let dialect: Dialect?
  private let namespaces: Set<Int>?
  /// Called with a line for people.
  private let report: (String) -> Void
  /// The inputs that are still to come, the next one last.
  private var waiting: [String]
  private var current: Pages?
  /// Whether something could not be read that should have been there.
  private(set) var isDamaged = false
  /// How many files in folders are no pages by their names.
  private(set) var skippedFiles = 0

  /// What an input holds.
  private enum Pages {
    /// One page.
    case page(PageToCheck)
    case stored(any StoredPages, name: String, isFolder: Bool)
    case dump(DumpPages)
  }

  /// - Parameters:
  ///   - paths: files and folders; `-` is the standard input.
  ///   - dialect: what all pages are written in; nil where each tells that.
  ///   - namespaces: of dumps, the namespaces whose pages are wanted; nil for all.
  ///   - report: called with lines for people.
  /// - Throws: when there is no such file.
  init(
    _ paths: [String],
    dialect: Dialect?,
    namespaces: Set<Int>?,
    report: @escaping (String) -> Void
  ) throws(CommandFailure) {
    // Said before anything is written: a report that ends midway is of no use.
    for path in paths where path != "-" {
      guard unsafe access(path, R_OK) != 0 else { continue }
      throw CommandFailure(
        .noInput,
        "cannot read \(path): \(System.lastError); give files and folders, or - for standard input"
      )
    }
    waiting = paths.reversed()
    self.dialect = dialect
    self.namespaces = namespaces
    self.report = report
  }

  /// The next pages; nil at the end.
  func next() throws -> PagesToCheck? {
    var batch = PagesToCheck()
    while !batch.isFull, let page = try nextPage() { batch.append(page) }
    return batch.pages.isEmpty ? nil : batch
  }

  private func nextPage() throws -> PageToCheck? {
    while true {
      switch current {
      case .page(let page):
        current = nil
        return page
      case .stored(let pages, let name, let isFolder):
        if let page = try next(of: pages, name, isFolder: isFolder) { return page }
        current = nil
      case .dump(let pages):
        if let page = try pages.next() { return page }
        isDamaged = isDamaged || pages.isDamaged
        current = nil
      case nil:
        guard let path = waiting.popLast() else { return nil }
        current = try open(path)
      }
    }
  }

  // MARK: - Inputs

  private func open(_ path: String) throws -> Pages {
    if System.isDirectory(path) { return .stored(try FolderPages(path: path), name: path, isFolder: true) }
    let file = try DecompressedFile(path: path)
    let name = StoredPageName(path)
    let head = try file.peek(TarReader.blockSize)
    if TarReader.isHeader(head) { return .stored(TarPages(file), name: path, isFolder: false) }
    let json = dialect == nil ? InputForm.json(head) : nil
    if json == .lines { return .stored(JSONLinesPages(file, keepsRecords: true), name: path, isFolder: false) }
    if InputForm.isDump(head) {
      return .dump(
        DumpPages(DumpReader(file), name: path, namespaces: namespaces, report: report)
      )
    }
    guard let bytes = try file.readAll(limit: WikitextParser.maximumPageSize) else {
      throw CommandFailure(.badInput, "\(path) is damaged, or has 4 GB or more")
    }
    var page = PageToCheck(file: ValidationInput.plain(path), bytes: bytes)
    page.dialect = dialect ?? told(by: name.dialect)
    page.isRecord = json == .record
    return .page(page)
  }

  /// What the ending of a name says. Texts may be anything.
  private func told(by dialect: Dialect?) -> Dialect? { dialect == .pageText ? nil : dialect }

  private func next(of pages: any StoredPages, _ name: String, isFolder: Bool) throws -> PageToCheck? {
    while let event = try pages.next() {
      switch event {
      case .omitted(let reason, let line):
        isDamaged = isDamaged || reason.isDamage
        if isFolder, reason == .otherFile { skippedFiles += 1 }
        if let line { report(line) }
      case .page(let stored):
        var page = PageToCheck(file: isFolder ? ValidationInput.plain(stored.name) : name, bytes: stored.bytes)
        let title = stored.metadata.title
        if !isFolder { page.fragment = title.isEmpty ? ValidationInput.place(of: stored, in: name) : title }
        page.isUTF8 = stored.isUTF8
        page.isRecord = stored.isRecord
        page.dialect = dialect ?? (isFolder ? told(by: stored.dialect) : stored.dialect)
        page.configuration = ValidationInput.configuration(of: stored)
        page.title = title.isEmpty ? nil : title
        return page
      }
    }
    return nil
  }

  /// A path without `./` before it, which services that read reports take for another folder.
  private static func plain(_ path: String) -> String {
    path.hasPrefix("./") && path.count > 2 ? String(path.dropFirst(2)) : path
  }

  /// The place of a page in its file: a path in an archive, or a line.
  private static func place(of page: StoredPage, in file: String) -> String {
    for suffix in [" in \(file)", " of \(file)"] where page.name.hasSuffix(suffix) {
      return String(page.name.dropLast(suffix.count))
    }
    return page.name
  }

  /// The grammar of the wiki that a page says it is of.
  private static func configuration(of page: StoredPage) -> SiteConfiguration? {
    page.wiki.flatMap { $0 == "enwiki" ? .standard : SiteConfiguration(wiki: $0) }
      ?? page.language.map { .wikipedia(ofLanguage: $0) }
  }
}
