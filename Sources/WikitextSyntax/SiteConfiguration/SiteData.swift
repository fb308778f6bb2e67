/// Reads the lines of the generated site data; their format is explained in Tools/generate-site-configurations.
struct SiteDataReader {
  let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The key and the rest of the next line.
  mutating func nextLine() -> (key: Range<Int>, rest: Range<Int>)? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    var space: Int?
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      if space == nil, bytes[end] == UInt8(ascii: " ") { space = end }
      end += 1
    }
    position = end + 1
    return (start..<(space ?? end), min((space ?? end) + 1, end)..<end)
  }

  /// Cuts the first field off `rest`.
  func nextField(_ rest: inout Range<Int>) -> Range<Int> {
    var end = rest.lowerBound
    while end < rest.upperBound, bytes[end] != UInt8(ascii: " ") { end += 1 }
    let field = rest.lowerBound..<end
    rest = min(end + 1, rest.upperBound)..<rest.upperBound
    return field
  }

  /// The items of a list.
  func items(_ range: Range<Int>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    for position in range where bytes[position] == UInt8(ascii: "|") {
      items.append(start..<position)
      start = position + 1
    }
    if start < range.upperBound { items.append(start..<range.upperBound) }
    return items
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func strings(_ range: Range<Int>) -> [String] { items(range).map(string) }

  /// A decimal number, with a sign or without.
  func number(_ range: Range<Int>) -> Int {
    var value = 0
    for position in range where bytes[position] != UInt8(ascii: "-") {
      value = value * 10 + Int(bytes[position] &- 0x30)
    }
    return !range.isEmpty && bytes[range.lowerBound] == UInt8(ascii: "-") ? -value : value
  }

  /// Ranges such as `61-7A DF '`.
  func scalarSet(_ range: Range<Int>) -> ScalarSet {
    var set = ScalarSet()
    var rest = range
    while !rest.isEmpty {
      let field = nextField(&rest)
      if bytes[field.lowerBound] == UInt8(ascii: "'") {
        set.allowsSingleApostrophe = true
        continue
      }
      var bounds: (UInt32, UInt32) = (0, 0)
      for position in field {
        let byte = bytes[position]
        if byte == UInt8(ascii: "-") {
          bounds = (bounds.1, 0)
        } else {
          bounds.1 = bounds.1 << 4 | UInt32(byte <= 0x39 ? byte &- 0x30 : byte &- 0x37)
        }
      }
      set.append((bytes[field].contains(UInt8(ascii: "-")) ? bounds.0 : bounds.1)...bounds.1)
    }
    return set
  }
}

/// What all sites share: words with their English spellings, interwiki prefixes, protocols, tags. Read once.
final class CommonSiteData: Sendable {
  static let shared = CommonSiteData(text: SiteCommon.text)

  /// A magic word as English spells it.
  struct Word: Sendable {
    var name: String
    var roles: MagicWord.Roles
    var isCaseSensitive: Bool
    /// Ranges of `bytes`.
    var spellings: [Range<Int>]
  }

  let bytes: [UInt8]
  let words: [Word]
  /// Index into `words` by name.
  let wordIDs: SpellingTable<ExactBytes>
  let canonicalNamespaces: [(id: Int, name: String)]
  let extensionTags: [ExtensionTag]
  /// Tags of families of wikis, by the end of the database name.
  let families: [(suffix: String, tags: [ExtensionTag])]
  /// Wikis whose titles have another case rule than that of their language's Wikipedia, by the end of the database name.
  private let titleCases: [(suffix: String, rule: TitleCase)]
  /// Names of protocols without the colon; the value is the number of bytes that follow the name.
  let protocols: SpellingTable<ASCIIFoldedBytes>
  let protocolNames: [String]
  let longestProtocol: Int
  /// Prefixes; the value is 1 for a language, else 0.
  let interwiki: SpellingTable<FoldedBytes>
  private let variantsByLanguage: [(language: String, variants: [String])]

  private init(text: String) {
    var reader = SiteDataReader(Array(text.utf8))
    var words: [Word] = []
    var wordIDs = SpellingTable<ExactBytes>()
    var namespaces: [(Int, String)] = []
    var tags: [ExtensionTag] = []
    var families: [(String, [String])] = []
    var titleCases: [(String, TitleCase)] = []
    var contents: [String: ExtensionContent] = [:]
    var protocols = SpellingTable<ASCIIFoldedBytes>()
    var protocolNames: [String] = []
    var longestProtocol = 0
    var interwiki = SpellingTable<FoldedBytes>()
    var variants: [(String, [String])] = []

    while let (key, line) = reader.nextLine() {
      var rest = line
      switch reader.string(key) {
      case "namespace":
        let id = reader.number(reader.nextField(&rest))
        namespaces.append((id, reader.string(rest)))
      case "protocol":
        let end = reader.bytes[rest].firstIndex(of: UInt8(ascii: ":")) ?? rest.upperBound
        protocols.insert(reader.bytes.span, rest.lowerBound..<end, value: UInt16(rest.upperBound - end))
        protocolNames.append(reader.string(rest))
        longestProtocol = max(longestProtocol, end - rest.lowerBound)
      case "extension":
        let name = reader.string(reader.nextField(&rest))
        tags.append(ExtensionTag(name: name, content: ExtensionContent(rawValue: reader.string(rest)) ?? .raw))
      case "family":
        let suffix = reader.string(reader.nextField(&rest))
        families.append((suffix, reader.strings(rest)))
      case "case":
        let suffix = reader.string(reader.nextField(&rest))
        titleCases.append((suffix, TitleCase(rawValue: reader.string(rest)) ?? .firstLetter))
      case "content":
        let name = reader.string(reader.nextField(&rest))
        contents[name] = ExtensionContent(rawValue: reader.string(rest))
      case "word":
        let name = reader.nextField(&rest)
        let roles = reader.string(reader.nextField(&rest)).split(separator: ",")
        let rule = reader.nextField(&rest)
        wordIDs.insert(reader.bytes.span, name, value: UInt16(words.count))
        words.append(
          Word(
            name: reader.string(name),
            roles: roles.reduce(into: []) { $0.formUnion(MagicWord.Roles(line: $1) ?? []) },
            isCaseSensitive: reader.bytes[rule.upperBound - 1] == UInt8(ascii: "s"),
            spellings: reader.items(rest)
          )
        )
      case "variants":
        let language = reader.string(reader.nextField(&rest))
        variants.append((language, reader.strings(rest)))
      case "languages":
        for prefix in reader.items(rest) { interwiki.insert(reader.bytes.span, prefix, value: 1) }
      case "interwiki":
        for prefix in reader.items(rest) { interwiki.insert(reader.bytes.span, prefix, value: 0) }
      default:
        preconditionFailure("The generated site data has a line of an unknown kind.")
      }
    }

    bytes = reader.bytes
    self.words = words
    self.wordIDs = wordIDs
    canonicalNamespaces = namespaces
    extensionTags = tags
    self.families = families.map { suffix, names in
      (suffix, names.map { ExtensionTag(name: $0, content: contents[$0] ?? .raw) })
    }
    self.titleCases = titleCases
    self.protocols = protocols
    self.protocolNames = protocolNames
    self.longestProtocol = longestProtocol
    self.interwiki = interwiki
    variantsByLanguage = variants
  }

  func variants(of language: String) -> [String] {
    variantsByLanguage.first { $0.language == language }?.variants ?? []
  }

  /// How a wiki reads the first letter of titles, where it is one that differs.
  func titleCase(ofDatabase name: String) -> TitleCase? { titleCases.first { name.hasSuffix($0.suffix) }?.rule }

  func canonicalName(ofNamespace id: Int) -> String? {
    canonicalNamespaces.first { $0.id == id }?.name
  }
}
