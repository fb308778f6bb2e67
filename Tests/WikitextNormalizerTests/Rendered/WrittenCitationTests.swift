import Testing
import WikitextDocument
import WikitextNormalizer

struct WrittenCitationTests {
  private func item(_ text: String) throws -> BibliographicItem {
    var page = RenderedPage()
    page.addReferences(text)
    var reader = CitationReader(language: "en")
    return try #require(reader.read(page.finish()).items.first)
  }

  @Test func `Names, date, title, source and date of access`() throws {
    let item = try item(
      "Doe, Jane (September 7, 2018). \"Rivers of the North\". The Herald. Retrieved September 14, 2018."
    )
    #expect(item[.author] == [PersonName(family: "Doe", given: "Jane")])
    #expect(item.title == "Rivers of the North")
    #expect(item[.publisher] == "The Herald")
    #expect(item.issued?.edtf == "2018-09-07")
    #expect(item[.accessed]?.edtf == "2018-09-14")
  }

  @Test func `A title may hold quotation marks`() throws {
    let item = try item("\"\"Wanne\" - A River - Atlas\". Atlas. 2018-08-20. Retrieved 2018-09-12.")
    #expect(item.title == "\"Wanne\" - A River - Atlas")
    #expect(item[.publisher] == "Atlas")
    #expect(item.issued?.edtf == "2018-08-20")
    #expect(item[.accessed]?.edtf == "2018-09-12")
  }

  @Test func `A title and a date are enough`() throws {
    let item = try item("\"The 'Upper' Wanne, $30 Million\". 11 May 2018.")
    #expect(item.title == "The 'Upper' Wanne, $30 Million")
    #expect(item.issued?.edtf == "2018-05-11")
    #expect(item.texts.filter { $0.variable == .publisher }.isEmpty)
  }

  @Test func `A suffix in front is no family name`() throws {
    let item = try item("Jr, Jack Frost (11 May 2018). \"A Title\".")
    let name = try #require(item[.author].first)
    #expect([name.family, name.given, name.suffix] == ["Frost", "Jack", "Jr"])
  }

  @Test func `A text that is nothing but a title is one, and a short reference is none`() throws {
    #expect(
      try item("'Upper Wanne': the River's $30-Million Bridge").title == "'Upper Wanne': the River's $30-Million Bridge"
    )
    var page = RenderedPage()
    page.addReferences("Smith 1999, p. 3", "See the notes of the editors.")
    var reader = CitationReader(language: "en")
    #expect(reader.read(page.finish()).items.allSatisfy { $0.title == nil })
  }

  @Test func `Books have their title behind the year, and codes with check digits`() throws {
    let item = try item("Rudolf, Thomas (2011). Rivers: Text and Cases. Springer Science. p. 141. ISBN 0-306-40615-2.")
    #expect(item.title == "Rivers: Text and Cases")
    #expect(item[.publisher] == "Springer Science")
    #expect(item[.page] == "141")
    #expect(item[identifier: "isbn"]?.value == "9780306406157")
    #expect(item.cslType == .book)
  }

  @Test func `Journals have volume, issue and pages`() throws {
    let item = try item("Doe, J. (1953). \"Structure of Rivers\". Nature. 171 (4356): 737–738. doi:10.1038/171737a0.")
    #expect(item[.volume] == "171")
    #expect(item[.issue] == "4356")
    #expect(item[.page] == "737–738")
    #expect(item[identifier: "doi"]?.value == "10.1038/171737a0")
  }

  @Test func `A copy in an archive has its date`() throws {
    let item = try item(
      "\"Management\" (PDF). Archived from the original (PDF) on 4 October 2023. Retrieved 3 October 2023."
    )
    #expect(item.title == "Management")
    #expect(item[.accessed]?.edtf == "2023-10-03")
    #expect(item[.publisher] == nil)
  }

  @Test func `All of the text is the note`() throws {
    #expect(try item("\"Rivers\". Atlas Inc. Press.")[.note] == "\"Rivers\". Atlas Inc. Press.")
    #expect(try item("\"Rivers\". Atlas Inc. Press.")[.publisher] == "Atlas Inc. Press")
  }
}
