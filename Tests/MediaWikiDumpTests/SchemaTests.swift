import MediaWikiDump
import Testing

@Suite("Export schemas")
struct SchemaTests {
  @Test("Schema 0.3, without namespaces of pages, models and lengths")
  func oldSchema() throws {
    let reading = try Reading(bytes: fixture("export-0.3.xml"))
    let page = try #require(reading.pages.first)
    #expect(page.title == "Isar")
    #expect(page.namespace == nil)
    #expect(page.id == 1)
    #expect(page.redirectTitle == nil)
    #expect(page.revision.id == 11)
    #expect(page.revision.parentID == nil)
    #expect(page.revision.timestamp == "2009-01-02T03:04:05Z")
    #expect(page.revision.contributor == .user(name: "Anna", id: 5))
    #expect(page.revision.isMinor)
    #expect(page.revision.comment == "Länge & Quelle")
    #expect(page.revision.model == nil)
    #expect(page.revision.declaredBytes == nil)
    #expect(page.revision.textState == .present)
    #expect(reading.texts == ["Die '''Isar''' ist ein Fluss. <ref>A&nbsp;\"B\"</ref>"])
    #expect(reading.problems.isEmpty)
    let site = try #require(reading.siteInfo)
    #expect(site.siteName == "Flusswiki")
    #expect(site.dbName == nil)
    #expect(site.base == "http://fluss.example/wiki/Hauptseite")
    #expect(site.generator == "MediaWiki 1.15.1")
    #expect(site.caseRule == .firstLetter)
    #expect(site.language == "de")
    #expect(site.schemaVersion == "0.3")
    #expect(site.namespaces.map(\.id) == [-2, 0, 10])
    #expect(site.namespaces.map(\.name) == ["Media", "", "Vorlage"])
    #expect(site.namespaces.allSatisfy { $0.caseRule == nil })
  }

  @Test("Schema 0.11, with slots, redirects, hidden, empty and stub texts")
  func newSchema() throws {
    let reading = try Reading(bytes: fixture("export-0.11.xml"))
    #expect(reading.problems.isEmpty)
    #expect(reading.titles == ["File:Isar & Loisach.jpg", "Hidden", "Empty", "Stub"])
    let file = reading.pages[0]
    #expect(file.redirectTitle == "File:A & \"B\".jpg")
    #expect(file.revision.contributor == .ip("2001:db8::1"))
    #expect(file.revision.parentID == 69)
    #expect(file.revision.main.origin == 70)
    #expect(file.revision.main.sha1 == "abc")
    #expect(file.revision.sha1 == "ghi")
    #expect(file.revision.format == "text/x-wiki")
    #expect(file.revision.declaredBytes == 8)
    var slot = DumpSlot(role: "mediainfo")
    slot.origin = 68
    slot.model = "wikibase-mediainfo"
    slot.format = "application/json"
    slot.text = Array("{\"id\":\"M7\"}".utf8)
    slot.textState = .present
    slot.declaredBytes = 11
    slot.sha1 = "def"
    #expect(file.revision.slots == [slot])
    let hidden = reading.pages[1].revision
    #expect(hidden.contributor == .deleted)
    #expect(hidden.isCommentDeleted)
    #expect(hidden.comment == nil)
    #expect(hidden.textState == .deleted)
    #expect(hidden.declaredBytes == nil)
    #expect(hidden.sha1 == nil)
    let empty = reading.pages[2].revision
    #expect(empty.contributor == .user(name: "~2025-12345-6", id: nil))
    #expect(empty.main.origin == nil)
    #expect(empty.model == nil)
    #expect(empty.format == nil)
    #expect(empty.textState == .empty)
    #expect(empty.comment == nil)
    #expect(!empty.isCommentDeleted)
    let stub = reading.pages[3].revision
    #expect(stub.contributor == DumpContributor.none)
    #expect(stub.parentID == nil)
    #expect(stub.textState == .missing)
    #expect(stub.declaredBytes == 1234)
    #expect(reading.siteInfo?.caseRule == .caseSensitive)
    #expect(reading.siteInfo?.namespaces[1].caseRule == .firstLetter)
  }

  @Test("The offset of a page is where its tag stands")
  func offsets() throws {
    let bytes = try fixture("export-0.11.xml")
    for page in try Reading(bytes: bytes).pages {
      #expect(bytes[Int(page.byteOffset)...].starts(with: "<page>".utf8))
    }
  }

  @Test(
    "Texts without content",
    arguments: [
      ("<text/>", DumpTextState.empty), ("<text xml:space=\"preserve\"></text>", .empty),
      ("<text id=\"7\" />", .missing),
      ("<text bytes=\"0\" id=\"7\" />", .empty), ("<text bytes=\"5\"/>", .missing), ("", .missing),
      ("<text deleted=\"deleted\"/>", .deleted), ("<text> </text>", .present),
    ]
  )
  func textStates(markup: String, state: DumpTextState) throws {
    #expect(try Reading(dump(page(revisions: [markup]))).pages.first?.revision.textState == state)
  }

  @Test("Elements nobody knows are skipped with what they contain, and cost no page")
  func unknownElements() throws {
    let markup = dump(
      """
      <page><title>A</title><new><title>not this</title><revision><text>nor this</text></revision></new><ns>0</ns>
      <revision><id>1</id><extra a="1"><text>no</text></extra><text>yes<b>bold</b>!</text></revision>
      <upload><timestamp>2020-01-01T00:00:00Z</timestamp><contents encoding="base64">QUJD</contents></upload></page>
      <future><thing/></future><page><title>B</title><revision><text>b</text></revision></page>
      """
    )
    let reading = try Reading(markup)
    #expect(reading.titles == ["A", "B"])
    #expect(reading.texts == ["yes!", "b"])
    #expect(reading.problems.isEmpty)
  }

  @Test("The redirect element of 0.4 names no target")
  func oldRedirect() throws {
    let reading = try Reading(dump("<page><title>A</title><redirect/><revision><text>r</text></revision></page>"))
    #expect(reading.pages.first?.redirectTitle == "")
  }
}

@Suite("Revisions")
struct RevisionTests {
  let history = dump(
    page(revisions: [
      "<id>3</id><timestamp>2020-01-03T00:00:00Z</timestamp><text>newest</text>",
      "<id>1</id><timestamp>2020-01-01T00:00:00Z</timestamp><text>oldest</text>",
      "<id>2</id><timestamp>2020-01-03T00:00:00Z</timestamp><text>same time, lower id</text>",
    ]) + page(title: "Q", revisions: ["<id>9</id><timestamp>2019-01-01T00:00:00Z</timestamp><text>q</text>"])
  )

  @Test("The newest revision is the one with the latest time, then the highest id, wherever it stands")
  func newest() throws {
    let reading = try Reading(history)
    #expect(reading.texts == ["newest", "q"])
    #expect(reading.pages.map(\.revisionCount) == [3, 1])
    #expect(reading.pages.map(\.isLastRevision) == [true, true])
    #expect(reading.statistics.revisionsSeen == 4)
  }

  @Test("All revisions come in the order of the dump, and the page counts once")
  func all() throws {
    let reading = try Reading(history, options: .allRevisions)
    #expect(reading.texts == ["newest", "oldest", "same time, lower id", "q"])
    #expect(reading.titles == ["P", "P", "P", "Q"])
    #expect(reading.pages.map(\.revisionCount) == [1, 2, 3, 1])
    #expect(reading.pages.map(\.isLastRevision) == [false, false, true, true])
    #expect(reading.statistics.pagesReturned == 2)
  }

  @Test("A time that stands behind the text still decides")
  func lateTimestamp() throws {
    let revisions = [
      "<text>old</text><id>1</id><timestamp>2020-01-01T00:00:00Z</timestamp>",
      "<text>new</text><id>2</id><timestamp>2021-01-01T00:00:00Z</timestamp>",
    ]
    #expect(try Reading(dump(page(revisions: revisions))).texts == ["new"])
    #expect(try Reading(dump(page(revisions: revisions.reversed()))).texts == ["new"])
  }

  @Test("A page without revisions is skipped and counted")
  func noRevision() throws {
    let reading = try Reading(dump("<page><title>A</title><id>4</id></page>" + page(revisions: ["<text>x</text>"])))
    #expect(reading.titles == ["P"])
    #expect(reading.skipped.map(\.reason) == [.noRevision])
    #expect(reading.skipped.first?.title == "A")
    #expect(reading.skipped.first?.id == 4)
    #expect(reading.statistics.skipped == [.noRevision: 1])
  }

  @Test("A text over the limit costs its page and no other")
  func tooLarge() throws {
    var options = DumpReader.Options()
    options.maximumRevisionBytes = 1000
    let large = String(repeating: "x", count: 2000)
    let markup = dump(
      page(title: "A", revisions: ["<text>\(large)</text>"]) + page(title: "B", revisions: ["<text>b</text>"])
    )
    let reading = try Reading(markup, options: options)
    #expect(reading.titles == ["B"])
    #expect(reading.skipped.map(\.reason) == [.tooLarge(limit: 1000)])
    #expect(reading.skipped.first?.title == "A")
  }
}
