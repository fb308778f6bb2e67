import Foundation
import MediaWikiDump
import Testing

/// A file of the shared corpus and what its manifest says about it.
struct CorpusEntry: Decodable, CustomTestStringConvertible, Sendable {
  var file: String
  var pages: Int
  var revisions: Int
  var error: String?

  var url: URL { CorpusEntry.folder.appending(path: file.replacing("dumps/", with: "")) }
  var testDescription: String { file }

  /// `../shared` beside the package, or the folder that `WIKITEXT_SHARED` names.
  static let folder: URL = {
    let named = ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
    let shared = named ?? packageRoot.deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "corpus/dumps")
  }()

  /// Empty where the corpus is absent.
  static let all: [CorpusEntry] = {
    guard let data = try? Data(contentsOf: folder.appending(path: "MANIFEST.json")) else { return [] }
    return (try? JSONDecoder().decode([CorpusEntry].self, from: data)) ?? []
  }()
}

@Suite(
  "The dumps of the shared corpus",
  .enabled(if: !CorpusEntry.all.isEmpty, "../shared/corpus/dumps is not there (WIKITEXT_SHARED may name ../shared)")
)
struct CorpusTests {
  /// Files whose count is not the manifest's: what another parser gave up on.
  static let exceptions = ["whym+wikihadoop__page_sample.xml": 3]

  @Test("Every dump gives all its pages, whichever revisions are asked for", arguments: CorpusEntry.all)
  func pages(entry: CorpusEntry) throws {
    let name = entry.url.lastPathComponent
    if name.hasSuffix(".7z") {
      let error = #expect(throws: DumpError.self) { try DumpReader(path: entry.url.path) }
      #expect(error?.description.contains("7z x -so") == true)
      return
    }
    if name.hasSuffix("anarchism.xml") {
      let reader = try DumpReader(path: entry.url.path)
      #expect(throws: DumpError.self) { try reader.next() }
      return
    }
    let newest = try Reading(DumpReader(path: entry.url.path))
    #expect(newest.pages.count == CorpusTests.exceptions[name] ?? entry.pages)
    #expect(newest.skipped.isEmpty)
    #expect(!newest.titles.contains(""))
    let all = try Reading(DumpReader(path: entry.url.path, options: .allRevisions))
    #expect(all.statistics.pagesReturned == newest.pages.count)
    if entry.error == nil, !name.hasSuffix("revision.xml") { #expect(all.pages.count == entry.revisions) }
    #expect(all.statistics.bytesRead == newest.statistics.bytesRead)
    let size = try #require(try entry.url.resourceValues(forKeys: [.fileSizeKey]).fileSize)
    #expect(newest.statistics.compressedBytesRead == Int64(size))
  }
}
