import PageReaders
import Testing
import WikitextDocument

struct DialectDetectorTests {
  private func dialect(of page: String) -> Dialect { DialectDetector().detect(Array(page.utf8)).dialect }

  @Test(arguments: [
    "'''Wanne''' is a [[river]].\n\n== Course ==\nIt flows north.",
    "#REDIRECT [[Wanne (river)]]",
    "#WEITERLEITUNG [[Wanne (Fluss)]]",
    "{{Infobox river|name=Wanne}}",
    "Plain words without any markup.",
    "",
    "<div class=\"box\"><p>A page with much [[HTML]] in it.</p><ul><li>{{one}}</li></ul></div>\n{{two}}\n[[Category:Rivers]]",
    "{| class=wikitable\n|-\n| [1] || [2]\n|}",
    "The array a[1] and {{code|b[2]}} and [[c]].<ref>Page [3]</ref>",
  ])
  func `Wikitext is told by its markup, and by having none of another`(page: String) {
    #expect(dialect(of: page) == .wikitext)
  }

  @Test(arguments: [
    "<!DOCTYPE html><html><body>a</body></html>",
    "\n  <html lang=\"de\"><p>{{a}} [[b]]</p></html>",
    "<p>The <a href=\"/wiki/Wanne\">Wanne</a> is a river.</p>",
    "<h2>Course</h2><p>It flows north.</p><p>Then east.</p>",
    "<div class=\"mw-parser-output\">The Wanne, see [[x]]</div>",
  ])
  func `HTML is told by its elements, fragments too`(page: String) {
    #expect(dialect(of: page) == .html)
  }

  @Test(arguments: [
    "Wanne (river)\n\nFrom Wikipedia, the free encyclopedia\nJump to navigation Jump to search\nThe Wanne is a river.",
    "The Wanne is a river.[1] It is long.[2][a]\n\nReferences\n1. ^ Atlas, p. 5.",
    "Course[edit]\n\nIt flows north, past {{ and ]].",
    "Lauf[Bearbeiten | Quelltext bearbeiten]\n\nNach Norden.",
    "Length\t147 km\nMouth\tLake Serre\n\nThe Wanne is a river.",
    "The operator [[ opens a test.[1] It is closed by ]].[2] See also a[i].\n\n 1. ^ \"Manual\".\n 2. ^ \"Tests\".",
  ])
  func `Text of a rendered page is told by its marks, stray brackets or not`(page: String) {
    #expect(dialect(of: page) == .pageText)
  }

  @Test func `A finding gives its reasons`() {
    let finding = DialectDetector().detect(Array("[[a]] and [[b]]".utf8))
    #expect(finding.reasons == ["2 links in double brackets"])
    #expect(finding.scores[.wikitext] == 6)
    #expect(finding.scores[.html] == 0)
  }
}
