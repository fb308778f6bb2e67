import WikitextSyntax

/// What a title names, as bytes that all of its spellings have in common (`MediaWikiTitleCodec::splitTitleString`).
struct PageTitle {
  /// A leading colon, if there is one, the name of the page, and its fragment behind `#`. The namespace is known
  /// otherwise, and its prefix left out.
  private(set) var bytes: [UInt8]

  /// The title that a link leads to.
  ///
  /// - Parameters:
  ///   - written: the target as written, without white space around it.
  ///   - namespace: the namespace that it leads to.
  ///   - configuration: the grammar of the wiki.
  init(_ written: ArraySlice<UInt8>, in namespace: Int, _ configuration: SiteConfiguration) {
    var rest = PageTitle.normalized(written)[...]
    bytes = []
    if rest.first == UInt8(ascii: ":") {
      rest = PageTitle.dropSpaces(rest.dropFirst())
      bytes.append(UInt8(ascii: ":"))
    }
    if namespace != Namespace.main, let colon = PageTitle.prefixEnd(of: rest, for: namespace, configuration) {
      rest = PageTitle.dropSpaces(rest[(colon + 1)...])
    }
    bytes += PageTitle.capitalized(rest, in: namespace, configuration)
  }

  /// The template that a name between braces calls. One with a colon behind the prefix `Template:` stays as it is: what
  /// stands before the colon may be a namespace.
  init(template name: ArraySlice<UInt8>, _ configuration: SiteConfiguration) {
    var rest = PageTitle.normalized(name)[...]
    if let colon = PageTitle.prefixEnd(of: rest, for: Namespace.template, configuration),
      !rest[(colon + 1)...].contains(UInt8(ascii: ":"))
    {
      rest = PageTitle.dropSpaces(rest[(colon + 1)...])
    }
    let hasColon = rest.contains(UInt8(ascii: ":"))
    bytes = hasColon ? Array(rest) : PageTitle.capitalized(rest, in: Namespace.template, configuration)
  }

  /// The colon behind a prefix that names a namespace.
  static func prefixEnd(
    of title: ArraySlice<UInt8>,
    for namespace: Int,
    _ configuration: SiteConfiguration
  ) -> Int? {
    guard let colon = title.prefix(100).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let prefix = Array(title[..<colon])
    return configuration.namespace(named: prefix.span, in: 0..<prefix.count) == namespace ? colon : nil
  }

  /// Underscores and runs of white space as one space, none at the ends.
  static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var isPending = false
    for byte in bytes {
      if byte == UInt8(ascii: "_") || byte == 0x20 {
        isPending = !output.isEmpty
      } else {
        if isPending { output.append(0x20) }
        isPending = false
        output.append(byte)
      }
    }
    return output
  }

  private static func dropSpaces(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> { bytes.drop { $0 == 0x20 } }

  // MARK: The first letter

  /// The title with its first letter as the wiki reads it: capital, unless titles of the namespace may begin with a
  /// small one.
  static func capitalized(
    _ title: ArraySlice<UInt8>,
    in namespace: Int,
    _ configuration: SiteConfiguration
  ) -> [UInt8] {
    let rule = configuration.namespace(namespace)?.titleCase ?? configuration.titleCase
    guard rule == .firstLetter, let first = firstScalar(title),
      let capital = capital(of: first.scalar, configuration)
    else { return Array(title) }
    return Array(String(capital).utf8) + title.dropFirst(first.length)
  }

  private static func firstScalar(_ title: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
    let text = String(decoding: title.prefix(4), as: UTF8.self)
    guard let scalar = text.unicodeScalars.first, scalar != "\u{FFFD}" else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  /// The capital of a letter about which all languages and all versions of MediaWiki agree; nil for any other.
  ///
  /// Latin, Greek and Cyrillic letters with one capital; not the i of the Turkic languages, which have two.
  static func capital(of letter: Unicode.Scalar, _ configuration: SiteConfiguration) -> Unicode.Scalar? {
    switch letter.value {
    case 0x69 where turkic.contains(configuration.language): return nil
    case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE, 0x100...0x130, 0x132...0x148, 0x14A...0x17E, 0x3B1...0x3CE,
      0x430...0x52F:
      let upper = letter.properties.uppercaseMapping.unicodeScalars
      guard let capital = upper.first, upper.count == 1, capital != letter else { return nil }
      return capital
    default:
      return nil
    }
  }

  private static let turkic: Set<String> = ["tr", "az", "kk", "kaa", "crh", "gag", "tt", "lt"]
}
