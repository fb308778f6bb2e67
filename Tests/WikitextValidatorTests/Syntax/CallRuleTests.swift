import Testing

@Suite struct CallRuleTests {
  @Test(arguments: [
    (
      "redundant-template-prefix", "{{Template:a}} {{ template: b}} {{Template:!}} {{Help:a}}",
      ["Template:", "template: "]
    ),
    ("duplicate-argument", "{{t|a=1|b=2|a=3}}", ["a"]),
    ("duplicate-argument", "{{t|x|1=y|z|2=w|2 =v}}", ["|x", "|z", "2"]),
    ("duplicate-argument", "{{t|a|a|a=|b=}} {{t|a=1}} {{t|a=1}}", []),
    (
      "accidental-argument-name", "{{t|see https://example.org?a=b}} {{t|[[a]]=b}}",
      ["see https://example.org?a", "[[a]]"]
    ),
    ("accidental-argument-name", "{{t|a=https://example.org?b=c|{{x}}=y|<!-- z -->w=v}}", []),
    ("parameter-outside-template", "== a ==\n{{{b}}} {{{c|}}} {{t|{{{d}}}}}", ["{{{b}}}"]),
    ("parameter-outside-template", "== a ==\n{{{b}}}<noinclude>c</noinclude>", []),
    ("unknown-parser-function", "{{#fi:a|b}} {{#if:a|b}} {{#}} {{#invoke}}", ["#fi", "#invoke"]),
    (
      "missing-function-argument", "{{#if:a}} {{#if:a|b}} {{#invoke:a}} {{#switch:a}} {{#ifeq:a|b}} {{lc:a}}",
      [
        "{{#if:", "{{#invoke:", "{{#switch:", "{{#ifeq:",
      ]
    ),
    ("duplicate-default-sort", "{{DEFAULTSORT:a}}{{DEFAULTSORT:b}}{{DEFAULTSORT:c|noerror}}", ["{{DEFAULTSORT:b}}"]),
    ("broken-redirect", "# REDIRECT [[a]]", ["# REDIRECT"]),
    ("broken-redirect", "##REDIRECT [[a]]", ["##REDIRECT"]),
    ("broken-redirect", "#REDIRECT a", ["#REDIRECT"]),
    ("broken-redirect", "a\n\n#REDIRECT [[b]]", ["#REDIRECT"]),
    ("broken-redirect", "#REDIRECT [[a]]\n# redirect", []),
    ("broken-redirect", "a\n# redirects are links\n# b", []),
    ("text-after-redirect", "#REDIRECT [[a]]\nb\n\n== c ==", ["b\n\n== c =="]),
    ("text-after-redirect", "#REDIRECT [[a]]\n{{R from b}}\n[[Category:c]] <!-- d -->\n__NOTOC__", []),
  ])
  func `Calls are found that do not do what they look like`(id: String, page: String, expected: [String]) throws {
    #expect(try RuleProbe(id).pieces(in: page) == expected)
  }

  @Test(arguments: [
    ("duplicate-argument", "{{t|a=1|a= 1 |b=|b=2|c=3|c=4}}", "{{t|a= 1 |b=2|c=3|c=4}}"),
    ("accidental-argument-name", "{{t|a|https://example.org?b=c}}", "{{t|a|2=https://example.org?b=c}}"),
    ("accidental-argument-name", "{{t|https://example.org?b=c|d}}", "{{t|https://example.org?b=c|d}}"),
    ("redundant-template-prefix", "{{Template: Isar |a}}", "{{Isar |a}}"),
  ])
  func `Calls are mended where that is certain`(id: String, page: String, fixed: String) throws {
    #expect(try RuleProbe(id).fixed(page) == fixed)
  }

  @Test func `A redirect is known by the word of the wiki`() throws {
    let pieces = try RuleProbe("broken-redirect").pieces(in: "# WEITERLEITUNG [[a]]", wiki: "dewiki")
    #expect(pieces == ["# WEITERLEITUNG"])
  }
}
