import Testing
import WikitextDocument
import WikitextNormalizer

struct WrittenCitationTests {
  private func item(_ text: String, _ language: String = "en") throws -> BibliographicItem {
    var page = RenderedPage()
    page.addReferences(text)
    var reader = CitationReader(language: language)
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

  @Test func `A chapter has its book, and the book its editors`() throws {
    let item = try item(
      "Doe, Jane (2011). \"The Lower Wanne\". In Smith, Ann (ed.). Rivers of the North. Oldbridge: Herald Press. pp. 12–34. ISBN 0-306-40615-2."
    )
    #expect(item.title == "The Lower Wanne")
    #expect(item[.containerTitle] == "Rivers of the North")
    #expect(item[.editor] == [PersonName(family: "Smith", given: "Ann")])
    #expect([item[.publisherPlace], item[.publisher]] == ["Oldbridge", "Herald Press"])
    #expect(item.cslType == .chapter)
  }

  @Test(arguments: [
    ("de", "Jane Doe: „Flüsse im Norden“. In: Der Bote. 3. Mai 2018, abgerufen am 9. Juni 2019.", "Der Bote"),
    ("es", "Doe, Jane (3 de mayo de 2018). «Flüsse im Norden». Consultado el 9 de junio de 2019.", nil),
    (
      "fr",
      "Jane Doe, «\u{A0}Flüsse im Norden\u{A0}», Le Messager, 3 mai 2018 (lire en ligne, consulté le 9 juin 2019).", nil
    ),
    ("it", "Jane Doe, «Flüsse im Norden», in L'Araldo, 3 maggio 2018. URL consultato il 9 giugno 2019.", "L'Araldo"),
    ("ja", "Jane Doe (2018年5月3日). “Flüsse im Norden”. 2019年6月9日閲覧。", nil),
    ("nl", "Jane Doe, \"Flüsse im Norden\". De Bode (3 mei 2018). Geraadpleegd op 9 juni 2019.", nil),
    ("pl", "Jane Doe, „Flüsse im Norden”, 3 maja 2018 [dostęp 2019-06-09].", nil),
    ("ru", "Доу Д. «Flüsse im Norden». Вестник (3 мая 2018). Дата обращения: 9 июня 2019.", nil),
  ])
  func `Each language has its own marks and dates`(language: String, text: String, container: String?) throws {
    let item = try item(text, language)
    #expect(item.title == "Flüsse im Norden")
    #expect(item.issued?.edtf == "2018-05-03")
    #expect(item[.accessed]?.edtf == "2019-06-09")
    #expect(item[.containerTitle] == container)
  }

  @Test func `Slashes stand between a part and its whole`() throws {
    let item = try item("Реки Севера // Вестник. — 2010. — Т. 5, № 3. — С. 12—34. — doi:10.1000/1.", "ru")
    #expect(
      [item.title, item[.containerTitle], item[.volume], item[.issue], item[.page]] == [
        "Реки Севера", "Вестник", "5", "3", "12—34",
      ]
    )
    #expect(item.issued?.edtf == "2010")
  }

  @Test func `Publisher, place and year may stand in either order`() throws {
    let german = try item(
      "Max Roe: „Das Flussbuch“. 2. Auflage. Wasser-Verlag, Ulm 2004, ISBN 0-306-40615-2, S. 33.",
      "de"
    )
    #expect(
      [german[.edition], german[.publisher], german[.publisherPlace], german[.page]] == [
        "2", "Wasser-Verlag", "Ulm", "33",
      ]
    )
    let french = try item(
      "Max Roe, « Le Fleuve », Paris, Presses du Nord, 2011, 256 p. (ISBN 0-306-40615-2), p. 12.",
      "fr"
    )
    #expect(
      [french[.publisher], french[.publisherPlace], french[.numberOfPages], french[.page]] == [
        "Presses du Nord", "Paris", "256", "12",
      ]
    )
  }

  @Test(arguments: [
    "He said, \"I never did it\", in an interview of the time.",
    "The town changed its name in 1921, and again in 1950.",
    "The paper called it \"a triumph\", which others denied.",
  ])
  func `A note in prose is no citation`(text: String) {
    var page = RenderedPage()
    page.addReferences(text)
    var reader = CitationReader(language: "en")
    #expect(reader.read(page.finish()).items.isEmpty)
  }
}
