import Testing

@testable import WikitextNormalizer

@Suite struct SchemaFileTests {
  /// The schemas as they lie in the repository.
  static func library() throws -> SchemaLibrary {
    SchemaLibrary(try DataFolder.files(in: "schemas").map { ($0.name, .bytes($0.bytes)) })
  }

  @Test func `all schemas of the module are without errors`() throws {
    for error in try Self.library().errors() { Issue.record("\(error)") }
  }

  @Test func `no two schemas are for the same template of a language`() throws {
    var owners: [String: String] = [:]
    for head in try Self.library().heads {
      for (language, names) in head.infoboxes {
        for name in names {
          let key = language + ":" + name.lowercased()
          if let owner = owners[key], owner != head.name {
            Issue.record("\(key) is an infobox of \(owner) and of \(head.name)")
          }
          owners[key] = head.name
        }
      }
    }
  }

  @Test func `a schema that is written and read again says the same`() throws {
    let library = try Self.library()
    for head in library.heads {
      let schema = try #require(library.schema(named: head.name))
      var reader = SchemaReader(Array(schema.description.utf8), file: head.name)
      reader.read()
      #expect(reader.errors.isEmpty, "\(reader.errors)")
      #expect(reader.fields.map(\.name) == schema.fields.map(\.name))
      #expect(reader.head == schema.head)
    }
  }
}
