import WikitextDocument

/// The destinations of links and images in Markdown.
struct LinkTargets {
  let document: Document
  /// Whether links are written at all.
  let showsLinks: Bool
  /// What stands before a title; empty when the title is all.
  private let base: [UInt8]

  init(_ document: Document, _ options: MarkdownWriter.Options) {
    self.document = document
    showsLinks = options.links != .leftOut
    switch options.links {
    case .addresses:
      let base = options.base ?? document.configuration.dbName.flatMap(LinkTargets.base(ofDatabase:))
      var bytes: [UInt8] = []
      if let base { LinkTargets.appendAddress(Array(base.utf8)[...], to: &bytes) }
      self.base = bytes
    case .titles, .leftOut: base = []
    }
  }

  /// Appends the address of the page that a link leads to.
  func appendLink(_ index: Int, to output: inout [UInt8]) {
    let title = document.pool[document.records[index].target.offsets]
    // A link within the page needs no address.
    if title.first != UInt8(ascii: "#") { appendBase(title, to: &output) }
    var isInFragment = false
    for byte in title {
      switch byte {
      case UInt8(ascii: " "): output.append(UInt8(ascii: "_"))
      case UInt8(ascii: "#") where !isInFragment:
        isInFragment = true
        output.append(byte)
      default: appendEscaped(byte, to: &output)
      }
    }
  }

  /// Appends what stands before a title. Without a base, `Talk:A` would read as an address with the scheme `talk`, and
  /// `/A` as one from the root: a dot before them says that they are none (RFC 3986, 4.2).
  private func appendBase(_ title: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output += base
    if !base.isEmpty { return }
    let segment = title.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") }
    if segment.isEmpty || segment.contains(UInt8(ascii: ":")) { output += "./".utf8 }
  }

  /// Appends an address as it is, but for bytes that would end it or are none of an address.
  static func appendAddress(_ address: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for byte in address {
      if byte <= 0x20 || byte == 0x7F || "()<>\\|{}".utf8.contains(byte) {
        appendPercent(byte, to: &output)
      } else {
        output.append(byte)
      }
    }
  }

  /// Appends the address of an image, which the wiki, or Wikimedia Commons, redirects to its file.
  func appendImage(_ index: Int, to output: inout [UInt8]) {
    let name = document.pool[document.records[index].target.offsets]
    appendBase(name, to: &output)
    if !base.isEmpty { output += "Special:FilePath/".utf8 }
    for byte in name {
      if byte == 0x20 { output.append(UInt8(ascii: "_")) } else { appendEscaped(byte, to: &output) }
    }
  }

  /// As MediaWiki escapes titles (`wfUrlencode`), and besides what Markdown would not keep.
  private func appendEscaped(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ";"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "!"), UInt8(ascii: ","),
      UInt8(ascii: "/"), UInt8(ascii: ":"), 0x80...:
      output.append(byte)
    default: LinkTargets.appendPercent(byte, to: &output)
    }
  }

  private static func appendPercent(_ byte: UInt8, to output: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// The addresses of Wikimedia's wikis follow from the names of their databases: `dewiki`, `zh_min_nanwiktionary`. Nil
  /// for names that have no language in them, such as `riverwiki`.
  static func base(ofDatabase name: String) -> String? {
    switch name {
    case "commonswiki": return "https://commons.wikimedia.org/wiki/"
    case "metawiki": return "https://meta.wikimedia.org/wiki/"
    case "specieswiki": return "https://species.wikimedia.org/wiki/"
    case "wikidatawiki": return "https://www.wikidata.org/wiki/"
    case "mediawikiwiki": return "https://www.mediawiki.org/wiki/"
    default: break
    }
    for (suffix, family) in families where name.hasSuffix(suffix) && name.utf8.count > suffix.utf8.count {
      let language = name.dropLast(suffix.count)
      guard isLanguage(language) else { return nil }
      return "https://\(String(language.map { $0 == "_" ? "-" : $0 })).\(family).org/wiki/"
    }
    return nil
  }

  /// Whether this is a language, as databases name them: a code of two or three letters, and what tells it from others of
  /// that code.
  private static func isLanguage(_ name: Substring) -> Bool {
    if name == "simple" { return true }
    let parts = name.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } }
  }

  private static let families = [
    ("wiktionary", "wiktionary"), ("wikibooks", "wikibooks"), ("wikinews", "wikinews"), ("wikiquote", "wikiquote"),
    ("wikisource", "wikisource"), ("wikiversity", "wikiversity"), ("wikivoyage", "wikivoyage"), ("wiki", "wikipedia"),
  ]
}
