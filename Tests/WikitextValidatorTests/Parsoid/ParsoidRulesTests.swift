import Testing
import WikitextValidator

/// The other rules of Parsoid's linter.
@Suite struct ParsoidRulesTests {
  @Test func `obsolete elements are found where they open, and once`() {
    #expect(found(by: "obsolete-tag", in: "<center>a</center> <tt>b</tt>") == ["<center>a</center>", "<tt>b</tt>"])
    #expect(found(by: "obsolete-tag", in: "<font color=red>a\n\nb</font>").count == 1)
    #expect(found(by: "obsolete-tag", in: "<FONT>a</FONT> [[a|<font>b</font>]]").count == 2)
    #expect(found(by: "obsolete-tag", in: "<big>a</big> <nowiki><tt></nowiki> {{a|<tt>b</tt>}} </tt>") == [])
  }

  @Test func `strike becomes s, and is left alone where its tags do not belong together`() throws {
    #expect(try fixed(by: "obsolete-tag", "<STRIKE class=a>b</strike >") == "<s class=a>b</s >")
    #expect(try fixed(by: "obsolete-tag", "<strike>a") == "<strike>a")
    #expect(try fixed(by: "obsolete-tag", "<center>a</center>") == "<center>a</center>")
  }

  @Test func `a coloured font around one link and nothing else is found`() {
    #expect(found(by: "tidy-font-bug", in: "<font color=red>[[a]]</font>").count == 1)
    #expect(found(by: "tidy-font-bug", in: "<font color=red>[https://example.org a]</font>").count == 1)
    #expect(found(by: "tidy-font-bug", in: "<font color=red><!-- a -->[[a]]s</font>").count == 1)
    for page in [
      "<font color=red>[[a]] </font>", "<font color=red>[[a]][[b]]</font>", "<font size=2>[[a]]</font>",
      "<font color=red></font>", "<font color=red>a</font>", "<font color=red>[[File:a.png|thumb]]</font>",
    ] {
      #expect(found(by: "tidy-font-bug", in: page) == [])
    }
  }

  @Test func `links in the text of external links are found`() {
    #expect(found(by: "wikilink-in-extlink", in: "[https://a.example [[a]]] b").count == 1)
    #expect(found(by: "wikilink-in-extlink", in: "[https://a.example a ''[[b]]'' [[c]]]").count == 1)
    #expect(found(by: "wikilink-in-extlink", in: "[https://a.example [[File:a.png|20px]]]").count == 1)
    #expect(found(by: "wikilink-in-extlink", in: "[https://a.example [[File:a.png|20px|link=]]]") == [])
    #expect(found(by: "wikilink-in-extlink", in: "[https://a.example a] [[b]] [https://a.example {{a|[[b]]}}]") == [])
  }

  @Test(arguments: [
    ("[[File:a.png|thumb|float|left|b]]", "float"),
    ("[[File:a.png|thumb|200|b]]", "200"),
    ("[[File:a.png|left|right|b]]", "right"),
    ("[[File:a.png|middle|text-top]]", "text-top"),
    ("[[File:a.png|thumb|b||alt=c]]", "b"),
    ("[[File:a.png|alt=b|thumb|alt=]]", "alt="),
    ("[[File:a.png|thumb=b.png|200px|c]]", "200px"),
    ("[[File:a.png|thumb|{{b}}|c]]", "{{b}}"),
    ("[[File:a.png|frame|200px|c]]", "200px"),
    ("[[File:a.png|thumb|200pxpx|c]]", "200pxpx"),
    ("[[File:a.png|thumb|upright=0|c]]", "upright=0"),
    ("[[File:a.ogv|disablecontrols=b|c]]", "disablecontrols=b"),
  ])
  func `parts of a picture that are ignored are found`(page: String, part: String) {
    #expect(findings(by: "bogus-image-options", in: page).map { $0.message.contains("“\(part)”") } == [true])
  }

  @Test(arguments: [
    "[[File:a.png]]", "[[File:a.png|thumb|upright=1.2|left|200px|alt=b|c]]", "[[File:a.png|frameless|border|x80px|c]]",
    "[[File:a.png|80x80px|upright]]",
    "[[File:a.png|thumb|{{{size|200px}}}|{{#if:a|b}}|c]]", "[[:File:a.png|b|c]]", "[[File:a.png|thumb|{{b}}]]",
    "[[a|b|c]]",
  ])
  func `options and captions of pictures are not found`(page: String) {
    #expect(found(by: "bogus-image-options", in: page) == [])
  }

  @Test func `options are those of the wiki's language, where they are known`() {
    #expect(found(by: "bogus-image-options", in: "[[Datei:a.png|mini|links|b]]", wiki: "dewiki") == [])
    #expect(found(by: "bogus-image-options", in: "[[Datei:a.png|mini|links|b]]") == [])
    #expect(found(by: "bogus-image-options", in: "[[File:a.png|mini|links|b]]").count == 1)
  }

  @Test func `an option that is there already is deleted, a lost caption is not`() throws {
    #expect(
      try fixed(by: "bogus-image-options", "[[File:a.png|thumb|x|thumb|right|left|b]]")
        == "[[File:a.png|thumb|x|right|b]]"
    )
    #expect(
      try fixed(by: "bogus-image-options", "[[File:a.png|alt=b|alt=c|200px|200px]]")
        == "[[File:a.png|alt=b|alt=c|200px]]"
    )
  }

  @Test func `a div at the start of a span is found where one has a class or style`() {
    #expect(found(by: "misc-tidy-replacement-issues", in: "<span><div style=\"a:b\">c</div></span>") == ["<span>"])
    #expect(found(by: "misc-tidy-replacement-issues", in: "<span><div>c</div></span>") == [])
    #expect(found(by: "misc-tidy-replacement-issues", in: "<span class=a>b<div>c</div></span>") == [])
  }

  @Test func `paragraphs in an inline element with nowrap are found`() {
    let page = "<div><span class=\"a nowrap\">\nb\n\nc</span></div>"
    #expect(found(by: "pwrap-bug-workaround", in: page) == ["<span class=\"a nowrap\">"])
    #expect(found(by: "pwrap-bug-workaround", in: "<div><span class=\"a nowraps\">\nb\n\nc</span></div>") == [])
    #expect(found(by: "pwrap-bug-workaround", in: "<div><span class=\"nowrap\">b</span></div>") == [])
  }

  @Test func `a table of several lines in an item of a list is found`() {
    #expect(found(by: "multiline-html-table-in-list", in: "* a <table><tr><td>\n</td></tr></table>") == ["<table>"])
    #expect(found(by: "multiline-html-table-in-list", in: "* a\n<table>\n</table>") == [])
    #expect(found(by: "multiline-html-table-in-list", in: "<ul><li><table>\n</table></li></ul>") == [])
  }

  @Test func `a space at the end of text that may not break is found in long runs only`() {
    let word = String(repeating: "a", count: 60)
    let run = "<span class=nowrap>\(word) </span><span class=nowrap>\(word)</span>"
    #expect(found(by: "tidy-whitespace-bug", in: run) == ["<span class=nowrap>\(word) </span>"])
    #expect(found(by: "tidy-whitespace-bug", in: run.replacing(word, with: "a")) == [])
    #expect(found(by: "tidy-whitespace-bug", in: run.replacing("</span><", with: "</span> <")) == [])
    #expect(found(by: "tidy-whitespace-bug", in: run.replacing("</span><", with: "</span><br><")) == [])
    #expect(found(by: "tidy-whitespace-bug", in: run.replacing(" </span>", with: "</span>")) == [])
  }

  @Test func `the second element of an id is found, of tags and of tables`() {
    let page = "<div id=a>b</div>\n{| id=\"a\"\n| id=c | d || id='c' | e\n|}\n== a =="
    #expect(found(by: "duplicate-ids", in: page).count == 2)
    #expect(
      found(by: "duplicate-ids", in: "<i id=a>b\n\nc</i> <i id=A></i> <i id=\"a{{b}}\"></i><i id=\"a{{b}}\"></i>") == []
    )
    #expect(found(by: "duplicate-ids", in: "{{a|<i id=b></i>|<i id=b></i>}} <i id></i><i id=\"\"></i>") == [])
  }

  @Test func `headings without text are found`() {
    #expect(
      found(by: "empty-heading", in: "==  ==\n== <!-- a --> ==\n==<span id=a></span>==\n<h2></h2>\n== __ ==").count == 5
    )
    #expect(
      found(by: "empty-heading", in: "== a ==\n== {{b}} ==\n== [[c]] ==\n== &nbsp; ==\n== https://d.example ==") == []
    )
  }

  @Test func `parameters in the tags of extensions are found`() {
    #expect(found(by: "template-arg-in-extension-tag", in: "<ref>{{{1}}}</ref> <ref name=\"{{{2}}}\" />").count == 2)
    #expect(
      found(by: "template-arg-in-extension-tag", in: "<references><ref name=a>{{{1}}}</ref></references>").count == 1
    )
    #expect(found(by: "template-arg-in-extension-tag", in: "<nowiki>{{{1}}}</nowiki> {{{2}}} <ref>{{a}}</ref>") == [])
  }

  @Test func `links with several colons are found`() throws {
    #expect(
      found(by: "multi-colon-escape", in: "[[::Category:a]] [[:Category:b]] [[::c|d]]") == [
        "[[::Category:a]]", "[[::c|d]]",
      ]
    )
    #expect(try fixed(by: "multi-colon-escape", "[[::c|d]] [[::e]]") == "[[:c|d]] [[::e]]")
  }

  @Test func `rules that are off find something when they are switched on`() {
    #expect(
      found(by: "inline-media-caption", in: "[[File:a.png|left|b]] [[File:a.png|b]] [[File:a.png|alt=b]]").count == 1
    )
    #expect(
      found(by: "missing-image-alt-text", in: "[[File:a.png|b]] [[File:a.png|alt=]] [[File:a.png|{{b}}]]").count == 1
    )
    #expect(
      found(
        by: "night-mode-unaware-background-color",
        in: "{| style=\"Background : red\"\n| style=\"color:red\" | a\n|}"
      ).count == 1
    )
    #expect(found(by: "night-mode-unaware-background-color", in: "<i style=\"background:red;COLOR:blue\">a</i>") == [])
    #expect(found(by: "large-tables", in: "{|\n|a||b||c||d||e||f\n|}\n{|\n|a\n|\n{|\n|b\n|}\n|}").count == 1)
    let standard = RuleSelection.standard
    for id in ["inline-media-caption", "missing-image-alt-text", "night-mode-unaware-background-color", "large-tables"]
    {
      #expect(!standard.contains(id))
    }
  }
}
