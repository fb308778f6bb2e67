import MediaWikiDump
import Synchronization
import Wikitext

/// The wiki that a run of pages is from: its grammar, its addresses, and pipelines to be borrowed.
final class ConversionSite: Sendable {
  let configuration: SiteConfiguration
  private let form: RecordForm
  private let data: NormalizerData
  private let address: PageAddress?
  private let idle = Mutex<[Borrowed]>([])

  /// A pipeline with an identity, so that it can lie in a list. One task at a time has it.
  private final class Borrowed: @unchecked Sendable {
    var pipeline: Pipeline
    init(configuration: SiteConfiguration, data: NormalizerData, form: RecordForm) {
      pipeline = Pipeline(configuration: configuration, data: data, text: form.text)
    }
  }

  /// - Parameters:
  ///   - siteInfo: what the dump says.
  ///   - configuration: the grammar, if not that of the dump.
  ///   - form: what records hold.
  ///   - data: what is known of templates, infoboxes and words.
  init(
    _ siteInfo: SiteInfo?,
    configuration: SiteConfiguration?,
    form: RecordForm,
    data: NormalizerData = .standard
  ) {
    self.data = data
    self.configuration = configuration ?? SiteConfiguration(siteInfo)
    address = PageAddress(base: siteInfo?.base)
    if case .text(.markdown(var options)) = form, options.base == nil, let base = siteInfo?.base, !base.isEmpty {
      // What the dump says goes before what the name of its database lets guess, even where it says too little.
      options.base = address.map { String(decoding: $0.prefix, as: UTF8.self) } ?? ""
      self.form = .text(.markdown(options))
    } else {
      self.form = form
    }
  }

  /// Lends a pipeline that nobody else has.
  func withPipeline<Result>(_ body: (inout Pipeline) -> Result) -> Result {
    let borrowed = idle.withLock { $0.popLast() } ?? Borrowed(configuration: configuration, data: data, form: form)
    defer { idle.withLock { $0.append(borrowed) } }
    return body(&borrowed.pipeline)
  }

  /// The record of a page with its line's end, or all of its rows.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - pipeline: one of this wiki.
  ///   - isPretty: whether JSON is laid out for people.
  /// - Returns: lines.
  func record(of page: DumpPage, by pipeline: inout Pipeline, isPretty: Bool) -> [UInt8] {
    let metadata = metadata(of: page)
    if case .infoboxes(let writer) = form {
      let context = PageContext(title: metadata.title, configuration: configuration)
      let document = pipeline.read(pipeline.parse(page.revision.text, page: context))
      return document.infoboxes.isEmpty ? [] : writer.rows(of: pipeline.normalize(document), metadata: metadata)
    }
    let record = pipeline.convert(page.revision.text, metadata: metadata)
    return (isPretty ? JSONLayout.indented(record) : record) + [UInt8(ascii: "\n")]
  }

  // MARK: - Pages

  /// The namespace of a page: the dump's, or in old dumps that of the title's prefix.
  func namespace(of page: DumpPage) -> Int {
    if let namespace = page.namespace { return Int(namespace) }
    guard let colon = page.title.firstIndex(of: ":") else { return Namespace.main }
    return configuration.namespace(named: String(page.title[..<colon])) ?? Namespace.main
  }

  /// What the record of a page says beside its text.
  func metadata(of page: DumpPage) -> PageMetadata {
    var metadata = PageMetadata(title: page.title, namespace: namespace(of: page))
    metadata.pageID = page.id
    metadata.revisionID = page.revision.id
    metadata.timestamp = page.revision.timestamp.isEmpty ? nil : page.revision.timestamp
    metadata.comment = page.revision.comment
    metadata.isMinorEdit = page.revision.isMinor
    metadata.redirect = page.redirectTitle.flatMap { $0.isEmpty ? nil : $0 }
    metadata.url = page.title.isEmpty ? nil : address?.url(ofTitle: page.title)
    switch page.revision.contributor {
    case .user(let name, let id):
      metadata.editor = name
      metadata.editorID = id
    case .ip(let address):
      metadata.editor = address
    case .deleted, .none:
      break
    }
    return metadata
  }
}
