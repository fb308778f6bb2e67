import ArgumentParser
import Wikitext

extension SiteConfiguration {
  /// The grammar of pages of which nothing tells what wiki they are of: that of the English Wikipedia, but that titles
  /// are told apart by their first letter, as Wiktionaries do. So nothing is said or written that another wiki would
  /// take for another page.
  static let unknownWiki = standard.replacing(titleCase: .caseSensitive)
}

/// The wiki whose grammar holds.
struct WikiOption: ParsableArguments {
  @Option(help: "The wiki, by its database (dewiki), server (de.wikipedia.org) or language (de).")
  var wiki: String?

  /// The grammar of the wiki; `nil` when none was asked for. A Wikipedia of a language that nothing is shipped for is read
  /// as MediaWiki does without messages in it, by the language that it falls back on, and its values in its own.
  func configuration() throws(CommandFailure) -> SiteConfiguration? {
    guard let wiki else { return nil }
    if wiki == "en" || wiki == "enwiki" { return .standard }
    if let configuration = SiteConfiguration(wiki: wiki) { return configuration }
    if let language = WikiOption.language(ofWikipedia: wiki) {
      return SiteConfiguration(
        dbName: language + "wiki",
        language: language,
        siteName: nil,
        caseRule: nil,
        namespaces: []
      )
    }
    let languages = SiteConfiguration.available.joined(separator: ", ")
    throw CommandFailure(.usage, "no wiki or language \(wiki) is known to --wiki; languages are: \(languages)")
  }

  /// `ckb` of `ckbwiki` and `ckb.wikipedia.org`; nil for what has not the form of a Wikipedia's database or server.
  private static func language(ofWikipedia name: String) -> String? {
    guard let end = ["wiki", ".wikipedia", ".wikipedia.org"].last(where: name.hasSuffix) else { return nil }
    let code = name.dropLast(end.count)
    let isCode = (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    return isCode ? String(code) : nil
  }
}
