import Testing

@Suite struct LinkRuleTests {
  @Test(arguments: [
    ("redundant-link-text", "[[Isar|Isar]] [[Isar|isar]] [[Isar_Inn|Isar Inn]]", 3),
    ("redundant-link-text", "[[Isar|Inn]] [[Isar|ISAR]] [[#a|#a]] [[:Isar|:Isar]] [[Isar|''Isar'']] [[b]]", 0),
    ("extra-pipe-in-link", "[[a||b]] [[a|b|c]] [[File:a.jpg|thumb|b]] [[Pilt:A.jpg|pisi|b]]", 2),
    ("pipe-in-external-link", "[https://example.org/a|the text]", 1),
    ("pipe-in-external-link", "[https://example.org/a|b=c d] [https://example.org/a b|c]", 0),
    ("malformed-url", "http://http://example.org https://http//example.org [http:///a b]", 3),
    ("malformed-url", "[https://example,org a] http://example..org/ http://example/a", 3),
    (
      "malformed-url", "https://web.archive.org/web/2001/http://example.org http://localhost:80/ //example/ [{{a}} b]",
      0
    ),
    ("duplicate-category", "[[Category:a]] [[category:A]] [[Category:B|x]] [[:Category:B]]", 1),
    ("duplicate-language-link", "[[de:Isar]] [[fr:Isar]] [[:de:Inn]] [[de:Inn]]", 1),
    ("external-link-to-own-wiki", "https://en.wikipedia.org/wiki/Isar https://de.wikipedia.org/wiki/Isar", 1),
    (
      "external-link-to-own-wiki",
      "https://en.wikipedia.org/wiki/Isar?oldid=3 {{t|https://en.wikipedia.org/wiki/Isar}}", 0
    ),
  ])
  func `Links are found that say or do something else`(id: String, page: String, count: Int) throws {
    #expect(try RuleProbe(id).findings(in: page).count == count)
  }

  @Test(arguments: [
    ("redundant-link-text", "[[Isar|isar]]s", "[[isar]]s"),
    ("extra-pipe-in-link", "[[a||b]] [[a|b|c]]", "[[a|b]] [[a|b|c]]"),
    ("pipe-in-external-link", "[https://example.org|a]", "[https://example.org a]"),
    ("malformed-url", "[http://https://example.org a]", "[https://example.org a]"),
    ("double-bracketed-external-link", "a [[https://example.org b]] c", "a [https://example.org b] c"),
    ("duplicate-category", "[[Category:A]]\n[[Category:A]]\nb", "[[Category:A]]\nb"),
    ("duplicate-category", "[[Category:A|x]] [[Category:A|y]]", "[[Category:A|x]] [[Category:A|y]]"),
  ])
  func `Links are mended where that is certain`(id: String, page: String, fixed: String) throws {
    #expect(try RuleProbe(id).fixed(page) == fixed)
  }

  @Test func `The first letter of a title counts on Wiktionary`() throws {
    let probe = try RuleProbe("redundant-link-text")
    #expect(probe.findings(in: "[[Isar|isar]]", wiki: "enwiktionary").isEmpty)
  }
}
