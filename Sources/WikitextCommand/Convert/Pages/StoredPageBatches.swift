import MediaWikiDump
import Wikitext

/// Pages of a collection, to be converted by one thread.
struct StoredPageBatch: RecordBatch {
  /// A batch is full with this many bytes of text.
  private static let fullSize = 256 << 10
  /// Or with this many pages.
  private static let fullLength = 512

  let number: Int
  let converter: StoredPageConverter
  var pages: [StoredPage] = []
  var byteCount = 0

  /// Whether it is time to hand it over.
  var isFull: Bool { byteCount >= StoredPageBatch.fullSize || pages.count >= StoredPageBatch.fullLength }

  func convert(isPretty: Bool) -> [UInt8] { converter.records(of: pages, isPretty: isPretty) }
}

/// The selected pages of a collection in batches, and what became of the others.
struct StoredPageBatches: RecordBatches, ~Copyable {
  private let pages: any StoredPages
  private let selection: PageSelection
  private let converter: StoredPageConverter
  private var batchCount = 0
  private var isFinished = false
  private var pagesSeen = 0
  /// Called with a line for people.
  private let report: (String) -> Void

  private(set) var counts = ConversionCounts()
  private(set) var isComplete = false
  var siteInfo: SiteInfo? { nil }
  var digest: String? { isComplete ? pages.digest : nil }

  /// - Parameters:
  ///   - pages: the collection.
  ///   - selection: which pages are wanted.
  ///   - converter: what makes records of them.
  ///   - report: called with lines for people.
  init(
    _ pages: any StoredPages,
    selection: PageSelection,
    converter: StoredPageConverter,
    report: @escaping (String) -> Void
  ) {
    self.pages = pages
    self.selection = selection
    self.converter = converter
    self.report = report
  }

  var statistics: DumpStatistics {
    var statistics = DumpStatistics()
    statistics.pagesSeen = pagesSeen
    statistics.pagesReturned = counts.written
    (statistics.compressedBytesRead, statistics.bytesRead) = pages.bytesRead
    return statistics
  }

  mutating func next() throws(DumpError) -> StoredPageBatch? {
    var batch: StoredPageBatch?
    while !isFinished {
      if let limit = selection.limit, counts.written >= limit {
        isFinished = true
        break
      }
      guard let event = try pages.next() else {
        isFinished = true
        isComplete = true
        break
      }
      pagesSeen += 1
      switch event {
      case .omitted(let reason, let line):
        counts.omitted[reason, default: 0] += 1
        if let line { report(line) }
      case .page(let page):
        if let namespaces = selection.namespaces, !namespaces.contains(page.metadata.namespace) {
          counts.omitted[.namespace, default: 0] += 1
          continue
        }
        counts.written += 1
        if batch == nil {
          batch = StoredPageBatch(number: batchCount, converter: converter)
          batchCount += 1
        }
        batch?.byteCount += page.bytes.count
        batch?.pages.append(page)
        if batch?.isFull == true { return batch }
      }
    }
    return batch
  }
}
