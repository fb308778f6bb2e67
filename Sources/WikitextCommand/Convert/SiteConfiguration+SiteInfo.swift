import MediaWikiDump
import Wikitext

extension SiteConfiguration {
  /// The grammar that the head of a dump describes; without one, that of the English Wikipedia.
  init(_ siteInfo: SiteInfo?) {
    guard let siteInfo else {
      self = .standard
      return
    }
    self.init(
      dbName: siteInfo.dbName,
      language: siteInfo.language,
      siteName: siteInfo.siteName,
      caseRule: siteInfo.caseRule.flatMap(TitleCase.init),
      namespaces: siteInfo.namespaces.map { (Int($0.id), $0.name, $0.caseRule.flatMap(TitleCase.init)) }
    )
  }
}

extension TitleCase {
  /// The rule of a dump; `nil` for what no wiki uses.
  fileprivate init?(_ rule: SiteInfo.CaseRule) {
    switch rule {
    case .firstLetter: self = .firstLetter
    case .caseSensitive: self = .caseSensitive
    case .caseInsensitive, .other: return nil
    }
  }
}
