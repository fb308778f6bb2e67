/// The precompiled grammar of one site; immutable, shared by all copies of a `SiteConfiguration`.
final class SiteTables: Sendable {
  let dbName: String?
  let language: String
  let siteName: String
  let direction: TextDirection
  let titleCase: TitleCase
  let namespaces: [Namespace]
  let variants: [String]
  let extensionTags: [ExtensionTag]
  let linkTrail: ScalarSet
  let linkPrefix: ScalarSet
  let localInterwiki: SpellingTable<FoldedBytes>
  /// What each prefix of the wiki's own interwiki map leads to; nil where the common prefixes hold.
  let ownInterwiki: SpellingTable<FoldedBytes>?
  let namespaceIDs: SpellingTable<NamespaceBytes>
  /// A tag's number: an `HTMLTag`, from `firstInclusion` on an `InclusionTag`, from `firstExtension` on an index.
  let tags: SpellingTable<ASCIIFoldedBytes>
  let variables: SpellingTable<FoldedBytes>
  let functions: SpellingTable<FoldedBytes>
  let substitutions: SpellingTable<FoldedBytes>
  let switches: SpellingList
  let redirects: SpellingList
  let imageOptions: ImageOptionTable
  /// The site's own spellings of words: ranges of `ownBytes`. Where `replaces`, the English ones do not hold.
  let ownSpellings: [UInt16: (spellings: [Range<Int>], isCaseSensitive: Bool, replaces: Bool)]
  let ownBytes: [UInt8]

  static let firstInclusion = 256
  static let firstExtension = 512

  /// What a dump's `<siteinfo>` says over what the snapshot says.
  struct Overlay: Sendable {
    /// Whether the wiki is the one of the snapshot, whatever its name.
    var isSnapshot = false
    var dbName: String?
    var language: String?
    var siteName: String?
    var titleCase: TitleCase?
    /// Nil: those of the snapshot.
    var namespaces: [(id: Int, name: String, case: TitleCase?)]?
    var extensionTags: [ExtensionTag] = []
    /// The names of the extension tags that the wiki has; nil: all.
    var keptExtensionTags: Set<String>?
    /// The wiki's own interwiki map; nil: the common prefixes.
    var interwiki: [String: Interwiki]?
  }

  private let snapshot: String
  private let overlay: Overlay

  init(snapshot: String, overlay: Overlay) {
    self.snapshot = snapshot
    self.overlay = overlay
    let lines = SiteLines(snapshot)
    let common = CommonSiteData.shared
    let isOwnWiki = overlay.isSnapshot || overlay.dbName == lines.dbName

    dbName = overlay.isSnapshot ? lines.dbName : overlay.dbName
    let code = overlay.language ?? lines.language
    language = LanguageCode.bcp47(code)
    siteName = overlay.siteName ?? lines.siteName
    direction =
      overlay.language == nil
      ? (lines.isRightToLeft ? .rightToLeft : .leftToRight) : LanguageCode.direction(code)
    titleCase = overlay.titleCase ?? dbName.flatMap(common.titleCase) ?? lines.titleCase
    variants = common.variants(of: code)
    linkTrail = lines.linkTrail
    linkPrefix = lines.linkPrefix

    namespaces = Self.namespaces(lines, overlay: overlay, isOwnWiki: isOwnWiki, titleCase: titleCase)
    namespaceIDs = Self.namespaceIDs(namespaces)

    var local = SpellingTable<FoldedBytes>()
    if isOwnWiki {
      for prefix in lines.localInterwiki { local.insert(lines.reader.bytes.span, prefix, value: 1) }
    } else {
      let prefix = dbName.flatMap(LanguageCode.prefix(ofDatabase:))
      for code in [prefix.map(LanguageCode.hyphenated), code, language].compactMap(\.self) {
        let bytes = Array(code.utf8)
        local.insert(bytes.span, 0..<bytes.count, value: 1)
      }
    }
    localInterwiki = local
    ownInterwiki = overlay.interwiki.map { prefixes in
      var table = SpellingTable<FoldedBytes>()
      for (prefix, interwiki) in prefixes {
        let bytes = Array(prefix.utf8)
        table.insert(bytes.span, 0..<bytes.count, value: interwiki.bits)
      }
      return table
    }

    var extensionTags = common.extensionTags + lines.extensionTags
    if let dbName { extensionTags += common.families.first { dbName.hasSuffix($0.suffix) }?.tags ?? [] }
    for tag in overlay.extensionTags {
      extensionTags.removeAll { $0.name == tag.name }
      extensionTags.append(tag)
    }
    if let kept = overlay.keptExtensionTags { extensionTags.removeAll { !kept.contains($0.name) } }
    self.extensionTags = extensionTags
    tags = Self.tagTable(extensionTags)

    let words = WordTables(lines, common: common)
    variables = words.variables
    functions = words.functions
    substitutions = words.substitutions
    switches = words.switches
    redirects = words.redirects
    imageOptions = words.imageOptions
    ownSpellings = lines.words
    ownBytes = lines.reader.bytes
  }

  /// The same tables with a change to what lies over the snapshot.
  func changing(_ change: (inout Overlay) -> Void) -> SiteTables {
    var overlay = self.overlay
    change(&overlay)
    return SiteTables(snapshot: snapshot, overlay: overlay)
  }

  private static func namespaces(
    _ lines: SiteLines,
    overlay: Overlay,
    isOwnWiki: Bool,
    titleCase: TitleCase
  ) -> [Namespace] {
    let common = CommonSiteData.shared
    func canonical(_ id: Int) -> String? {
      common.canonicalName(ofNamespace: id) ?? (isOwnWiki ? lines.canonicalNames[id] : nil)
    }
    func make(_ id: Int, _ name: String, _ aliases: [String], _ rule: TitleCase?) -> Namespace {
      Namespace(
        id: id,
        localName: name,
        canonicalName: canonical(id),
        aliases: aliases.filter { $0 != name },
        // Names of users and special pages begin with a capital on every wiki (`MWNamespace::$alwaysCapitalizedNamespaces`).
        titleCase: [-1, 2, 3, 8, 9].contains(id) ? .firstLetter : rule ?? titleCase
      )
    }
    let main = make(0, "", [], nil)
    guard let given = overlay.namespaces else {
      // Numbers from 16 on and the name of the project are the wiki's own, not its language's.
      let shipped = lines.namespaces.filter {
        isOwnWiki || $0.id < 16 || common.canonicalName(ofNamespace: $0.id) != nil
      }
      var all = shipped.map { space in
        if !isOwnWiki, space.id == 4 || space.id == 5 {
          return make(space.id, canonical(space.id) ?? "", [], nil)
        }
        return make(space.id, space.names[0], Array(space.names.dropFirst()), lines.caseRules[space.id])
      }
      all.insert(main, at: all.firstIndex { $0.id > 0 } ?? all.endIndex)
      return all
    }
    var all = given.map { space in
      let names = lines.namespaces.first { $0.id == space.id }?.names ?? []
      let areKept = isOwnWiki || names.first == space.name || space.id < 16 && space.id != 4 && space.id != 5
      return make(space.id, space.name, areKept ? names : [], space.case)
    }
    if !all.contains(where: { $0.id == 0 }) { all.append(main) }
    all.sort { $0.id < $1.id }
    return all
  }

  /// Local names first, then English ones, then aliases: the first meaning of a name holds.
  private static func namespaceIDs(_ namespaces: [Namespace]) -> SpellingTable<NamespaceBytes> {
    var table = SpellingTable<NamespaceBytes>()
    func insert(_ name: String, _ id: Int) {
      let bytes = Array(name.utf8)
      table.insert(bytes.span, 0..<bytes.count, value: UInt16(bitPattern: Int16(truncatingIfNeeded: id)))
    }
    for space in namespaces where space.id != 0 { insert(space.localName, space.id) }
    for (id, name) in CommonSiteData.shared.canonicalNamespaces { insert(name, id) }
    for space in namespaces {
      if let name = space.canonicalName { insert(name, space.id) }
      for alias in space.aliases { insert(alias, space.id) }
    }
    insert("Image", Namespace.file)
    insert("Image talk", Namespace.file + 1)
    return table
  }

  private static func tagTable(_ extensionTags: [ExtensionTag]) -> SpellingTable<ASCIIFoldedBytes> {
    var table = SpellingTable<ASCIIFoldedBytes>()
    func insert(_ name: String, _ number: Int) {
      let bytes = Array(name.utf8)
      table.insert(bytes.span, 0..<bytes.count, value: UInt16(number))
    }
    for tag in InclusionTag.allCases { insert("\(tag.name)", firstInclusion + Int(tag.rawValue)) }
    for (index, tag) in extensionTags.enumerated() { insert(tag.name, firstExtension + index) }
    for tag in HTMLTag.allCases { insert(tag.name, Int(tag.rawValue)) }
    return table
  }
}

/// The lines of one snapshot, taken apart.
struct SiteLines {
  var reader: SiteDataReader
  var dbName: String?
  var language = "en"
  var siteName = "Wikipedia"
  var isRightToLeft = false
  var titleCase = TitleCase.firstLetter
  var namespaces: [(id: Int, names: [String])] = []
  var canonicalNames: [Int: String] = [:]
  var caseRules: [Int: TitleCase] = [:]
  var linkTrail = ScalarSet()
  var linkPrefix = ScalarSet()
  var localInterwiki: [Range<Int>] = []
  var extensionTags: [ExtensionTag] = []
  var words: [UInt16: (spellings: [Range<Int>], isCaseSensitive: Bool, replaces: Bool)] = [:]

  init(_ text: String) {
    let common = CommonSiteData.shared
    reader = SiteDataReader(Array(text.utf8))
    while let (key, line) = reader.nextLine() {
      var rest = line
      switch reader.string(key) {
      case "wiki": dbName = reader.string(rest)
      case "language": language = reader.string(rest)
      case "name": siteName = reader.string(rest)
      case "rtl": isRightToLeft = true
      case "case": titleCase = TitleCase(rawValue: reader.string(rest)) ?? .firstLetter
      case "namespace":
        let id = reader.number(reader.nextField(&rest))
        namespaces.append((id, reader.strings(rest)))
      case "canonical":
        let id = reader.number(reader.nextField(&rest))
        canonicalNames[id] = reader.string(rest)
      case "sensitive": caseRules[reader.number(rest)] = .caseSensitive
      case "insensitive": caseRules[reader.number(rest)] = .firstLetter
      case "trail": linkTrail = reader.scalarSet(rest)
      case "prefix": linkPrefix = reader.scalarSet(rest)
      case "local": localInterwiki = reader.items(rest)
      case "extension":
        let name = reader.string(reader.nextField(&rest))
        let content = ExtensionContent(rawValue: reader.string(rest)) ?? .raw
        extensionTags.append(ExtensionTag(name: name, content: content))
      case "word":
        guard let id = common.wordIDs.value(of: reader.bytes.span, reader.nextField(&rest)) else { continue }
        words[id] = (reader.items(rest), common.words[Int(id)].isCaseSensitive, false)
      case "words":
        guard let id = common.wordIDs.value(of: reader.bytes.span, reader.nextField(&rest)) else { continue }
        let rule = reader.nextField(&rest)
        words[id] = (reader.items(rest), reader.bytes[rule.upperBound - 1] == UInt8(ascii: "s"), true)
      default:
        preconditionFailure("The generated site data has a line of an unknown kind.")
      }
    }
  }
}

/// The tables of magic words, filled from the snapshot's spellings and then from the English ones.
private struct WordTables {
  var variables = SpellingTable<FoldedBytes>()
  var functions = SpellingTable<FoldedBytes>()
  var substitutions = SpellingTable<FoldedBytes>()
  var switches = SpellingList()
  var redirects = SpellingList()
  var imageOptions = ImageOptionTable()

  init(_ lines: SiteLines, common: CommonSiteData) {
    for (index, word) in common.words.enumerated() {
      let id = UInt16(index)
      let own = lines.words[id]
      let isCaseSensitive = own?.isCaseSensitive ?? word.isCaseSensitive
      for spelling in own?.spellings ?? [] {
        insert(lines.reader.bytes, spelling, id, word, isCaseSensitive)
      }
      if own?.replaces == true { continue }
      for spelling in word.spellings { insert(common.bytes, spelling, id, word, isCaseSensitive) }
    }
  }

  private mutating func insert(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    _ id: UInt16,
    _ word: CommonSiteData.Word,
    _ isCaseSensitive: Bool
  ) {
    let span = bytes.span
    if word.roles.contains(.variable) {
      variables.insert(span, range, value: id, isCaseSensitive: isCaseSensitive)
    }
    if word.roles.contains(.function) {
      functions.insert(span, range, value: id, isCaseSensitive: isCaseSensitive)
    }
    if word.roles.contains(.hashFunction) {
      let name = [UInt8(ascii: "#")] + bytes[range]
      functions.insert(name.span, 0..<name.count, value: id, isCaseSensitive: isCaseSensitive)
    }
    if word.roles.contains(.substitution), let prefix = SubstitutionPrefix(word: word.name) {
      substitutions.insert(span, range, value: UInt16(prefix.rawValue), isCaseSensitive: isCaseSensitive)
    }
    if word.roles.contains(.behaviorSwitch) {
      switches.insert(span, range, value: id, isCaseSensitive: isCaseSensitive)
    }
    if word.roles.contains(.redirect) {
      redirects.insert(span, range, value: id, isCaseSensitive: isCaseSensitive)
    }
    if word.roles.contains(.imageOption), let option = ImageOption(rawValue: word.name) {
      imageOptions.insert(span, range, option: option, isCaseSensitive: isCaseSensitive)
    }
  }
}

extension SubstitutionPrefix {
  init?(word: String) {
    switch word {
    case "subst": self = .subst
    case "safesubst": self = .safesubst
    case "msg": self = .msg
    case "msgnw": self = .msgnw
    case "raw": self = .raw
    default: return nil
    }
  }
}
