import Foundation
import Testing

@testable import WikitextSyntax

/// The articles in `corpus/articles` of the folder that `WIKITEXT_SHARED` names, else of `../shared`.
@Suite(
  "Articles of real wikis",
  .enabled(if: !TestFiles.articles.isEmpty, "There are no articles in ../shared or in WIKITEXT_SHARED.")
)
struct CorpusTests {
  /// Parts of the corpus, so that they run beside each other.
  static let parts = 8

  @Test("Every article round-trips by the grammar of its wiki", arguments: 0..<parts)
  func roundTrip(part: Int) throws {
    var configurations: [String: SiteConfiguration] = [:]
    for index in stride(from: part, to: TestFiles.articles.count, by: CorpusTests.parts) {
      let file = TestFiles.articles[index]
      let wiki = file.deletingLastPathComponent().lastPathComponent
      let configuration = configurations[wiki] ?? SiteConfiguration(wiki: wiki) ?? .standard
      configurations[wiki] = configuration
      let source = Array(try Data(contentsOf: file))
      assertParse(source, configuration: configuration, "\(wiki)/\(file.lastPathComponent)")
    }
  }
}
