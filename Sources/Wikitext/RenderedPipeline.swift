import PageReaders
public import WikitextDocument
public import WikitextNormalizer
public import WikitextSyntax
public import WikitextWriters

/// The stages in their order, for rendered pages: HTML, or the text that extractors leave of it.
///
///     var pipeline = RenderedPipeline()
///     let document = pipeline.read(html, as: .html)
///     let article = pipeline.normalize(document)
///
/// Pages may be of many wikis and languages: each is read by the grammar and words of its own, which the page tells.
/// Keep one for each thread.
public struct RenderedPipeline: ~Copyable {
  /// The wiki that all pages are of; nil where each page tells its language.
  private let configuration: SiteConfiguration?
  private let data: NormalizerData
  private var pageTextReaders: [String: PageTextReader] = [:]
  private var normalizers: [String: Normalizer] = [:]
  private var configurations: [String: SiteConfiguration] = [:]
  private var articles = ArticleJSONWriter()
  private var texts: TextRecordWriter?

  /// A pipeline for rendered pages.
  ///
  /// - Parameters:
  ///   - configuration: the wiki that all pages are of; nil where each page tells its language.
  ///   - data: what is known of infoboxes, their labels and words.
  ///   - text: what the text of a page is written in, where ``convert(_:as:metadata:)`` is to make records with texts; nil
  ///     for Article JSON.
  public init(
    configuration: SiteConfiguration? = nil,
    data: NormalizerData = .standard,
    text: TextRecordWriter.Form? = nil
  ) {
    self.configuration = configuration
    self.data = data
    texts = text.map { TextRecordWriter($0) }
  }

  /// rendered page → document, with its infoboxes
  ///
  /// - Parameters:
  ///   - source: the page, in UTF-8.
  ///   - dialect: what it is written in.
  ///   - language: the language that it is known to be in, by BCP 47.
  /// - Returns: the document.
  /// - Precondition: the dialect is not wikitext.
  /// - Complexity: O(bytes).
  public mutating func read(_ source: [UInt8], as dialect: Dialect, language: String? = nil) -> Document {
    precondition(dialect != .wikitext, "wikitext is no rendered page")
    let known = language ?? (dialect == .html ? HTMLLanguage.find(in: source) : nil)
    let first = configuration ?? wikipedia(of: known ?? SiteConfiguration.standard.language)
    let document = read(source, as: dialect, first)
    // Only its reader finds out what language a text is in; then it is read again, by the words of that.
    guard configuration == nil, language == nil, let found = document.language,
      RenderedPipeline.base(found) != RenderedPipeline.base(first.language)
    else { return document }
    return read(source, as: dialect, wikipedia(of: found))
  }

  private mutating func read(_ source: [UInt8], as dialect: Dialect, _ configuration: SiteConfiguration) -> Document {
    if dialect == .html { return HTMLReader(configuration: configuration).read(source) }
    if let reader = pageTextReaders[configuration.language] { return reader.read(source) }
    let reader = PageTextReader(configuration: configuration, labels: data.labels(for: configuration))
    pageTextReaders[configuration.language] = reader
    return reader.read(source)
  }

  /// document → article, with its typed values
  ///
  /// - Parameter document: a document that this pipeline read.
  /// - Returns: the article.
  public mutating func normalize(_ document: Document) -> Article {
    let language = document.configuration.language
    var normalizer =
      normalizers.removeValue(forKey: language) ?? Normalizer(configuration: document.configuration, data: data)
    defer { normalizers[language] = normalizer }
    return normalizer.normalize(document)
  }

  /// article → Article JSON, one record without a line break
  public mutating func write(_ article: Article, metadata: PageMetadata) -> [UInt8] {
    articles.write(article, metadata: metadata)
  }

  /// All of it: rendered page → Article JSON, or a record with the page's text.
  ///
  /// - Parameters:
  ///   - source: the page, in UTF-8.
  ///   - dialect: what it is written in.
  ///   - metadata: what is known of the page.
  ///   - language: the language that it is known to be in, by BCP 47.
  /// - Returns: the record.
  public mutating func convert(
    _ source: [UInt8],
    as dialect: Dialect,
    metadata: PageMetadata,
    language: String? = nil
  ) -> [UInt8] {
    let document = read(source, as: dialect, language: language)
    var metadata = metadata
    if metadata.title.isEmpty { metadata.title = document.title ?? "" }
    return write(document, metadata: metadata)
  }

  /// document → Article JSON, or a record with the page's text
  ///
  /// - Parameters:
  ///   - document: a document that this pipeline read.
  ///   - metadata: what is known of the page.
  /// - Returns: the record.
  public mutating func write(_ document: Document, metadata: PageMetadata) -> [UInt8] {
    let metadata = metadata.filled(from: document)
    return texts?.write(document, metadata: metadata) ?? write(normalize(document), metadata: metadata)
  }

  // MARK: Languages

  /// The grammar of the Wikipedia of a language.
  private mutating func wikipedia(of language: String) -> SiteConfiguration {
    if let known = configurations[language] { return known }
    let found = SiteConfiguration.wikipedia(ofLanguage: language)
    // Pages say what they like: what is no known language is not kept.
    if configurations.count < RenderedPipeline.mostLanguages { configurations[language] = found }
    return found
  }

  /// Wikipedia has some three hundred and fifty.
  private static let mostLanguages = 512

  private static func base(_ language: String) -> String { String(language.lowercased().prefix { $0 != "-" }) }
}

extension SiteConfiguration {
  /// The grammar of the Wikipedia of a language: the one that is shipped, else what MediaWiki has for the language.
  ///
  /// - Parameter language: a language by BCP 47.
  /// - Returns: the grammar; the English one for what is no code of a language.
  public static func wikipedia(ofLanguage language: String) -> SiteConfiguration {
    let language = language.lowercased()
    let base = String(language.prefix { $0 != "-" })
    if base == "en" { return .standard }
    if let shipped = SiteConfiguration(wiki: language) ?? SiteConfiguration(wiki: base) { return shipped }
    guard (2...3).contains(base.utf8.count), base.utf8.allSatisfy({ ($0 &- 0x61) < 26 }) else { return .standard }
    return SiteConfiguration(dbName: base + "wiki", language: base, siteName: nil, caseRule: nil, namespaces: [])
  }
}
