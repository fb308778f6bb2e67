import Testing
import WikitextDocument

@testable import WikitextNormalizer

/// Citations as templates write them for programs (COinS).
struct ContextObjectTests {
  private func read(_ pairs: String) throws -> ContextObject {
    try #require(ContextObject(Array(pairs.utf8)[...]))
  }

  private func text(_ variable: CSLText, _ object: ContextObject) -> String? {
    object.texts.first { $0.0 == variable }?.1
  }

  @Test func `An article has its journal`() throws {
    let object = try read(
      "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft.genre=article&rft.jtitle=The+Herald&"
        + "rft.atitle=Rivers+%26+Lakes&rft.volume=5&rft.issue=3&rft.pages=12-34&rft.date=2018-05-03&"
        + "rft_id=info%3Adoi%2F10.1000%2F1&rft.issn=1234-5679&rft.aulast=Doe&rft.aufirst=Jane&rft.au=Roe%2C+Max&"
        + "rft_id=https%3A%2F%2Fherald.example%2F1&rfr_id=info%3Asid%2Fen.wikipedia.org%3AWanne"
    )
    #expect(object.type == .articleJournal)
    #expect(text(.title, object) == "Rivers & Lakes")
    #expect(text(.containerTitle, object) == "The Herald")
    #expect([text(.volume, object), text(.issue, object), text(.page, object)] == ["5", "3", "12-34"])
    #expect(object.authors.map(\.family) == ["Doe", "Roe"])
    #expect(object.authors.map(\.given) == ["Jane", "Max"])
    #expect(object.identifiers.map(\.scheme) == ["doi", "issn"])
    #expect(object.date == "2018-05-03")
    #expect(object.address == "https://herald.example/1")
  }

  @Test func `A chapter has its book`() throws {
    let object = try read(
      "rft_val_fmt=info:ofi/fmt:kev:mtx:book&rft.genre=bookitem&rft.atitle=The+Lower+Wanne&rft.btitle=Rivers&rft.pub=Press&rft.place=Ulm"
    )
    #expect(object.type == .chapter)
    #expect(text(.title, object) == "The Lower Wanne")
    #expect(text(.containerTitle, object) == "Rivers")
    #expect([text(.publisher, object), text(.publisherPlace, object)] == ["Press", "Ulm"])
  }

  @Test func `A person who is named twice is one`() throws {
    let object = try read("rft.btitle=Rivers&rft.au=Jane+Doe&rft.aulast=Doe&rft.aufirst=Jane")
    #expect(object.authors.count == 1)
  }

  @Test(arguments: ["", "ctx_ver=Z39.88-2004", "&&==&%", "rft.au=Doe"])
  func `What names no work is none`(pairs: String) {
    #expect(ContextObject(Array(pairs.utf8)[...]) == nil)
  }

  @Test func `It goes before the text that readers see`() throws {
    var builder = DocumentBuilder()
    builder.extras.dialect = .html
    let source = Array("Jane Doe, In the north. 3rd part. Retrieved 9 June 2019.".utf8)
    builder.openNode(NewNode(.referenceList, at: 0))
    let number = builder.reference(group: PoolRange(), name: builder.intern(Array("1".utf8)[...]))
    let target = PoolRange(start: UInt32(number), end: UInt32(number))
    builder.openNode(NewNode(.reference, at: 0, target: target))
    builder.extras.references[number].definition = UInt32(builder.current)
    builder.addAttribute(
      named: ReferenceAttribute.contextObject,
      "rft.btitle=In+the+north.+3rd+part&rft.aulast=Doe&rft.aufirst=Jane&rft.date=2011",
      to: builder.current
    )
    builder.addText(source[...], from: 0, to: source.count)
    builder.closeNode(at: source.count)
    builder.closeNode(at: source.count)
    var reader = CitationReader(language: "en")
    let item = try #require(reader.read(builder.finish(source: source, configuration: .standard)).items.first)
    #expect(item.title == "In the north. 3rd part")
    #expect(item.issued?.edtf == "2011")
    #expect(item[.author] == [PersonName(family: "Doe", given: "Jane")])
  }
}
