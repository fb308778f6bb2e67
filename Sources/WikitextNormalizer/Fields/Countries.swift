import Synchronization

/// Names and codes of countries: those of a language, with the English ones and the codes of ISO and of sports behind
/// them.
final class Countries: Sendable {
  /// Folded names and codes to ISO 3166-1 alpha-2.
  private let codes: [String: String]
  /// Alpha-2 codes to the names that the language uses.
  private let names: [String: String]
  /// Codes of three letters, in capitals.
  private let letters: [String: String]
  /// Parts of states with teams of their own, by their codes of three letters: the state, and the name.
  private let nations: [String: (state: String, name: String)]

  private static let tables = Mutex<[String: Countries]>([:])

  /// The table of a language, made when it is first asked for.
  static func of(_ language: String) -> Countries {
    let base = String(language.lowercased().prefix { $0 != "-" })
    return tables.withLock { tables in
      if let table = tables[base] { return table }
      let table = Countries(base)
      tables[base] = table
      return table
    }
  }

  /// The table of a language with a user's names of countries before the library's.
  static func of(_ language: String, files: (_ name: String) -> [[UInt8]]) -> Countries {
    let base = String(language.lowercased().prefix { $0 != "-" })
    let own = files(base + ".words") + files("codes.words")
    return own.isEmpty ? of(language) : Countries(base, own: own.map { String(decoding: $0, as: UTF8.self) })
  }

  private init(_ language: String, own: [String] = []) {
    var codes: [String: String] = [:]
    var names: [String: String] = [:]
    var letters: [String: String] = [:]
    var nations: [String: (state: String, name: String)] = [:]
    let texts = [
      EmbeddedData.words(language), EmbeddedData.language(language), EmbeddedData.words("en"),
      EmbeddedData.language("en"), EmbeddedData.words("codes"), EmbeddedData.language("codes"),
    ]
    for text in own + texts.compactMap({ $0.map { String(describing: $0) } }) {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count == 3 else { continue }
        switch words[0] {
        case "country":
          for name in words[2].split(separator: "|") {
            let spelling = String(name.trimmingBlanks)
            let key = Countries.folded(spelling)
            if codes[key] == nil { codes[key] = String(words[1]) }
            if names[String(words[1])] == nil { names[String(words[1])] = spelling }
          }
        case "nation":
          let parts = words[1].split(separator: "/")
          guard parts.count == 2 else { continue }
          let spellings = words[2].split(separator: "|").map { String($0.trimmingBlanks) }
          for name in spellings where codes[Countries.folded(name)] == nil {
            codes[Countries.folded(name)] = String(parts[0])
          }
          if nations[String(parts[1])] == nil, let name = spellings.first {
            nations[String(parts[1])] = (String(parts[0]), name)
          }
        case "iso":
          if let alpha3 = words[2].split(separator: " ").first { letters[String(alpha3)] = String(words[1]) }
        case "olympic":
          if letters[String(words[1])] == nil { letters[String(words[1])] = String(words[2].trimmingBlanks) }
        default: break
        }
      }
    }
    self.codes = codes
    self.names = names
    self.letters = letters
    self.nations = nations
  }

  private static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" ? " " : $0 })
  }

  /// The code of a country by its name, or by a code of two or three letters.
  func code(of name: String) -> String? {
    if name.utf8.count <= 3 { return alpha2(name) ?? codes[Countries.folded(name)] }
    return codes[Countries.folded(name)]
  }

  /// The place after whose code a template is named, perhaps with something behind: `USA`, `GRE-d`, `SUI 1848`.
  func place(ofTemplate name: String) -> (name: String, code: String)? {
    let stem = name.prefix { ("A"..."Z").contains($0) }
    guard stem.utf8.count == 3 || stem.utf8.count == 2 && stem.utf8.count == name.utf8.count else { return nil }
    if stem.endIndex < name.endIndex, name[stem.endIndex] != "-", name[stem.endIndex] != " " { return nil }
    guard let code = alpha2(String(stem)) else { return nil }
    return (self.name(ofCode: String(stem)) ?? name, code)
  }

  private func alpha2(_ code: String) -> String? {
    if code.utf8.count == 2, names[code] != nil { return code }
    return letters[code] ?? nations[code]?.state
  }

  /// The name of a country in the language.
  func name(of code: String) -> String? { names[code] }

  /// The name of the country whose code stands where a name is expected; nil for names.
  func name(ofCode code: String?) -> String? {
    guard let code, code.utf8.count <= 3, code.allSatisfy({ ("A"..."Z").contains($0) }) else { return nil }
    if letters[code] == nil, let nation = nations[code] { return nation.name }
    return alpha2(code).flatMap { names[$0] }
  }
}
