import Testing

@testable import WikitextDocument

@Suite struct HTMLPageTests {
  private let skin = """
    <!DOCTYPE html><html lang="de"><head><title>Isar – Wikipedia</title><link rel="canonical"
    href="https://de.wikipedia.org/wiki/Isar"><style>p{}</style></head><body><div id="mw-page-base"></div>
    <div id="content"><h1 id="firstHeading"><i>Isar</i></h1><div id="bodyContent"><div id="siteSub">aus Wikipedia</div>
    <div id="mw-content-text"><div class="mw-parser-output"><div class="hatnote">Dieser Artikel</div>
    <table class="ambox"><tr><td>Belege fehlen</td></tr></table><div id="toc" class="toc">Inhalt</div>
    <p>Die Isar<span style="display: none">x</span>.</p><div class="navbox">Flüsse</div><div role="navigation">N</div>
    <script>a<b</script></div></div><div id="catlinks"><ul><li><a href="/wiki/Kategorie:Fluss_in_Bayern">Fluss</a></li>
    </ul></div></div></div><div id="mw-navigation"><ul><li class="interlanguage-link"><a
    href="https://en.wikipedia.org/wiki/Isar_(river)" class="interlanguage-link-target">English</a></li></ul></div>
    <div id="footer">Impressum</div></body></html>
    """

  @Test func `The page of a skin has its article, and the rest is furniture`() {
    let document = assertHTML(skin)
    #expect(document.title == "Isar")
    #expect(document.language == "de")
    #expect(document.outline().prefix(3) == ["section", "  paragraph", #"    text "Die Isar.""#])
    #expect(document.categories.map(\.name) == ["Fluss in Bayern"])
    #expect(document.languageLinks.map { "\($0.language) \($0.title)" } == ["en Isar (river)"])
    #expect(document.furniture(.hatnote).count == 1)
    #expect(document.furniture(.notice).count == 1)
    #expect(document.furniture(.contents).count == 1)
    #expect(document.furniture(.hidden) == [#"<span style="display: none">x</span>"#])
    #expect(document.furniture(.program).count == 1)
    #expect(document.furniture(.site).contains { $0.contains("Impressum") })
    #expect(document.furniture(.site).contains { $0.contains("aus Wikipedia") })
    #expect(document.furniture(.navigation).count == 3)
  }

  @Test func `The page of Parsoid has categories and a redirect in its text`() {
    let html = """
      <html><head><title>Isar - A</title></head><body lang="en" class="mw-parser-output"><link rel="mw:PageProp/redirect"
      href="./Isar_river"><link rel="mw:PageProp/Category" href="./Category:Rivers#Isar"><p>a</p></body></html>
      """
    let document = assertHTML(html)
    #expect(document.title == "Isar - A")
    #expect(document.redirect == "Isar river")
    #expect(document.categories.map { "\($0.name) \($0.sortKey ?? "")" } == ["Rivers Isar"])
  }

  @Test func `Coordinates beside the title are the page's`() {
    let html = """
      <p>a</p><p><span id="coordinates">Coordinates: <a class="external" href="//geohack.example.org/geohack.php?pagename=I&amp;params=48_30_N_12.5_W_type:x">48°</a></span></p>
      """
    let document = assertHTML(html)
    #expect(document.coordinates.map(\.latitude) == [48.5])
    #expect(document.coordinates.map(\.longitude) == [-12.5])
    #expect(document.coordinates.map(\.isOfSubject) == [true])
    #expect(document.sections[0].plainText == "a")
  }

  @Test func `Templates are told with what they made`() {
    let html = """
      <p about="#mwt1" typeof="mw:Transclusion" data-mw='{"parts":[{"template":{"target":{"wt":"Lang"},"params":{"1":{"wt":
      "de"},"text":{"wt":"a \\u00e4 \\"b\\""}},"i":0}}]}'>a</p><p about="#mwt1">b</p>
      """
    let extras = assertHTML(html).extras
    #expect(extras.otherTransclusions.count == 1)
    #expect(extras.otherTransclusions[0].arguments.count == 2)
    #expect(extras.otherTransclusions[0].range.end == html.utf8.count)
  }

  @Test func `Any piece of a page is a document`() {
    #expect(outline("a < b") == ["section", "  paragraph", #"    text "a < b""#])
    #expect(outline("") == ["section"])
    #expect(outline("<<<") != [])
    #expect(outline("<body>") == ["section"])
  }

  @Test func `Mobile pages have their folded tables, and not the words that fold them`() {
    let html = """
      <body><div id="pcs"><h1 class="pcs-edit-section-title">Isar</h1><div class="pcs-collapse-table-container"><div
      class="pcs-collapse-table-collapsed-container">Quick facts</div><div class="pcs-collapse-table-content"
      style="display: none;"><table class="infobox"><tr><th>a</th><td>b</td></tr></table></div></div><p>c</p></div></body>
      """
    let document = assertHTML(html)
    #expect(document.title == "Isar")
    #expect(document.infoboxes.flatMap(\.fields).map(\.name) == ["a"])
    #expect(document.furniture(.site).count == 1)
  }

  @Test func `The page of a redirect says where it leads`() {
    let html =
      "<div class='redirectMsg'><p>Redirect to:</p><ul class='redirectText'><li><a href='/wiki/Isar_river'>x</a></li></ul></div>"
    #expect(assertHTML(html).redirect == "Isar river")
  }

  @Test func `The page tells its revision, by what stands in it`() {
    let foot = "<div class=printfooter><a href='https://en.wikipedia.org/w/index.php?title=Isar&oldid=42'>x</a></div>"
    #expect(assertHTML("<body><div class=mw-parser-output><p>a</p></div>\(foot)").metadata?.revisionID == 42)
    let script = "<script>RLCONF={\"wgRevisionId\":7,\"wgArticleId\":5};</script>"
    let skin = assertHTML("<head>\(script)</head><body><div class=mw-parser-output><p>a</p></div>\(foot)").metadata
    #expect([skin?.revisionID, skin?.pageID] == [7, 5])
    let parsoid = assertHTML(
      "<html about='https://de.wikipedia.org/wiki/Spezial:Redirect/revision/9'><meta property='mw:pageId' content='3'><p>a"
    )
    #expect([parsoid.metadata?.revisionID, parsoid.metadata?.pageID] == [9, 3])
    #expect(assertHTML("<p>oldid=5</p>").metadata == nil)
  }

  @Test func `Coordinates stand beside the title and in the text`() {
    let document = assertHTML(
      """
      <body><div id=bodyContent><div class="mw-indicators"><div class="mw-indicator"><div class="mw-parser-output"><a
      href="//geohack.example/geohack.php?params=48_30_N_9_45_E_type:city">48° 30′ N</a></div></div></div>
      <div class="mw-parser-output"><p>Near <span class="geo-default"><span class="geo-dec">47.5°N</span><span
      style="display:none"> / <span class="geo">47.5; -8.25</span></span></span> there.</p></div></div>
      """
    )
    #expect(document.coordinates.map { [$0.latitude, $0.longitude] } == [[48.5, 9.75], [47.5, -8.25]])
    #expect(document.coordinates.map(\.isOfSubject) == [true, false])
    #expect(document.nodes(.paragraph).map(\.plainText) == ["Near 47.5°N there."])
  }
}
