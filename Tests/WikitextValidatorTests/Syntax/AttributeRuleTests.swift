import Testing

@Suite struct AttributeRuleTests {
  @Test(arguments: [
    ("unknown-attribute", "<span align=right data-a=b class=c>d</span>", ["align"]),
    ("unknown-attribute", "{| clas=a\n|- valing=top\n| colspam=2 | b\n|}", ["clas", "valing", "colspam"]),
    ("unknown-attribute", "<ref nam=a>b</ref>", []),
    ("unknown-attribute", "{|\n| a | b\n|}", []),
    ("malformed-attribute", "<span class=\"a\" \"b\">c</span>", ["\"b\""]),
    ("malformed-attribute", "<span style=\"a:b\"; class=c>d</span>", [";"]),
    ("duplicate-attribute", "<span class=a class=b>c</span> <i class=a>d</i>", ["class=a"]),
    (
      "insecure-style", "<i style=\"background:URL(a)\">b</i> <i style=\"color:red\">c</i>",
      ["style=\"background:URL(a)\""]
    ),
    ("insecure-style", "<i style=\"width:e\\78pression(1)\">b</i>", ["style=\"width:e\\78pression(1)\""]),
    ("malformed-style", "<i style=\"color:red; bold; a=b; width:\">c</i>", ["bold", "a=b", "width:"]),
    ("malformed-style", "<i style=\"color:red;; content:';'; {{a}}\">c</i> <i style=\"a:b;\">c</i>", []),
    ("obsolete-attribute", "{| border=1 class=a\n| width=1 | b\n|}", ["border=1", "width=1"]),
    ("unescaped-pipe-in-cell", "{|\n| Isar | 295\n|}", ["Isar"]),
    ("unescaped-pipe-in-cell", "{|\n| nowrap | a\n| class=b | c\n| d || e\n| [[f|g]]\n|}", []),
  ])
  func `Attributes are found that have no effect`(id: String, page: String, expected: [String]) throws {
    #expect(try RuleProbe(id).pieces(in: page) == expected)
  }

  @Test func `A misspelt attribute is told the one that it resembles`() throws {
    let message = try RuleProbe("unknown-attribute").findings(in: "{| cellpading=1\n| a\n|}").first?.message
    #expect(message?.contains("did you mean cellpadding?") == true)
  }

  @Test func `Of an attribute that is there twice the last stays`() throws {
    let probe = try RuleProbe("duplicate-attribute")
    #expect(try probe.fixed("<br class=a class=b class=\"c\">") == "<br class=\"c\">")
    #expect(try probe.fixed("{| class=a border=1 class=b\n| c\n|}") == "{| border=1 class=b\n| c\n|}")
  }
}
