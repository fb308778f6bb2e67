import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextWriters

/// What a line is, and where paragraphs, tables and styles begin and end on it.
@Suite struct HTMLLineTests {
  @Test(arguments: [
    (" __NOTOC__\n a", "<pre>a</pre>"), (" [[Category:A]] <!-- c -->\nb", "<p>b</p>"),
    (" [[Category:A]] b", "<pre> b</pre>"), ("__NOTOC__* a", "<ul><li>a</li></ul>"), (" <pre>a</pre>", "<pre>a</pre>"),
    (" <references />a", "<p>a</p>"),
  ])
  func `What leaves nothing on its line does not make it preformatted`(text: String, result: String) {
    #expect(html(text) == result)
  }

  @Test func `The place of the contents is content, other switches are not`() {
    #expect(html("a\n\n__NOTOC__\n----") == "<p>a</p><p><br /></p><hr />")
    let places = html("a\n\n__TOC__\n----\nb\n__TOC__\nc")
    #expect(!places.contains("<br />"))
    #expect(places.hasSuffix("<hr /><p>bc</p>"))
  }

  @Test func `Text put before a table keeps its line breaks`() {
    let document = Document(wikitext: "{|\na\nb ''c''\nd\n|e\n|}")
    var writer = HTMLWriter()
    let text = String(decoding: writer.write(document, options: HTMLOptions()), as: UTF8.self)
    #expect(text.hasPrefix("a\nb <i>c</i>\nd"))
  }

  @Test func `Text among a table's attributes is none of its content`() {
    #expect(
      html("{| class=a / <i>\n|- / id=b\n| c\n|}")
        == "<table class=\"a\"><tbody><tr id=\"b\"><td>c</td></tr></tbody></table>"
    )
  }

  @Test func `A caption of a picture holds the lines of a table`() {
    let text = html("{|\n|[[File:A.jpg|thumb|a\n{|\n|b\n|}\n]]\n|c\n|}")
    #expect(text.contains("a<table><tbody><tr><td>b</td></tr></tbody></table></figcaption></figure></td><td>c</td>"))
    #expect(html("{|\n|[[A|b\n|c]]\n|}") == "<table><tbody><tr><td>[[A|b</td><td>c]]</td></tr></tbody></table>")
  }

  @Test func `An address ends before the marks of its heading`() {
    #expect(html("==http://a.example==").contains(">http://a.example</a></h2>"))
  }

  @Test func `Angle brackets around an address are text`() {
    #expect(html("<http://a.example/b>").contains("&lt;<a rel=\"nofollow\" class=\"external free\""))
  }

  // MARK: Styles

  private func withoutAddresses(_ text: String) -> String {
    html(text).replacing(" rel=\"nofollow\" class=\"external text\" href=\"http://l\"", with: "")
  }

  @Test(arguments: [
    ("''a [http://l b''c] d", "<i>a <a>b</a></i><a>c</a> d"), ("[http://l ''a] b'' c", "<a><i>a</i></a><i> b</i> c"),
    ("<b>''a</b> b'' c", "<b><i>a</i></b><i> b</i> c"), ("''<b>a''</b> b", "<i><b>a</b></i> b"),
    ("''a [http://l b''c] ''d'' e", "<i>a <a>b</a></i><a>c</a> <i>d</i> e"),
    ("''a'''b''c'''d", "<i>a<b>b</b></i><b>c</b>d"),
  ])
  func `Styles overlap with links and tags`(text: String, result: String) {
    #expect(withoutAddresses(text) == "<p>\(result)</p>")
  }

  @Test func `A style goes on behind a link up to the end of its line`() {
    #expect(withoutAddresses("* [http://l '''a] b\n* c") == "<ul><li><a><b>a</b></a><b> b</b></li><li>c</li></ul>")
    #expect(withoutAddresses("[http://l ''a] b\nc") == "<p><a><i>a</i></a><i> b</i>c</p>")
  }

  @Test func `The odd apostrophe of a line is found by the words of that line`() {
    #expect(html("x \n'''aa b'''cc dd'''ee''") == "<p>x <b>aa b'<i>cc dd</i></b><i>ee</i></p>")
  }
}
