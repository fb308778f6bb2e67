public import WikitextSyntax

/// Where a link to a page leads, in the form that MediaWiki gives titles; redirects are not followed.
///
///     [[isar#Course of_the river|…]]    // Isar, fragment "Course of the river"
///     [[image:Isar.jpg]]                // File:Isar.jpg
///     [[#Sources]]                      // an empty title: this page
public struct LinkTitle: Sendable, Hashable {
  /// The title with the namespace's name in the wiki's language; empty for a place of the page itself.
  public let title: String
  /// The place in that page, without `#`.
  public let fragment: String?

  /// The title of a link's target.
  ///
  /// - Parameters:
  ///   - target: the target, character references decoded.
  ///   - configuration: the wiki.
  ///   - isInterwiki: whether it leads to another wiki, whose rules for titles are not known.
  /// - Complexity: O(`target.utf8.count`).
  public init(_ target: String, configuration: SiteConfiguration, isInterwiki: Bool = false) {
    let hash = target.utf8.firstIndex(of: UInt8(ascii: "#")) ?? target.endIndex
    fragment = hash == target.endIndex ? nil : LinkTitle.spaced(target[target.utf8.index(after: hash)...])
    let name = LinkTitle.spaced(target[..<hash])
    guard !isInterwiki, let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      title = isInterwiki ? name : configuration.normalizedTitle(name)
      return
    }
    let rest = LinkTitle.spaced(name[name.utf8.index(after: colon)...])
    guard let namespace = configuration.namespace(named: String(name[..<colon])), namespace != 0,
      let prefix = configuration.namespace(namespace)?.localName
    else {
      title = configuration.normalizedTitle(name)
      return
    }
    title = prefix + ":" + configuration.normalizedTitle(rest)
  }

  /// Underscores and runs of blanks as single spaces, none at the ends.
  private static func spaced(_ text: Substring) -> String {
    var isSpaced = true
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte == UInt8(ascii: "_") || byte == 0x20 && previous == 0x20 { isSpaced = false }
      previous = byte
    }
    if isSpaced, previous != 0x20 { return String(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isPending = false
    for byte in text.utf8 {
      if byte <= 0x20 || byte == UInt8(ascii: "_") {
        isPending = !bytes.isEmpty
      } else {
        if isPending { bytes.append(0x20) }
        isPending = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension LinkTitle {
  /// Whether a target is in the form of titles but for the case of its first letter where that is of ASCII, and has no
  /// fragment and no namespace: nearly all are.
  ///
  /// - Complexity: O(`target.count`).
  package static func isCanonicalButForCase(_ target: ArraySlice<UInt8>) -> Bool {
    // Letters of the scripts of East Asia (from U+3000 to U+DFFF) have no case.
    guard let first = target.first, first > 0x20, first < 0x80 || 0xE3...0xED ~= first else { return false }
    for byte in target where byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "_") {
      return false
    }
    return true
  }
}
