import Testing
import WikitextDocument

@testable import WikitextWriters

@Suite struct HTMLMediaTests {
  private func html(_ wikitext: String, _ change: (inout HTMLOptions) -> Void = { _ in }) -> String {
    var options = HTMLOptions()
    change(&options)
    var writer = HTMLWriter()
    return String(decoding: writer.write(Document(wikitext: wikitext), options: options), as: UTF8.self)
  }

  @Test func `An image in the line has its caption as text`() {
    #expect(
      html("[[File:a b.png|border|''A''&amp;]]") == """
        <p><span class="mw-default-size mw-image-border" typeof="mw:File">\
        <a href="/wiki/File:A_b.png" class="mw-file-description" title="A&amp;">\
        <img alt="A&amp;" src="/wiki/Special:FilePath/A_b.png" decoding="async" class="mw-file-element" /></a></span></p>\n
        """
    )
  }

  @Test func `An image in a frame has its caption below`() {
    #expect(
      html("[[File:A.png|thumb|left|120px|link=|The ''A'']]") == """
        <figure class="mw-halign-left" typeof="mw:File/Thumb"><span>\
        <img src="/wiki/Special:FilePath/A.png?width=120" decoding="async" width="120" class="mw-file-element" \
        resource="/wiki/File:A.png" /></span><figcaption>The <i>A</i></figcaption></figure>\n
        """
    )
  }

  @Test func `Sizes keep the shape of the file, and are no larger`() {
    func size(_ parts: String) -> String {
      let text = html("[[File:A.png|\(parts)]]") {
        $0.files = ["A.png": MediaFile(kind: .image, width: 400, height: 200)]
      }
      return text.split(separator: " ").filter { $0.hasPrefix("width=") || $0.hasPrefix("height=") }.joined(
        separator: " "
      )
    }
    #expect(size("thumb") == #"width="250" height="125""#)
    #expect(size("thumb|upright=0.5") == #"width="130" height="65""#)
    #expect(size("100x20px") == #"width="40" height="20""#)
    #expect(size("1000px") == #"width="400" height="200""#)
  }

  @Test func `A file that does not exist can be uploaded`() {
    #expect(
      html("[[File:B.png|alt=x]]") { $0.files = [:] } == """
        <p><span class="mw-default-size" typeof="mw:Error mw:File">\
        <a href="/index.php?title=Special:Upload&amp;wpDestFile=B.png" class="new" title="File:B.png">\
        <span class="mw-file-element mw-broken-media">x</span></a></span></p>\n
        """
    )
  }

  @Test func `Films and sounds have players`() {
    #expect(html("[[File:A.webm|200px]]").contains("<video controls=\"\" preload=\"none\" src="))
    #expect(html("[[File:A.ogg]]").contains("<audio controls=\"\" preload=\"none\" src="))
  }

  @Test func `A gallery has boxes, and the title of what is no file as text`() {
    let text = html("<gallery mode=nolines caption=\"''C''\" class=x onclick=y>\nA.png|''a''|alt=b\n:Isar\n</gallery>")
    #expect(
      text.hasPrefix("<ul class=\"gallery mw-gallery-nolines x\">\n\t<li class=\"gallerycaption\"><i>C</i></li>\n")
    )
    #expect(text.contains("<div class=\"gallerytext\"><i>a</i></div>"))
    #expect(text.contains("<img alt=\"b\""))
    #expect(text.contains("height: 120px;\">Isar</div>"))
  }

  @Test func `An image map has areas`() {
    let text = html("<imagemap>\nFile:A.png\nrect 1 2 3 4 [[b]]\ndefault [[C]]\n</imagemap>")
    #expect(text.contains("<a href=\"/wiki/C\" title=\"C\"><img"))
    #expect(text.contains(" usemap=\"#ImageMap_1\""))
    #expect(
      text.contains(
        "<map name=\"ImageMap_1\"><area href=\"/wiki/B\" shape=\"rect\" coords=\"1,2,3,4\" alt=\"B\" title=\"B\" /></map>"
      )
    )
    #expect(html("<imagemap>\nA.png\n</imagemap>").hasPrefix("<p class=\"error\">Error: "))
  }

  @Test func `Programs and formulas keep every byte`() {
    #expect(
      html("<syntaxhighlight lang=C class=x>\n\n  a < b\n</syntaxhighlight>")
        == "<div class=\"mw-highlight mw-highlight-lang-c mw-content-ltr x\" dir=\"ltr\"><pre>  a &lt; b\n</pre></div>\n"
    )
    #expect(html("<math>a<b</math>").contains("tex\" dir=\"ltr\">$ a&lt;b $</span>"))
  }
}

@Suite struct HTMLReferenceTests {
  private func html(_ wikitext: String, labels: [String: [String]] = [:]) -> String {
    var options = HTMLOptions()
    options.referenceLabels = labels
    var writer = HTMLWriter()
    return String(decoding: writer.write(Document(wikitext: wikitext), options: options), as: UTF8.self)
  }

  @Test func `A mark leads to its entry, and back`() {
    #expect(
      html("a<ref>b</ref>") == """
        <p>a<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span class="cite-bracket">[</span>1\
        <span class="cite-bracket">]</span></a></sup></p>
        <div class="mw-references-wrap"><ol class="references">
        <li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">↑</a></span> \
        <span class="reference-text">b</span>
        </li>
        </ol></div>\n
        """
    )
  }

  @Test func `An entry leads back to each of its marks`() {
    let text = html("<ref name=\"x  y\">b</ref><ref name=\"x y\" />\n<references />")
    #expect(
      text.contains("<sup><a href=\"#cite_ref-x_y_1-0\">a</a></sup> <sup><a href=\"#cite_ref-x_y_1-1\">b</a></sup>")
    )
  }

  @Test func `A group shows its own words`() {
    #expect(html("<ref group=n>b</ref>", labels: ["n": ["α"]]).contains("</span>α<span"))
    #expect(html("<ref group=n>b</ref>").contains("</span>n 1<span"))
  }

  @Test func `Details are a list in the entry`() {
    let text = html("<ref name=a details=\"''p''. 1\">Book</ref>")
    #expect(text.contains("</span>1.1<span"))
    #expect(text.contains("<span class=\"reference-text\">Book</span>\n<ol class=\"mw-subreference-list\"><li id="))
    #expect(text.contains("<span class=\"reference-text\"><i>p</i>. 1</span>"))
  }

  @Test func `Mistakes are said`() {
    #expect(html("<ref></ref>").contains("mw-ext-cite-error"))
    #expect(html("<ref name=a />").contains("Cite error: \"a\" is not defined"))
  }

  @Test(arguments: [
    "<imagemap>\nFile:a.png\nrect 1e300 0 1 1 [[A]]\n</imagemap>",
    "<gallery perrow=9223372036854775807>\nFile:a.png\n</gallery>",
    "[[File:A.png|x9223372036854775807px]]", "[[File:A.png|9223372036854775807x1px|thumb]]",
  ])
  func `Sizes beyond reason are harmless`(text: String) {
    var writer = HTMLWriter()
    writer.options.files = ["A.png": MediaFile(kind: .image, width: 100, height: 100)]
    #expect(!writer.write(Document(wikitext: text)).isEmpty)
  }

  @Test func `A displayed formula ends the paragraph, another does not`() {
    var writer = HTMLWriter()
    let displayed = String(
      decoding: writer.write(Document(wikitext: "a <math display=block>x</math> b")),
      as: UTF8.self
    )
    #expect(displayed.contains("<p>a</p>\n<div") && displayed.contains("</div>\n<p>b</p>"))
    let inline = String(decoding: writer.write(Document(wikitext: "a <math>x</math> b")), as: UTF8.self)
    #expect(inline.hasPrefix("<p>a <span") && inline.hasSuffix("</span> b</p>\n"))
  }

  @Test func `Long ids end with a whole character`() {
    var writer = HTMLWriter()
    let page = writer.write(Document(wikitext: "== " + String(repeating: "中", count: 600) + " =="))
    #expect(String(validating: page, as: UTF8.self) != nil)
  }
}
