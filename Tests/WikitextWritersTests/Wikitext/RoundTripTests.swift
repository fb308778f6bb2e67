import Foundation
import Testing
import WikitextDocument
import WikitextSyntax
import WikitextWriters

@Suite struct RoundTripTests {
  /// Cases that do not come back as they were, and why.
  private static let exceptions = [
    "extensions.txt: A gallery's line that begins with a pipe is no item": "the line is text to the document",
    "titles.txt: Braces that call nothing inside braces that do": "the braces inside have no node",
  ]

  @Test(arguments: FixturePages.files)
  func `The pages of the fixtures come back`(_ file: String) throws {
    for page in try FixturePages.pages(of: file) {
      let (isSame, isStable) = roundTrip(page.source, page.configuration)
      let isExpected = Self.exceptions["\(file): \(page.name)"] == nil
      #expect((isSame && isStable) == isExpected, "\(file): \(page.name), outline: \(isSame), stable: \(isStable)")
    }
  }

  @Test(.enabled(if: !FixturePages.articles.isEmpty, "no articles beside the repository: set WIKITEXT_SHARED"))
  func `Nearly all articles come back`() throws {
    var configurations: [String: SiteConfiguration] = [:]
    var pages = 0
    var same = 0
    // Every tenth, so that a debug run stays short; `bench roundtrip` reads them all.
    for (number, article) in FixturePages.articles.enumerated() where number % 10 == 0 {
      let wiki = article.deletingLastPathComponent().lastPathComponent
      let configuration = configurations[wiki] ?? SiteConfiguration(wiki: wiki) ?? .standard
      configurations[wiki] = configuration
      let (isSame, isStable) = roundTrip(Array(try Data(contentsOf: article)), configuration)
      pages += 1
      if isSame, isStable { same += 1 }
    }
    #expect(same * 100 >= pages * 99, "\(same) of \(pages)")
  }

  @Test func `Hostile pages are written`() {
    let pieces = [
      "{{Infobox|a=", "{{", "}}", "[[File:a|", "]]", "<ref>", "</ref>", "<references>", "{|\n|", "\n|-\n|", "|}",
      "\n* ",
      "\n;a:b", "<ul><li>", "<table><tr><td>", "</table>", "\n== h ==\n", "''", "'''", "<div>", "</div>", "<p>", "</p>",
      "[http://x ", "-{", "}-", "\u{0}", "&amp;", "{{ubl|", "|", "=", "<br>", "<gallery>\nFile:x|y\n", "</gallery>",
      "<b>", "</b>", "\n\n", "__TOC__", "<poem>", "</poem>", "\n a", "{{#tag:ref|",
    ]
    for (index, piece) in pieces.enumerated() {
      _ = roundTrip(Array(String(repeating: piece, count: 1000).utf8), .standard)
      for step in [1, 5, 11] {
        let other = pieces[(index + step) % pieces.count]
        _ = roundTrip(Array(String(repeating: piece + other, count: 300).utf8), .standard)
      }
    }
    _ = roundTrip([0xFF, 0xFE, 0x5B, 0x5B, 0xC3, 0x7C, 0x5D, 0x5D], .standard)
  }

  /// Whether what is written of a page is the same page, and written the same again.
  private func roundTrip(_ source: [UInt8], _ configuration: SiteConfiguration) -> (isSame: Bool, isStable: Bool) {
    let writer = WikitextWriter()
    let document = Document(SyntaxTree(parsing: source, configuration: configuration))
    let written = writer.write(document)
    let again = Document(SyntaxTree(parsing: written, configuration: configuration))
    return (document.outline() == again.outline(), writer.write(again) == written)
  }
}
