import Testing

@testable import WikitextNormalizer

@Suite struct TemplatePackFileTests {
  @Test func `all packs of the module are without errors`() throws {
    let files = try DataFolder.files(in: "packs")
    #expect(files.contains { $0.name == "en.pack" })
    for file in files {
      let pack = TemplatePack(file.bytes, file: file.name)
      for error in pack.errors { Issue.record("\(error)") }
      #expect(!pack.entries.isEmpty)
    }
  }

  @Test func `a pack that is written and read again says the same`() throws {
    for file in try DataFolder.files(in: "packs") {
      let pack = TemplatePack(file.bytes, file: file.name)
      let again = TemplatePack(Array(pack.description.utf8), file: file.name)
      #expect(again.errors.isEmpty)
      #expect(again.entries == pack.entries)
      #expect(again.language == pack.language)
      #expect(again.hasCountryCodes == pack.hasCountryCodes)
    }
  }
}
