import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextNormalizer

/// What a page of a wiki says of itself.
private func facts(_ text: String, wiki: String = "en") throws -> PageFacts {
  let configuration = wiki == "en" ? .standard : try #require(SiteConfiguration(wiki: wiki))
  var normalizer = Normalizer(configuration: configuration)
  return normalizer.normalize(Document(wikitext: text, configuration: configuration)).page
}

@Suite struct PageFactsTests {
  @Test func `The last short description counts, and one that says there is none is none`() throws {
    #expect(try facts("{{Short description|River in Bavaria}}\ntext").shortDescription == "River in Bavaria")
    #expect(try facts("{{SHORTDESC:A}}\n{{short description|B [[c]]}}").shortDescription == "B c")
    #expect(try facts("{{Short description|none}}").shortDescription == nil)
    #expect(try facts("text").shortDescription == nil)
  }

  @Test func `Pages of names and stubs say so by templates or switches`() throws {
    #expect(try facts("'''A''' may be\n* b\n{{disambiguation}}").isDisambiguation)
    #expect(try facts("__DISAMBIG__").isDisambiguation)
    #expect(try facts("{{Begriffsklärung}}", wiki: "de").isDisambiguation)
    #expect(try facts("text\n{{Germany-river-stub}}").isStub)
    let page = try facts("{{Infobox river|name=Isar}} text")
    #expect(!page.isDisambiguation)
    #expect(!page.isStub)
  }

  @Test func `Hatnotes have their text and links`() throws {
    let text = "{{About|the river|the [[film]]|Isar (film)}}\n== H ==\n{{Main|isar dam#Use of_it}}\ntext"
    let page = try facts(text)
    #expect(page.hatnotes.map(\.template) == ["About", "Main"])
    #expect(page.hatnotes[0].text.contains("the river"))
    #expect(page.hatnotes[0].links.map(\.title).contains("Film"))
    #expect(page.hatnotes[1].links.map(\.title) == ["Isar dam"])
    #expect(page.hatnotes[1].links[0].fragment == "Use of it")
    let range = page.hatnotes[1].range
    #expect(String(decoding: Array(text.utf8)[range.offsets], as: UTF8.self) == "{{Main|isar dam#Use of_it}}")
  }

  @Test func `Maintenance marks have date and reason as written, wherever they stand`() throws {
    let page = try facts(
      """
      {{Multiple issues|{{More citations needed|date=May 2020}}}}
      A claim.{{citation needed|date=June 2021|reason=no [[source]]}}<ref>x {{dead link|Date=July 2019}}</ref>
      """
    )
    #expect(
      page.maintenance.map(\.template) == ["Multiple issues", "More citations needed", "citation needed", "dead link"]
    )
    #expect(page.maintenance.map(\.date) == [nil, "May 2020", "June 2021", "July 2019"])
    #expect(page.maintenance[2].reason == "no source")
    #expect(page.maintenance.map(\.isInline) == [false, false, true, true])
  }

  @Test func `Images are there in the order of the page, with captions and places`() throws {
    let page = try facts(
      """
      {{Infobox river|name=Isar|image=isar_1.jpg|image_alt=A river|image_caption=The ''Isar''|map=[[File:Map.png|20px]]}}
      [[File:Dam.jpg|thumb|alt=A dam|The [[dam]]]]
      <gallery>
      Source.jpg|The source
      </gallery>
      {{navbox|image=[[File:No.png]]}}
      """
    )
    #expect(page.images.map(\.file) == ["Isar 1.jpg", "Map.png", "Dam.jpg", "Source.jpg"])
    #expect(page.images.map(\.place) == [.infobox, .infobox, .text, .gallery])
    #expect(page.images.map(\.caption) == ["The Isar", nil, "The dam", "The source"])
    #expect(page.images.map(\.alternativeText) == ["A river", nil, "A dam", nil])
    #expect(page.images.map(\.isIcon) == [false, true, false, false])
    #expect(page.image?.file == "Isar 1.jpg")
  }

  @Test func `Coordinates are read from any form, and the best are those at the title`() throws {
    let page = try facts(
      "{{coord|10|20}} {{Infobox x|a=b|c=d|location={{coord|1|N|2|E}}}} {{coord|48|8|N|11|34|E|display=title|region:DE-BY_type:city}}"
    )
    #expect(page.coordinates.count == 3)
    let best = try #require(page.position)
    #expect(best.origin == .title)
    #expect(best.position.region == "DE-BY")
    #expect(best.position.type == "city")
    #expect(abs((best.position.latitude ?? 0) - 48.1333) < 0.001)
    #expect(abs((best.position.precision ?? 0) - 1.0 / 60) < 1e-9)
    #expect(try facts("{{coord|10|20}} {{Infobox x|a=b|l={{coord|1|N|2|E}}}}").position?.origin == .infobox)
  }

  @Test(
    arguments: [
      ("en", "{{Infobox settlement|name=A|latd=48|latm=30|latNS=S|longd=11|longm=15|longEW=W}}", -48.5, -11.25),
      ("en", "{{Infobox settlement|name=A|latitude=-12.5|longitude=30.25}}", -12.5, 30.25),
      ("en", "{{Infobox settlement|lat_deg=1|lat_min=30|lat_dir=N|lon_deg=2|lon_min=15|lon_dir=E}}", 1.5, 2.25),
      ("de", "{{Infobox Ort|Breitengrad=6/30/0/N|Längengrad=3/15/0/O}}", 6.5, 3.25),
      ("de", "{{Coordinate|NS=48/30/0/N|EW=11/15/0/E|type=landmark|region=DE}}", 48.5, 11.25),
    ]
  )
  func `Halves of coordinates in several fields are one place`(wiki: String, text: String, north: Double, east: Double)
    throws
  {
    let found = try #require(try facts(text, wiki: wiki).position)
    #expect(abs((found.position.latitude ?? 99) - north) < 1e-6)
    #expect(abs((found.position.longitude ?? 999) - east) < 1e-6)
    let bytes = Array(text.utf8)
    #expect(found.range.start >= 0 && found.range.end <= bytes.count)
  }

  @Test func `The mouth of a river is not where the river is`() throws {
    let page = try facts("{{Infobox river|name=A|mouth_lat=1|mouth_long=2|lat=3|long=4}}")
    #expect(page.position?.position.latitude == 3)
    #expect(page.coordinates.map(\.origin) == [.elsewhere, .infobox])
    // A length is no longitude.
    #expect(try facts("{{Infobox ship|Länge=120|Breite=20}}").coordinates.isEmpty)
  }

  @Test(
    arguments: [
      ("'''Isar''' ({{zzz}}) is a river.", "Isar is a river."),
      ("'''Isar''' ( {{zzz}} ; from ''is''; {{zzz}} ) flows.", "Isar (from is) flows."),
      ("A {{zzz}}, b<ref>c</ref>.", "A, b."),
      ("main() calls f( ) and :-).", "main() calls f( ) and :-)."),
      ("{{zzz}}, once", "once"),
      ("a ({{zzz}}, {{zzz}}) b", "a b"),
      ("a ([[b]] ({{zzz}})) c", "a (b) c"),
      ("It is {{nowrap|12 km}} long.", "It is 12 km long."),
      ("one\n\n{{zzz}}\n\ntwo", "one\ntwo"),
      ("as follows: {{zzz}}", "as follows:"),
    ]
  )
  func `The abstract loses what brackets and separators lose with a template, and nothing else`(
    text: String,
    expected: String
  ) throws {
    #expect(try facts(text).abstract?.text == expected)
  }

  @Test func `The abstract says what it leaves out`() throws {
    let text = "A<ref>b</ref> {{zzz}} c [[File:x.png|20px]]"
    let abstract = try #require(try facts(text).abstract)
    let left = abstract.leftOut.map { String(decoding: Array(text.utf8)[$0.offsets], as: UTF8.self) }
    #expect(left == ["<ref>b</ref>", "{{zzz}}", "[[File:x.png|20px]]"])
    #expect(try facts("{{Infobox a|b=c}}").abstract == nil)
  }

  @Test(
    arguments: [
      ("isar#Course of_the river", "Isar", "Course of the river"), ("image:isar_1.jpg", "File:Isar 1.jpg", nil),
      ("#Sources", "", "Sources"), ("a: b", "A: b", nil), (" talk:x ", "Talk:X", nil),
    ] as [(String, String, String?)]
  )
  func `Titles are written as the wiki writes them`(target: String, title: String, fragment: String?) {
    let link = LinkTitle(target, configuration: .standard)
    #expect(link.title == title)
    #expect(link.fragment == fragment)
  }

  @Test func `Hostile pages are read in step with their size`() throws {
    for piece in [
      "{{Infobox|latd=", "{{main|", "{{cn|reason=", "[[File:a|thumb|", "({{zzz}}", "{{coord|1|2|", "( ",
      "{{Infobox a|image=b.jpg|caption=",
    ] {
      let text = String(repeating: piece, count: 4000)
      let clock = ContinuousClock()
      let time = try clock.measure { _ = try facts(text) }
      #expect(time < .seconds(20), "\(piece)")
    }
  }
}
