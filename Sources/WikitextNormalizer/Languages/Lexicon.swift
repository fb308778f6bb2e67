import Synchronization
import WikitextSyntax

/// The words of a language that stand in and beside values, with those of English behind them, and how the language
/// writes figures.
///
/// The words come from Data/languages and Data/words; see Data/README.md.
final class Lexicon: Sendable {
  /// The language's code, as its data files have it.
  let language: String
  /// How figures are written.
  let numbers: NumberLocale
  /// The units of `WordMeaning.Kind.unit`.
  let units: UnitTable
  let trie: WordTrie

  /// A lexicon of the given data, a user's words and then the language's own first.
  init(
    language: String,
    own: [[UInt8]] = [],
    native: [StaticString],
    foreign: [StaticString] = [],
    codes: [StaticString] = []
  ) {
    var builder = LexiconBuilder()
    for text in own { builder.read(text.span, isForeign: false) }
    for text in native { builder.read(text, isForeign: false) }
    for text in codes { builder.read(text, isForeign: false) }
    for text in foreign { builder.read(text, isForeign: true) }
    self.language = language
    numbers = builder.numbers
    units = builder.units
    trie = builder.trie
  }

  /// All lexicons that were asked for.
  private static let lexicons = Mutex<[String: Lexicon]>([:])

  /// The lexicon of a language by its code (`de`, `pt-br`, `zh-hans`), built when it is first asked for. A language
  /// without data has the words of English.
  static func of(_ language: String) -> Lexicon {
    let language = nearest(to: language.lowercased())
    return lexicons.withLock { lexicons in
      if let lexicon = lexicons[language] { return lexicon }
      let lexicon = Lexicon(embedded: language)
      lexicons[language] = lexicon
      return lexicon
    }
  }

  /// The lexicon of a language with a user's files of words before the library's.
  ///
  /// - Parameters:
  ///   - language: the wiki's language.
  ///   - files: the contents of the user's files of a name, such as `de.words`.
  /// - Returns: the lexicon that all share where the user has no such files.
  static func of(_ language: String, files: (_ name: String) -> [[UInt8]]) -> Lexicon {
    let base = String(language.lowercased().prefix { $0 != "-" })
    let nearest = nearest(to: language.lowercased())
    let names = base == nearest ? [base, "codes"] : [base, nearest, "codes"]
    let own = names.flatMap { files($0 + ".words") }
    return own.isEmpty ? of(language) : Lexicon(embedded: nearest, own: own)
  }

  private convenience init(embedded language: String, own: [[UInt8]] = []) {
    func data(_ name: String) -> [StaticString] {
      [EmbeddedData.words(name), EmbeddedData.language(name)].compactMap(\.self)
    }
    self.init(
      language: language,
      own: own,
      native: data(language),
      foreign: language == "en" ? [] : data("en"),
      codes: data("codes")
    )
  }

  /// The code of the data that serve for `language`.
  private static func nearest(to language: String) -> String {
    let names: (String) -> Bool = { EmbeddedData.language($0) != nil || EmbeddedData.words($0) != nil }
    if names(language) { return language }
    let base = String(language.prefix { $0 != "-" })
    if names(base) { return base }
    switch base {
    case "nb", "nn": return names("no") ? "no" : names("nb") ? "nb" : "en"
    case "no": return names("nb") ? "nb" : "en"
    case "als", "bar", "gsw", "nds", "ksh", "pfl": return "de"
    case "be": return "ru"
    case "sh", "bs": return "hr"
    case "wuu", "yue", "gan", "lzh": return "zh"
    case "vec", "lmo", "scn", "nap", "pms": return "it"
    case "fy", "li", "vls", "zea": return "nl"
    case "an", "ast": return "es"
    default: return "en"
    }
  }

  /// The meaning of `kind` that a word has: of several the one that is spelled as the page spells it, then the first.
  /// But a language's own words for powers of ten count whatever their case: a German billion is no English one.
  func meaning(_ kind: WordMeaning.Kind, ofWord first: Int, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int32? {
    var index = first
    var found: Int32?
    while index >= 0 {
      let meaning = trie.meanings[index]
      if meaning.kind == kind {
        if trie.isWritten(meaning, bytes, range), kind != .scale || !meaning.isForeign || found == nil {
          return meaning.value
        }
        if !meaning.isExact, found == nil { found = meaning.value }
      }
      index = Int(meaning.next)
    }
    return found
  }

  /// Whether a word has a meaning of `kind` that is spelled as the page spells it.
  func isWritten(_ kind: WordMeaning.Kind, ofWord first: Int, in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = first
    while index >= 0 {
      let meaning = trie.meanings[index]
      if meaning.kind == kind, trie.isWritten(meaning, bytes, range) { return true }
      index = Int(meaning.next)
    }
    return false
  }

  /// All values of `kind` that a word has, those that are spelled as the page spells it first, then those of the
  /// language, then those of English.
  func meanings(_ kind: WordMeaning.Kind, ofWord first: Int, in bytes: Span<UInt8>, _ range: Range<Int>) -> [Int32] {
    var written: [Int32] = []
    var others: [Int32] = []
    var index = first
    while index >= 0 {
      let meaning = trie.meanings[index]
      if meaning.kind == kind {
        if trie.isWritten(meaning, bytes, range) {
          written.append(meaning.value)
        } else if !meaning.isExact {
          others.append(meaning.value)
        }
      }
      index = Int(meaning.next)
    }
    return written + others
  }
}
