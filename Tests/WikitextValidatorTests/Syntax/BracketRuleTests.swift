import Testing

@Suite struct BracketRuleTests {
  @Test(arguments: [
    ("unclosed-template", "a {{b c", ["{{"]),
    ("unclosed-template", "a {b <nowiki>{{</nowiki> <!-- {{ --> <code>{{</code>", []),
    ("unclosed-template", "<ref>{{cite</ref> {{a}}", ["{{"]),
    ("stray-template-end", "a }} b {{c}}", ["}}"]),
    ("stray-template-end", "a } b", []),
    ("invalid-template-name", "{{a<b}}", ["{{a<b}}"]),
    ("invalid-template-name", "{{a}}", []),
    ("extra-brace", "{{{a}} {{b}}}", ["{", "}"]),
    ("extra-brace", "{ {{a}} } {x}", []),
    ("unclosed-link", "[[Isar] b\n[[Inn]]", ["[["]),
    ("unclosed-link", "[[sic] a]", []),
    ("unclosed-link", "[[a\n\nb]]", ["[["]),
    ("stray-link-end", "[Isar]] b\nc ]]", ["]]", "]]"]),
    ("stray-link-end", "[a [b]]", []),
    ("invalid-link-target", "[[a<b]] [[]]", ["[[a<b]]", "[[]]"]),
    ("invalid-link-target", "[[{{{1}}}]] [[Isar (river)|]]", []),
    ("nested-link", "[[a|b [[c]] d]]", ["[[a|b [[c]] d]]"]),
    ("nested-link", "[[File:a.jpg|thumb|b [[c]] d]] [[Fichier:a.jpg|[[c]]]]", []),
    ("double-bracketed-external-link", "[[https://example.org a]] [[b]]", ["[[https://example.org a]]"]),
    ("unclosed-external-link", "[https://example.org a\n[https://example.org b]", ["["]),
    ("unclosed-external-link", "[ https://example.org", []),
    ("address-without-protocol", "[www.example.org a] [www]", ["[www.example.org a]"]),
    ("lonely-bracket", "a [b\nc] d", ["[", "]"]),
    ("lonely-bracket", "in [0, 1) and ]2, 3] and [a&#93; [sic]", []),
    ("unexpanded-pipe-trick", "<ref>[[Isar (river)|]] [[a|b]] [[|]]</ref>", ["[[Isar (river)|]]"]),
  ])
  func `Brackets are found where they mean nothing`(id: String, page: String, expected: [String]) throws {
    #expect(try RuleProbe(id).pieces(in: page) == expected)
  }

  @Test(arguments: [
    ("[[Isar (river)|]]", "[[Isar (river)|Isar]]"), ("[[Munich, Bavaria|]]", "[[Munich, Bavaria|Munich]]"),
    ("[[Help:Isar (river)|]]", "[[Help:Isar (river)|Isar]]"), ("[[:Isar|]]", "[[:Isar|Isar]]"),
  ])
  func `The pipe trick is done as MediaWiki does it`(page: String, fixed: String) throws {
    #expect(try RuleProbe("unexpanded-pipe-trick").fixed(page) == fixed)
  }

  @Test func `Nested brackets are paired from within`() throws {
    let page = String(repeating: "[[a<b ", count: 1_000) + String(repeating: "]] ", count: 1_000)
    #expect(try RuleProbe("invalid-link-target").findings(in: page).count == 1_000)
  }

  @Test func `Brackets among bytes that are no UTF-8 are found`() throws {
    let findings = try RuleProbe("unclosed-link").findings(in: "[[\u{FFFD}\u{10FFFF}")
    #expect(findings.count == 1)
  }
}
