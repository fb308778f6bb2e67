/// The target of a link taken apart: what links, galleries and redirects have in common.
///
///     [[ :Category:Rivers_of_Bavaria#Isar | text]]   // prefix "Category", name "Rivers of Bavaria"
struct LinkTargetSyntax {
  /// The target as written, without comments and the white space around it.
  let written: String
  /// The target without leading colon, prefixes that mean the wiki itself, and fragment, references decoded,
  /// underscores as spaces.
  let title: String
  /// What follows the `#`, likewise.
  let fragment: String?
  /// What a link without a text shows: the target but for the colon.
  let displayed: String

  /// Takes apart the target of a link or of a line of a gallery.
  init(_ link: Syntax) {
    let bytes = link.requiredChild(.linkTarget).bytesWithoutComments
    written = Bytes.trimmedText(bytes)
    var rest = CharacterReference.decodingAll(in: Array(written.utf8)[...])[...]
    if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
    displayed = String(decoding: rest, as: UTF8.self)
    if let hash = LinkTargetSyntax.fragmentStart(rest) {
      fragment = LinkTargetSyntax.normalized(rest[(hash + 1)...])
      rest = rest[..<hash]
    } else {
      fragment = nil
    }
    title = LinkTargetSyntax.normalized(LinkTargetSyntax.withoutLocalPrefixes(rest, link.tree.configuration))
  }

  /// The title before and behind its first colon.
  var split: (prefix: String, name: String)? {
    let bytes = Array(title.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return (LinkTargetSyntax.normalized(bytes[..<colon]), LinkTargetSyntax.normalized(bytes[(colon + 1)...]))
  }

  /// The title behind prefixes that mean the wiki itself, as `en:` on the English Wikipedia.
  private static func withoutLocalPrefixes(
    _ title: ArraySlice<UInt8>,
    _ configuration: SiteConfiguration
  ) -> ArraySlice<UInt8> {
    var rest = title
    while let colon = rest.prefix(100).firstIndex(of: UInt8(ascii: ":")) {
      let prefix = Array(normalized(rest[..<colon]).utf8)
      guard configuration.namespace(named: prefix.span, in: 0..<prefix.count) == nil,
        configuration.interwiki(prefix: prefix.span, in: 0..<prefix.count)?.isLocal == true
      else { break }
      rest = rest[(colon + 1)...]
      if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
    }
    return rest
  }

  /// The first `#` that does not belong to a parser function in the target.
  private static func fragmentStart(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first {
      bytes[$0] == UInt8(ascii: "#") && ($0 == bytes.startIndex || bytes[$0 - 1] != UInt8(ascii: "{"))
    }
  }

  /// Underscores and runs of white space as one space, none at the ends.
  private static func normalized(_ bytes: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var isPending = false
    for byte in bytes {
      if byte == UInt8(ascii: "_") || Bytes.isWhitespace(byte) {
        isPending = !output.isEmpty
      } else {
        if isPending { output.append(UInt8(ascii: " ")) }
        isPending = false
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
