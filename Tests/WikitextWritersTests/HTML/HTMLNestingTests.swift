import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextWriters

/// Elements that HTML does not let stand in others: what is written reads back as it is.
@Suite struct HTMLNestingTests {
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
