import Foundation
import Testing

@testable import WikitextNormalizer

/// What is compiled in against the files of Data/.
struct EmbeddedDataTests {
  @Test(arguments: [
    Folder("packs", ".pack", EmbeddedData.packNames, EmbeddedData.pack),
    Folder("schemas", ".schema", EmbeddedData.schemaNames, EmbeddedData.schema),
    Folder("words", ".words", EmbeddedData.wordsNames, EmbeddedData.words),
    Folder("citations", ".citations", EmbeddedData.citationsNames, EmbeddedData.citations),
    Folder("languages", ".txt", EmbeddedData.languageNames, EmbeddedData.language),
  ])
  func `the files of a folder are compiled in byte for byte`(folder: Folder) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/WikitextNormalizer/Data/\(folder.name)").standardized
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: path.path)) ?? [])
      .filter { $0.hasSuffix(folder.ending) }
    #expect(Set(files) == Set(folder.names.map { $0 + folder.ending }))
    for name in folder.names {
      let text = try #require(folder.text(name))
      let bytes = text.withUTF8Buffer { unsafe Array($0) }
      #expect(
        bytes == Array(try Data(contentsOf: path.appendingPathComponent(name + folder.ending))),
        "\(folder.name)/\(name)\(folder.ending) has changed: run Tools/embed-data"
      )
    }
  }

  @Test func `the schemas come in the order of their names`() {
    let texts = EmbeddedData.schemas.map(\.description)
    #expect(texts == EmbeddedData.schemaNames.map { EmbeddedData.schema($0)?.description })
  }

  @Test func `a name without a file has no text`() {
    #expect(EmbeddedData.pack("no such language") == nil)
    #expect(EmbeddedData.schema("no such type") == nil)
    #expect(EmbeddedData.words("no such language") == nil)
    #expect(EmbeddedData.citations("no such language") == nil)
    #expect(EmbeddedData.language("no such language") == nil)
  }

  /// A folder of Data/ and how the program sees it.
  struct Folder: Sendable, CustomTestStringConvertible {
    let name: String
    let ending: String
    let names: [String]
    let text: @Sendable (String) -> StaticString?

    init(_ name: String, _ ending: String, _ names: [String], _ text: @escaping @Sendable (String) -> StaticString?) {
      self.name = name
      self.ending = ending
      self.names = names
      self.text = text
    }

    var testDescription: String { name }
  }
}
