import Testing

@Suite struct ReferenceRuleTests {
  @Test(arguments: [
    ("undefined-reference", "a<ref name=x /> b<ref name=x />", 1),
    ("undefined-reference", "a<ref name=x />{{t|<ref name=x>b</ref>}}", 0),
    ("undefined-reference", "a<ref name=DJR /><ref name=\"S K\" />{{pron|acc_ref=NHK, DJR;S K}}", 0),
    ("undefined-reference", "a<ref name=x />{{t|name=x}} <ref name=\"Infobox river-length\"/>{{Infobox river}}", 0),
    ("unused-reference", "a<references><ref name=x>b</ref></references>", 1),
    (
      "unused-reference", "{{t|<ref name=x/>}}{{r|y}}<references><ref name=x>b</ref><ref name=y>c</ref></references>", 0
    ),
    ("conflicting-reference", "a<ref name=x>b</ref><ref name=x>c</ref>", 1),
    ("conflicting-reference", "a<ref name=x>b</ref><ref name=x>b</ref><ref name=x group=y>c</ref>", 0),
    ("invalid-reference", "a<ref></ref> b<ref name=1>c</ref> d<ref nam=x>e</ref>", 3),
    ("invalid-reference", "a<ref name=x>b</ref><ref name=x /><references />", 0),
    ("reference-group-without-list", "a<ref group=n>b</ref>", 1),
    ("reference-group-without-list", "a<ref group=n>b</ref>{{reflist|group=n}}", 0),
    ("missing-reference-list", "a<ref>b</ref>", 1),
    ("missing-reference-list", "a<ref>b</ref>\n== c ==\n{{Nūruodis}}", 0),
    ("missing-reference-list", "a<ref>b</ref>{{Reflist}} <ref>c</ref>", 0),
    ("reference-after-list", "a<ref>b</ref><references />c<ref>d</ref>", 1),
    ("reference-after-list", "a<ref>b</ref><references />c<ref group=n>d</ref>", 0),
    ("repeated-reference", "a<ref>The same words about it</ref><ref> The same words about it </ref>", 1),
    ("repeated-reference", "a<ref>ibid.</ref><ref>ibid.</ref>", 0),
    ("repeated-reference", "a<ref>The same words about it</ref><ref group=n>The same words about it</ref>", 0),
    (
      "dangling-short-reference",
      "{{sfn|Smith|1999}} {{cite book|last=Smith|first=Ann|year=1999|title=a}} {{sfn|Doe|2001}} {{sfn|Doe|n.d.}}", 1
    ),
    (
      "dangling-short-reference",
      "{{sfn|Smith|1999}} {{cite book|last=Smith|first=Ann|year=1999|title=a}} {{sfn|Doe|2001}} {{MSW3|ref={{harvid|Doe|2001}}}}",
      0
    ),
    ("dangling-short-reference", "{{sfn|Doe|2001}} {{cite book|last=Smith|first=Ann|year=1999|title=a}}", 0),
  ])
  func `References are found that lead nowhere`(id: String, page: String, count: Int) throws {
    #expect(try RuleProbe(id).findings(in: page).count == count)
  }

  @Test func `A reference behind the list is pointed at`() throws {
    #expect(
      try RuleProbe("reference-after-list").pieces(in: "<ref>a</ref><references /><ref>b</ref>") == ["<ref>b</ref>"]
    )
  }
}
