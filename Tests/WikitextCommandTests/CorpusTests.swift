import Foundation
import Testing

/// The dumps of the shared corpus: in `../shared` beside the package, or in the folder that `WIKITEXT_SHARED` names.
enum Corpus {
  static let folder: URL = {
    let named = ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
    let shared = named ?? packageRoot.deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "corpus/dumps")
  }()

  /// The names of the files; empty where the corpus is absent.
  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0 != "MANIFEST.json" }.sorted() ?? []
}

@Suite(
  "Converting the dumps of the shared corpus",
  .enabled(if: !Corpus.names.isEmpty, "../shared/corpus/dumps is not there (WIKITEXT_SHARED may name ../shared)")
)
struct CorpusTests {
  @Test("Counts add up, records are JSON, and jobs make no difference", arguments: Corpus.names)
  func convert(name: String) throws {
    let folder = try TemporaryFolder()
    let dump = Corpus.folder.appending(path: name).path
    let run = try Run.wikitext("convert", dump, "--namespace", "all", "--jobs", "1", "--output", folder.path("out"))
    if name.hasSuffix(".7z") || name.hasSuffix("anarchism.xml") {
      // An archive to be unpacked first, and a file that is no dump.
      #expect(run.status == 65)
      #expect(try folder.names.isEmpty)
      return
    }
    #expect(run.status == 0 || run.status == 3)
    let manifest = try Manifest(folder.path("out.manifest.json"))
    #expect(manifest.input.is_complete)
    #expect(manifest.input.is_damaged == (run.status == 3))
    let output = try Data(contentsOf: folder.url.appending(path: "out"))
    #expect(try jsonLines(output).count == manifest.counts.written)
    #expect(try Run.wikitext("convert", dump, "--namespace", "all", "--jobs", "4").output == output)
  }
}
