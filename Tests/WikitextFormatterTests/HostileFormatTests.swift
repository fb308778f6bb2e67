import Testing
import Wikitext

@testable import WikitextFormatter

@Suite("Formatting what nobody wrote in good faith")
struct HostileFormatTests {
  static let pieces = [
    "{{a|b=", "{{", "}}", "{{{", "[[a|", "[[", "]]", "[[File:a_b|", "<ref>", "<ref name=a/>", "</ref>", "<BR/>",
    "{|\n|",
    "\n|-\n|a||b", "|}", "\n*a", "\n;a:b", "\n==a==\n", "==", "''", "'''", "<div a=b>", "</div>", "-{", "}-", "\u{0}",
    "&ndash;", "|", "=", "<!-- wikitext-format off -->", "<!-- wikitext-format on -->", "\r\n", " \n", "__notoc__",
    "\n|c=d", "{{!}}", "{{#If:", "<gallery>\n", "<includeonly>", "a_b", "\t",
  ]

  @Test("Repeated and mixed pieces settle", arguments: pieces.indices)
  func repeated(index: Int) {
    var formatter = PageFormatter(
      styles: StyleCatalog.all,
      configuration: SiteConfiguration(wiki: "zhwiki") ?? .standard
    )
    let piece = Self.pieces[index]
    for step in [0, 1, 3, 7] {
      let other = step == 0 ? "" : Self.pieces[(index + step) % Self.pieces.count]
      let page = Array(String(repeating: piece + other, count: step == 0 ? 1000 : 150).utf8)
      let once = formatter.format(page)
      #expect(formatter.format(once.source).source == once.source)
    }
  }

  @Test("Pages made of random pieces settle, and are the same tree")
  func random() {
    var state: UInt64 = 11
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let words =
      Self.pieces + ["Isar", " ", "\n", "a", "b ", "\n\n", "[[isar|Isar]]", "{{t\n|a=b\n|c=d\n}}", "\n* x  \n"]
    let freedoms = StyleCatalog.standard.reduce(into: Freedoms()) { $0.formUnion($1.freedoms) }
    var formatter = PageFormatter()
    for _ in 0..<1500 {
      let page = (0..<below(40)).map { _ in words[below(words.count)] }.joined()
      let once = formatter.format(Array(page.utf8))
      #expect(!once.isUnsettled, "\(page.debugDescription)")
      #expect(formatter.format(once.source).source == once.source, "\(page.debugDescription)")
      let before = CanonicalForm.bytes(of: SyntaxTree(parsing: page), freedoms: freedoms)
      let after = CanonicalForm.bytes(of: SyntaxTree(parsing: Array(once.source)), freedoms: freedoms)
      #expect(before == after, "\(page.debugDescription)")
    }
  }
}
