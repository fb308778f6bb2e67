import Testing

@Suite struct TextRuleTests {
  @Test(arguments: [
    ("unbalanced-heading", "== a ===\nb\n=== c ==", ["== a ===", "=== c =="]),
    ("unbalanced-heading", "== a\n== b == c\n==\n=\n== d ==", ["== a", "== b == c"]),
    ("unbalanced-heading", "{{t|a=\n== b\n}} <nowiki>\n== c</nowiki>", []),
    ("top-level-heading", "= a =\n== b ==\n= {{-de-}} =", ["= a ="]),
    ("bold-heading", "== '''a''' ==\n== '''b''' c ==\n== ''d'' ==", ["'''a'''"]),
    ("misspelt-behavior-switch", "__NOTOCC__ __NOTOC__ __init__ a__B__", ["__NOTOCC__"]),
    ("misspelt-behavior-switch", "<code>__FOO__</code> {{t|__DATE__}}", []),
    ("malformed-character-reference", "a&nbsp b&nbps;c&amp;nbsp;d&#160 e", ["&nbsp", "&nbps;", "&amp;nbsp;", "&#160"]),
    // What stands alone is there to be read, but for dashes.
    (
      "malformed-character-reference",
      "|| &amp;#x10331; || (&amp;nbsp;) =&amp;#64;\n57&amp;#160;800 a &amp;mdash; b &amp;nbsp;c",
      ["&amp;#160;", "&amp;mdash;", "&amp;nbsp;"]
    ),
    (
      "malformed-character-reference",
      "AT&T R&D; &copy=1 https://example.org?a&times=3 &amp;amp; <code>&amp;nbsp;</code>", []
    ),
    ("invalid-isbn", "ISBN 978-3-16-148410-1 ISBN 3-16-148410-X", ["ISBN 978-3-16-148410-1"]),
    (
      "invalid-isbn", "{{ISBN|978-3-16-148410-1}} {{t|ISBN2= 3-16-148410 |isbn=3-16-148410-0}}",
      [
        "978-3-16-148410-1", "3-16-148410-0",
      ]
    ),
    ("invalid-isbn", "{{t|isbn=}} {{t|isbn={{x}}}} {{t|isbn=3161484}} {{t|isbn=see below}}", ["3161484"]),
    ("table-line-outside-table", "a\n|}\nb", ["|}"]),
    ("table-line-outside-table", "{|\n|-\n| a\n|}\n{{begin}}\n|-\n|}\n{{t|\n|}}", []),
    ("unclosed-table", "{|\n| a\n\n== b ==", ["{|"]),
    ("unclosed-table", "{|\n| a\n{{end}}", []),
    ("unclosed-table", "{|\n| a\n|}<noinclude>b</noinclude>", []),
  ])
  func `Text is found that is no markup`(id: String, page: String, expected: [String]) throws {
    #expect(try RuleProbe(id).pieces(in: page) == expected)
  }

  @Test(arguments: [
    ("a\u{200B}b", 1), ("a\u{FEFF}", 1), ("[[a\u{200E}]]", 1), ("a\u{7F}b", 1),
    // Reasons: right-to-left letters near, a script without spaces, joiners, text that is not read.
    ("\u{200E}שלום", 0), ("ນິວ\u{200B}ຊີ", 0), ("क्\u{200D}ष", 0), ("<nowiki>\u{200B}</nowiki>", 0),
    ("a\u{A0}b\u{AD}c", 0),
  ])
  func `Invisible characters are found that have no reason`(page: String, count: Int) throws {
    #expect(try RuleProbe("invisible-character").findings(in: page).count == count)
  }

  @Test func `Direction marks are at home on wikis written from right to left`() throws {
    #expect(try RuleProbe("invisible-character").findings(in: "a\u{200E}b", wiki: "hewiki").isEmpty)
  }

  @Test(arguments: [
    ("malformed-character-reference", "a&nbsp b&amp;ndash;c&nbps;", "a&nbsp; b&ndash;c&nbps;"),
    ("malformed-character-reference", "a&#160 b", "a&#160 b"),
    ("bold-heading", "== '''a''' ==", "== a =="),
    ("invisible-character", "a\u{200B}b", "ab"),
  ])
  func `Text is mended where that is certain`(id: String, page: String, fixed: String) throws {
    #expect(try RuleProbe(id).fixed(page) == fixed)
  }
}
