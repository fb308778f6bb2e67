import Testing

@testable import WikitextSyntax

@Suite("Look-ups of a site configuration")
struct LookupTests {
  private let english = SiteConfiguration.standard

  private func site(_ wiki: String) throws -> SiteConfiguration {
    try #require(SiteConfiguration(wiki: wiki))
  }

  // MARK: - Tags

  @Test("Tags are HTML's, an extension's or decide what is transcluded")
  func tags() throws {
    #expect(english.tag("div") == .html(.div))
    #expect(english.tag("DiV") == .html(.div))
    #expect(english.tag("h6") == .html(.h6))
    #expect(english.tag("NoInclude") == .inclusion(.noinclude))
    #expect(english.tag("onlyinclude") == .inclusion(.onlyinclude))
    for name in ["", "a", "img", "tbody", "script", "divx", "d\u{130}v", "mar\u{212A}"] {
      #expect(english.tag(name) == nil, "\(name)")
    }
    for (name, content) in [
      ("ref", ExtensionContent.wikitext), ("References", .wikitext), ("poem", .wikitext), ("indicator", .wikitext),
      ("nowiki", .nowiki), ("pre", .pre), ("gallery", .gallery), ("imagemap", .imagemap), ("math", .math),
      ("chem", .math), ("syntaxhighlight", .source), ("templatestyles", .raw), ("timeline", .raw), ("section", .raw),
    ] {
      guard case .extension(let index, let found)? = english.tag(name), found == content else {
        Issue.record("\(name) is no extension tag with the content \(content)")
        continue
      }
      #expect(english.extensionTags[index] == ExtensionTag(name: name.lowercased(), content: content))
    }
    #expect(english.tag("abschnitt") == nil)
    #expect(try site("dewiki").tag("abschnitt") != nil)
  }

  @Test("Every HTML tag is found by its name")
  func everyHTMLTag() {
    #expect(HTMLTag.allCases.count == 61)
    // Of one name the extension comes first.
    for tag in HTMLTag.allCases where tag != .pre { #expect(english.tag(tag.name) == .html(tag)) }
  }

  @Test("An HTML tag knows how it takes part in blocks, tables and lists")
  func propertiesOfTags() {
    #expect(HTMLTag.allCases.filter(\.isVoid) == [.br, .hr, .link, .meta, .wbr])
    #expect(HTMLTag.td.paragraphEffect == .antiBlock)
    #expect(HTMLTag.div.paragraphEffect == .neverSuppress)
    #expect(HTMLTag.li.paragraphEffect == .alwaysSuppress)
    #expect(HTMLTag.table.isBlock && !HTMLTag.span.isBlock)
    #expect(HTMLTag.h1.headingLevel == 1 && HTMLTag.h6.headingLevel == 6 && HTMLTag.hr.headingLevel == nil)
    #expect(HTMLTag.b.isFormatting && !HTMLTag.span.isFormatting)
    #expect(HTMLTag.dd.isListTag && HTMLTag.th.isTableTag)
    #expect(HTMLTag.div.mayNestInItself && !HTMLTag.b.mayNestInItself)
  }

  @Test("A wiki's own extension tags can be added")
  func addedTags() {
    let site = english.adding(extensionTags: [
      ExtensionTag(name: "tabber", content: .wikitext), ExtensionTag(name: "poem"),
    ])
    guard case .extension(_, .wikitext)? = site.tag("Tabber"), case .extension(_, .raw)? = site.tag("poem") else {
      Issue.record("The tags that were added are unknown")
      return
    }
    #expect(site.tag("ref") != nil)
    #expect(english.tag("tabber") == nil)
  }

  // MARK: - External links

  @Test(
    "A protocol before a colon begins an external link",
    arguments: [
      ("http://a", 0, 7), ("HTTPS://a", 0, 8), ("(mailto:a", 1, 8), (" news:a", 1, 6), ("-irc://a", 1, 7),
      ("äftp://a", 2, 8), ("worldwind://", 0, 12),
    ]
  )
  func protocols(text: String, start: Int, end: Int) throws {
    let bytes = Array(text.utf8)
    let colon = try #require(bytes.firstIndex(of: UInt8(ascii: ":")))
    let found = english.protocolLength(beforeColonAt: colon, in: bytes.span, notBefore: 0)
    #expect(found?.start == start && found?.end == end)
  }

  @Test(
    "A word before a colon that is no protocol begins nothing",
    arguments: [
      "xhttp://a", "_http://a", "1http://a", "http:/a", "http:a", "http:", "://a", ":", "nosuch://a", "http :",
    ]
  )
  func noProtocol(text: String) throws {
    let bytes = Array(text.utf8)
    let colon = try #require(bytes.firstIndex(of: UInt8(ascii: ":")))
    #expect(english.protocolLength(beforeColonAt: colon, in: bytes.span, notBefore: 0) == nil)
  }

  @Test("A protocol does not reach back over its limit")
  func protocolLimit() {
    let bytes = Array("http://a".utf8)
    #expect(english.protocolLength(beforeColonAt: 4, in: bytes.span, notBefore: 1) == nil)
    #expect(english.protocolLength(beforeColonAt: 4, in: bytes.span, notBefore: 0)?.end == 7)
  }

  @Test("After a bracket two slashes are a protocol too")
  func bracketed() {
    for (text, length) in [
      ("//a", 2), ("https://a", 8), ("MAILTO:a", 7), ("http:/", nil), ("a//b", nil), ("", nil), ("/", nil),
      ("mailto", nil),
    ] {
      let bytes = Array(text.utf8)
      #expect(english.protocolLength(at: 0, in: bytes.span) == length, "\(text)")
    }
  }

  // MARK: - Magic words

  @Test(
    "Switches are found at their underscores, with the case rule of each",
    arguments: [
      ("enwiki", "__NOTOC__x", "notoc", "__NOTOC__"), ("enwiki", "__notoc__", "notoc", "__notoc__"),
      ("enwiki", "__NOINDEX__", "noindex", "__NOINDEX__"),
      ("dewiki", "__KEIN_INHALTSVERZEICHNIS__", "notoc", "__KEIN_INHALTSVERZEICHNIS__"),
      ("ruwiki", "__без_оглавления__", "notoc", "__без_оглавления__"),
      ("frwiki", "__AUCUNSOMMAIRE__ __", "notoc", "__AUCUNSOMMAIRE__"),
      ("jawiki", "＿＿目次＿＿。", "toc", "＿＿目次＿＿"), ("jawiki", "__目次__", "toc", "__目次__"),
      ("enwiki", "__EXPECTED_UNCONNECTED_PAGE__", "expectedUnconnectedPage", "__EXPECTED_UNCONNECTED_PAGE__"),
    ]
  )
  func switches(wiki: String, text: String, name: String, spelling: String) throws {
    let found = try #require(try site(wiki).behaviorSwitch(text))
    #expect(found == (name, spelling))
  }

  @Test(
    "What looks like a switch is none",
    arguments: [
      "", "_", "__", "____", "__noindex__", "__NOTOC_", "__NOTOC", "__NO TOC__", "NOTOC__",
      "__KEIN_INHALTSVERZEICHNIS__",
    ]
  )
  func noSwitch(text: String) {
    #expect(english.behaviorSwitch(text) == nil)
  }

  @Test(
    "Functions are called with a colon, in the language's words too",
    arguments: [
      ("enwiki", "#if", "if"), ("enwiki", "#IF", "if"), ("enwiki", "#invoke", "invoke"), ("enwiki", "lc", "lc"),
      ("enwiki", "LC", "lc"), ("enwiki", "DEFAULTSORT", "defaultsort"), ("enwiki", "DEFAULTSORTKEY", "defaultsort"),
      ("enwiki", "#tag", "tag"), ("enwiki", "PAGENAME", "pagename"), ("enwiki", "NAMESPACE", "namespace"),
      ("enwiki", "int", "int"), ("enwiki", "#section-h", "lsth"), ("enwiki", "#language", "language"),
      ("enwiki", "#LANGUAGE", "language"), ("enwiki", "DISPLAYTITLE", "displaytitle"), ("enwiki", "fullurl", "fullurl"),
      ("enwiki", "#formatdate", "formatdate"), ("enwiki", "SHORTDESC", "shortdesc"),
      ("enwiki", "formatnum", "formatnum"),
      ("dewiki", "#aufrufen", "invoke"), ("dewiki", "SORTIERUNG", "defaultsort"), ("dewiki", "#wechsle", "switch"),
      ("ruwiki", "#если", "if"), ("ruwiki", "#ЕСЛИ", "if"), ("frwiki", "#invoque", "invoke"),
      ("arwiki", "#استدعاء", "invoke"),
      ("es", "#invocar", "invoke"), ("uk", "#якщо", "if"),
    ]
  )
  func functions(wiki: String, name: String, word: String) throws {
    #expect(try site(wiki).function(name) == word)
  }

  @Test(
    "Variables are called without a colon",
    arguments: [
      ("!", "!"), ("=", "="), ("PAGENAME", "pagename"), ("CURRENTYEAR", "currentyear"), ("server", "server"),
      ("#dir", "dir"), ("NUMBEROFARTICLES", "numberofarticles"),
    ]
  )
  func variables(name: String, word: String) {
    #expect(english.variable(name) == word)
  }

  @Test("A template's name is no magic word")
  func noMagicWord() throws {
    for name in ["", "if", "invoke", "pagename", "Infobox river", "#nosuch", "#", "defaultsort", "#PAGENAME", "lc:"] {
      #expect(english.function(name) == nil, "\(name)")
    }
    for name in ["", "#if", "lc", "pagename", "DEFAULTSORT", "currentyear", "cite web", "!!"] {
      #expect(english.variable(name) == nil, "\(name)")
    }
    #expect(english.function("#wenn") == nil)
    #expect(english.function(String(repeating: "x", count: 10_000)) == nil)
  }

  @Test("A word has one identity in all languages")
  func identity() throws {
    #expect(MagicWord(named: "if")?.name == "if")
    #expect(MagicWord(named: "nosuchword") == nil)
    #expect(MagicWord(named: "pagename")?.roles == [.variable, .function])
    let german = try site("dewiki")
    let word = try #require(MagicWord(named: "img_thumbnail"))
    #expect(german.spellings(of: word) == ["mini", "miniatur", "thumb", "thumbnail"])
  }

  @Test("Substitution prefixes end at their colon")
  func substitution() throws {
    #expect(try #require(english.substitutionPrefix("subst:x")) == (.subst, "x"))
    #expect(try #require(english.substitutionPrefix("SafeSubst:#if:x")) == (.safesubst, "#if:x"))
    #expect(try #require(english.substitutionPrefix("msgnw:x")) == (.msgnw, "x"))
    #expect(try #require(site("dewiki").substitutionPrefix("ERS:x")) == (.subst, "x"))
    #expect(try #require(site("jawiki").substitutionPrefix("展開：x")) == (.subst, "x"))
    #expect(try #require(site("ruwiki").substitutionPrefix("подст:x")) == (.subst, "x"))
    for text in ["", "subst", ":", "substx:x", "int:x", "x:subst:", "Substanca"] {
      #expect(english.substitutionPrefix(text) == nil, "\(text)")
    }
    #expect(try site("srwiki").substitutionPrefix("Substanca") == nil)
  }

  @Test(
    "Redirect words begin a page",
    arguments: [
      ("enwiki", "#REDIRECT [[a]]", "#REDIRECT"), ("enwiki", "#Redirect[[a]]", "#Redirect"),
      ("dewiki", "#WEITERLEITUNG [[a]]", "#WEITERLEITUNG"), ("dewiki", "#redirect [[a]]", "#redirect"),
      ("ruwiki", "#перенаправление [[a]]", "#перенаправление"), ("arwiki", "#تحويل [[a]]", "#تحويل"),
      ("zhwiki", "#重定向 [[a]]", "#重定向"), ("jawiki", "＃転送 [[a]]", "＃転送"),
      ("frwiki", "#REDIRECTION [[a]]", "#REDIRECTION"),
    ]
  )
  func redirects(wiki: String, text: String, keyword: String) throws {
    #expect(try site(wiki).redirectKeyword(text) == keyword)
  }

  @Test("Other lists at the beginning of a page are no redirects")
  func noRedirect() {
    for text in ["", "#", "# REDIRECT", "#REDIREC", "#WEITERLEITUNG", "REDIRECT"] {
      #expect(english.redirectKeyword(text) == nil, "\(text)")
    }
  }

  // MARK: - Image options

  @Test(
    "Image options are recognized in the language's words",
    arguments: [
      ("enwiki", "thumb", ImageOption.thumbnail, nil), ("enwiki", "thumbnail=x.png", .manualThumbnail, "x.png"),
      ("enwiki", "frame", .framed, nil), ("enwiki", "frameless", .frameless, nil), ("enwiki", "center", .center, nil),
      ("enwiki", "upright", .upright, nil), ("enwiki", "upright=1.35", .upright, "1.35"),
      ("enwiki", "upright 0.7", .upright, "0.7"), ("enwiki", "220px", .width, "220"),
      ("enwiki", "x100px", .width, "x100"), ("enwiki", "100x200px", .width, "100x200"),
      ("enwiki", "alt=a = b, 100px", .alt, "a = b, 100px"), ("enwiki", "alt=", .alt, ""),
      ("enwiki", "link=", .link, ""), ("enwiki", "page=3", .page, "3"), ("enwiki", "page 3", .page, "3"),
      ("enwiki", "lang=de", .language, "de"), ("enwiki", "class=notpageimage", .className, "notpageimage"),
      ("enwiki", "text-bottom", .textBottom, nil), ("enwiki", "thumbtime=1:00", .thumbnailTime, "1:00"),
      ("enwiki", "220 px", .width, "220"), ("enwiki", "220pxpx", .width, "220"),
      ("dewiki", "mini", .thumbnail, nil), ("dewiki", "miniatur", .thumbnail, nil),
      ("dewiki", "hochkant=1.5", .upright, "1.5"), ("dewiki", "rechts", .right, nil),
      ("frwiki", "vignette", .thumbnail, nil), ("frwiki", "redresse=0.8", .upright, "0.8"),
      ("ruwiki", "мини", .thumbnail, nil), ("ruwiki", "200пкс", .width, "200"),
      ("arwiki", "تصغير", .thumbnail, nil), ("nlwiki", "rechtop1.2", .upright, "1.2"),
      ("zhwiki", "100像素", .width, "100"), ("zhwiki", "3頁", .page, "3"), ("he", "100 פיקסלים", .width, "100"),
      ("uk", "альт=река", .alt, "река"), ("pl", "mały", .thumbnail, nil),
    ] as [(String, String, ImageOption, String?)]
  )
  func imageOptions(wiki: String, text: String, option: ImageOption, parameter: String?) throws {
    let found = try #require(try site(wiki).imageOption(text))
    #expect(found == (option, parameter))
  }

  @Test(
    "A caption is no image option",
    arguments: [
      "", "A river", "Thumb", "mini", "px", "xpx", "12x13x14px", "a 100px", "100pxx", "100", "upright=tall",
      "upright in the rain", "page of a book", "altitude=3", "x=y", "ALT=x", "frameless=1", "100 px wide",
    ]
  )
  func captions(text: String) {
    #expect(english.imageOption(text) == nil)
  }

  // MARK: - Links

  @Test(
    "A link's trail is what the wiki's language lets through",
    arguments: [
      ("enwiki", "s are", "s"), ("enwiki", "S", ""), ("enwiki", "é", ""), ("dewiki", "ßößä-x", "ßößä"),
      ("dewiki", "é", ""), ("frwiki", "éesÉÀ1", "éesÉÀ"), ("cawiki", "'s ets", "'s"), ("cawiki", "s''", "s"),
      ("cawiki", "l·l", "l·l"), ("cawiki", "'", "'"), ("cawiki", "''", ""), ("uk", "їв»“ x", "їв»“"),
      ("uk", "ʼ", ""), ("arwiki", "ات و", "ات"), ("fawiki", "\u{200C}ها", "\u{200C}ها"), ("zhwiki", "s的", ""),
      ("ruwiki", "ами", "ами"), ("ruwiki", "АМИ", ""), ("trwiki", "ler'in", "ler"), ("iswiki", "-–ð ", "-–ð"),
      ("bn", "ের", "ের"), ("hi", "ों", "ों"), ("pl", "ów", "ów"), ("th", "ก", ""), ("pt", "ções", "ções"),
    ]
  )
  func linkTrails(wiki: String, text: String, trail: String) throws {
    #expect(try site(wiki).linkTrail(text).unicodeScalars.elementsEqual(trail.unicodeScalars))
  }

  @Test("A link's trail stops at the end that is given")
  func linkTrailEnd() {
    let bytes = Array("stop".utf8)
    #expect(english.linkTrailLength(after: 0, in: bytes.span, end: 2) == 2)
    #expect(english.linkTrailLength(after: 4, in: bytes.span, end: 4) == 0)
  }

  @Test(
    "Few wikis read what stands before a link as part of it",
    arguments: [
      ("arwiki", "في ال", "ال"), ("arwiki", "", ""), ("arwiki", "xب", "xب"), ("iswiki", "a ó-", "ó-"),
      ("uk", "каже «", "«"),
      ("enwiki", "pre", ""), ("dewiki", "ä", ""), ("lnwiki", "a €漢", "€漢"),
    ]
  )
  func linkPrefixes(wiki: String, text: String, prefix: String) throws {
    let site = try site(wiki)
    #expect(site.linkPrefix(text) == prefix)
    #expect(site.hasLinkPrefix == ["arwiki", "iswiki", "uk", "lnwiki"].contains(wiki))
  }

  @Test("Interwiki prefixes know languages and the wiki itself")
  func interwiki() throws {
    #expect(english.interwiki("de") == Interwiki(isLanguage: true, isLocal: false))
    #expect(english.interwiki("EN") == Interwiki(isLanguage: true, isLocal: true))
    #expect(english.interwiki("w") == Interwiki(isLanguage: false, isLocal: true))
    #expect(english.interwiki("wikt") == Interwiki(isLanguage: false, isLocal: false))
    #expect(try site("dewiki").interwiki("de")?.isLocal == true)
    #expect(try site("dewiki").interwiki("en")?.isLocal == false)
    #expect(try site("frwiktionary").interwiki("fr")?.isLocal == true)
    #expect(try site("uk").interwiki("uk")?.isLocal == true)
    for prefix in ["", "nosuchwiki", "Isar", "file"] { #expect(english.interwiki(prefix) == nil, "\(prefix)") }
  }
}
