import WikitextSyntax

/// Where a link of a page leads.
enum HTMLTarget {
  /// To a page of the wiki, or to a part of the page: its title, perhaps with `#` and the part.
  case page([UInt8])
  /// To a page of another wiki: its prefix and title.
  case otherWiki([UInt8])
  /// Elsewhere.
  case address([UInt8])
}

/// The addresses of a wiki's pages.
struct HTMLAddresses {
  /// The host of the wiki: `de.wikipedia.org`; empty when the page does not tell.
  var host: ArraySlice<UInt8> = []

  /// Where an address leads.
  ///
  ///     ./Isar  /wiki/Isar  //de.wikipedia.org/wiki/Isar  /w/index.php?title=Isar&action=edit
  ///
  /// - Complexity: O(`address.count`).
  func target(of address: ArraySlice<UInt8>, isExternal: Bool) -> HTMLTarget {
    if isExternal { return .address(Array(address)) }
    if address.first == UInt8(ascii: "#") { return .page(HTMLAddresses.title(address)) }
    if address.starts(with: "./") { return .page(HTMLAddresses.title(address.dropFirst(2))) }
    var path = address
    var host: ArraySlice<UInt8> = []
    if let scheme = HTMLAddresses.schemeLength(address) {
      let rest = address.dropFirst(scheme)
      let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
      host = rest[..<end]
      path = rest[end...]
    }
    guard let title = HTMLAddresses.title(inPath: path) else { return .address(Array(address)) }
    if host.isEmpty || HTMLAddresses.isSame(host, self.host) { return .page(title) }
    guard let prefix = prefix(of: host) else { return .address(Array(address)) }
    return .otherWiki(prefix + [UInt8(ascii: ":")] + title)
  }

  /// The length of `https://` or `//`.
  private static func schemeLength(_ address: ArraySlice<UInt8>) -> Int? {
    for (scheme, length) in [("https://" as StaticString, 8), ("http://", 7), ("//", 2)]
    where address.starts(with: scheme) {
      return length
    }
    return nil
  }

  /// The title in the path of an address, in either of the forms that MediaWiki's pages have.
  static func title(inPath path: ArraySlice<UInt8>) -> [UInt8]? {
    if path.starts(with: "/wiki/") { return title(path.dropFirst(6)) }
    guard let query = path.firstIndex(of: UInt8(ascii: "?")), path[..<query].suffix(10).equals("/index.php") else {
      return nil
    }
    for pair in path[(query + 1)...].split(separator: UInt8(ascii: "&")) where pair.starts(with: "title=") {
      return title(pair.dropFirst(6))
    }
    return nil
  }

  /// A title as it is written: decoded, with spaces for underscores; what behind it asks for something else is left out.
  static func title(_ address: ArraySlice<UInt8>) -> [UInt8] {
    var title = address
    if let query = title.firstIndex(of: UInt8(ascii: "?")) { title = title[..<query] }
    return TitleText.percentDecoded(title).map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
  }

  private static func isSame(_ host: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    withoutMobile(host) == withoutMobile(other)
  }

  /// A host without the part that mobile sites have: `de.m.wikipedia.org`.
  private static func withoutMobile(_ host: ArraySlice<UInt8>) -> [UInt8] {
    let labels = host.split(separator: UInt8(ascii: "."))
    return Array(labels.filter { !$0.equals("m") }.joined(separator: [UInt8(ascii: ".")]))
  }

  /// The prefix that Wikimedia's wikis have for another one: `en` for a Wikipedia's, `s` and `fr:s` for a Wikisource.
  private func prefix(of host: ArraySlice<UInt8>) -> [UInt8]? {
    let labels = HTMLAddresses.withoutMobile(host).split(separator: UInt8(ascii: "."))
    guard labels.count >= 2 else { return nil }
    let language = labels.count > 2 ? Array(labels[0]) : []
    let family = labels[labels.count - 2]
    guard let name = HTMLAddresses.families.first(where: { family.equals($0.0) }) else {
      guard family.equals("wikimedia"), labels[0].equals("commons") else { return nil }
      return Array("commons".utf8)
    }
    let isOwnFamily = self.host.split(separator: UInt8(ascii: ".")).contains { $0.equals(name.0) }
    if isOwnFamily, !language.isEmpty { return language }
    let prefix = Array(name.1.utf8)
    return language.isEmpty || language.elementsEqual("www".utf8) ? prefix : prefix + [UInt8(ascii: ":")] + language
  }

  private static let families: [(StaticString, String)] = [
    ("wikipedia", "w"), ("wiktionary", "wikt"), ("wikisource", "s"), ("wikiquote", "q"), ("wikibooks", "b"),
    ("wikinews", "n"), ("wikiversity", "v"), ("wikivoyage", "voy"), ("wikidata", "d"), ("wikispecies", "species"),
    ("mediawiki", "mw"),
  ]
}
