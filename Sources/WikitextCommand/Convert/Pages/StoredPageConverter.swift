import Synchronization
import Wikitext

/// Makes records of pages in any dialect and of any wiki.
final class StoredPageConverter: Sendable {
  private let dialect: DialectOption
  private let configuration: SiteConfiguration?
  private let form: RecordForm
  private let data: NormalizerData
  private let idle = Mutex<[Pipelines]>([])

  /// Pipelines that one task at a time has.
  private final class Pipelines: @unchecked Sendable {
    var rendered: RenderedPipeline
    /// By the wiki's database or language; "" where neither is known.
    var wikitext: [String: Lone] = [:]

    init(_ configuration: SiteConfiguration?, _ data: NormalizerData, _ form: RecordForm) {
      rendered = RenderedPipeline(configuration: configuration, data: data, text: form.text)
    }
  }

  /// A pipeline with an identity, so that it can lie in a dictionary.
  private final class Lone {
    var pipeline: Pipeline
    init(_ configuration: SiteConfiguration, _ data: NormalizerData, _ form: RecordForm) {
      pipeline = Pipeline(configuration: configuration, data: data, text: form.text)
    }
  }

  /// Wikis whose pipelines are kept at most.
  private static let mostWikis = 512

  /// - Parameters:
  ///   - dialect: what pages are written in, where neither their place nor their bytes are to tell.
  ///   - configuration: the wiki that all pages are of; nil where each tells its own.
  ///   - form: what records hold.
  ///   - data: what is known of templates, infoboxes and words.
  init(_ dialect: DialectOption, configuration: SiteConfiguration?, form: RecordForm, data: NormalizerData) {
    self.dialect = dialect
    self.configuration = configuration
    self.form = form
    self.data = data
  }

  /// The records of pages, each with its line's end, or all of their rows.
  func records(of pages: [StoredPage], isPretty: Bool) -> [UInt8] {
    let pipelines = idle.withLock { $0.popLast() } ?? Pipelines(configuration, data, form)
    defer { idle.withLock { $0.append(pipelines) } }
    var lines: [UInt8] = []
    for page in pages { lines += record(of: page, pipelines, isPretty: isPretty) }
    return lines
  }

  private func record(of page: StoredPage, _ pipelines: Pipelines, isPretty: Bool) -> [UInt8] {
    let (bytes, dialect) = decode(page)
    var metadata = page.metadata
    if dialect == .wikitext {
      if metadata.title.isEmpty { metadata.title = page.fileTitle }
      return record(ofWikitext: bytes, page, metadata, pipelines, isPretty: isPretty)
    }
    let document = pipelines.rendered.read(bytes, as: dialect, language: configuration == nil ? page.language : nil)
    if metadata.title.isEmpty { metadata.title = document.title ?? page.fileTitle }
    if case .infoboxes(let writer) = form {
      return document.infoboxes.isEmpty
        ? [] : writer.rows(of: pipelines.rendered.normalize(document), metadata: metadata)
    }
    return line(pipelines.rendered.write(document, metadata: metadata), isPretty)
  }

  private func record(
    ofWikitext bytes: [UInt8],
    _ page: StoredPage,
    _ metadata: PageMetadata,
    _ pipelines: Pipelines,
    isPretty: Bool
  ) -> [UInt8] {
    let key = configuration == nil ? page.wiki ?? page.language ?? "" : ""
    let known = pipelines.wikitext[key]
    let lone = known ?? Lone(configuration ?? wiki(of: page), data, form)
    if known == nil, pipelines.wikitext.count < StoredPageConverter.mostWikis { pipelines.wikitext[key] = lone }
    if case .infoboxes(let writer) = form {
      let document = lone.pipeline.read(lone.pipeline.parse(bytes))
      return document.infoboxes.isEmpty ? [] : writer.rows(of: lone.pipeline.normalize(document), metadata: metadata)
    }
    return line(lone.pipeline.convert(bytes, metadata: metadata), isPretty)
  }

  private func wiki(of page: StoredPage) -> SiteConfiguration {
    page.wiki.flatMap { $0 == "enwiki" ? .standard : SiteConfiguration(wiki: $0) }
      ?? page.language.map { .wikipedia(ofLanguage: $0) } ?? .standard
  }

  private func line(_ record: [UInt8], _ isPretty: Bool) -> [UInt8] {
    (isPretty ? JSONLayout.indented(record) : record) + [UInt8(ascii: "\n")]
  }

  /// The page in UTF-8, and its dialect: what was asked for, else what its place says, else what its bytes say.
  private func decode(_ page: StoredPage) -> (bytes: [UInt8], dialect: Dialect) {
    var option = dialect
    if option.from == .auto, let known = page.dialect { option.from = SourceDialect(known) }
    if page.isUTF8, let known = option.from.dialect {
      // A text may have been put into a record with the mark of its file.
      return (page.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(page.bytes.dropFirst(3)) : page.bytes, known)
    }
    return option.decode(page.bytes, name: page.name)
  }
}
