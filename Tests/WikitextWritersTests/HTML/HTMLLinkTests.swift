import Testing
import WikitextDocument

@testable import WikitextWriters

@Suite struct HTMLLinkTests {
  @Test(arguments: [
    ("[[isar]]s", "<a href=\"/wiki/Isar\" title=\"Isar\">isars</a>"),
    ("[[a b#c d|e]]", "<a href=\"/wiki/A_b#c_d\" title=\"A b\">e</a>"),
    ("[[:category:ä?]]", "<a href=\"/wiki/Category:%C3%84%3F\" title=\"Category:Ä?\">category:ä?</a>"),
    ("[[#a é]]", "<a class=\"mw-selflink-fragment\" href=\"#a_é\">#a é</a>"),
    ("[[lech]]", "<a class=\"mw-selflink selflink\">lech</a>"),
    ("[[Lech#a|b]]", "<a class=\"mw-selflink-fragment\" href=\"#a\">b</a>"),
  ])
  func `Links lead to pages`(link: String, written: String) {
    var options = HTMLOptions()
    options.title = "Lech"
    #expect(html(link, options) == "<p>\(written)</p>")
  }

  @Test func `Spaces of all kinds stand behind addresses, in numbers and around prefixes`() {
    #expect(html("[http://a.example/\u{3000}b]").hasSuffix("href=\"http://a.example/\">b</a></p>"))
    #expect(html("RFC &nbsp;&#160; 822").hasSuffix("/rfc822\">RFC 822</a></p>"))
    #expect(html("ISBN 0&nbsp;306 40615-2").hasSuffix(">ISBN 0 306 40615-2</a></p>"))
    #expect(html("a [[ de :Isar]]") == "<p>a</p>")
  }

  @Test func `A target of references only is shown decoded`() {
    #expect(html("[[&eacute;]]") == "<p><a href=\"/wiki/%C3%89\" title=\"É\">é</a></p>")
  }

  @Test func `References to no character make a style invalid`() {
    #expect(html("<span style='u&#13;'>a</span>") == "<p><span style=\"/* invalid control char */\">a</span></p>")
  }

  @Test func `Links to other wikis have their addresses`() {
    var options = HTMLOptions()
    options.interwiki["wiktionary"] = .init(address: "https://en.wiktionary.org/wiki/$1", isLocal: true)
    options.interwiki["meatball"] = .init(address: "http://meatballwiki.org/?$1")
    #expect(
      html("[[wiktionary:a b#é]]", options).contains("href=\"https://en.wiktionary.org/wiki/a_b#é\" class=\"extiw\"")
    )
    #expect(html("[[MeatBall:a#é]]", options).contains("href=\"http://meatballwiki.org/?a#.C3.A9\" class=\"extiw\""))
    #expect(html("[[wikt:a]]", options).contains("href=\"/wiki/wikt:a\""))
  }

  @Test(arguments: [
    ("[http://a.b c]", "<a rel=\"nofollow\" class=\"external text\" href=\"http://a.b\">c</a>"),
    ("[http://a.b]", "<a rel=\"nofollow\" class=\"external autonumber\" href=\"http://a.b\">[1]</a>"),
    (
      "http://a.b/?c&d.",
      "<a rel=\"nofollow\" class=\"external free\" href=\"http://a.b/?c&amp;d\">http://a.b/?c&amp;d</a>."
    ),
    ("[http://a&zwnj;b.c/&quot; d]", "<a rel=\"nofollow\" class=\"external text\" href=\"http://ab.c/%22\">d</a>"),
  ])
  func `Links lead to addresses`(link: String, written: String) {
    #expect(html(link) == "<p>\(written)</p>")
  }

  @Test func `Addresses of images are images where that is allowed`() {
    var options = HTMLOptions()
    let image = "<img src=\"http://a.b/c.png\" alt=\"c.png\" />"
    #expect(!html("http://a.b/c.png", options).contains("<img"))
    options.allowsExternalImages = true
    #expect(html("http://a.b/c.png", options) == "<p>\(image)</p>")
    #expect(html("[http://d.e http://a.b/c.png]", options).contains("href=\"http://d.e\">\(image)</a>"))
    #expect(!html("http://a.png", options).contains("<img"))
  }

  @Test(arguments: [
    ("//%5B::1%5D:80/a", "http://[::1]:80/a"), ("//%5Bx%5D/a", "http://%5Bx%5D/a"), ("//a/ b", "http://a/+b"),
    ("//a\u{200B}b/\u{200B}", "http://ab/\u{200B}"),
  ])
  func `Addresses are cleaned`(written: String, cleaned: String) {
    #expect(String(decoding: ExternalAddress.cleaned(Array("http:\(written)".utf8)), as: UTF8.self) == cleaned)
  }

  @Test(arguments: [
    ("talk : a b", 1, "A b", "Talk:A b"), (":a", 0, "A", "A"), ("A:B", 0, "A:B", "A:B"),
    ("en:File:x", 6, "X", "File:X"),
    ("ǆ", 0, "Ǆ", "Ǆ"), ("ßa", 0, "ßa", "ßa"),
  ])
  func `Titles are taken apart`(title: String, namespace: Int, name: String, text: String) {
    let parts = PageTitle(Array(title.utf8), in: .standard)
    #expect(parts.namespace == namespace)
    #expect(String(decoding: parts.name, as: UTF8.self) == name)
    #expect(String(decoding: parts.text, as: UTF8.self) == text)
  }
}
