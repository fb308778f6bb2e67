import MediaWikiDump
import Wikitext

/// The pages in the files of a folder and of all folders in it, by their paths in order of bytes. Links are not followed.
final class FolderPages: StoredPages {
  private let root: String
  /// Paths below the root that are still to come, the next one last; folders end in a slash.
  private var waiting: [String]
  private(set) var bytesRead: (stored: Int64, decompressed: Int64) = (0, 0)
  var digest: String? { nil }

  /// - Parameter path: the folder.
  /// - Throws: when it cannot be read.
  init(path: String) throws(CommandFailure) {
    root = path.hasSuffix("/") ? path : path + "/"
    guard let entries = FolderPages.entries(of: root) else {
      throw CommandFailure(.noInput, "cannot read \(path): \(System.lastError); give a folder you can read")
    }
    waiting = entries
  }

  func next() throws(DumpError) -> StoredPageEvent? {
    while let path = waiting.popLast() {
      if path.hasSuffix("/") {
        guard let entries = FolderPages.entries(of: root + path) else {
          return .omitted(.broken, report: "skipped \(root)\(path): \(System.lastError)")
        }
        waiting += entries.map { path + $0 }
        continue
      }
      let name = StoredPageName(path)
      guard name.isPage else { return .omitted(.otherFile, report: nil) }
      return read(root + path, name)
    }
    return nil
  }

  private func read(_ path: String, _ name: StoredPageName) -> StoredPageEvent {
    do throws(DumpError) {
      let file = try DecompressedFile(path: path)
      let bytes = try file.readAll(limit: WikitextParser.maximumPageSize)
      bytesRead.stored += file.compressedBytesRead
      bytesRead.decompressed += file.bytesRead
      guard let bytes else { return .omitted(.broken, report: "skipped \(path): it is damaged, or too large") }
      return .page(StoredPage(name: path, bytes: bytes, dialect: name.dialect, fileTitle: name.title))
    } catch {
      return .omitted(.broken, report: "skipped: \(error)")
    }
  }

  /// What is in a folder, the first name last; folders end in a slash. Nil where it cannot be read.
  private static func entries(of folder: String) -> [String]? {
    SourceFiles.names(in: folder)?.compactMap { name in
      switch System.kind(of: folder + name) {
      case .folder: name + "/"
      case .file: name
      case .other: nil
      }
    }.sorted { $1.utf8.lexicographicallyPrecedes($0.utf8) }
  }
}
