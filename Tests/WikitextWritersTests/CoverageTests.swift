import Foundation
import Testing
import WikitextDocument
import WikitextSyntax
import WikitextWriters

@Suite struct CoverageTests {
  private let page = """
    {{a|{{b}}}} t<ref>r</ref> {{#if:x|y}} {{{p}}} [[File:F.jpg|thumb|c]] <timeline>z</timeline> [http://n.org]
    <span style="display:none">h</span> <math>m</math> [[Category:K]] [[de:L]]
    {|
    | 1 || 2
    |}
    """

  @Test func `Everything that is left out has a reason and a range`() {
    var writer = PlainTextWriter()
    _ = writer.write(Document(wikitext: page))
    let coverage = writer.coverage
    for (reason, source) in [
      (Coverage.Reason.template, "{{a|{{b}}}}"), (.reference, "<ref>r</ref>"), (.parserFunction, "{{#if:x|y}}"),
      (.parameter, "{{{p}}}"), (.image, "[[File:F.jpg|thumb|c]]"), (.extension, "<timeline>z</timeline>"),
      (.address, "[http://n.org]"), (.hidden, "<span style=\"display:none\">h</span>"), (.category, "[[Category:K]]"),
      (.languageLink, "[[de:L]]"),
    ] {
      let sources = coverage.ranges(of: reason).map { String(decoding: Array(page.utf8)[$0.offsets], as: UTF8.self) }
      #expect(sources == [source], "\(reason)")
      #expect(coverage.count(of: reason) == 1)
    }
    #expect(coverage.omissions.count == 10)
  }

  @Test func `What is not wanted is counted, too`() {
    var writer = PlainTextWriter()
    writer.options.tables = .leftOut
    writer.options.formulas = false
    _ = writer.write(Document(wikitext: page))
    #expect(writer.coverage.count(of: .table) == 1)
    #expect(writer.coverage.count(of: .formula) == 1)
    var markdown = MarkdownWriter()
    _ = markdown.write(Document(wikitext: page))
    #expect(markdown.coverage.count(of: .reference) == 0)
    #expect(markdown.coverage.count(of: .image) == 0)
    #expect(markdown.coverage.count(of: .template) == 1)
  }

  @Test func `Article JSON gives the ranges of what it counts`() throws {
    let record = try article(page)
    let range = try #require(value(record, "coverage", "ranges", "templates", 0) as? [Int])
    #expect(String(decoding: Array(page.utf8)[range[0]..<range[1]], as: UTF8.self) == "{{a|{{b}}}}")
    #expect(value(record, "coverage", "left_out", "extensions") as? Int == 1)
    #expect(value(record, "coverage", "left_out", "categories") as? Int == 0)
  }

  @Test func `JSON of a coverage has all reasons`() throws {
    let json = try JSONSerialization.jsonObject(with: Data(Coverage().json())) as? [String: Any]
    #expect((json?["left_out"] as? [String: Int])?.count == Coverage.Reason.allCases.count)
  }

  /// Every word of the document's texts is in the plain text, or in the range of something left out.
  static func lostWord(of document: Document) -> String? {
    var writer = PlainTextWriter()
    let written = words(writer.write(document))
    var isOmitted = Array(repeating: false, count: document.source.count + 1)
    for omission in writer.coverage.omissions {
      for offset in omission.range.offsets { isOmitted[offset] = true }
    }
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for word in written { counts[word, default: 0] += 1 }
    for node in document.root.descendants where node.kind == .text && !isOmitted[node.range.start] {
      // A word may go on in the next node; those at the ends of a text are not looked for.
      for word in words(Array(node.name.utf8)).dropFirst().dropLast() {
        guard let count = counts[word], count > 0 else { return String(decoding: word, as: UTF8.self) }
        counts[word] = count - 1
      }
    }
    return nil
  }

  private static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split { $0 < 0x30 || (0x3A...0x40).contains($0) || (0x5B...0x60).contains($0) || (0x7B...0x7F).contains($0) }
  }

  @Test func `No word of a page is lost without a note`() {
    #expect(CoverageTests.lostWord(of: Document(wikitext: page)) == nil)
  }
}
