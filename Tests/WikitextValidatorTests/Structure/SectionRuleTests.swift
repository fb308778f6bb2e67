import Testing

@Suite struct SectionRuleTests {
  @Test(arguments: [
    ("heading-jump", "== a ==\n==== b ====\n=== c ===\n== d ==", ["==== b ===="]),
    ("heading-jump", "=== a ===", ["=== a ==="]),
    ("heading-jump", "= a =\n=== b ===", []),
    ("heading-jump", "{{-noun-}}\n==== a ====", []),
    ("empty-section", "== a ==\n<!-- b -->\n== c ==\n=== d ===\ne\n== f ==\n[[Category:g]]", ["== a ==", "== f =="]),
    // Of several behind each other the first is reported.
    ("empty-section", "== 1 ==\n== 2 ==\n\n== 3 ==\n== 4 ==\na\n== 5 ==\n== 6 ==\n=== 7 ===", ["== 1 ==", "== 5 =="]),
    ("empty-section", "== 1 ==\n== 2 ==\na\n== 3 ==\n== 4 ==\nb", ["== 1 ==", "== 3 =="]),
    ("empty-section", "== a ==\n{{b}}\n== c ==\n* d\n== e ==\n[[File:f.jpg]]", []),
    ("duplicate-heading", "== a ==\n=== b ===\n== c ==\n=== b ===\n=== b ===\n== a ==", ["=== b ===", "== a =="]),
    ("duplicate-heading", "== {{a}} ==\n== {{a}} ==", []),
    ("section-order", "== References ==\n== Life ==\n== See also ==\n== Further reading ==", ["== See also =="]),
    ("section-order", "== Notes ==\n== References ==\n== External links ==", []),
    ("broken-section-link", "[[#ab]] [[#b|c]] [[#top]] [[d#e]]\n== b ==", ["#ab"]),
    ("broken-section-link", "[[#a]] [[#Ž|Ž]] [[#Müller 2004]] [[#Müller, 1998b]]\n== b ==", []),
    ("broken-section-link", "[[#Course]] of an extract", []),
    (
      "broken-section-link",
      "[[#a_b]] [[#c 2]] [[#.C3.A9]] [[#f]] [[#g]]\n== a b ==\n== c ==\n== é ==\n{{anchor|f}}<i id=g>h</i>", []
    ),
    ("broken-section-link", "[[#ab]]\n== {{b}} ==", []),
    ("empty-list-item", "* a\n*\n* b\n# \n{{t|\n* }}", ["*", "#"]),
    ("empty-list-item", "*\n** a\n: \n* <br>\n* {{a}}", []),
    ("list-gap", "* a\n\n* b\n\n# c", ["*"]),
    ("list-gap", "* a\n* b\n\n\nc\n* d", []),
  ])
  func `Sections and lists are found that have gaps`(id: String, page: String, expected: [String]) throws {
    #expect(try RuleProbe(id).pieces(in: page) == expected)
  }

  @Test func `A heading that comes first is not compared with another`() throws {
    let probe = try RuleProbe("heading-jump")
    #expect(
      probe.findings(in: "=== a ===\n===== b =====").map(\.message) == [
        "the heading === a === is of level 3, and a page begins with those of level 2",
        "the heading ===== b ===== is of level 5, and the one before it of level 3",
      ]
    )
  }

  @Test func `The order of sections is that of the wiki's language`() throws {
    let probe = try RuleProbe("section-order")
    #expect(probe.findings(in: "== Einzelnachweise ==\n== Weblinks ==", wiki: "dewiki").count == 1)
    #expect(probe.findings(in: "== Weblinks ==\n== Einzelnachweise ==", wiki: "dewiki").isEmpty)
    #expect(probe.findings(in: "== References ==\n== See also ==", wiki: "enwiktionary").isEmpty)
  }
}
