import Testing
import WikitextSyntax

@testable import WikitextNormalizer

@Suite struct NormalizerDataTests {
  @Test(arguments: [
    ("en", "Start date"), ("de", "Start date"), ("de", "Vorlage:Höhe"), ("simple", "Film date"), ("xx", "Coord"),
  ])
  func `the packs of a wiki are there`(language: String, template: String) throws {
    let configuration = SiteConfiguration(wiki: language) ?? .standard
    #expect(!NormalizerData.standard.packs(for: configuration).rules(of: template).isEmpty)
  }

  @Test func `a user's files lie over ours`() throws {
    let data = NormalizerData(folder: [
      ("mine/en.pack", Array("Coord > hidden\nOur box > show text=1".utf8)),
      ("common.pack", Array("Coord > stub\nEverywhere > hidden".utf8)), ("de.pack", Array("Nur deutsch > hidden".utf8)),
      ("en.words", Array("word".utf8)), ("notes.txt", [0xFF]),
      ("well.schema", Array("schema well\ninfobox en Infobox well\nfield depth quantity unit=m\n  en > depth".utf8)),
    ])
    #expect(data.errors.isEmpty)
    let english = data.packs(for: .standard)
    #expect(english.rules(of: "Coord").map(\.kind) == [.hidden])
    #expect(english.rules(of: "Our box").count == 1)
    #expect(english.rules(of: "Convert").map(\.kind) == [.convert])
    #expect(english.rules(of: "Nur deutsch").isEmpty)
    let german = data.packs(for: try #require(SiteConfiguration(wiki: "de")))
    #expect(german.rules(of: "Nur deutsch").count == 1)
    #expect(german.rules(of: "Coord").map(\.kind) == [.stub])
    #expect(german.rules(of: "Everywhere").count == 1)
    #expect(data.schemas.schema(forInfobox: "Infobox well", language: "en")?.fields.first?.unit == "m")
    #expect(data.userFiles(named: "en.words").count == 1)
    #expect(NormalizerData.standard.packs(for: .standard).rules(of: "Our box").isEmpty)
  }

  @Test func `errors of a user's files are reported`() {
    let data = NormalizerData(folder: [("a.pack", Array("A".utf8)), ("b.schema", Array("field a txt".utf8))])
    #expect(data.errors.map(\.file) == ["a.pack", "b.schema", "b.schema"])
  }

  @Test func `redirects are aliases`() {
    let data = NormalizerData.standard.adding(redirects: [("Template:Where it is", "Template:Coord")])
    #expect(data.packs(for: .standard).rules(of: "where it is").map(\.kind) == [.coordinates])
  }
}
