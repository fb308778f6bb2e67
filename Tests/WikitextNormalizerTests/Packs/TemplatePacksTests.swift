import Testing
import WikitextSyntax

@testable import WikitextNormalizer

@Suite struct TemplatePacksTests {
  /// What the packs show for a name: the texts of its rules.
  func texts(_ packs: TemplatePacks, _ name: String) -> [String] {
    packs.rules(of: name).map { $0[.text]?.description ?? $0.kind.rawValue }
  }

  @Test(arguments: ["Start date", "start date", "start_date", "  Start__date \n", "START DATE", "Start\u{200E} date"])
  func `a template is found as MediaWiki finds it, and in another case`(name: String) {
    let packs = TemplatePacks([pack("Start date > show text=1")])
    #expect(texts(packs, name) == ["1"])
  }

  @Test(arguments: ["Startdate", "Start dat", "Start dates", "", " ", "_", String(repeating: "a", count: 1000)])
  func `other names are not known`(name: String) {
    let packs = TemplatePacks([pack("Start date > show text=1")])
    #expect(packs.rules(of: name).isEmpty)
  }

  @Test(arguments: [("Élan", "élan"), ("Ж", "ж"), ("İ", "i\u{307}"), ("Ǆ", "ǆ"), ("生年月日", "生年月日")])
  func `the first letter has no case in any script`(name: String, call: String) {
    #expect(texts(TemplatePacks([pack("\(name) > show text=1")]), call) == ["1"])
  }

  @Test func `the own case of a name goes before another one`() {
    let packs = TemplatePacks([pack("Sort > show text=2\nSORT > show text=1\nsoRt > hidden")])
    #expect(texts(packs, "sort") == ["2"])
    #expect(texts(packs, "SORT") == ["1"])
    #expect(texts(packs, "SoRt") == ["hidden"])
    #expect(texts(packs, "SORt") == ["2"])
    #expect(texts(packs, "sORT") == ["1"])
  }

  @Test func `lines of one name are tried in their order, each alias with its own`() {
    let packs = TemplatePacks([pack("A | B > show text=1\nA > show text=2\nC | A > show text=3")])
    #expect(texts(packs, "A") == ["1", "2", "3"])
    #expect(texts(packs, "B") == ["1"])
    #expect(texts(packs, "C") == ["3"])
  }

  @Test func `an upper layer replaces what a lower one says of a name`() {
    let user = pack("A > show text=user\nI* > show text=star")
    let wiki = pack("A > show text=wiki\nA > show text=more\nB > show text=wiki\nInfo > show text=exact")
    let packs = TemplatePacks([user, wiki, pack("A > hidden\nC > hidden")])
    #expect(texts(packs, "A") == ["user"])
    #expect(texts(packs, "B") == ["wiki"])
    #expect(texts(packs, "C") == ["hidden"])
    // Patterns count after names, whatever the layer.
    #expect(texts(packs, "Info") == ["exact"])
    #expect(texts(packs, "Infobox") == ["star"])
  }

  @Test func `the longest pattern that fits counts, at either end`() {
    let packs = TemplatePacks([
      pack("Cite * > show text=cite\nCite web* > show text=web\n*-stub > show text=stub\n* box > show text=box")
    ])
    #expect(texts(packs, "cite_book") == ["cite"])
    #expect(texts(packs, "Cite web2") == ["web"])
    #expect(texts(packs, "Cite").isEmpty)
    #expect(texts(packs, "Citebook").isEmpty)
    #expect(texts(packs, "Kelch-Stub") == ["stub"])
    #expect(texts(packs, "Big BOX") == ["box"])
    #expect(texts(packs, "Bigbox").isEmpty)
    #expect(texts(packs, "Cite a-stub") == ["cite"])
    #expect(texts(packs, "Cite box") == ["cite"])
    #expect(texts(packs, "Cit a-stub") == ["stub"])
  }

  @Test func `the namespace does not count, in the wiki's words`() {
    let packs = TemplatePacks(
      [pack("Höhe > show text=1\nA:b > show text=2")],
      configuration: SiteConfiguration(wiki: "de")
    )
    #expect(texts(packs, "Vorlage:Höhe") == ["1"])
    #expect(texts(packs, "template: höhe") == ["1"])
    #expect(texts(packs, "A:b") == ["2"])
    #expect(texts(packs, "Benutzer:Höhe").isEmpty)
  }

  @Test func `capitals that may be a country's code have that case alone`() {
    let packs = TemplatePacks([pack("@codes place\nBda > show text=1\nURL > show text=2\nUbl > show text=3")])
    #expect(packs.hasCountryCodes)
    #expect(texts(packs, "BDA").isEmpty)
    #expect(texts(packs, "bda") == ["1"])
    #expect(texts(packs, "URL") == ["2"])
    #expect(texts(packs, "uRL") == ["2"])
    #expect(texts(packs, "Url") == ["2"])
    let others = TemplatePacks([pack("Bda > show text=1")])
    #expect(!others.hasCountryCodes)
    #expect(texts(others, "BDA") == ["1"])
  }

  @Test func `redirects of a dump are aliases, through chains and around circles`() {
    let packs = TemplatePacks(
      [pack("Coord > show text=1\nFlag > show text=2")],
      configuration: SiteConfiguration(wiki: "de")
    )
    let closed = packs.adding(redirects: [
      ("Vorlage:Lage", "Vorlage:Coord"), ("Ort", "Lage"), ("Stelle", "ort"), ("Flag", "Coord"), ("A", "B"), ("B", "A"),
      ("C", "Nowhere"), ("", "Coord"), ("flag", "A"),
    ])
    #expect(texts(closed, "Lage") == ["1"])
    #expect(texts(closed, "Ort") == ["1"])
    #expect(texts(closed, "stelle") == ["1"])
    #expect(texts(closed, "LAGE") == ["1"])
    #expect(texts(closed, "Flag") == ["2"])
    #expect(texts(closed, "A").isEmpty)
    #expect(texts(closed, "C").isEmpty)
    #expect(texts(packs, "Lage").isEmpty)
  }

  @Test func `many redirects take little time`() {
    let packs = TemplatePacks([pack("Coord > show text=1")])
    let chain = (0..<20_000).map { ("T\($0 + 1)", "T\($0)") }
    let circle = (0..<20_000).map { ("C\($0)", "C\(($0 + 1) % 20_000)") }
    let closed = packs.adding(redirects: chain + circle + [("T0", "Coord")])
    #expect(texts(closed, "T5") == ["1"])
    #expect(texts(closed, "C5").isEmpty)
  }
}
