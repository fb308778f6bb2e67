import Foundation
import PageReaders
import Testing

@testable import WikitextDocument

/// The pages of Fixtures/page-text, each with the outline beside it that it is to have.
struct PageTextFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/page-text")

  @Test(arguments: ["green-river"]) func `A page has the outline beside it`(name: String) throws {
    let page = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".txt"))
    let document = assertPage(Array(page), name)
    let outline =
      (document.outline() + document.furniture.map { "furniture \($0.kind.rawValue) \(text(of: $0, document))" })
      .joined(separator: "\n") + "\n"
    let expected = Self.folder.appendingPathComponent(name + ".outline")
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try outline.write(to: expected, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: expected, encoding: .utf8) == outline)
  }

  private func text(of furniture: Furniture, _ document: Document) -> String {
    String(decoding: document.source[furniture.range.offsets], as: UTF8.self).debugDescription
  }
}
