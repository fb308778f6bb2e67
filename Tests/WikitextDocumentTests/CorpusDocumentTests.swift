import Foundation
import Testing
import WikitextSyntax

@testable import WikitextDocument

@Suite struct CorpusDocumentTests {
  @Test(.enabled(if: !TestFiles.articles.isEmpty, "no articles beside the repository: set WIKITEXT_SHARED"))
  func `Every article makes a sound document`() throws {
    var configurations: [String: SiteConfiguration] = [:]
    var infoboxes = 0
    // Every third, so that a debug run stays short; the benchmarks read them all.
    for (number, article) in TestFiles.articles.enumerated() where number % 3 == 0 {
      let wiki = String(article.wiki.prefix { $0 != "." })
      let configuration = configurations[wiki] ?? SiteConfiguration(wiki: wiki) ?? .standard
      configurations[wiki] = configuration
      let source = Array(try Data(contentsOf: article.url))
      infoboxes += assertDocument(source, configuration: configuration, article.url.lastPathComponent).infoboxes.count
    }
    #expect(infoboxes > 100)
  }

  @Test func `Hostile pages make sound documents`() {
    let pieces = [
      "{{Infobox|a=", "{{", "}}", "[[File:a|", "]]", "<ref>", "</ref>", "<references>", "{|\n|", "\n|-\n|", "|}",
      "\n* ",
      "\n;a:b", "<ul><li>", "<table><tr><td>", "</table>", "\n== h ==\n", "''", "'''", "<div>", "</div>", "<p>",
      "[http://x ",
      "-{", "}-", "\u{0}", "&amp;", "{{ubl|", "|", "=", "<br>", "<gallery>\nFile:x|y\n", "</gallery>", "<b>", "</b>",
    ]
    for (index, piece) in pieces.enumerated() {
      assertDocument(String(repeating: piece, count: 2000))
      for step in [1, 5, 11] {
        assertDocument(String(repeating: piece + pieces[(index + step) % pieces.count], count: 500))
      }
    }
    assertDocument([0xFF, 0xFE, 0x5B, 0x5B, 0xC3, 0x7C, 0x5D, 0x5D])
  }

  @Test(arguments: [
    ("<ul><li>", "</li></ul>"), ("<div>", "</div>"), ("<b>", "</b>"), ("{{a|", "}}"), ("[[File:a|", "]]"),
    ("<table><tr><td>", "</td></tr></table>"), ("{|\n|\n", "\n|}\n"), ("{{{a|", "}}}"), ("{{#if:x|", "}}"),
  ])
  func `Nodes are not nested without end, and text stays`(_ open: String, _ close: String) {
    let document = assertDocument(
      String(repeating: open, count: 1000) + " word " + String(repeating: close, count: 1000) + " end"
    )
    var depth = 0
    var ends: [Int] = []
    for (index, record) in document.records.enumerated() {
      while let end = ends.last, end <= index { ends.removeLast() }
      ends.append(Int(record.next))
      depth = max(depth, ends.count)
    }
    #expect(depth <= 255)
    #expect(document.root.plainText.hasSuffix("end"))
    if open.hasPrefix("<") || open.hasPrefix("{|") { #expect(document.root.plainText.contains("word")) }
    #expect(document.records.contains { $0.flags.contains(.tooDeep) })
  }

  @Test(arguments: [200, 15])
  func `Formatting elements around many blocks make no more nodes than the page is long`(_ count: Int) {
    let fonts = (0..<count).map { "<font color=c\($0)>" }.joined()
    let source = fonts + String(repeating: "<div></div>a", count: 2000)
    let document = assertDocument(source)
    #expect(document.nodeCount < source.utf8.count)
    #expect(document.root.plainText.filter { $0 == "a" }.count == 2000)
  }
}
