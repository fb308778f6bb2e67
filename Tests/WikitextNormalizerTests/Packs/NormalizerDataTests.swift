import Testing
import WikitextDocument
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
      ("en.words", Array("circa circiter".utf8)), ("notes.txt", [0xFF]),
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

  @Test func `a pack that happens to be called as a language is everybody's`() throws {
    let data = NormalizerData(folder: [("my.pack", Array("Our box > hidden".utf8))])
    #expect(data.errors.isEmpty)
    for wiki in ["en", "de", "zh"] {
      let configuration = try #require(SiteConfiguration(wiki: wiki))
      #expect(data.packs(for: configuration).rules(of: "Our box").count == 1, "\(wiki)")
    }
    let said = NormalizerData(folder: [("my.pack", Array("@language my\nOur box > hidden".utf8))])
    #expect(said.packs(for: .standard).rules(of: "Our box").isEmpty)
  }

  @Test func `errors of a user's files are reported`() {
    let data = NormalizerData(folder: [("a.pack", Array("A".utf8)), ("b.schema", Array("field a txt".utf8))])
    #expect(data.errors.map(\.file) == ["a.pack", "a.pack", "b.schema", "b.schema"])
  }

  @Test(arguments: [
    ("en.words", "wrod x"), ("en.words", "month x May"), ("en.words", "unit zork zorks"), ("en.words", "circa"),
    ("zz.pack", "Coord > hidden"), ("zz.words", "circa c."), ("en.citations", "@@@ ???"),
    ("en.citations", "template Foo > blah nosuch"), ("x.schema", "schema x\nfield a quantity unit=zork"),
    ("x.schema", "schema x\nextends nosuch"), ("x.schema", "schema x\nextends x"),
  ])
  func `what nobody could read is an error`(file: String, text: String) {
    let data = NormalizerData(folder: [(file, Array(text.utf8))])
    #expect(data.errors.map(\.file) == [file])
    #expect(data.errors.allSatisfy { !$0.advice.isEmpty })
  }

  @Test func `a user's words are words of the language`() {
    let words = "circa circiter\nscale 6 zillion\nand plusque\ncountry BE Belgia\nunit km klicks"
    let data = NormalizerData(folder: [("mine/words/en.words", Array(words.utf8))])
    #expect(data.errors.isEmpty)
    var normalizer = Normalizer(configuration: .standard, data: data)
    func line(_ text: String, _ kind: FieldKind) -> [String] {
      normalizer.values(ofWikitext: text, expecting: Expectation(kind: kind)).map { rendering($0) }
    }
    #expect(line("circiter 1450", .date) == ["date 1450~"])
    #expect(line("5 zillion", .number) == ["number 5000000"])
    #expect(line("5 klicks", .quantity) == ["quantity 5 km"])
    #expect(line("[[Ann Reed]] plusque [[Jan Birch]]", .person).count == 2)
    #expect(line("{{flag|Belgia}}", .place) == ["place Belgia/BE"])
    let cited = Document(wikitext: "<ref>{{cite book|title=A|date=circiter 1450}}</ref>")
    #expect(normalizer.normalize(cited).bibliography.items.first?.issued?.date?.description == "1450~")
    var ours = Normalizer(configuration: .standard)
    let plain = ours.values(ofWikitext: "5 zillion", expecting: Expectation(kind: .number))
    #expect(plain.map { rendering($0) } == ["number 5 {zillion}"])
  }

  @Test func `redirects are aliases`() {
    let data = NormalizerData.standard.adding(redirects: [("Template:Where it is", "Template:Coord")])
    #expect(data.packs(for: .standard).rules(of: "where it is").map(\.kind) == [.coordinates])
  }
}
