import Foundation
import Testing
import Wikitext

@testable import WikitextFormatter

@Suite("Formatting real articles")
struct CorpusFormatTests {
  static let parts = 2
  /// The changes of standard styles that are refused in all articles together, at the most.
  static let mostRefusals = 60

  @Test(
    "Each article settles, is the same tree, and is shown as before",
    .enabled(if: !Articles.files.isEmpty, "no articles beside the repository: set WIKITEXT_SHARED"),
    arguments: 0..<parts
  )
  func articles(part: Int) throws {
    var configurations: [String: SiteConfiguration] = [:]
    var refusals = 0
    var counts: [String: Int] = [:]
    for (number, file) in Articles.files.enumerated() where number % Articles.step == 0 {
      guard number / Articles.step % CorpusFormatTests.parts == part else { continue }
      let wiki = file.deletingLastPathComponent().lastPathComponent
      let name = "\(wiki)/\(file.lastPathComponent)"
      let configuration = configurations[wiki] ?? SiteConfiguration(wiki: wiki) ?? .standard
      configurations[wiki] = configuration
      let source = Array(try Data(contentsOf: file))
      var formatter = PageFormatter(configuration: configuration)
      let once = formatter.format(source)
      #expect(!once.isUnsettled, "\(name)")
      #expect(formatter.format(once.source).source == once.source, "\(name)")
      refusals += once.refusals.count
      counts.merge(once.counts, uniquingKeysWith: +)
      for refusal in once.refusals {
        let text = String(decoding: source[refusal.range.offsets].prefix(120), as: UTF8.self)
        print("refused \(refusal.style) in \(name) at \(refusal.range): \(text.debugDescription)")
      }
      let freedoms = StyleCatalog.standard.reduce(into: Freedoms()) { $0.formUnion($1.freedoms) }
      let before = CanonicalForm.bytes(
        of: SyntaxTree(parsing: source, configuration: configuration),
        freedoms: freedoms
      )
      let after = CanonicalForm.bytes(
        of: SyntaxTree(parsing: once.source, configuration: configuration),
        freedoms: freedoms
      )
      if before != after { Issue.record("\(name): another tree\n\(difference(before, after))") }
      let shown = html(source, configuration)
      let shownAfter = html(once.source, configuration)
      if shown != shownAfter { Issue.record("\(name): shown otherwise\n\(difference(shown, shownAfter))") }
    }
    print("part \(part): \(refusals) refused; made: \(counts.sorted { $0.key < $1.key })")
    #expect(refusals * Articles.step <= CorpusFormatTests.mostRefusals * Articles.step)
  }

  /// The first place where two texts differ.
  private func difference(_ before: [UInt8], _ after: [UInt8]) -> String {
    let start = max(
      0,
      (zip(before, after).enumerated().first { $1.0 != $1.1 }?.offset ?? min(before.count, after.count)) - 60
    )
    return "- \(String(decoding: before[start...].prefix(160), as: UTF8.self))\n"
      + "+ \(String(decoding: after[start...].prefix(160), as: UTF8.self))"
  }
}
