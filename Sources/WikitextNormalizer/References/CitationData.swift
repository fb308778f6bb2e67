/// What the templates and parameters of citations mean, wiki by wiki: the files `Data/citations/*.citations`, whose format
/// is in Data/README.md, section 4.
public struct CitationData: Sendable {
  /// Templates by language; the scope ``everywhere`` has those of all. Names that end in `*` are beginnings.
  private(set) var templateNames = FoldedNameTable()
  private(set) var templates: [CitationTemplate] = []
  private(set) var parameterNames = FoldedNameTable()
  private(set) var rules: [ParameterRule] = []
  /// Words by language.
  private(set) var words: [String: [CitationWords: [[UInt8]]]] = [:]
  /// Languages in which commas stand between people rather than in names.
  private(set) var languagesWithCommasBetweenPeople: Set<String> = []
  /// Hosts of archives, and the archives' names.
  private(set) var archives: [(host: [UInt8], name: String)] = []
  /// Lines that say nothing that is understood: `en:12: …`.
  public private(set) var problems: [String] = []

  private var languages: [String: Int] = [:]
  private var sets: [String: Int] = [:]
  private var scopeCount = 1

  /// The scope of templates that all languages may use.
  static let everywhere = 0

  /// Reads files of citation templates; where two say something of the same name, the first one counts.
  ///
  /// - Parameter sources: the texts of the files, each with its language.
  /// - Complexity: O(bytes).
  public init(_ sources: [(language: String, text: String)]) {
    for (language, text) in sources { read(text, language: language) }
  }

  /// The number of a language's templates; nil where there is no file.
  func scope(ofLanguage language: String) -> Int? { languages[language] }

  // MARK: Reading

  private mutating func read(_ text: String, language: String) {
    let scope = languages[language] ?? scopeCount
    if languages.updateValue(scope, forKey: language) == nil { scopeCount += 1 }
    // Parameters belong to the block that was begun last.
    var block = -1
    for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let line = CitationData.trimmed(Substring(line))
      guard let first = line.utf8.first, first != UInt8(ascii: "#") else { continue }
      let (head, value) = CitationData.sides(line)
      let words = head.utf8.split(separator: 0x20, maxSplits: 1).map { Substring($0) }
      let verb = words[0]
      let names = words.count > 1 ? CitationData.alternatives(words[1]) : []
      let isUnderstood: Bool
      switch verb {
      case "parameters":
        block = set(words.count > 1 ? String(CitationData.trimmed(words[1])) : "", language: language)
        isUnderstood = words.count > 1 && value == nil
      case "template":
        block = scopeCount
        scopeCount += 1
        isUnderstood = addTemplate(names, value, block, scope, language)
      case "words":
        isUnderstood = addWords(words.count > 1 ? words[1] : "", value, language)
      case "archive":
        archives += names.map { (Array($0.utf8), value ?? "") }
        isUnderstood = value != nil
      case "commas":
        if names == ["people"] { languagesWithCommasBetweenPeople.insert(language) }
        isUnderstood = names == ["people"] || names == ["names"]
      default:
        isUnderstood =
          if let kind = CitationData.kind(verb, value) {
            add(names, CitationTemplate(kind: kind, scopes: scopes(of: kind, value, language)), scope, verb)
          } else {
            addParameters(line, block)
          }
      }
      if !isUnderstood { problems.append("\(language):\(number + 1): \(line)") }
    }
  }

  /// The block of a set of parameters; sets of other languages are named `en.cs1`.
  private mutating func set(_ name: String, language: String) -> Int {
    let name = name.contains(".") ? name : language + "." + name
    if let known = sets[name] { return known }
    sets[name] = scopeCount
    scopeCount += 1
    return scopeCount - 1
  }

  private mutating func addTemplate(
    _ names: [Substring],
    _ value: String?,
    _ block: Int,
    _ scope: Int,
    _ language: String
  ) -> Bool {
    guard let words = value?.split(separator: " "), let type = words.first, !names.isEmpty else { return false }
    var template = CitationTemplate(kind: .none, scopes: [block])
    switch type {
    case "auto": template.kind = .citation(nil)
    case "archive": template.kind = .archive
    case "external": template.kind = .external
    case "dead-link": template.kind = .deadLink
    default:
      guard let type = CSLType(rawValue: String(type)) else { return false }
      template.kind = .citation(type)
    }
    template.scopes += words.dropFirst().map { set(String($0), language: language) }
    return add(names, template, scope, "template")
  }

  /// The kind of template that a line with another verb is about.
  private static func kind(_ verb: Substring, _ value: String?) -> CitationTemplate.Kind? {
    switch verb {
    case "harvard": .harvard
    case "several-harvard": .severalHarvard
    case "by-anchor": .byAnchor
    case "named": .named
    case "pages": .pages
    case "anchor-of": .anchor
    case "footnote": .footnote
    case "none": CitationTemplate.Kind.none
    case "code": value.map { .identifier($0) }
    case "show": value.flatMap { Int($0) }.map { .show($0) }
    case "literal": value.map { .literal(String($0.dropFirst().dropLast())) }
    case "tongue": value.map { .language($0) }
    default: nil
    }
  }

  /// The sets of parameters that a short reference takes.
  private mutating func scopes(of kind: CitationTemplate.Kind, _ value: String?, _ language: String) -> [Int] {
    switch kind {
    case .harvard, .severalHarvard, .byAnchor, .named, .pages, .anchor:
      (value ?? "").split(separator: " ").map { set(String($0), language: language) }
    default: []
    }
  }

  private mutating func add(_ names: [Substring], _ template: CitationTemplate, _ scope: Int, _ verb: Substring) -> Bool
  {
    for name in names {
      let key = FoldedName.fold(name, .template)
      templateNames.insert(key, scope: scope, value: templates.count)
      // What one wiki calls a citation does no harm on another; shorter things might.
      if verb == "template" { templateNames.insert(key, scope: CitationData.everywhere, value: templates.count) }
    }
    templates.append(template)
    templates[templates.count - 1].number = templates.count - 1
    return !names.isEmpty
  }

  private mutating func addParameters(_ line: Substring, _ block: Int) -> Bool {
    let (head, value) = CitationData.sides(line)
    guard block >= 0, let value, let meaning = CitationData.meaning(CitationData.trimmed(head)) else { return false }
    for (rank, name) in CitationData.alternatives(value[...]).enumerated() {
      parameterNames.insert(FoldedName.fold(name, .parameter), scope: block, value: rules.count)
      rules.append(ParameterRule(meaning: meaning, rank: rank))
    }
    return true
  }

  private mutating func addWords(_ set: Substring, _ value: String?, _ language: String) -> Bool {
    guard let set = CitationWords(name: String(CitationData.trimmed(set))), let value else { return false }
    let words = CitationData.alternatives(value[...]).map { FoldedName.fold($0, .template) }
    self.words[language, default: [:]][set, default: []] += words
    return true
  }

  // MARK: Parts of lines

  /// What a variable of the file is.
  static func meaning(_ variable: Substring) -> ParameterMeaning? {
    switch variable {
    case "ignored": return .ignored
    case "url": return .url
    case "chapter-url": return .chapterURL
    case "archive-url": return .archiveURL
    case "archive-place": return .archivePlace
    case "wayback": return .wayback
    case "url-status": return .urlStatus
    case "dead-url": return .deadURL
    case "dead-since": return .deadSince
    case "language": return .language
    case "anchor": return .anchor
    case "anchor.names": return .anchorNames
    case "external": return .external
    case "id": return .identifiers
    default: break
    }
    if let equals = variable.firstIndex(of: "=") {
      let hint = CSLType(rawValue: String(variable[variable.index(after: equals)...]))
      guard hint != nil, let text = CSLText(rawValue: String(variable[..<equals])) else { return nil }
      return .text(text, hint: hint)
    }
    if let text = CSLText(rawValue: String(variable)) { return .text(text, hint: nil) }
    let dot = variable.firstIndex(of: ".")
    let name = String(variable[..<(dot ?? variable.endIndex)])
    let part = dot.map { String(variable[variable.index(after: $0)...]) } ?? ""
    if name == "id" { return .identifier(part) }
    if let role = CSLRole(rawValue: name) { return ParameterMeaning.NamePart(rawValue: part).map { .name(role, $0) } }
    if let date = CSLDate(rawValue: name) { return ParameterMeaning.DatePart(rawValue: part).map { .date(date, $0) } }
    return nil
  }

  // Bytes, not characters: all files are read when the first citation is.
  private static func trimmed(_ text: Substring) -> Substring {
    var bytes = text.utf8
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D { bytes.removeLast() }
    return Substring(bytes)
  }

  /// What stands before and behind the first `>`.
  private static func sides(_ line: Substring) -> (head: Substring, value: String?) {
    guard let mark = line.utf8.firstIndex(of: UInt8(ascii: ">")) else { return (line, nil) }
    return (trimmed(line[..<mark]), String(trimmed(line[line.utf8.index(after: mark)...])))
  }

  private static func alternatives(_ text: Substring) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: "|")).map { trimmed(Substring($0)) }.filter { !$0.isEmpty }
  }
}
