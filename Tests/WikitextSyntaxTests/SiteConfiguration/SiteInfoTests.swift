import Foundation
import Testing

@testable import WikitextSyntax

/// Compares the look-ups with the siteinfo answers that the data were generated from.
///
/// The answers lie in `siteinfo` in the folder that the environment variable `WIKITEXT_SHARED` names, else in
/// `../shared` beside the repository.
@Suite(
  "Siteinfo of real wikis",
  .enabled(if: !SiteInfo.files.isEmpty, "There is no siteinfo in ../shared or in WIKITEXT_SHARED.")
)
struct SiteInfoTests {
  @Test("Every namespace, its English name and its aliases are found", arguments: SiteInfo.files)
  func namespaces(file: URL) throws {
    let info = try SiteInfo(file)
    let site = try #require(SiteConfiguration(wiki: info.code))
    for (id, name, canonical) in info.namespaces where id != 0 {
      // What a fresh MediaWiki calls these is not what the wiki of the language calls them.
      if !info.isWiki, id == 4 || id >= 100 { continue }
      #expect(site.namespace(named: name) == id, "\(name)")
      if let canonical { #expect(site.namespace(named: canonical) == id, "\(canonical)") }
      #expect(site.namespace(id)?.localName == name)
    }
    if info.isWiki { #expect(site.namespaces.count == info.namespaces.count) }
    for (id, alias) in info.aliases where info.isWiki || id < 100 {
      #expect(site.namespace(named: alias) == id, "\(alias)")
    }
  }

  @Test("Every spelling of every magic word means that word", arguments: SiteInfo.files)
  func magicWords(file: URL) throws {
    let info = try SiteInfo(file)
    let site = try #require(SiteConfiguration(wiki: info.code))
    // Some languages spell two words alike: then MediaWiki and the look-up take one of them.
    var meanings: [String: Set<String>] = [:]
    for (name, aliases, _) in info.words {
      for alias in aliases { meanings[alias.lowercased().trimmingColon, default: []].insert(name) }
    }
    for (name, aliases, isCaseSensitive) in info.words {
      guard let word = MagicWord(named: name) else { continue }
      for alias in aliases {
        let same = meanings[alias.lowercased().trimmingColon] ?? []
        if word.roles.contains(.variable) {
          let written = word.roles.contains(.function) ? alias.trimmingColon : alias
          let lower = written.lowercased()
          #expect(same.contains(site.variable(written) ?? ""), "\(alias)")
          if !isCaseSensitive { #expect(same.contains(site.variable(lower) ?? ""), "\(lower)") }
          if isCaseSensitive, lower != written, same.count == 1 { #expect(site.variable(lower) == nil, "\(lower)") }
        }
        if word.roles.contains(.function) {
          #expect(same.contains(site.function(alias.trimmingColon) ?? ""), "\(alias)")
        }
        if word.roles.contains(.hashFunction) {
          #expect(same.contains(site.function("#" + alias.trimmingColon) ?? ""), "\(alias)")
        }
        if word.roles.contains(.behaviorSwitch) {
          let found = site.behaviorSwitch(alias + "x")
          #expect(same.contains(found?.name ?? "") && found?.text == alias, "\(alias)")
        }
        if word.roles.contains(.redirect) { #expect(site.redirectKeyword(alias + " [[a]]") == alias) }
        if word.roles.contains(.substitution) {
          #expect(site.substitutionPrefix(alias.trimmingColon + ":a")?.prefix == SubstitutionPrefix(word: name))
        }
        if word.roles.contains(.imageOption) {
          let found = site.imageOption(alias.replacingOccurrences(of: "$1", with: "12"))
          let rawValue = try #require(found?.option.rawValue, "\(alias)")
          #expect(same.contains(rawValue), "\(alias)")
          #expect(found?.parameter == (alias.contains("$1") ? "12" : nil), "\(alias)")
        }
      }
    }
  }

  @Test("Tags, protocols, variants and interwiki prefixes are the wiki's", arguments: SiteInfo.files)
  func rest(file: URL) throws {
    let info = try SiteInfo(file)
    let site = try #require(SiteConfiguration(wiki: info.code))
    for tag in info.extensionTags {
      guard case .extension? = site.tag(tag) else {
        Issue.record("<\(tag)> is no extension tag")
        continue
      }
    }
    if info.isWiki { #expect(Set(site.extensionTags.map(\.name)) == Set(info.extensionTags)) }
    #expect(Set(site.protocols).isSuperset(of: Set(info.protocols).subtracting(["//"])))
    if info.isWiki { #expect(Set(site.variants) == Set(info.variants)) }
    for (prefix, isLanguage, isLocal) in info.interwiki {
      #expect(site.interwiki(prefix) == Interwiki(isLanguage: isLanguage, isLocal: isLocal), "\(prefix)")
    }
    #expect(site.direction == (info.isRightToLeft ? .rightToLeft : .leftToRight))
    #expect(site.hasLinkPrefix == info.hasLinkPrefix)
  }
}

extension String {
  fileprivate var trimmingColon: String { last == ":" || last == "：" ? String(dropLast()) : self }
}

/// One siteinfo answer, in either format version.
private struct SiteInfo {
  static let files: [URL] = {
    let shared =
      ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../shared").standardized
    let folder = shared.appendingPathComponent("siteinfo")
    let wikis = json(in: folder.appendingPathComponent("wikis"))
    let codes = Set(wikis.map { $0.deletingPathExtension().lastPathComponent })
    let languages = json(in: folder.appendingPathComponent("languages")).filter { file in
      !codes.contains(file.deletingPathExtension().lastPathComponent + "wiki")
    }
    return wikis + languages
  }()

  private static func json(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map(folder.appendingPathComponent)
  }

  let code: String
  let isWiki: Bool
  let isRightToLeft: Bool
  let hasLinkPrefix: Bool
  let namespaces: [(id: Int, name: String, canonical: String?)]
  let aliases: [(id: Int, name: String)]
  let words: [(name: String, aliases: [String], isCaseSensitive: Bool)]
  let extensionTags: [String]
  let protocols: [String]
  let variants: [String]
  let interwiki: [(prefix: String, isLanguage: Bool, isLocal: Bool)]

  init(_ file: URL) throws {
    let stem = file.deletingPathExtension().lastPathComponent
    isWiki = stem.hasSuffix("wiki")
    code = isWiki ? String(stem.dropLast(4)) : stem
    let root = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let query = try #require(root["query"] as? [String: Any])
    func records(_ key: String) -> [[String: Any]] { query[key] as? [[String: Any]] ?? [] }
    func strings(_ key: String) -> [String] { query[key] as? [String] ?? [] }
    func flag(_ record: [String: Any], _ key: String) -> Bool { (record[key] as? Bool) ?? (record[key] != nil) }
    let general = try #require(query["general"] as? [String: Any])
    isRightToLeft = flag(general, "rtl")
    hasLinkPrefix = (general["linkprefix"] as? String)?.isEmpty == false
    namespaces = (query["namespaces"] as? [String: [String: Any]] ?? [:]).values.compactMap { space in
      guard let id = space["id"] as? Int, let name = (space["name"] ?? space["*"]) as? String else { return nil }
      return (id, name, space["canonical"] as? String)
    }
    aliases = records("namespacealiases").compactMap { alias in
      guard let id = alias["id"] as? Int, let name = (alias["alias"] ?? alias["*"]) as? String else { return nil }
      return (id, name)
    }
    words = records("magicwords").compactMap { word in
      guard let name = word["name"] as? String, let aliases = word["aliases"] as? [String] else { return nil }
      return (name, aliases, flag(word, "case-sensitive"))
    }
    extensionTags = strings("extensiontags").map { String($0.dropFirst().dropLast()) }
    protocols = strings("protocols")
    variants = (general["variants"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
    interwiki = records("interwikimap").compactMap { entry in
      guard let prefix = entry["prefix"] as? String else { return nil }
      return (prefix, entry["language"] != nil, flag(entry, "localinterwiki"))
    }
  }
}
