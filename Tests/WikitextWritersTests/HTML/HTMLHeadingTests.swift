import Testing
import WikitextDocument

@testable import WikitextWriters

@Suite struct HTMLHeadingTests {
  private func ids(_ text: String, _ modes: [FragmentMode] = [.html5, .legacy]) -> [String] {
    HeadingIDs(Document(wikitext: text), modes: modes).entries.map { String(decoding: $0.id, as: UTF8.self) }
  }

  @Test func `Ids are the text of headings`() {
    #expect(ids("== a  ''b''_c<ref>d</ref> &amp; [[e|f]] ==") == ["a_b_c_&_f"])
    #expect(ids("== é = ==", [.legacy]) == [".C3.A9_.3D"])
    #expect(ids("<h3>a</h3>\n== {{t}} ==") == ["a", "Template:T"])
  }

  @Test func `An id is there only once`() {
    #expect(ids("==a==\n==A==\n==a 2==\n==a==\n==Ä==\n==ä==") == ["a", "A_2", "a_2_2", "a_3", "Ä", "ä"])
  }

  @Test func `The other form of an id is there, too`() {
    #expect(html("==é==") == "<h2 id=\"é\"><span id=\".C3.A9\"></span>é</h2>")
    #expect(html("<h2 id=x>a</h2>") == "<h2 id=\"x\">a</h2>")
  }

  @Test func `Contents are nested by level`() {
    var options = HTMLOptions()
    options.tableOfContents = .whereAsked
    let written = html("a\n\n__TOC__\n==b==\n====c====\n===d===\n==e==", options)
    let list =
      "<ul><li class=\"toclevel-1\"><a href=\"#b\"><span class=\"tocnumber\">1</span> <span class=\"toctext\">b</span></a>"
      + "<ul><li class=\"toclevel-2\"><a href=\"#c\"><span class=\"tocnumber\">1.1</span> "
      + "<span class=\"toctext\">c</span></a></li>"
      + "<li class=\"toclevel-2\"><a href=\"#d\"><span class=\"tocnumber\">1.2</span> <span class=\"toctext\">d</span></a></li>"
      + "</ul></li>"
      + "<li class=\"toclevel-1\"><a href=\"#e\"><span class=\"tocnumber\">2</span> <span class=\"toctext\">e</span></a></li>"
      + "</ul></div>"
    #expect(written.hasPrefix("<p>a</p><div id=\"toc\""))
    #expect(written.contains(list))
  }

  @Test func `Contents are there when there is much to find`() {
    let four = "a\n==b==\n==c==\n==d==\n==e=="
    let hasContents = { (text: String, options: HTMLOptions) in html(text, options).contains("id=\"toc\"") }
    var options = HTMLOptions()
    #expect(hasContents(four, options))
    #expect(!hasContents("==b==\n==c==\n==d==", options))
    #expect(hasContents("==b==\n__FORCETOC__", options))
    #expect(!hasContents(four + "\n__NOTOC__", options))
    #expect(hasContents("<div>\n__TOC__\n</div>\n==b==\n__NOTOC__", options))
    options.tableOfContents = .whereAsked
    #expect(!hasContents(four, options))
    options.tableOfContents = .never
    #expect(!hasContents("__TOC__\n" + four, options))
  }
}
