import Synchronization

/// Names of languages as citations of a wiki write them: in the wiki's language or in English.
final class LanguageNames: Sendable {
  private let table: FoldedNameTable
  private let codes: [String]

  private init(_ language: String) {
    var table = FoldedNameTable()
    var codes: [String] = []
    let texts = (language == "en" ? ["en"] : [language, "en"]).flatMap { name in
      [EmbeddedData.language(name), EmbeddedData.words(name)]
    }
    for case let text? in texts.map({ $0?.description }) {
      // Data/README.md, section 5: `language de German | Standard German`.
      for line in text.utf8.split(separator: 0x0A) where line.starts(with: "language ".utf8) {
        let parts = Substring(line).split(separator: " ", maxSplits: 2)
        guard parts.count == 3 else { continue }
        for spelling in parts[2].split(separator: "|") {
          table.insert(FoldedName.fold(spelling, .template), scope: 0, value: codes.count)
        }
        codes.append(String(parts[1]))
      }
    }
    self.table = table
    self.codes = codes
  }

  private static let known = Mutex<[String: LanguageNames]>([:])

  /// The names in a language, read when they are first asked for.
  static func of(_ language: String) -> LanguageNames {
    known.withLock { known in
      if let names = known[language] { return names }
      let names = LanguageNames(language)
      known[language] = names
      return names
    }
  }

  /// The BCP 47 tag of a language, where the text is one or names it; else the text.
  ///
  ///     de   pt-BR   German   Deutsch
  func tag(_ text: CitationText) -> String {
    var folded: [UInt8] = []
    if FoldedName.fold(text.bytes.span, 0..<text.bytes.count, .template, into: &folded),
      let found = table.value(of: folded.span, scope: 0)
    {
      return codes[found]
    }
    let string = text.string
    return LanguageNames.isTag(string) ? LanguageNames.canonical(string) : string
  }

  /// Whether a text is the name of a language.
  func isName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var folded: [UInt8] = []
    return FoldedName.fold(bytes.span, 0..<bytes.count, .template, into: &folded)
      && table.value(of: folded.span, scope: 0) != nil
  }

  /// The code in front of a title in another script: `ja:東京物語`.
  static func prefix(_ text: String) -> (code: String, rest: String)? {
    guard let colon = text.firstIndex(of: ":"), isTag(String(text[..<colon])) else { return nil }
    return (canonical(String(text[..<colon])), String(text[text.index(after: colon)...].drop { $0 == " " }))
  }

  /// Whether a text has the form of a tag: two or three letters, then parts of two to eight (RFC 5646).
  private static func isTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, 2...3 ~= first.count, first.allSatisfy(isLetter) else { return false }
    return parts.dropFirst().allSatisfy { 2...8 ~= $0.count && $0.allSatisfy { isLetter($0) || ($0 &- 0x30) < 10 } }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// A tag in the case that RFC 5646 recommends: languages in lower case, scripts as `Hant`, regions as `BR`.
  private static func canonical(_ tag: String) -> String {
    if tag.utf8.count < 4 { return tag.lowercased() }
    return tag.split(separator: "-").enumerated().map { place, part in
      if place > 0, part.count == 4 { return part.prefix(1).uppercased() + part.dropFirst().lowercased() }
      return place > 0 && part.count == 2 ? part.uppercased() : part.lowercased()
    }.joined(separator: "-")
  }
}
