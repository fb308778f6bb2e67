import WikitextSyntax

/// The title of a page taken apart, in the form that its wiki gives it: the namespace by its local name, the first
/// letter in upper case where that does not count (`MediaWikiTitleCodec::splitTitleString`). Prefixes that mean the wiki
/// itself are left out.
struct PageTitle {
  /// The number of the namespace.
  let namespace: Int
  /// The title without its namespace.
  let name: [UInt8]
  /// The title with its namespace.
  let text: [UInt8]
  /// The prefix of another wiki, in lower case; its titles stay as they are.
  let interwiki: [UInt8]?
  /// What stands behind the `#`; nil when there is none.
  let fragment: [UInt8]?

  /// Takes a title apart, whose spaces are in order and whose character references are decoded.
  ///
  /// A title without a namespace is in the one given: that of templates or files.
  init(_ title: [UInt8], in configuration: SiteConfiguration, namespace defaultNamespace: Int = Namespace.main) {
    let hash = title.firstIndex(of: UInt8(ascii: "#"))
    fragment = hash.map { Array(title[($0 + 1)...]) }
    var rest = Bytes.trimmed(title[..<(hash ?? title.count)])
    var namespace = defaultNamespace
    if rest.first == UInt8(ascii: ":") {
      rest = Bytes.trimmed(rest.dropFirst())
      namespace = Namespace.main
    }
    var interwiki: [UInt8]?
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      let prefix = rest[..<colon]
      let name = Bytes.trimmed(rest[(colon + 1)...])
      if let found = configuration.namespace(named: title.span, in: prefix.indices) {
        namespace = found
        rest = name
        break
      }
      let trimmed = Bytes.trimmed(prefix)
      guard let other = configuration.interwiki(prefix: title.span, in: trimmed.indices) else { break }
      rest = name
      if other.isLocal { continue }
      interwiki = trimmed.map(Bytes.lowercased)
      break
    }
    self.namespace = namespace
    self.interwiki = interwiki
    let space = configuration.namespace(namespace)
    let isFolded = interwiki == nil && (space?.titleCase ?? configuration.titleCase) == .firstLetter
    name = isFolded ? Bytes.firstLetterUppercased(rest) : Array(rest)
    let prefix = interwiki ?? Array((space?.localName ?? "").utf8)
    text = prefix.isEmpty ? name : prefix + [UInt8(ascii: ":")] + name
  }

  /// The address at which the page can be made.
  func editAddress(scriptPath: String) -> [UInt8] {
    var address = Array(scriptPath.utf8) + Array("?title=".utf8)
    URLEncoding.append(title: text, to: &address)
    address += Array("&action=edit&redlink=1".utf8)
    return address
  }
}

/// How titles are written in addresses.
enum URLEncoding {
  /// Appends a title: spaces as `_`, and all but letters, digits and `-_.~!*'(),/:;@$` by percent (`wfUrlencode`).
  static func append(title: [UInt8], to address: inout [UInt8]) {
    for byte in title {
      if byte == 0x20 {
        address.append(UInt8(ascii: "_"))
      } else if isPlain(byte) {
        address.append(byte)
      } else {
        append(percent: byte, to: &address)
      }
    }
  }

  /// An address with a title in the place of its `$1`.
  static func filled(_ pattern: String, with title: [UInt8]) -> [UInt8] {
    let pattern = Array(pattern.utf8)
    var address: [UInt8] = []
    var position = 0
    var isFilled = false
    while position < pattern.count {
      if pattern[position...].starts(with: "$1".utf8) {
        append(title: title, to: &address)
        isFilled = true
        position += 2
      } else {
        address.append(pattern[position])
        position += 1
      }
    }
    if !isFilled && pattern.isEmpty { append(title: title, to: &address) }
    return address
  }

  /// A fragment as it stands in a link, with its `#` (`Sanitizer::escapeIdForLink`): an id, but `%` before two hexadecimal
  /// digits, which a browser would decode, is `%25`.
  static func fragment(_ fragment: [UInt8], _ mode: FragmentMode = .html5) -> [UInt8] {
    var address = [UInt8(ascii: "#")]
    let id = HeadingIDs.escaped(fragment, mode)
    for (position, byte) in id.enumerated() {
      address.append(byte)
      if byte == UInt8(ascii: "%"), position + 2 < id.count, isHexDigit(id[position + 1]), isHexDigit(id[position + 2])
      {
        address += [UInt8(ascii: "2"), UInt8(ascii: "5")]
      }
    }
    return address
  }

  /// Appends `%XX`.
  static func append(percent byte: UInt8, to address: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    address += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  static func isHexDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 }

  private static func isPlain(_ byte: UInt8) -> Bool {
    if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 { return true }
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "!"),
      UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "/"),
      UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "@"), UInt8(ascii: "$"):
      return true
    default: return false
    }
  }
}

/// Small operations on bytes that are text.
enum Bytes {
  /// Without the whitespace at both ends.
  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let byte = text.first, isSpace(byte) { text.removeFirst() }
    while let byte = text.last, isSpace(byte) { text.removeLast() }
    return text
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// With its first letter in upper case, where that is a single letter too (`Language::ucfirst`).
  static func firstLetterUppercased(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard let first = text.first else { return [] }
    if first < 0x80 {
      return [first &- 0x61 < 26 ? first & ~0x20 : first] + text.dropFirst()
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let letter = String(decoding: text.prefix(length), as: UTF8.self).unicodeScalars
    guard letter.count == 1, let scalar = letter.first, scalar != "\u{FFFD}" else { return Array(text) }
    let upper = scalar.properties.uppercaseMapping
    guard upper.unicodeScalars.count == 1 else { return Array(text) }
    return Array(upper.utf8) + text.dropFirst(length)
  }
}
