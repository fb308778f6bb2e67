import Testing

@testable import WikitextNormalizer

/// What is read of these lines.
func schema(_ text: String) -> SchemaReader {
  var reader = SchemaReader(Array(text.utf8), file: "a.schema")
  reader.read()
  return reader
}

@Suite struct SchemaReaderTests {
  static let lake = """
    # A lake.
    schema lake
    title Lake
    wikidata Q23397
    extends water | place
    infobox en Infobox lake | Infobox body of water
    infobox de Infobox See

    field area quantity unit=km2 P2046
      en Surface area | Area > area | area_km2
      de Fläche > FLÄCHE
    field inflow item
      en > inflow
      fr Alimentation
    field cost money currency=USD single required deprecated
    field opened date precision=year suggested
    field code identifier scheme=GNIS
    """

  @Test func `a schema has a head and fields`() {
    let reader = schema(SchemaReaderTests.lake)
    #expect(reader.errors.isEmpty)
    #expect(reader.head.name == "lake")
    #expect(reader.head.title == "Lake")
    #expect(reader.head.wikidata == "Q23397")
    #expect(reader.head.parents == ["water", "place"])
    #expect(reader.head.infoboxes.map(\.language) == ["en", "de"])
    #expect(reader.head.infoboxes[0].names == ["Infobox lake", "Infobox body of water"])
    #expect(reader.fields.map(\.name) == ["area", "inflow", "cost", "opened", "code"])
    #expect(reader.fields.map(\.kind) == [.quantity, .item, .money, .date, .identifier])
    #expect(reader.fields[0].unit == "km2")
    #expect(reader.fields[0].property == "P2046")
    #expect(reader.fields[0].names[0].labels == ["Surface area", "Area"])
    #expect(reader.fields[0].names[0].parameters == ["area", "area_km2"])
    #expect(reader.fields[1].names[0].labels == [])
    #expect(reader.fields[1].names[1].parameters == [])
    #expect(reader.fields[2].currency == "USD")
    #expect(reader.fields[2].isSingle)
    #expect(reader.fields[2].isDeprecated)
    #expect(reader.fields[2].importance == .required)
    #expect(reader.fields[3].precision == "year")
    #expect(reader.fields[3].importance == .suggested)
    #expect(reader.fields[4].scheme == "GNIS")
  }

  @Test func `the head ends where the fields begin`() {
    var reader = SchemaReader(Array(SchemaReaderTests.lake.utf8), file: "a.schema")
    reader.readHead()
    #expect(reader.head == schema(SchemaReaderTests.lake).head)
    #expect(reader.fields.isEmpty)
  }

  @Test func `a schema that is written and read again says the same`() {
    let first = schema(SchemaReaderTests.lake)
    let again = schema(InfoboxSchema(head: first.head, fields: first.fields).description)
    #expect(again.errors.isEmpty)
    #expect(again.head == first.head)
    #expect(again.fields == first.fields)
  }

  @Test(
    arguments: [
      ("feld a text", 1, "unknown word \"feld\"; did you mean \"field\"?"), ("field", 6, "no name"),
      ("field a", 8, "the kind is missing"), ("field a txt", 9, "did you mean \"text\"?"),
      ("field a text singel", 14, "did you mean \"single\"?"), ("field a text unit=", 14, "unknown option"),
      ("field a text P", 14, "unknown option"), ("field a date precision=hour", 14, "unknown option"),
      ("title", 1, "nothing stands behind title"), ("infobox en", 9, "the infoboxes are missing"),
      ("infobox en A | | B", 16, "a name is missing"), ("field a text\n  en A || B", 9, "a name is missing"),
      ("field a text\n  en > a\nfield b text\n  en > A_1 | a", 14, "is one of a already"),
      ("field a text\nfield a item", 7, "is here twice"), ("field a text\n  en A\n  en B", 3, "is here twice"),
      ("  en A", 3, "before the first field"),
    ]
  )
  func `an error says where, what and what to do`(text: String, column: Int, words: String) throws {
    let reader = schema("schema a\n" + text)
    let error = try #require(reader.errors.first)
    #expect(reader.errors.count == 1)
    #expect(error.column == column, "\(error)")
    #expect(error.line == text.split(separator: "\n").count + 1)
    #expect(error.description.contains(words), "\(error)")
  }

  @Test func `a schema without a name is an error`() {
    #expect(schema("title A").errors.map(\.problem) == ["the schema has no name"])
    #expect(schema("").errors.count == 1)
  }

  @Test(
    arguments: [
      String(repeating: "field a text\n", count: 20_000), String(repeating: "  en a > b\n", count: 20_000),
      "field a text\n  en > " + String(repeating: "a | ", count: 20_000),
      (0..<5_000).map { "field f\($0) text\n  en > p\($0)\n" }.joined(), String(repeating: "|", count: 100_000),
      "infobox en " + String(repeating: "x", count: 100_000), String(repeating: "\u{FFFD}", count: 30_000),
    ]
  )
  func `hostile files end soon`(text: String) {
    let reader = schema(text)
    #expect(reader.errors.count <= 20_001)
    #expect(InfoboxSchema(head: reader.head, fields: reader.fields).field(forParameter: "zz") == nil)
  }
}
