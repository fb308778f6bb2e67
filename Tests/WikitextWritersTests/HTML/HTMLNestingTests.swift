import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextWriters

/// Elements that HTML does not let stand in others: what is written reads back as it is.
@Suite struct HTMLNestingTests {
  @Test func `The table of contents ends a paragraph`() {
    let text = html("a '''b''' __TOC__ '''c''' d\n== E ==")
    #expect(text.hasPrefix("<p>a <b>b</b></p><div id=\"toc\""))
    #expect(text.contains("</div><p><b>c</b> d</p><h2"))
    #expect(html("<p>a __TOC__ b</p>\n== E ==").hasPrefix("<p>a</p><div id=\"toc\""))
    #expect(html("a\n__TOC__\n== E ==").hasPrefix("<p>a</p><div id=\"toc\""))
    #expect(!html("<p>''a'' __TOC__</p>\n== E ==").contains("<p></p>"))
  }

  @Test(arguments: [
    "[http://x.org a<ref>b</ref>]", "[http://x.org {{a}} b]", "[[A|b<ref>c</ref>]]", "[[A|{{b}}]]",
    "[http://x.org [[File:A.jpg]] b]", "[http://x.org [[File:A.jpg|thumb|[[b]]]]]", "[http://x.org [[b]] c]",
    "[http://x.org <references /> b] <ref>c</ref>", "[http://x.org <div>a__TOC__b</div>]\n== C ==",
  ])
  func `No link is in a link`(text: String) {
    var depth = 0
    for part in html(text).split(separator: "<") {
      if part.hasPrefix("a ") { depth += 1 }
      if part.hasPrefix("/a>") { depth -= 1 }
      #expect(0...1 ~= depth, "\(html(text))")
    }
    #expect(depth == 0)
  }

  @Test func `A mark in a link stands behind it`() {
    #expect(
      html("[[A|b<ref>c</ref> ''d'']] e").hasPrefix(
        "<p><a href=\"/wiki/A\" title=\"A\">b <i>d</i></a><sup id=\"cite_ref-1\" class=\"reference\"><a href="
      )
    )
  }

  @Test func `An item in a reference has a list`() {
    #expect(html("<ref><li>a</ref>").contains("<span class=\"reference-text\"><ul><li>a</li></ul></span>"))
    #expect(html("<ref>\n* a</ref>").contains("<ul><li>a</li></ul></span>"))
    #expect(html("<gallery caption=\"&lt;li&gt;a\">\n</gallery>").contains("gallerycaption\"><ul><li>a</li></ul></li>"))
  }

  @Test func `What continues a reference is no paragraph when it holds blocks`() {
    #expect(html("<ref follow=a>\n* b</ref>").contains("<div id=\"cite_note-1\"><ul><li>b</li></ul></div>"))
    #expect(html("<ref follow=a>''b''</ref>").contains("<p id=\"cite_note-1\"><i>b</i></p>"))
  }

  @Test func `An end tag in a value does not end the value`() {
    let caption = { (value: String) in html("<gallery caption=\"\(value)\">\n</gallery>") }
    #expect(caption("a&lt;/ref&gt;b''c''").contains("<li class=\"gallerycaption\">a&lt;/ref&gt;b<i>c</i></li>"))
    #expect(caption("a&lt;ref&gt;b&lt;/ref&gt;c").contains("</sup>c</li>"))
  }

  @Test func `HTML of the page's own is written where the wiki lets it`() {
    let tag = ExtensionTag(name: "html", content: .raw)
    let document = Document(
      wikitext: "<html><script></html>",
      configuration: SiteConfiguration.standard.adding(extensionTags: [tag])
    )
    var writer = HTMLWriter()
    var options = HTMLOptions()
    let escaped = String(decoding: writer.write(document, options: options), as: UTF8.self)
    #expect(escaped == "<p>&lt;html&gt;&lt;script&gt;&lt;/html&gt;</p>\n")
    options.allowsRawHTML = true
    #expect(String(decoding: writer.write(document, options: options), as: UTF8.self) == "<p><script></p>\n")
  }
}
