import Testing
import WikitextDocument
import WikitextSyntax
import WikitextWriters

/// A page as canonical wikitext, without the line break at its end.
///
/// Checks what holds for any page that has no overlapping tags: what is written is the same page, and is written the
/// same way again.
func canonical(
  _ wikitext: String,
  _ configuration: SiteConfiguration = .standard,
  keepsTransclusions: Bool = true,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> String {
  var options = WikitextWriter.Options()
  options.keepsTransclusions = keepsTransclusions
  let writer = WikitextWriter(options: options)
  let document = Document(wikitext: wikitext, configuration: configuration)
  let written = String(decoding: writer.write(document), as: UTF8.self)
  let again = Document(wikitext: written, configuration: configuration)
  #expect(again.outline() == document.outline(), sourceLocation: sourceLocation)
  #expect(String(decoding: writer.write(again), as: UTF8.self) == written, sourceLocation: sourceLocation)
  return String(written.dropLast(written.hasSuffix("\n") ? 1 : 0))
}

@Suite struct WikitextWriterTests {
  @Test(arguments: [
    ("==H==\ntext", "== H ==\ntext"), ("a\n\n\n\nb", "a\n\n\n\nb"), ("a\n\n\nb", "a\n\n\nb"),
    ("a\n-----b", "a\n\n----\n\nb"),
    (" x\n y", " x\n y"), ("a\n  b\n''c''", "a\n\n  b\n\n''c''"), ("a<!-- c -->b", "ab"), ("\n\na\n\n", "\n\na"),
    ("== a ==\n\n\n== b ==", "== a ==\n\n\n== b =="),
  ])
  func `Headings, paragraphs, preformatted text`(_ wikitext: String, _ expected: String) {
    #expect(canonical(wikitext) == expected)
  }

  @Test(arguments: [
    ("*a\n**b\n*#c\n*d", "* a\n** b\n*# c\n* d"), ("**a", "** a"), ("*a\n\n*b", "* a\n\n* b"),
    (";t:d\n:e", "; t\n: d\n: e"), (":{|\n|a\n|}", ": {|\n| a\n|}"), ("x\n*a\ny", "x\n* a\n\ny"),
    ("#a\n#<li value=4>b", "# a\n#<li value=\"4\">b</li>"), ("; a<nowiki>:</nowiki> b : c", "; a&#58; b\n: c"),
    ("* a\n*\n** b", "* a\n*\n** b"), ("<ul><li>a<li>b\n* c</ul>", "<ul>\n<li>a</li>\n<li>b\n* c\n</li>\n</ul>"),
  ])
  func `Lists have a line an item`(_ wikitext: String, _ expected: String) {
    #expect(canonical(wikitext) == expected)
  }

  @Test func `Tables have a line a cell, and paragraphs in them keep their lines`() {
    #expect(
      canonical("{|class=x border=1\n|+c\n!a!!style='b'|b\n|-\n|c||d\n\ne\n|- id=r\n|\nf\n|}")
        == """
        {| class="x" border="1"
        |+ c
        ! a
        ! style="b" | b
        |-
        | c
        | d

        e
        |- id="r"
        |
        f
        |}
        """
    )
    #expect(canonical("{|\n|a<nowiki>|</nowiki>b<nowiki>!!</nowiki>\n|}") == "{|\n| a&#124;b&#33;!\n|}")
    #expect(canonical("{|\n|\n{|\n|a\n|}\n|}") == "{|\n|\n{|\n| a\n|}\n|}")
    #expect(
      canonical("<table><tr><td>a<td id=x>b</table>")
        == "<table>\n<tr>\n<td>a</td>\n<td id=\"x\">b</td>\n</tr>\n</table>"
    )
  }

  @Test(arguments: [
    ("[[river|river]]", "[[river]]"), ("[[river]]s", "[[river]]s"), ("[[river|rivers]]", "[[river]]s"),
    ("[[A_b|c]]", "[[A b|c]]"), ("[[a]]<nowiki/>s", "[[a]]<nowiki />s"), ("[[:Category:A]]", "[[:Category:A]]"),
    ("[[:de:A|b]]", "[[:de:A|b]]"), ("[[a|b<nowiki>]]</nowiki>]]", "[[a|b&#93;&#93;]]"),
    ("<nowiki>[</nowiki>[[a]]", "&#91;[[a]]"), ("[http://x.org  y]", "[http://x.org y]"),
    ("[http://x.org]", "[http://x.org]"), ("http://x.org/a, b", "http://x.org/a, b"),
    ("http://x.org<nowiki>/a</nowiki>", "http://x.org<nowiki />/a"), ("RFC 1, PMID 2", "RFC 1, PMID 2"),
    ("ISBN 0-19-852663-6", "ISBN 0-19-852663-6"), ("<nowiki>http://x.org</nowiki>", "http&#58;//x.org"),
    ("RFC<nowiki/> 1", "RFC<nowiki /> 1"),
  ])
  func `Links are as short as they can be`(_ wikitext: String, _ expected: String) {
    #expect(canonical(wikitext) == expected)
  }

  @Test(arguments: [
    ("'''a''' ''b''", "'''a''' ''b''"), ("''a'''''b'''", "''a'''''b'''"), ("'''''a'' b'''", "'''''a'' b'''"),
    ("'''<nowiki/>''a''<nowiki/>'''", "'''<nowiki />''a'''''"), ("'''''a'''''", "'''''a'''''"),
    ("''a''<nowiki/>''b''", "''a''<nowiki />''b''"), ("''a", "''a''"), ("<b>a</b>", "<b>a</b>"),
    ("l<nowiki>'</nowiki>''a''", "l&#39;''a''"), ("''a''<nowiki>'</nowiki>", "''a''&#39;"),
  ])
  func `Apostrophes are told apart`(_ wikitext: String, _ expected: String) {
    #expect(canonical(wikitext) == expected)
  }

  @Test(arguments: [
    (
      "<nowiki><b>&amp;amp; {{a}} [[b]] ''c'' ~~~~ __TOC__</nowiki>",
      "&lt;b>&amp;amp; &#123;{a}} &#91;[b]] &#39;'c&#39;' &#126;&#126;~~ &#95;_TOC__"
    ),
    ("<nowiki>* a</nowiki>\n<nowiki># b</nowiki>", "&#42; a\n&#35; b"), ("<nowiki> </nowiki>a = b | c", "a = b | c"),
    ("1 < 2 & 3 > 2, a_b [c] {d} |e!", "1 < 2 & 3 > 2, a_b [c] {d} |e!"), ("a&#10;b", "a\nb"),
  ])
  func `Text stays text, and is escaped only where it would be markup`(_ wikitext: String, _ expected: String) {
    #expect(canonical(wikitext) == expected)
  }

  @Test(arguments: [
    ("{{ a_b | c | d = e}}", "{{a b| c |d=e}}"),
    ("{{Infobox x|a=1|b=|c=\n* d}}", "{{Infobox x\n| a = 1\n| b =\n| c =\n* d\n}}"),
    ("x {{subst:a}} {{:b}} {{#if: {{{p|}}} | y }}", "x {{subst:a}} {{:b}} {{#if: {{{p|}}} | y }}"),
    ("{{a|b<!-- c -->\n\nd}} e", "{{a|b<!-- c -->\n\nd}} e"),
    ("a\n{{b}}\nc\n\n{{d}}\n\ne", "a\n{{b}}\nc\n\n{{d}}\n\ne"),
    ("{|{{a}}\n{{b}}\n|}", "{|{{a}}\n{{b}}\n|}"),
  ])
  func `Templates have one layout, and what they are given stays`(_ wikitext: String, _ expected: String) {
    #expect(canonical(wikitext) == expected)
  }

  @Test func `Without a source transclusions are written from their nodes`() {
    #expect(
      canonical("{{a| b|c=d|1=<nowiki>|=}}</nowiki>}} {{#if:x|y}} {{{p|q}}} {{PAGENAME}}", keepsTransclusions: false)
        == "{{a| b|c=d|1=&#124;=&#125;&#125;}} {{#if:x|y}} {{{p|q}}} {{PAGENAME}}"
    )
  }

  @Test(arguments: [
    (
      "a<ref name=x group='g'> ''b'' </ref><ref name=x />", "a<ref name=\"x\" group=\"g\">''b''</ref><ref name=\"x\" />"
    ),
    ("<references><ref name=a>b</ref></references>", "<references>\n<ref name=\"a\">b</ref>\n</references>"),
    ("<math>\\sqrt{2}</math> <ce>H2O</ce>", "<math>\\sqrt{2}</math> <ce>H2O</ce>"),
    ("<syntaxhighlight lang=c>a\n&lt; b</syntaxhighlight>", "<syntaxhighlight lang=\"c\">a\n&lt; b</syntaxhighlight>"),
    ("<pre>\n\na &amp;lt; <b>\n</pre>", "<pre>\n\na &amp;lt; <b>\n</pre>"), ("a<br>b", "a<br />b"),
    ("<poem>\na\n  b\n\n''c''</poem>", "<poem>\na\n\u{A0}\u{A0}b\n\n''c''\n</poem>"),
    (
      "<gallery mode=packed>\nA.jpg|b [[c]]\nFile:D.jpg\n</gallery>",
      "<gallery mode=\"packed\">\nFile:A.jpg|b [[c]]\nFile:D.jpg\n</gallery>"
    ),
    ("{{#tag:ref|a|name=b}}", "{{#tag:ref|a|name=b}}"), ("<div id=a>x\n\ny</div>", "<div id=\"a\">x\ny</div>"),
    ("<blockquote>a</blockquote>", "<blockquote>\na\n</blockquote>"),
    (
      "<span title='a\"b'>c</span>",
      "<span title=\"a&quot;b\">c</span>"
    ),
  ])
  func `Tags have quoted attributes`(_ wikitext: String, _ expected: String) {
    #expect(canonical(wikitext) == expected)
  }

  @Test(arguments: [
    (
      "[[Image:A_b.jpg|thumbnail|200px|left|alt=x<nowiki>|</nowiki>|c [[d]]]]",
      "[[File:A b.jpg|thumb|200px|left|alt=x&#124;|c [[d]]]]"
    ),
    ("a [[File:B.png|link=|upright]] c", "a [[File:B.png|link=|upright]] c"),
    ("[[File:B.png|thumb|upright=1.2|<nowiki>left</nowiki>]]", "[[File:B.png|thumb|upright=1.2|left<nowiki />]]"),
  ])
  func `Images have their options in order`(_ wikitext: String, _ expected: String) {
    #expect(canonical(wikitext) == expected)
  }

  @Test func `Options and namespaces are the wiki's`() throws {
    let german = try #require(SiteConfiguration(wiki: "dewiki"))
    #expect(
      canonical("[[File:A.jpg|thumb|left|b]]\n[[Category:K]]", german)
        == "[[Datei:A.jpg|mini|links|b]]\n\n[[Kategorie:K]]"
    )
  }

  @Test func `What the page has as a whole stands at its end, a redirect at its beginning`() {
    #expect(
      canonical("[[Category:A|k]] a [[de:B]]\n__NOTOC__\n[[Category:C]]")
        == "a\n\n__NOTOC__\n[[Category:A|k]]\n[[Category:C]]\n[[de:B]]"
    )
    #expect(canonical("#redirect [[A_b#c]]\n[[Category:D]]") == "#REDIRECT [[A b#c]]\n\n[[Category:D]]")
    #expect(canonical("a\n__TOC__\n== b ==\n== c ==") == "a\n__TOC__\n== b ==\n== c ==")
    // What stands in an argument is written with it, and not twice.
    #expect(canonical("{{a|[[Category:B]]}}") == "{{a|[[Category:B]]}}")
  }
}
