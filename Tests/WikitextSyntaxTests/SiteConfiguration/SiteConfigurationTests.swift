import Testing

@testable import WikitextSyntax

@Suite("Site configurations")
struct SiteConfigurationTests {
  private func site(_ wiki: String) throws -> SiteConfiguration {
    try #require(SiteConfiguration(wiki: wiki))
  }

  @Test("The standard configuration is the English Wikipedia's")
  func standardIsEnglish() {
    let standard = SiteConfiguration.standard
    #expect(standard.dbName == "enwiki")
    #expect(standard.language == "en")
    #expect(standard.siteName == "Wikipedia")
    #expect(standard.direction == .leftToRight)
    #expect(standard.titleCase == .firstLetter)
    #expect(standard.variants.isEmpty)
    #expect(standard.namespace(Namespace.category)?.localName == "Category")
  }

  @Test(
    "Forty languages are shipped, each with the namespaces and the words that every wiki has",
    arguments: SiteConfiguration.available
  )
  func everySnapshot(code: String) throws {
    let configuration = try site(code)
    #expect(SiteConfiguration.available.count == 40)
    for (id, name) in CommonSiteData.shared.canonicalNamespaces where id < 16 {
      let space = try #require(configuration.namespace(id))
      #expect(space.canonicalName == name)
      #expect(!space.localName.isEmpty)
      #expect(configuration.namespace(named: name) == id)
      #expect(configuration.namespace(named: space.localName) == id)
    }
    #expect(configuration.namespace(0)?.localName == "")
    #expect(configuration.function("#if") == "if")
    #expect(configuration.variable("!") == "!")
    #expect(configuration.redirectKeyword("#redirect [[a]]") == "#redirect")
    #expect(configuration.imageOption("thumb")?.option == .thumbnail)
  }

  @Test(
    "A database name, a language and a variant of a language lead to a snapshot",
    arguments: [
      ("dewiki", "de"), ("de", "de"), ("frwiktionary", "fr"), ("be_x_oldwiki", "be-tarask"), ("simplewiki", "en"),
      ("commonswiki", "en"), ("nowiki", "nb"), ("pt-BR", "pt"), ("zh-hant", "zh"), ("nb", "nb"),
      ("de.wikipedia.org", "de"), ("fr.wiktionary", "fr"), ("commons.wikimedia.org", "en"), ("www.wikidata.org", "en"),
    ]
  )
  func names(wiki: String, language: String) throws {
    #expect(try site(wiki).language == language)
  }

  @Test(
    "What is not shipped is not there",
    arguments: ["xxwiki", "", "wiki", "zh_yuewiki", "nosuchwiki", "enwikifoo", "de.example.org", ".wikipedia"]
  )
  func unknown(wiki: String) {
    #expect(SiteConfiguration(wiki: wiki) == nil)
  }

  @Test("Arabic, Persian and Hebrew run from right to left")
  func direction() throws {
    for code in SiteConfiguration.available {
      #expect((try site(code).direction == .rightToLeft) == ["ar", "fa", "he"].contains(code), "\(code)")
    }
  }

  @Test("Only languages with a converter have variants")
  func variants() throws {
    #expect(try site("zhwiki").variants.contains("zh-hant"))
    #expect(try site("srwiki").variants == ["sr", "sr-ec", "sr-el"])
    #expect(try site("dewiki").variants.isEmpty)
    let kurdish = SiteConfiguration(dbName: "kuwiki", language: "ku", siteName: nil, caseRule: nil, namespaces: [])
    #expect(kurdish.variants.contains("ku-latn"))
  }

  // MARK: - Namespaces

  @Test(
    "A namespace has its local name, its English one and its aliases, in any case",
    arguments: [
      ("dewiki", "Datei", 6), ("dewiki", "bild", 6), ("dewiki", "FILE", 6), ("dewiki", "Image", 6),
      ("dewiki", "Benutzerin Diskussion", 3), ("dewiki", "Portal", 100), ("frwiki", "Catégorie", 14),
      ("frwiki", "CATÉGORIE", 14), ("frwiki", "Fichier", 6), ("ruwiki", "Категория", 14), ("ruwiki", "КАТЕГОРИЯ", 14),
      ("ruwiki", "шаблон", 10), ("trwiki", "Kategori", 14), ("zhwiki", "分类", 14), ("zhwiki", "文件", 6),
      ("jawiki", "ファイル", 6), ("arwiki", "تصنيف", 14), ("fawiki", "رده", 14), ("he", "קטגוריה", 14),
      ("ko", "분류", 14), ("uk", "Категорія", 14), ("pl", "Plik", 6), ("sv", "Fil", 6), ("it", "File", 6),
      ("hi", "श्रेणी", 14), ("th", "หมวดหมู่", 14), ("vi", "Thể loại", 14), ("enwiki", "WP", 4), ("enwiki", "Project", 4),
      ("enwiki", "Module talk", 829), ("dewiki", "Spezial", -1), ("dewiki", "Medium", -2),
    ]
  )
  func namespaceNames(wiki: String, name: String, id: Int) throws {
    #expect(try site(wiki).namespace(named: name) == id)
  }

  @Test(
    "Spaces, underscores and direction marks do not tell names apart",
    arguments: [
      "User talk", "user_talk", " User__talk ", "_User _ talk_", "User\u{A0}talk", "User\u{3000} talk\u{2009}",
      "\u{200E}User talk\u{200F}", "User\u{200E} \u{200E}talk",
    ]
  )
  func spacing(name: String) {
    #expect(SiteConfiguration.standard.namespace(named: name) == 3)
  }

  @Test(
    "What is no namespace is none",
    arguments: ["", " ", "_", "Usertalk", "User\ttalk", "Datei", "User talk x", "Kategorie"]
  )
  func noNamespace(name: String) {
    #expect(SiteConfiguration.standard.namespace(named: name) == nil)
  }

  @Test("Bytes that are no UTF-8 name nothing and stop nothing")
  func brokenBytes() {
    let bytes: [UInt8] = [0xFF, 0xC2, 0x20, 0xE2, 0x80, 0x5F, 0xF0]
    for start in 0...bytes.count {
      #expect(SiteConfiguration.standard.namespace(named: bytes.span, in: start..<bytes.count) == nil)
      #expect(SiteConfiguration.standard.linkTrailLength(after: start, in: bytes.span, end: bytes.count) == 0)
    }
  }

  // MARK: - The first letter of titles

  @Test("Wiktionaries tell titles apart by their first letter, without being told so")
  func dictionaries() throws {
    for name in ["enwiktionary", "de.wiktionary.org", "jbowiki", "frwiktionary"] {
      let wiki =
        SiteConfiguration(wiki: name)
        ?? SiteConfiguration(dbName: name, language: nil, siteName: nil, caseRule: nil, namespaces: [])
      #expect(wiki.titleCase == .caseSensitive, "\(name)")
      #expect(wiki.namespace(Namespace.main)?.titleCase == .caseSensitive)
      #expect(wiki.namespace(Namespace.template)?.titleCase == .caseSensitive)
      #expect(wiki.namespace(2)?.titleCase == .firstLetter)
    }
    #expect(SiteConfiguration(wiki: "frwiki")?.titleCase == .firstLetter)
    #expect(SiteConfiguration(wiki: "dewikibooks")?.titleCase == .firstLetter)
    let told = SiteConfiguration(
      dbName: "xxwiktionary",
      language: nil,
      siteName: nil,
      caseRule: .firstLetter,
      namespaces: []
    )
    #expect(told.titleCase == .firstLetter)
  }

  @Test("The case rule of a grammar can be replaced")
  func replacedTitleCase() {
    let careful = SiteConfiguration.standard.replacing(titleCase: .caseSensitive)
    #expect(careful.titleCase == .caseSensitive)
    #expect(careful.namespace(Namespace.main)?.titleCase == .caseSensitive)
    #expect(careful.namespace(2)?.titleCase == .firstLetter)
    #expect(careful.dbName == "enwiki")
  }

  // MARK: - Dumps

  @Test("A dump's namespaces are laid over the language's")
  func overlay() throws {
    let wiktionary = SiteConfiguration(
      dbName: "dewiktionary",
      language: "de",
      siteName: "Wiktionary",
      caseRule: .caseSensitive,
      namespaces: [
        (id: -2, name: "Medium", case: .caseSensitive), (id: 0, name: "", case: .caseSensitive),
        (id: 2, name: "Benutzer", case: .firstLetter), (id: 4, name: "Wiktionary", case: .caseSensitive),
        (id: 6, name: "Datei", case: .caseSensitive), (id: 106, name: "Reim", case: .caseSensitive),
      ]
    )
    #expect(wiktionary.dbName == "dewiktionary")
    #expect(wiktionary.siteName == "Wiktionary")
    #expect(wiktionary.titleCase == .caseSensitive)
    #expect(wiktionary.namespaces.map(\.id) == [-2, 0, 2, 4, 6, 106])
    #expect(wiktionary.namespace(named: "Reim") == 106)
    #expect(wiktionary.namespace(named: "Wiktionary") == 4)
    #expect(wiktionary.namespace(named: "Project") == 4)
    #expect(wiktionary.namespace(named: "Bild") == 6)
    #expect(wiktionary.namespace(named: "Portal") == nil)
    #expect(wiktionary.namespace(named: "Wikipedia") == nil)
    #expect(wiktionary.namespace(2)?.titleCase == .firstLetter)
    #expect(wiktionary.namespace(106)?.titleCase == .caseSensitive)
    #expect(wiktionary.imageOption("mini")?.option == .thumbnail)
    #expect(wiktionary.interwiki("de") == Interwiki(isLanguage: true, isLocal: true))
  }

  @Test("A dump in a language that is not shipped is read with English words")
  func unknownLanguage() {
    let navajo = SiteConfiguration(
      dbName: "nvwiki",
      language: "nv",
      siteName: "Wikiibíídiiya",
      caseRule: .firstLetter,
      namespaces: [(id: 6, name: "Eʼelyaaígíí", case: nil)]
    )
    #expect(navajo.language == "nv")
    #expect(navajo.namespace(named: "eʼelyaaígíí") == 6)
    #expect(navajo.namespace(named: "File") == 6)
    #expect(navajo.imageOption("thumb")?.option == .thumbnail)
    #expect(
      SiteConfiguration(dbName: "urwiki", language: "ur", siteName: nil, caseRule: nil, namespaces: []).direction
        == .rightToLeft
    )
  }

  @Test("A dump in a language that is not shipped has the words on which MediaWiki falls back")
  func fallback() {
    let bashkir = SiteConfiguration(
      dbName: "bawiki",
      language: "ba",
      siteName: nil,
      caseRule: nil,
      namespaces: [(id: 14, name: "Категория", case: nil), (id: 6, name: "Рәсем", case: nil)]
    )
    #expect(bashkir.language == "ba")
    #expect(bashkir.imageOption("мини")?.option == .thumbnail)
    #expect(bashkir.namespace(named: "рәсем") == 6)
    #expect(bashkir.interwiki("ba")?.isLocal == true)
    #expect(bashkir.interwiki("ru")?.isLocal == false)
    #expect(bashkir.tag("ref") != nil)
  }

  @Test("A snapshot without siteinfo of a wiki stands in for the Wikipedia of its language")
  func languageSnapshot() throws {
    let polish = try site("plwiki")
    #expect(polish.dbName == "plwiki")
    #expect(polish.namespace(named: "Wikipedia") == 4)
    #expect(polish.namespace(named: "Portal") == 100)
    #expect(try site("itwiki").namespace(named: "Portale") == 100)
    #expect(try site("plwiktionary").namespace(named: "Portal") == nil)
    let norwegian = SiteConfiguration(dbName: "nowiki", language: "nb", siteName: nil, caseRule: nil, namespaces: [])
    #expect(norwegian.interwiki("no")?.isLocal == true)
  }

  @Test("A dump that names nothing is read as English")
  func emptyDump() {
    let site = SiteConfiguration(dbName: nil, language: nil, siteName: nil, caseRule: nil, namespaces: [])
    #expect(site.dbName == nil)
    #expect(site.language == "en")
    #expect(site.namespace(named: "Category") == 14)
  }

  @Test("A dump without a language is read by its database's name")
  func languageOfDatabase() {
    let site = SiteConfiguration(dbName: "frwikisource", language: nil, siteName: nil, caseRule: nil, namespaces: [])
    #expect(site.namespace(named: "Catégorie") == 14)
    #expect(site.namespace(named: "Portail") == nil)
    #expect(site.tag("pagelist") != nil)
    #expect(SiteConfiguration.standard.tag("pagelist") == nil)
  }
}
