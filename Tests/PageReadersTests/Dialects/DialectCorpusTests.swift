import Foundation
import PageReaders
import Testing
import WikitextDocument

/// The pages of `../shared`, or of the folder that `WIKITEXT_SHARED` names.
private enum SharedPages {
  static let folder: URL = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
    return named ?? package.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  static func pages(below path: String, _ ending: String) -> [URL] {
    let folder = folder.appendingPathComponent(path)
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
  }
}

@Suite(.enabled(if: FileManager.default.fileExists(atPath: SharedPages.folder.path), "../shared is not there"))
struct DialectCorpusTests {
  @Test(arguments: [
    ("corpus/articles", "wikitext", Dialect.wikitext),
    ("conformance/structured/html", "html", Dialect.html),
    ("conformance/pairs", "html", Dialect.html),
    ("conformance/structured/text/resiliparse", "txt", Dialect.pageText),
    ("conformance/structured/text/resiliparse2", "txt", Dialect.pageText),
    ("seed", "txt", Dialect.pageText),
  ])
  func `Every page is taken for what it is`(folder: String, ending: String, dialect: Dialect) throws {
    var mistakes: [String] = []
    for page in SharedPages.pages(below: folder, ending) {
      let finding = DialectDetector().detect(Array(try Data(contentsOf: page)))
      if finding.dialect != dialect {
        mistakes.append("\(page.lastPathComponent): \(finding.dialect), for \(finding.reasons)")
      }
    }
    // One page of text has nothing that wikitext could not have: two paragraphs.
    #expect(
      mistakes.count <= (ending == "txt" ? 1 : 0),
      "\(mistakes.count): \(mistakes.prefix(20).joined(separator: "\n"))"
    )
  }
}
