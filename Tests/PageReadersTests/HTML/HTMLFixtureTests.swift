import Foundation
import Testing

@testable import WikitextDocument

@Suite struct HTMLFixtureTests {
  @Test(arguments: HTMLTestFiles.fixtures)
  func `Pages give the documents that are written beside them`(_ page: URL) throws {
    let document = assertHTML(Array(try Data(contentsOf: page)), page.lastPathComponent)
    let expected = page.deletingPathExtension().appendingPathExtension("txt")
    let dump = describe(document)
    if ProcessInfo.processInfo.environment["WIKITEXT_UPDATE_FIXTURES"] != nil {
      try Data(dump.utf8).write(to: expected)
    }
    #expect(try String(contentsOf: expected, encoding: .utf8) == dump)
  }

  @Test func `There are pages`() {
    #expect(HTMLTestFiles.fixtures.count > 1)
  }

  /// The nodes of a document, and what it has as a whole.
  private func describe(_ document: Document) -> String {
    var lines = [document.dump()]
    lines.append("title \(document.title ?? "") language \(document.language ?? "")\n")
    for box in document.infoboxes {
      lines.append("infobox \(box.name.debugDescription)\n")
      for field in box.fields {
        lines.append("  \(field.name.debugDescription) \(field.range.offsets) \(field.items.map(\.text))\n")
      }
    }
    for reference in document.references {
      lines.append("reference \(reference.name ?? "") uses \(reference.uses.count)\n")
    }
    lines += document.categories.map { "category \($0.name)\n" }
    lines += document.languageLinks.map { "language \($0.language) \($0.title)\n" }
    lines += document.furniture.map { "furniture \($0.kind.rawValue) \($0.range.offsets)\n" }
    return lines.joined()
  }
}
