import Testing
import WikitextDocument
import WikitextSyntax
import WikitextWriters

/// A page as Markdown, links without addresses.
func markdown(_ wikitext: String, _ change: (inout MarkdownWriter.Options) -> Void = { _ in }) -> String {
  var options = MarkdownWriter.Options()
  options.links = .titles
  change(&options)
  var writer = MarkdownWriter(options: options)
  return String(decoding: writer.write(Document(wikitext: wikitext)), as: UTF8.self)
}

@Suite struct MarkdownTests {
  @Test func `Styles have marks, or tags where marks would not be seen`() {
    #expect(markdown("'''b''' ''i'' '''''bi''''' <s>s</s>") == "**b** *i* ***bi*** ~~s~~\n")
    #expect(markdown("H<sub>2</sub>O <u>u</u> <kbd>k</kbd>") == "H<sub>2</sub>O <u>u</u> <kbd>k</kbd>\n")
    // The end of the mark would stand between punctuation and a letter.
    #expect(markdown("'''a.'''b") == "<b>a.</b>b\n")
    #expect(markdown("''a'''''b'''") == "<i>a</i><b>b</b>\n")
    #expect(markdown("'''a '''b") == "**a** b\n")
    #expect(markdown("'''文字。'''文") == "<b>文字。</b>文\n")
    #expect(markdown("per '''''F'''x'''a'''y''") == "per ***F**x<b>a</b>y*\n")
  }

  @Test(arguments: [
    (
      "<nowiki>*a* _b_ c_d `e` [f](g) <h> &amp;amp; ~i~ $j$ k*</nowiki>",
      "\\*a\\* \\_b\\_ c_d \\`e\\` \\[f](g) \\<h> \\&amp; \\~i\\~ \\$j\\$ k\\*"
    ),
    ("1 * 2 < 3 & 4", "1 * 2 < 3 & 4"), ("<nowiki/>1. a", "1\\. a"), ("<nowiki># a</nowiki>", "\\# a"),
    ("<nowiki>- a</nowiki>", "\\- a"), ("&gt; a", "\\> a"), ("2020 was", "2020 was"),
    ("a\\b \\* c\\", "a\\b \\\\\\* c\\\\"),
    ("-1 +1 #a", "-1 +1 #a"), ("hey![[a]]", "hey\\![a](a)"), ("a<br><nowiki>---</nowiki>", "a\\\n\\---"),
  ])
  func `Text is escaped where it would be markup, and only there`(_ wikitext: String, _ expected: String) {
    #expect(markdown(wikitext) == expected + "\n")
  }

  @Test func `Lists nest, and neighbours stay apart`() {
    #expect(markdown("* a\n** b\n*# c\n* d") == "- a\n  - b\n\n  1. c\n- d\n")
    #expect(markdown("* a\n\n* b") == "- a\n\n* b\n")
    #expect(markdown("# a\n\n# b") == "1. a\n\n1) b\n")
    #expect(markdown("; t : d\n: e") == "**t**\n- d\n- e\n")
    #expect(markdown("a\n: b\n:: c") == "a\n\n> b\n>\n> > c\n")
    #expect(markdown(": <math>x</math>") == "$$\nx\n$$\n")
  }

  @Test func `Tables have one header row, and spans repeated`() {
    #expect(
      markdown("{|\n! a !! b\n|-\n| rowspan=2 | c<nowiki>|</nowiki> || d<br>e\n|-\n| <math>|x|</math>\n|}")
        == "| a | b |\n| --- | --- |\n| c\\| | d<br>e |\n| c\\| | $\\|x\\|$ |\n"
    )
    #expect(markdown("{|\n| a || b\n|}") == "| | |\n| --- | --- |\n| a | b |\n")
    #expect(
      markdown("{|\n! rowspan=2 | a !! colspan=2 | b\n|-\n! c !! d\n|-\n| 1 || 2 || 3\n|}")
        == "| a | b<br>c | b<br>d |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n"
    )
    #expect(markdown("{|\n! a\n|-\n| rowspan=2 | b || 1\n|-\n| 2\n|}") { $0.repeatsSpans = false }.contains("| | 2 |"))
  }

  @Test func `Links lead to addresses, titles, or nowhere`() {
    let page = "[[a b#c|d]] [http://x.org/(y) z] http://w.org/v_u"
    #expect(markdown(page) == "[d](a_b#c) [z](http://x.org/%28y%29) <http://w.org/v_u>\n")
    #expect(markdown(page) { $0.links = .leftOut } == "d z http://w.org/v_u\n")
    #expect(markdown("[[Ä|d]]") { $0.links = .addresses } == "[d](https://en.wikipedia.org/wiki/Ä)\n")
    #expect(
      markdown("[[a]]") { ($0.links, $0.base) = (.addresses, "https://w.example/") } == "[a](https://w.example/a)\n"
    )
    #expect(markdown("[[a|b<nowiki>]</nowiki>c]]") == "[b\\]c](a)\n")
  }

  @Test func `Rows of a table are no longer than they are written`() {
    let wide = "{|\n| a" + String(repeating: " || a", count: 300) + "\n"
    let page = wide + String(repeating: "|-\n| b\n", count: 300) + "|}"
    let text = markdown(page)
    #expect(text.utf8.count < 4 * page.utf8.count)
    #expect(text.hasSuffix(" a |\n" + String(repeating: "| b |\n", count: 300)))
  }

  @Test(arguments: [
    ("riverwiki", "[b](a)"), ("dewiktionary", "[b](https://de.wiktionary.org/wiki/a)"), ("wiki", "[b](a)"),
    ("zh_min_nanwiki", "[b](https://zh-min-nan.wikipedia.org/wiki/a)"), ("a_wiki", "[b](a)"),
    ("simplewiki", "[b](https://simple.wikipedia.org/wiki/a)"),
  ])
  func `Addresses follow from the databases of Wikimedia alone`(_ name: String, _ expected: String) {
    let site = SiteConfiguration(dbName: name, language: "en", siteName: nil, caseRule: .caseSensitive, namespaces: [])
    var writer = MarkdownWriter()
    let text = writer.write(Document(wikitext: "[[a|b]]", configuration: site))
    #expect(String(decoding: text, as: UTF8.self) == expected + "\n")
  }

  @Test func `Titles do not read as addresses with a scheme`() {
    #expect(markdown("[[javascript:alert(1)|x]]") == "[x](./javascript:alert%281%29)\n")
    #expect(markdown("[[Talk:A#b:c|x]] [[a#b:c|x]] [[a/b:c|x]]") == "[x](./Talk:A#b:c) [x](a#b:c) [x](a/b:c)\n")
    #expect(markdown("[[/A|x]]") == "[x](.//A)\n")
  }

  @Test func `Formulas have no tags in them`() {
    #expect(markdown("a <math><script>x</script></math>") == "a $< script>x< /script>$\n")
    #expect(markdown("<math><script>x</math>") == "$$\n< script>x\n$$\n")
    #expect(markdown("a <math>x < y<</math>") == "a $x < y\\lt$\n")
  }

  @Test(arguments: [
    ("<1@x.example>", "\\<1@x.example>"), ("1 <2 and 3", "1 <2 and 3"), ("www.x.example", "www\\.x.example"),
    ("(HTTP://a.b ftp://c", "(HTTP\\://a.b ftp\\://c"), ("www. a: //b x://c", "www. a: //b x://c"),
  ])
  func `Text that GFM would make links of is escaped`(_ text: String, _ expected: String) {
    #expect(markdown("<nowiki>\(text)</nowiki>") == expected + "\n")
  }

  @Test func `Images have alternative texts, and captions below them`() {
    #expect(markdown("[[File:A b.jpg|thumb|alt=x|c]]") == "![x](A_b.jpg)\n\nc\n")
    #expect(markdown("a [[File:A.jpg|20px|icon]] b") == "a ![icon](A.jpg) b\n")
    #expect(markdown("[[File:A.jpg|thumb|c]]") { $0.images = false } == "c\n")
  }

  @Test func `References are footnotes`() {
    let page = "a<ref>b\n* c</ref> d<ref>{{cite}}</ref>"
    #expect(markdown(page) == "a[^1] d\n\n[^1]: b\n\n    - c\n")
    #expect(markdown(page) { $0.footnotes = false } == "a d\n")
  }

  @Test func `Code, quotes and poems keep their form`() {
    #expect(markdown("<syntaxhighlight lang=c>\nx = `y`;\n```\n</syntaxhighlight>") == "````c\nx = `y`;\n```\n````\n")
    #expect(markdown("a <code>x`y</code> b") == "a ``x`y`` b\n")
    #expect(markdown("<blockquote>\na\n\nb\n</blockquote>\nc") == "> a\n>\n> b\n\nc\n")
    #expect(markdown("<poem>a\nb</poem>") == "a\\\nb\n")
    #expect(markdown("== a # ==\n=== <nowiki>b #</nowiki> ===") == "## a \\#\n\n### b \\#\n")
  }
}
