import WikitextSyntax

/// Addresses and file names as pages write them.
enum WebAddress {
  /// An address with its protocol: a bare host is `http:`, one that leaves the protocol to the page `https:`.
  static func absolute(_ address: String) -> String? {
    guard !address.isEmpty, !address.utf8.contains(where: { $0 <= 0x20 }) else { return nil }
    if address.hasPrefix("//") { return address.utf8.count > 4 ? "https:" + address : nil }
    if address.hasPrefix("mailto:") { return address.contains("@") ? address : nil }
    if address.contains("://") { return address }
    guard isHost(address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }) else { return nil }
    return "http://" + address
  }

  private static func isHost(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last else { return false }
    return last.utf8.count >= 2 && !last.utf8.contains { ($0 &- 0x30) < 10 }
  }

  /// Endings of the files that infoboxes show.
  private static let endings: Set<String> = [
    "jpg", "jpeg", "png", "gif", "svg", "webp", "tif", "tiff", "xcf", "pdf", "djvu", "ogg", "ogv", "oga", "webm", "mp3",
    "wav", "mid", "flac", "opus", "stl", "mpg", "bmp",
  ]

  /// Whether a text is the name of a file.
  static func isFileName(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}

extension SiteConfiguration {
  /// A title in the form that MediaWiki gives it: spaces for underscores, the first letter in upper case where the wiki
  /// has it so.
  func normalizedTitle(_ title: String) -> String {
    let title = title.utf8.contains(UInt8(ascii: "_")) ? String(title.map { $0 == "_" ? " " : $0 }) : title
    // Nearly all titles begin with a letter that has no upper case.
    guard titleCase == .firstLetter, let byte = title.utf8.first, byte >= 0x80 || byte &- 0x61 < 26,
      let first = title.first
    else { return title }
    let upper = first.uppercased()
    return upper.count == 1 ? upper + title.dropFirst() : title
  }

  /// The name of a file without its namespace.
  func fileName(_ name: String) -> String {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")), namespace(named: String(name[..<colon])) == 6 else {
      return normalizedTitle(name)
    }
    var rest = name[name.index(after: colon)...]
    while rest.first == " " || rest.first == "_" { rest.removeFirst() }
    return normalizedTitle(String(rest))
  }
}
