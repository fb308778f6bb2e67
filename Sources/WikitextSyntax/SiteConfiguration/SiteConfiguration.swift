/// The grammar of one wiki: the names of its namespaces, magic words and image options, its link trail, its tags.
///
/// MediaWiki's syntax depends on the wiki: `[[Datei:Isar.jpg|mini]]` is an image on the German Wikipedia and a plain
/// link on the English one. A configuration is taken from a shipped snapshot of a wiki or a language, and what a
/// dump's `<siteinfo>` says is laid over it:
///
///     let german = SiteConfiguration(wiki: "dewiki")
///     let fromDump = SiteConfiguration(
///       dbName: "dewiktionary", language: "de", siteName: "Wiktionary", caseRule: .caseSensitive,
///       namespaces: [(id: 4, name: "Wiktionary", case: .caseSensitive)])
///
/// A value is one reference to immutable tables: copying is cheap, making is not (about a millisecond), so make one
/// a wiki and keep it.
public struct SiteConfiguration: Sendable {
  let tables: SiteTables

  init(tables: SiteTables) { self.tables = tables }

  /// Whether both are the same tables, and not only alike.
  package func isIdentical(to other: SiteConfiguration) -> Bool { tables === other.tables }

  /// The grammar of the English Wikipedia.
  public static let standard = SiteConfiguration(
    tables: SiteTables(
      snapshot: SiteSnapshots.text("en") ?? "",
      overlay: SiteTables.Overlay(isSnapshot: true)
    )
  )

  /// The shipped grammar of a wiki, named by its database (`dewiki`, `frwiktionary`, `be_x_oldwiki`), by
  /// its server (`de.wikipedia.org`, `fr.wiktionary`) or by a language (`de`, `pt-BR`).
  ///
  /// Nil if no snapshot of the language is shipped. Of a wiki that is not itself among the snapshots only what its
  /// language decides is known: namespaces from 16 on and the name of the project come with its dump.
  public init?(wiki: String) {
    let wiki = LanguageCode.database(ofServer: wiki) ?? wiki
    let prefix = LanguageCode.prefix(ofDatabase: wiki)
    guard let code = LanguageCode.snapshot(prefix ?? wiki), let text = SiteSnapshots.text(code) else { return nil }
    let overlay = SiteTables.Overlay(isSnapshot: prefix == nil, dbName: prefix == nil ? nil : wiki)
    tables = SiteTables(snapshot: text, overlay: overlay)
  }

  /// The grammar that a dump's `<siteinfo>` and the language of its root element describe.
  ///
  /// The namespaces given are all that the wiki has, with their local names; English names and the aliases of the
  /// language are added. Where nothing is shipped for the language, the one stands in on which MediaWiki falls back
  /// (Russian for Bashkir), else English.
  /// - Parameters:
  ///   - dbName: `<dbname>`.
  ///   - language: `xml:lang` of the root element.
  ///   - siteName: `<sitename>`.
  ///   - caseRule: `<case>`.
  ///   - namespaces: the `<namespace>` elements: `key`, text, `case`. If empty, those of the snapshot hold.
  public init(
    dbName: String?,
    language: String?,
    siteName: String?,
    caseRule: TitleCase?,
    namespaces: [(id: Int, name: String, case: TitleCase?)]
  ) {
    let prefix = dbName.flatMap(LanguageCode.prefix(ofDatabase:))
    let code = (language ?? prefix).flatMap(LanguageCode.nearestSnapshot)
    let overlay = SiteTables.Overlay(
      dbName: dbName,
      language: language,
      siteName: siteName,
      titleCase: caseRule,
      namespaces: namespaces.isEmpty ? nil : namespaces
    )
    tables = SiteTables(snapshot: SiteSnapshots.text(code ?? "en") ?? "", overlay: overlay)
  }

  /// The languages for which a grammar is shipped, as MediaWiki's codes, sorted.
  public static var available: [String] { SiteSnapshots.codes }

  /// The name of the wiki's database: `enwiki`. Nil if the dump did not say.
  public var dbName: String? { tables.dbName }

  /// The language of the wiki's content as a BCP 47 tag.
  public var language: String { tables.language }

  /// Whether the words of the wiki's own language are known, and not only those of one that it falls back on.
  package var knowsItsLanguage: Bool { LanguageCode.snapshot(language) != nil }

  /// The name of the wiki: `Wikipedia`.
  public var siteName: String { tables.siteName }

  /// The side on which its text begins.
  public var direction: TextDirection { tables.direction }

  /// Whether the first letter of a title may be lower case, where a namespace says nothing else.
  public var titleCase: TitleCase { tables.titleCase }

  /// The namespaces, by number.
  public var namespaces: [Namespace] { tables.namespaces }

  /// The variants between which the wiki's language converter converts (`zh-hans`, `zh-hant` …).
  ///
  /// Empty where there is no converter. Only where there is one, `-{` is markup.
  public var variants: [String] { tables.variants }

  /// The extension tags, in the order of their indices.
  public var extensionTags: [ExtensionTag] { tables.extensionTags }

  /// The protocols of external links, with colon: `https://`, `mailto:`.
  public var protocols: [String] { CommonSiteData.shared.protocolNames }

  /// Whether the wiki reads letters before a link as part of it.
  public var hasLinkPrefix: Bool { !tables.linkPrefix.isEmpty }

  /// The namespace with a number.
  public func namespace(_ id: Int) -> Namespace? { tables.namespaces.first { $0.id == id } }

  /// The wiki's spellings of a word, its own before the English ones; image options with `$1` for their parameter.
  ///
  /// A function's name is without its `#` and its colon.
  public func spellings(of word: MagicWord) -> [String] {
    let own = tables.ownSpellings[word.id]
    var spellings = (own?.spellings ?? []).map { String(decoding: tables.ownBytes[$0], as: UTF8.self) }
    if own?.replaces != true {
      let common = CommonSiteData.shared
      spellings += common.words[Int(word.id)].spellings.map { String(decoding: common.bytes[$0], as: UTF8.self) }
    }
    return spellings
  }
}
