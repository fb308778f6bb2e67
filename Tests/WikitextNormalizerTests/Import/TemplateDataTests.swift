import Testing

@testable import WikitextNormalizer

@Suite struct TemplateDataTests {
  static let well = """
    {
      "description": "A well.",
      "params": {
        "name": {"label": {"en": "Name", "de": "Name | Titel"}, "type": "string", "required": true},
        "image_file": {"label": "Picture > file", "type": "wiki-file-name", "suggested": true},
        "depth_m": {"type": "number", "aliases": ["Tiefe", 3]},
        "dug": {"type": "date", "example": "1 May 1900"},
        "owner": {"type": "wiki-page-name", "deprecated": "use holder"},
        "holder": {"inherits": "owner", "deprecated": false},
        "dry": {"type": "boolean"}, "site": {"type": "url"}, "Name": {"type": "line"},
        "notes": {"type": "content", "default": null}, "weird": {"type": "something"}, "a": {"inherits": "b"},
        "b": {"inherits": "a", "type": "wiki-user-name"}
      },
      "paramOrder": ["name", "depth_m", "nothing"]
    }
    """

  static func read(_ text: String) throws -> TemplateData { try TemplateData(Array(text.utf8), file: "well.json") }

  @Test func `parameters come in their order, with what is said of them`() throws {
    let data = try Self.read(Self.well)
    #expect(data.parameters.map(\.name).prefix(4) == ["name", "depth_m", "image_file", "dug"])
    #expect(data.parameters.count == 13)
    #expect(data.parameters[0].importance == .required)
    #expect(data.parameters[1].aliases == ["Tiefe", "3"])
    #expect(data.parameters[2].importance == .suggested)
    let owner = try #require(data.parameters.first { $0.name == "owner" })
    let holder = try #require(data.parameters.first { $0.name == "holder" })
    #expect(owner.isDeprecated)
    #expect(!holder.isDeprecated)
    #expect(holder.type == .page)
    #expect(data.parameters.first { $0.name == "a" }?.type == .user)
  }

  @Test func `parameters are fields of a schema`() throws {
    let schema = try Self.read(Self.well).schema(infobox: "Infobox water well", language: "en")
    #expect(schema.name == "water-well")
    #expect(schema.head.infoboxes.map(\.names) == [["Infobox water well"]])
    let kinds = Dictionary(uniqueKeysWithValues: schema.fields.map { ($0.name, $0.kind) })
    #expect(kinds["image-file"] == .image)
    #expect(kinds["depth-m"] == .quantity)
    #expect(kinds["dug"] == .date)
    #expect(kinds["dry"] == .boolean)
    #expect(kinds["site"] == .url)
    #expect(schema.field(forParameter: "Tiefe")?.name == "depth-m")
    #expect(schema.field(forParameter: "Tiefe")?.unit == "m")
    #expect(schema.field(forParameter: "3")?.name == "depth-m")
    #expect(schema.field(forParameter: "owner")?.isDeprecated == true)
    #expect(schema.fields[0].importance == .required)
    #expect(schema.fields[0].label(in: "de") == "Name Titel")
    #expect(schema.fields[0].label(in: "en") == "Name")
    #expect(schema.field(forParameter: "image file")?.label(in: "en") == "Picture file")
    // "Name" is "name" already.
    #expect(schema.fields.count == 12)
  }

  @Test func `the schema that is made is one that can be read`() throws {
    let schema = try Self.read(Self.well).schema(infobox: "Infobox well", name: "w", language: "de")
    var reader = SchemaReader(Array(schema.description.utf8), file: "w.schema")
    reader.read()
    #expect(reader.errors.isEmpty, "\(reader.errors)")
    #expect(reader.head == schema.head)
    #expect(reader.fields == schema.fields)
  }

  @Test(
    arguments: [
      "{{Infobox well}}<noinclude>\n<TemplateData>\n{\"params\": {\"depth\": {}}}\n</templatedata></noinclude>",
      "{\"pages\": {\"17\": {\"title\": \"Template:Infobox well\", \"params\": {\"depth\": {}}}}}",
      "{\"pages\": [{\"title\": \"Vorlage:Infobox well\", \"params\": {\"depth\": {}}}]}",
      "{\"params\": {\"depth\": {}}}",
    ]
  )
  func `it is found in pages and answers of the API`(text: String) throws {
    let data = try Self.read(text)
    #expect(data.parameters.map(\.name) == ["depth"])
    #expect(data.template == (text.contains("title") ? "Infobox well" : nil))
  }

  @Test(
    arguments: [
      ("{\n  \"params\": {\n    \"é\": }}", 3, 10, "a value is missing"), ("[]", 1, 1, "there are no \"params\""),
      ("x\n<templatedata>\n{]", 3, 2, "a name is missing"), ("", 1, 1, "this is no JSON"),
    ]
  )
  func `an error says where`(text: String, line: Int, column: Int, words: String) throws {
    let error = try #require(throws: DataFileError.self) { try Self.read(text) }
    #expect((error.file, error.line, error.column) == ("well.json", line, column))
    #expect(error.description.contains(words), "\(error)")
  }

  @Test func `hostile data end soon`() throws {
    let many = (0..<20_000).map { "\"p\($0)\":{\"aliases\":[\"p\($0 + 1)\"],\"inherits\":\"p\($0 + 1)\"}" }
    let schema = try Self.read("{\"params\":{\(many.joined(separator: ","))}}").schema(infobox: "a", language: "en")
    #expect(schema.fields.count <= 20_000)
    #expect(throws: DataFileError.self) { try Self.read(String(repeating: "<templatedat", count: 20_000)) }
  }
}
