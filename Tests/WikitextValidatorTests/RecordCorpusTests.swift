import Foundation
import Testing
import WikitextDocument
import WikitextNormalizer
import WikitextSyntax
import WikitextValidator
import WikitextWriters

@Suite struct RecordCorpusTests {
  /// Real articles beside the repository, or where the environment variable `WIKITEXT_SHARED` says; every fiftieth.
  private static let articles: [URL] = {
    let named = ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared = named ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    let folder = shared.appendingPathComponent("corpus/articles")
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    let pages = files.filter { $0.pathExtension == "wikitext" }.sorted { $0.path < $1.path }
    return pages.enumerated().filter { $0.offset % 50 == 0 }.map(\.element)
  }()

  @Test(.enabled(if: !articles.isEmpty, "no articles beside the repository: set WIKITEXT_SHARED"))
  func `records that the program makes are as its schemas and pages say`() throws {
    var articles = ArticleJSONWriter()
    var documents = DocumentJSONWriter()
    let reader = DocumentReader(configuration: .standard)
    var normalizer = Normalizer(configuration: .standard)
    let validator = Validator()
    for file in Self.articles {
      let source = Array(try Data(contentsOf: file))
      let document = reader.read(SyntaxTree(parsing: source))
      let record = articles.write(normalizer.normalize(document), metadata: PageMetadata(title: "Page"))
      #expect(validator.validate(record: documents.write(document), source: source) == [], "\(file.lastPathComponent)")
      for page in [source, nil] as [[UInt8]?] {
        #expect(validator.validate(record: record, source: page) == [], "\(file.lastPathComponent)")
      }
    }
  }
}
