import Testing

@testable import WikitextNormalizer

@Suite struct SchemaLibraryTests {
  static func library(_ files: String...) -> SchemaLibrary {
    SchemaLibrary(files.enumerated().map { ("\($0.offset).schema", .bytes(Array($0.element.utf8))) })
  }

  static let film = """
    schema film
    title Film
    extends work
    infobox en Infobox film | Infobox movie
    infobox de Infobox Film
    infobox it Film
    infobox ru Фильм*
    field director person P57
      en Directed by > director | directed by
      de Regie > Regie
    field length duration unit=min
      en Running time > runtime
      it Durata > film
    """
  static let work = """
    schema work
    field name name
      en Name > name | title
      de Titel > DT
    field length quantity unit=m
      en Length > length | runtime
      fr Longueur > longueur
    """
  static let song = "schema song\ninfobox en Infobox song\ninfobox fr Film\nfield film item\n  fr > film\n  en > song"

  @Test(
    arguments: [
      ("Infobox film", "en", "film"), ("infobox_Film", "fr", "film"), ("INFOBOX MOVIE", "de", "film"),
      ("Film", "it", "film"), ("Film", "fr", "song"), ("Film", "pt", "film"), ("Фильм СССР", "ru", "film"),
      ("Фильм СССР", "uk", nil), ("Infobox", "en", nil), ("", "en", nil), ("Infobox song", "ja", "song"),
    ]
  )
  func `a schema is found by the template, the page's language first`(name: String, language: String, found: String?) {
    let library = SchemaLibraryTests.library(Self.film, Self.work, Self.song)
    #expect(library.schema(forInfobox: name, language: language)?.name == found)
  }

  @Test func `fields of the parents come behind its own, and lend their names`() throws {
    let library = SchemaLibraryTests.library(Self.film, Self.work)
    let film = try #require(library.schema(named: "film"))
    #expect(film.fields.map(\.name) == ["director", "length", "name"])
    #expect(film.fields[1].kind == .duration)
    #expect(film.field(forParameter: "longueur", language: "fr")?.kind == .duration)
    #expect(film.field(forParameter: "DT", language: "de")?.name == "name")
    #expect(library.schema(named: "work")?.field(forParameter: "runtime")?.kind == .quantity)
  }

  @Test(
    arguments: [
      ("director", "director"), ("Director", "director"), ("directed_by", "director"), ("DIRECTED-BY", "director"),
      ("director2", "director"), ("director 12", "director"), ("director_3", "director"), ("regie", "director"),
      ("directors", nil), ("2", nil), ("", nil), ("director2b", nil),
    ]
  )
  func `a parameter is found without case, spaces, hyphens and a number at its end`(name: String, field: String?) {
    let film = SchemaLibraryTests.library(Self.film, Self.work).schema(named: "film")
    #expect(film?.field(forParameter: name)?.name == field)
  }

  @Test func `a parameter of two languages is that of the wiki`() throws {
    let both = """
      schema a
      field title name
        en > titre
      field place place
        fr > titre | data1
      field one date
        en > data
      """
    let schema = try #require(SchemaLibraryTests.library(both).schema(named: "a"))
    #expect(schema.field(forParameter: "titre", language: "fr")?.name == "place")
    #expect(schema.field(forParameter: "titre", language: "en")?.name == "title")
    #expect(schema.field(forParameter: "titre", language: "ja")?.name == "title")
    #expect(schema.field(forParameter: "data1", language: "en")?.name == "place")
    #expect(schema.field(forParameter: "data2", language: "en")?.name == "one")
  }

  @Test func `a label is found, and a field has its label`() throws {
    let film = try #require(SchemaLibraryTests.library(Self.film, Self.work).schema(named: "film"))
    #expect(film.field(forLabel: "Directed by")?.name == "director")
    #expect(film.field(forLabel: " directed  BY: ")?.name == "director")
    #expect(film.field(forLabel: "Regie", language: "de")?.name == "director")
    #expect(film.field(forLabel: "Nothing") == nil)
    #expect(film.fields[0].label(in: "de") == "Regie")
    #expect(film.fields[0].label(in: "fr") == nil)
  }

  @Test func `what a field says is what is expected of it`() throws {
    let film = try #require(SchemaLibraryTests.library(Self.film).schema(named: "film"))
    let expectation = try #require(film.field(forParameter: "runtime")?.expectation)
    #expect(expectation.kind == .duration)
    #expect(expectation.unit == "min")
    #expect(expectation.isFromSchema)
  }

  @Test func `circles and missing parents are errors and do no harm`() {
    let library = SchemaLibraryTests.library(
      "schema a\nextends b\nfield x text",
      "schema b\nextends c | a\nfield y text",
      "schema c\nextends c | nothing\nfield z text"
    )
    #expect(library.schema(named: "a")?.fields.map(\.name) == ["x", "y", "z"])
    #expect(library.schema(named: "c")?.fields.map(\.name) == ["z"])
    #expect(
      library.errors().map(\.problem).sorted() == [
        "a extends itself", "b extends itself", "c extends itself", "there is no schema nothing",
      ]
    )
  }

  @Test func `of two schemas of a name the first one counts`() {
    let library = SchemaLibraryTests.library(
      "schema a\ninfobox en Box\nfield mine text",
      "schema a\ninfobox en Box | Case\nfield yours text",
      "schema b\ninfobox en Box\nfield theirs text"
    )
    #expect(library.schema(forInfobox: "Box", language: "en")?.fields.map(\.name) == ["mine"])
    #expect(library.schema(forInfobox: "Case", language: "en") == nil)
    #expect(library.heads.map(\.name) == ["a", "b"])
  }

  @Test func `many threads may ask at once`() async {
    let library = SchemaLibraryTests.library(Self.film, Self.work, Self.song)
    let names = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<16 {
        group.addTask {
          (0..<100).compactMap { _ in library.schema(forInfobox: "Infobox film", language: "en")?.fields[2].name }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(names == Array(repeating: "name", count: 1600))
  }
}
