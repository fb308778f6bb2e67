import MediaWikiDump
import Wikitext

/// Pages on their way to becoming records: enough of them that handing them over costs nothing beside the work.
struct PageBatch: RecordBatch {
  /// A batch is full with this many bytes of text.
  private static let fullSize = 256 << 10
  /// Or with this many pages: redirects are short.
  private static let fullLength = 512

  /// The place among the batches.
  let number: Int
  let site: ConversionSite
  var pages: [DumpPage] = []
  var byteCount = 0

  /// Whether it is time to hand it over.
  var isFull: Bool { byteCount >= PageBatch.fullSize || pages.count >= PageBatch.fullLength }

  /// The records, a line each, or laid out for people.
  func convert(isPretty: Bool) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(byteCount * 3)
    site.withPipeline { pipeline in
      for page in pages {
        lines += site.record(of: page, by: &pipeline, isPretty: isPretty)
      }
    }
    return lines
  }
}

/// The selected pages of a dump in batches, and what became of the others.
struct PageBatches: RecordBatches, ~Copyable {
  /// Of each kind of problem, this many are reported one by one.
  private static let reportedProblems = 10

  private let reader: DumpReader
  private let name: String
  private let selection: PageSelection
  private let configuration: SiteConfiguration?
  private let form: RecordForm
  private let data: NormalizerData
  private var site: ConversionSite?
  private var batchCount = 0
  private var isFinished = false
  /// Called with a line for people.
  private let report: (String) -> Void

  private(set) var counts = ConversionCounts()
  /// Whether the dump was read to its end.
  private(set) var isComplete = false

  /// - Parameters:
  ///   - reader: the dump.
  ///   - name: what to call the dump.
  ///   - selection: which pages are wanted.
  ///   - configuration: the grammar, if not that of the dump.
  ///   - form: what records hold.
  ///   - data: what is known of templates, infoboxes and words.
  ///   - report: called with lines for people.
  init(
    _ reader: DumpReader,
    name: String,
    selection: PageSelection,
    configuration: SiteConfiguration?,
    form: RecordForm,
    data: NormalizerData,
    report: @escaping (String) -> Void
  ) {
    self.reader = reader
    self.name = name
    self.selection = selection
    self.configuration = configuration
    self.form = form
    self.data = data
    self.report = report
  }

  /// What was read so far.
  var statistics: DumpStatistics { reader.statistics }

  /// What the dump says about its wiki.
  var siteInfo: SiteInfo? { reader.siteInfo }

  /// The digest of the dump; `nil` if it was not asked for, or the dump not read to its end.
  var digest: String? { isComplete ? reader.digest : nil }

  /// The next pages; `nil` at the end.
  mutating func next() throws(DumpError) -> PageBatch? {
    var batch: PageBatch?
    while !isFinished {
      if let limit = selection.limit, counts.written >= limit {
        isFinished = true
        break
      }
      guard let event = try reader.next() else {
        isFinished = true
        isComplete = true
        break
      }
      switch event {
      case .page(let page):
        let site = site ?? ConversionSite(reader.siteInfo, configuration: configuration, form: form, data: data)
        self.site = site
        if let reason = selection.reason(against: page, in: site.namespace(of: page)) {
          counts.omitted[reason, default: 0] += 1
          continue
        }
        counts.written += 1
        if batch == nil {
          batch = PageBatch(number: batchCount, site: site)
          batchCount += 1
        }
        batch?.byteCount += page.revision.text.count
        batch?.pages.append(page)
        if batch?.isFull == true { return batch }
      case .skipped(let page):
        skip(page)
      case .problem(let problem):
        note(problem)
        // The next document may be of another wiki.
        if problem.kind == .anotherDocument {
          site = nil
          if batch != nil { return batch }
        }
      }
    }
    return batch
  }

  private mutating func skip(_ page: SkippedPage) {
    counts.omitted[OmissionReason(page.reason.name), default: 0] += 1
    let title = page.title.map { "the page \"\($0)\"" } ?? "a page without a title"
    let reason =
      switch page.reason {
      case .broken(let message): "its markup is broken: \(message)"
      case .lostData: "part of it lay in a damaged block"
      case .noRevision: "it has no revision"
      case .tooLarge(let limit): "it has a text of more than \(limit) bytes"
      case .truncated: "the dump ends inside it"
      }
    report("skipped \(title) at byte \(page.byteOffset) of \(name): \(reason)")
  }

  private mutating func note(_ problem: DumpProblem) {
    counts.problems[problem.kind, default: 0] += 1
    let count = counts.problems[problem.kind, default: 0]
    guard count <= PageBatches.reportedProblems else { return }
    let place =
      switch problem.offset {
      case .compressed(let offset): "stored byte \(offset)"
      case .decompressed(let offset): "byte \(offset)"
      }
    report("warning: \(problem.message), at \(place) of \(name)")
    if count == PageBatches.reportedProblems { report("warning: further problems of this kind are only counted") }
  }
}
