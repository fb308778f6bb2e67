import Foundation
import Testing

@testable import WikitextNormalizer

struct ValueGrammarTests {
  private static let fixtures = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/grammar")

  static let files = ["numbers", "quantities", "money", "durations", "dates", "intervals", "codes", "remarks", "more"]

  @Test(arguments: files)
  func `Texts are read as the cases say`(_ file: String) throws {
    let url = Self.fixtures.appendingPathComponent(file + ".txt")
    let cases = GrammarCase.cases(of: try String(contentsOf: url, encoding: .utf8))
    #expect(!cases.isEmpty)
    for one in cases {
      let read = one.read()
      #expect(read == one.expected, "\(one)")
    }
  }
}
