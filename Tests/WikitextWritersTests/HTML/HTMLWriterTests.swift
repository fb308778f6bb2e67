import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextWriters

/// The HTML of a page, without line breaks.
func html(_ text: String, _ options: HTMLOptions = HTMLOptions()) -> String {
  var writer = HTMLWriter()
  let bytes = writer.write(Document(wikitext: text), options: options)
  return String(String(decoding: bytes, as: UTF8.self).filter { $0 != "\n" })
}

@Suite struct HTMLWriterTests {
  @Test func `Blocks are elements`() {
    #expect(html("a\n\nb") == "<p>a</p><p>b</p>")
    #expect(html("* a\n*# b") == "<ul><li>a<ol><li>b</li></ol></li></ul>")
    #expect(html("; a : b") == "<dl><dt>a</dt><dd>b</dd></dl>")
    #expect(html(" a") == "<pre>a</pre>")
    #expect(html("----") == "<hr />")
    #expect(html("<div>a</div>") == "<div>a</div>")
  }

  @Test func `Rows stand in a body`() {
    #expect(
      html("{| class=x\n|+ a\n! b\n|-\n| c || d\n|}")
        == "<table class=\"x\"><caption>a</caption><tbody><tr><th>b</th></tr>"
        + "<tr><td>c</td><td>d</td></tr></tbody></table>"
    )
  }

  @Test func `Text is escaped once`() {
    #expect(html("a & b &amp; <nowiki><i></nowiki> \"") == "<p>a &amp; b &amp; &lt;i&gt; \"</p>")
    #expect(html("<span title='\"&lt;'>a</span>") == "<p><span title=\"&quot;&lt;\">a</span></p>")
  }

  @Test(arguments: [
    ("a !", "a&#160;!"), ("a : b", "a&#160;: b"), ("a :b", "a :b"), ("« a »", "«&#160;a&#160;»"),
    ("»a« b", "»a« b"), ("50 %", "50&#160;%"), ("‹ a ›.", "‹&#160;a&#160;›."), ("a !é", "a !é"),
  ])
  func `French spaces do not break`(text: String, written: String) {
    #expect(html(text) == "<p>\(written)</p>")
    #expect(html("<pre>\(text)</pre>") == "<pre>\(text)</pre>")
  }

  @Test func `The first line break in a preformatted text is the browser's`() {
    var writer = HTMLWriter()
    #expect(writer.write(Document(wikitext: "<pre>\na</pre>")) == Array("<pre>a</pre>\n".utf8))
    #expect(writer.write(Document(wikitext: "<pre>\n\na</pre>")) == Array("<pre>\n\na</pre>\n".utf8))
  }

  @Test func `A writer can write again`() {
    var writer = HTMLWriter()
    let first = writer.write(Document(wikitext: "[http://a.b] == a =="))
    #expect(writer.write(Document(wikitext: "[http://a.b] == a ==")) == first)
  }

  @Test func `A redirect says where it leads`() {
    #expect(html("#REDIRECT [[isar#Course]]").contains("<a href=\"/wiki/Isar#Course\" title=\"Isar\">Isar</a>"))
  }

  // MARK: Transclusions

  @Test func `Templates are links to pages that do not exist`() {
    let link =
      "<a href=\"/index.php?title=Template:T_u&amp;action=edit&amp;redlink=1\" class=\"new\""
      + " title=\"Template:T u (page does not exist)\">Template:T u</a>"
    #expect(html("{{t u|a}}") == "<p>\(link)</p>")
    #expect(html("a\n{{t u}}\nb\n\nc") == "<p>a\(link)b</p><p>c</p>")
  }

  @Test func `Parameters are their defaults`() {
    #expect(html("{{{a|''b''}}}") == "<p><i>b</i></p>")
    #expect(html("x {{{a}}}") == "<p>x {{{a}}}</p>")
  }

  @Test(arguments: [
    ("PAGENAME", "Le&amp;nz/A b"), ("FULLPAGENAMEE", "Talk:Le%26nz/A_b"), ("SUBPAGENAME", "A b"),
    ("ROOTPAGENAME", "Le&amp;nz"), ("NAMESPACE", "Talk"), ("SUBJECTPAGENAME", "Le&amp;nz/A b"),
    ("PAGENAME:user:x", "X"),
    ("lc:A{{NAMESPACE}}", "atalk"), ("ucfirst:éa", "Éa"), ("ns:14", "Category"), ("#if:a|b", "{{#if:a|b}}"),
  ])
  func `Variables that need no wiki have their values`(call: String, value: String) {
    var options = HTMLOptions()
    options.title = "talk:le&nz/A b"
    #expect(html("x {{\(call)}}", options) == "<p>x \(value)</p>")
  }

  @Test func `What says something about the page shows nothing`() {
    #expect(html("{{DISPLAYTITLE:''a''}}") == "")
    #expect(html("[[Category:A]] __NOTOC__") == "")
  }
}
