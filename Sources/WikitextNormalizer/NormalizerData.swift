import Synchronization
public import WikitextDocument
public import WikitextSyntax

/// What the normalizer knows of wikis: their templates and infoboxes, and the words of their languages.
///
///     let data = NormalizerData(folder: [("de.pack", Array("Höhe über NN > quantity value=1 unit=\"m\"".utf8))])
///     data.errors    // what is wrong with the files
///
/// Data of a language is read when it is first asked for, and shared.
public struct NormalizerData: Sendable {
  /// The data that comes with the library.
  public static let standard = NormalizerData(userFiles: [])

  private let storage: Storage
  /// Redirects between templates that are aliases.
  private var redirects: [(from: String, to: String)] = []

  /// The data that comes with the library, with a user's files above it.
  ///
  /// Names end in `.pack`, `.schema`, `.words` or `.citations`; folders before them do not count. Files of other endings
  /// say nothing.
  /// - Parameter files: the files of a folder, of the formats that Data/README.md describes.
  public init(folder files: [(name: String, bytes: [UInt8])]) {
    self.init(
      userFiles: files.map { file in
        (String(file.name.split(separator: "/").last ?? ""), file.bytes)
      }
    )
  }

  private init(userFiles: [(name: String, bytes: [UInt8])]) {
    storage = Storage(userFiles)
  }

  /// What is wrong with the user's files; they are used as far as they are understood.
  public var errors: [DataFileError] { storage.errors }

  /// The schemas of infoboxes.
  public var schemas: SchemaLibrary { storage.schemas }

  /// What the templates of a wiki mean.
  ///
  /// - Complexity: O(1), but for the language's first use.
  public func packs(for configuration: SiteConfiguration) -> TemplatePacks {
    let packs = storage.packs(for: NormalizerData.packLanguage(of: configuration.language)).with(configuration)
    return redirects.isEmpty ? packs : packs.adding(redirects: redirects)
  }

  /// The templates that the schemas say are infoboxes: those of the wiki's language, and English ones.
  ///
  /// - Parameters:
  ///   - configuration: the grammar of the wiki.
  ///   - others: more of them.
  /// - Returns: the names.
  /// - Complexity: O(size of the names).
  public func infoboxNames(for configuration: SiteConfiguration, adding others: [String] = []) -> InfoboxNames {
    let languages = ["en", NormalizerData.packLanguage(of: configuration.language)]
    var names = others
    for head in schemas.heads {
      for (language, own) in head.infoboxes where languages.contains(language) { names += own }
    }
    return InfoboxNames(names)
  }

  /// The labels that rendered infoboxes have: those of the wiki's language, and English ones.
  ///
  /// - Parameter configuration: the wiki.
  /// - Returns: the vocabulary.
  /// - Complexity: O(size of the schemas) for the first time.
  public func labels(for configuration: SiteConfiguration) -> InfoboxLabels {
    let languages = ["en", NormalizerData.packLanguage(of: configuration.language)]
    var labels: [String] = []
    for head in schemas.heads {
      for field in schemas.schema(named: head.name)?.fields ?? [] {
        for names in field.names where languages.contains(names.language) { labels += names.labels }
      }
    }
    let countries = Countries.of(configuration.language)
    let languageNames = LanguageNames.of(configuration.language)
    return InfoboxLabels(labels) { value in
      if countries.code(of: value) != nil { return .country }
      return languageNames.isName(value) ? .language : nil
    }
  }

  /// The same data, where redirects between templates of a dump are aliases.
  ///
  /// - Parameter redirects: titles with or without their namespace.
  /// - Returns: the data with more names of templates.
  public func adding(redirects: [(from: String, to: String)]) -> NormalizerData {
    var data = self
    data.redirects += redirects
    return data
  }

  /// What the templates of citations mean.
  ///
  /// - Complexity: O(1), but O(size of the files) where the user has files of them.
  var citations: CitationData {
    let own = storage.userFiles.filter { $0.name.hasSuffix(".citations") }
    guard !own.isEmpty else { return .standard }
    return CitationData(
      own.map { (String($0.name.dropLast(".citations".count)), String(decoding: $0.bytes, as: UTF8.self)) }
        + EmbeddedData.citationsNames.map { ($0, EmbeddedData.citations($0)?.description ?? "") }
    )
  }

  /// The contents of the user's files of a name, such as `de.words`.
  func userFiles(named name: String) -> [[UInt8]] {
    storage.userFiles.filter { $0.name == name }.map(\.bytes)
  }

  /// The language whose pack a wiki uses: `zh` for `zh-hant`, `en` for Simple English.
  private static func packLanguage(of language: String) -> String {
    switch language {
    case "simple": "en"
    case "nb", "nn": "no"
    default: String(language.prefix { $0 != "-" })
    }
  }
}

extension NormalizerData {
  /// Files, and what was read of them so far.
  private final class Storage: Sendable {
    let userFiles: [(name: String, bytes: [UInt8])]
    let userPacks: [TemplatePack]
    let schemas: SchemaLibrary
    let errors: [DataFileError]
    /// By language.
    private let packs = Mutex<[String: TemplatePacks]>([:])

    init(_ files: [(name: String, bytes: [UInt8])]) {
      userFiles = files
      userPacks = files.filter { $0.name.hasSuffix(".pack") }.map { TemplatePack($0.bytes, file: $0.name) }
      let userSchemas = files.filter { $0.name.hasSuffix(".schema") }.map { file in
        (file: file.name, source: SchemaLibrary.Source.bytes(file.bytes))
      }
      let ownSchemas = EmbeddedData.schemaNames.compactMap { name in
        EmbeddedData.schema(name).map { (file: name + ".schema", source: SchemaLibrary.Source.embedded($0)) }
      }
      schemas = SchemaLibrary(userSchemas + ownSchemas)
      var errors = userPacks.flatMap(\.errors)
      let languages = Set(EmbeddedData.languageNames + EmbeddedData.wordsNames + EmbeddedData.packNames)
      for (file, pack) in zip(files.lazy.filter { $0.name.hasSuffix(".pack") }, userPacks) where !pack.saysLanguage {
        errors += Storage.languageError(of: file.name, languages)
      }
      let units = userSchemas.isEmpty ? nil : Lexicon.of("en").units
      for (file, source) in userSchemas {
        var reader = SchemaReader(source.bytes, file: file, units: units)
        reader.read()
        errors += reader.errors
      }
      errors += schemas.familyErrors(ofFiles: Set(userSchemas.map(\.file)))
      for file in files where file.name.hasSuffix(".words") {
        errors += Storage.languageError(of: file.name, languages) + WordsFile.errors(file.bytes, file: file.name)
      }
      for file in files where file.name.hasSuffix(".citations") {
        errors += Storage.languageError(of: file.name, languages) + CitationData.errors(file.bytes, file: file.name)
      }
      self.errors = errors
    }

    /// What stands before a file's ending has to be a language, or nobody ever reads it.
    private static func languageError(of file: String, _ languages: Set<String>) -> [DataFileError] {
      let name = String(file.prefix { $0 != "." })
      guard !languages.contains(name), name != "common" else { return [] }
      let problem = "there is no language \(DataFileError.quoted(name.utf8))"
      let advice = "call the file after a language, as en\(file.dropFirst(name.count))"
      return [DataFileError(file: file, line: 1, column: 1, problem: problem, advice: advice)]
    }

    func packs(for language: String) -> TemplatePacks {
      if let packs = packs.withLock({ $0[language] }) { return packs }
      // Two threads may do this at once; both come to the same.
      let languages = language == "en" ? ["en", "common"] : [language, "common", "en"]
      let own = languages.compactMap { language in
        EmbeddedData.pack(language).map { text in
          TemplatePack(SchemaLibrary.Source.embedded(text).bytes, file: language + ".pack")
        }
      }
      var users = languages.flatMap { language in userPacks.filter { $0.language == language } }
      // `my.pack`: a name that only happens to be the code of a language.
      users += userPacks.filter { pack in
        !pack.saysLanguage && !languages.contains(pack.language) && EmbeddedData.pack(pack.language) == nil
      }
      let found = TemplatePacks(users + own)
      return packs.withLock { packs in
        if let packs = packs[language] { return packs }
        packs[language] = found
        return found
      }
    }
  }
}
