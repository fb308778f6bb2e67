import Testing
import WikitextDocument

@Suite struct HTMLInlineTests {
  /// The outline of what is in a paragraph.
  private func line(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
    let lines = outline(
      "<html><head><base href='//de.example.org/wiki/'></head><body><p>\(html)</p></body></html>",
      sourceLocation: sourceLocation
    )
    return lines.dropFirst(2).map { String($0.dropFirst(4)) }
  }

  @Test func `Styles`() {
    #expect(
      line("a <b>b</b> <i>c</i> H<sub>2</sub>O<br>x") == [
        #"text "a ""#, "bold", #"  text "b""#, #"text " ""#, "italic", #"  text "c""#, #"text " H""#,
        #"element "sub""#, #"  text "2""#, #"text "O""#, "lineBreak", #"text "x""#,
      ]
    )
  }

  @Test func `A place to break a word holds nothing`() {
    let text = [#"text "abcd ""#, "bold", #"  text "xy""#, #"text " e""#]
    #expect(line("ab<wbr>cd <b>x<wbr>y</b> e") == text)
    #expect(line("ab<wbr />cd <b>x<wbr></wbr>y</b> e") == text)
  }

  @Test func `Character references are what they stand for`() {
    #expect(line("a&amp;b&nbsp;c &#8212; &unknown; &lt;i>") == ["text \"a&b\u{A0}c — &unknown; <i>\""])
  }

  @Test(
    arguments: [
      ("./Isar_river#Course", "Isar river#Course"), ("/wiki/Isar", "Isar"), ("//de.example.org/wiki/K%C3%B6ln", "Köln"),
      ("https://de.m.example.org/wiki/Isar", "Isar"), ("/w/index.php?title=Isar&amp;action=edit&amp;redlink=1", "Isar"),
      ("#Course", "#Course"),
    ]
  )
  func `Addresses of the wiki are links to titles`(_ address: String, _ title: String) {
    #expect(line("<a href='\(address)'>x</a>") == ["link target=\(title.debugDescription)", #"  text "x""#])
  }

  @Test func `Other addresses are external links`() {
    #expect(
      line("<a class='external text' href='https://example.org/a?b=1&amp;c'>x</a>") == [
        #"externalLink target="https://example.org/a?b=1&c""#, #"  text "x""#,
      ]
    )
    #expect(
      line("<a class='external autonumber' href='https://example.org/'>[1]</a>")[0]
        == #"externalLink numbered target="https://example.org/""#
    )
  }

  @Test func `Links to other wikis say which`() {
    #expect(
      line(
        "<a rel='mw:WikiLink/Interwiki' href='https://en.wikipedia.org/wiki/Isar' title='en:Isar' class='extiw'>x</a>"
      )[0]
        == #"link interwiki target="en:Isar" href="https://en.wikipedia.org/wiki/Isar""#
    )
    #expect(
      line("<a href='https://commons.wikimedia.org/wiki/Isar'>x</a>")[0].hasPrefix(
        #"link interwiki target="commons:Isar""#
      )
    )
  }

  @Test func `Images have the names of their files`() {
    #expect(
      line("<a class='image' href='/wiki/File:A_b.jpg'><img alt='view' src='//x/thumb/a/ab/A_b.jpg/220px-A_b.jpg'></a>")
        == [#"image target="A b.jpg" alt="view""#]
    )
    #expect(line("<img resource='./Datei:C%20d.svg' src='x.png'>") == [#"image target="C d.svg""#])
  }

  @Test func `Figures have captions`() {
    let html = """
      <figure typeof="mw:File/Thumb"><a href="./File:A.jpg"><img resource="./File:A.jpg" alt="v"></a><figcaption>The
      <i>view</i></figcaption></figure><div class="thumb"><div class="thumbinner"><a class="image" href="/wiki/File:B.jpg">
      <img src="/thumb/B.jpg/9px-B.jpg"></a><div class="thumbcaption"><div class="magnify"><a href="x">+</a></div>Old
      </div></div></div>
      """
    #expect(
      outline(html) == [
        "section", #"  image block target="A.jpg" alt="v""#, #"    text "The\n""#, "    italic", #"      text "view""#,
        #"  image block target="B.jpg""#, #"    text "Old""#,
      ]
    )
  }

  @Test func `Galleries have images with captions`() {
    let html = """
      <ul class="gallery"><li class="gallerycaption">Views</li><li class="gallerybox"><div class="thumb"><a class="image">
      <img src="/a/A.jpg"></a></div><div class="gallerytext">First</div></li></ul>
      """
    #expect(
      outline(html) == [
        "section", #"  gallery caption="Views""#, #"    image block target="A.jpg""#, #"      text "First""#,
      ]
    )
  }

  @Test func `Formulas are LaTeX`() {
    let annotated = """
      <span class="mwe-math-element"><math><semantics><mi>a</mi><annotation encoding="application/x-tex">{\\displaystyle
       a&lt;b}</annotation></semantics></math><img alt="no"></span>
      """
    #expect(line(annotated) == [#"math target="a<b""#])
    #expect(
      line(#"<span class="mwe-math-element"><img alt="{\displaystyle \pi }"></span>"#) == [#"math target="\\pi""#]
    )
  }

  @Test func `Marks of editors are no text`() {
    #expect(
      line("a<sup class='noprint Inline-Template'>&#91;<i><a href='./X'>citation needed</a></i>&#93;</sup> b") == [
        #"text "a""#, #"template tag "citation needed""#, #"text " b""#,
      ]
    )
  }

  @Test func `Pages behind a mark are raised text`() {
    #expect(
      line("a<sup class='reference nowrap'><span>: 12 </span></sup>") == [
        #"text "a""#, #"element "sup""#, #"  text ": 12 ""#,
      ]
    )
  }

  @Test func `Of variants of a language the first one is shown`() {
    let html =
      #"<span typeof="mw:LanguageVariant" data-mw-variant='{"twoway":[{"l":"zh-hans","t":"软件"},{"l":"zh-hant","t":"軟體"}]}'></span>"#
    #expect(line(html) == [#"variant target="zh-hans:软件;zh-hant:軟體""#, #"  text "软件""#])
  }

  @Test(arguments: [
    ("&copy 2020 caf&eacute;", "© 2020 café"), ("AT&T &notit; &amp", "AT&T ¬it; &"), ("&#169 &#x80;", "© €"),
    ("R&B &unknown; &", "R&B &unknown; &"),
  ])
  func `Names of old need no semicolon`(html: String, text: String) {
    #expect(assertHTML("<p>\(html)</p>").root.plainText == text)
  }
}
