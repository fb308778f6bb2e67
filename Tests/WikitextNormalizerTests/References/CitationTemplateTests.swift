import Testing
import WikitextNormalizer

/// What citation templates of many wikis become: `rendering(_:)` of each work.
@Suite struct CitationTemplateTests {
  @Test func `Parameters become variables of CSL`() {
    #expect(
      works(
        "{{cite web |url=http://example.org/a?b=1&amp;c=2 |title=Rivers of ''Bavaria'' |last=Doe |first=Jane "
          + "|author-link=Jane Doe |last2=Roe |first2=R. |date=12 March 1999 |website=[[The Times]] |publisher=Press "
          + "|access-date=2020-05-06 |language=German |frequency=daily}}"
      ) == [
        "webpage | author Doe, Jane [Jane Doe] | author Roe, R. | title Rivers of Bavaria | container-title The Times "
          + "| publisher Press | issued 1999-03-12 | accessed 2020-05-06 | language de "
          + "| url http://example.org/a?b=1&c=2 | unknown frequency"
      ]
    )
  }

  @Test func `A chapter has the book around it`() {
    #expect(
      works(
        "{{cite book |author=Doe, Jane |chapter=Floods |title=Rivers |edition=2nd |pages=pp. 12–15 |location=London "
          + "|publisher=Press |year=1999a |editor1-last=Roe |editor1-first=R. |series=Waters |chapter-url=http://a.org/c "
          + "|url=http://a.org/b}}"
      ) == [
        "chapter | author Doe, Jane | editor Roe, R. | edition 2nd | page 12–15 | publisher-place London "
          + "| publisher Press | collection-title Waters | container-title Rivers | title Floods | year-suffix a "
          + "| issued 1999 | url http://a.org/c | container-url http://a.org/b"
      ]
    )
  }

  @Test(arguments: [
    ("journal=Waters", "article-journal"), ("newspaper=The Daily", "article-newspaper"),
    ("magazine=Flow", "article-magazine"), ("encyclopedia=All of it", "entry-encyclopedia"),
    ("publisher=Press|isbn=0-306-40615-2", "book"), ("url=http://example.org", "webpage"),
    ("chapter=One|publisher=Press", "chapter"),
  ])
  func `A citation that does not say what it cites is told by its parameters`(parameter: String, type: String) {
    #expect(bibliography("{{citation|title=Rivers|\(parameter)}}").items.map(\.cslType.rawValue) == [type])
  }

  @Test(arguments: [
    ("cite web", "webpage"), ("cite news", "article-newspaper"), ("cite journal", "article-journal"),
    ("cite thesis", "thesis"), ("cite report", "report"), ("cite map", "map"), ("cite AV media", "motion_picture"),
    ("cite podcast", "broadcast"), ("cite tweet", "post"), ("cite arxiv", "article"),
    ("cite conference", "paper-conference"),
    ("cite interview", "interview"), ("cite patent", "patent"), ("Cite_Web", "webpage"), ("citeweb", "webpage"),
  ])
  func `A template says what it cites`(template: String, type: String) {
    #expect(bibliography("{{\(template)|title=Rivers}}").items.map(\.cslType.rawValue) == [type])
  }

  @Test func `Copies in archives have their date and place`() {
    let item = bibliography(
      "{{cite web|url=http://a.org/x|title=T|archive-url=https://web.archive.org/web/20070828220258/http://a.org/x"
        + "|url-status=usurped}}"
    ).items[0]
    #expect(item.archive?.date?.edtf == "2007-08-28")
    #expect(item.archive?.place == "Internet Archive")
    #expect(item.linkState == .usurped)
  }

  @Test(arguments: [
    ("url-status=live", LinkState.live), ("url-status=dead", .dead), ("deadurl=yes", .dead), ("dead-url=no", .live),
    ("url-status=unfit", .unfit), ("deadurl=unfit", .unfit), ("url-status=deviated", .deviated),
  ])
  func `Pages say in many ways whether a link is dead`(parameter: String, state: LinkState) {
    #expect(bibliography("{{cite web|url=http://a.org|title=T|\(parameter)}}").items.map(\.linkState) == [state])
  }

  @Test func `A template behind a citation tells of its copy and its state`() {
    let items = bibliography(
      "<ref>{{cite web|url=http://a.org/x|title=T}} {{dead link|date=May 2010}} "
        + "{{wayback|url=http://a.org/x|date=20100102030405}}</ref>"
    ).items
    #expect(items.count == 1)
    #expect(items[0].archive?.url == "https://web.archive.org/web/20100102030405/http://a.org/x")
    #expect(items[0].linkState == .dead)
  }

  @Test func `Dates come whole, in parts, and as they are`() {
    func issued(_ parameters: String) -> CitationDate? {
      bibliography("{{cite book|title=T|\(parameters)}}").items[0].issued
    }
    #expect(issued("date=March 1999")?.edtf == "1999-03")
    #expect(issued("year=1999|month=March|day=4")?.edtf == "1999-03-04")
    #expect(issued("year=1999|month=3")?.edtf == "1999-03")
    #expect(issued("date=Spring 1999")?.dateParts == [[1999]])
    #expect(issued("date=2001–2003")?.dateParts == [[2001], [2003]])
    #expect(issued("date=n.d.")?.edtf == nil)
    #expect(issued("date=n.d.")?.literal == "n.d.")
    #expect(issued("date=2004-05")?.edtf == nil)
    #expect(issued("publication-date=1999")?.edtf == "1999")
    #expect(
      bibliography("{{cite web|title=T|accessdate=19 August|accessyear=2008}}").items[0][.accessed]?.edtf
        == "2008-08-19"
    )
  }

  @Test func `Of one parameter the last counts, of several names for one thing the first`() {
    #expect(bibliography("{{cite book|title=A|title=B}}").items[0].title == "B")
    #expect(
      bibliography("{{cite web|title=A|accessdate=2002-02-02|access-date=2001-01-01}}").items[0][.accessed]?.edtf
        == "2001-01-01"
    )
  }

  @Test func `An address with a hole is none`() {
    let items = bibliography("{{cite web|title=A {{nowrap|b c}} {{unknown|lost}}|url=http://a.org/{{PAGENAME}}/x}}")
      .items
    #expect(items[0].url == nil)
    #expect(items[0].title == "A b c")
  }

  @Test func `An address may have words around it, and words alone are none`() {
    func address(_ value: String) -> String? {
      bibliography("{{Literatur|Titel=T|Online=\(value)}}", "de").items[0].url
    }
    #expect(address("[http://a.org/x Text]") == "http://a.org/x")
    #expect(address("Zu lesen bei [http://a.org/x Text], oder http://b.org") == "http://a.org/x")
    #expect(address("zitiert nach {{GBS|x}}") == nil)
    #expect(address("http://a.org/x (PDF)") == "http://a.org/x")
    #expect(address("www.a.org") == "www.a.org")
  }

  @Test func `A title that is a link has the address`() {
    let item = bibliography("{{cite web|title=[http://a.org/t Rivers]}}").items[0]
    #expect(item.title == "Rivers")
    #expect(item.url == "http://a.org/t")
  }

  @Test func `A title in its own script has its language`() {
    let item = bibliography("{{cite web|url=http://a.org|script-title=ja:東京|trans-title=Tokyo}}").items[0]
    #expect(item.title == "東京")
    #expect(item[.translatedTitle] == "Tokyo")
    #expect(item.language == "ja")
  }

  @Test func `Data that lie elsewhere are named`() {
    #expect(bibliography("{{Cite Q|Q42}} {{R:Rivers}}").items.map(\.external) == ["Q42", "Template:R:Rivers"])
  }

  @Test func `A citation knows its place and its uses`() {
    let text = "a<ref name=x>{{cite web|title=T}}</ref> b<ref name=x />\n* {{cite book|title=U}}"
    let items = bibliography(text).items
    #expect(items.map(\.reference) == [0, nil])
    #expect(items.map(\.useCount) == [2, 0])
    #expect(items.map(\.template) == ["Cite web", "Cite book"] || items.map(\.template) == ["cite web", "cite book"])
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[items[0].range.offsets], as: UTF8.self) == "{{cite web|title=T}}")
  }

  @Test func `What says nothing is no work`() {
    #expect(bibliography("{{cite web}} {{cite book|title=|url=}} {{cite web|quote=So}}").items.isEmpty)
  }
}
