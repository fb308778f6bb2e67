/// What a reader has read and returned so far.
///
/// Between two calls of `next()`, always: `pagesSeen == pagesReturned + pagesSkipped`.
public struct DumpStatistics: Sendable, Equatable {
  /// Pages that ended, one way or the other. A page counts with its last event.
  public package(set) var pagesSeen = 0
  /// Pages returned, each once however many revisions came of it.
  public package(set) var pagesReturned = 0
  /// Pages skipped, by reason. Reasons that did not occur are absent.
  public package(set) var skipped: [SkipReason: Int] = [:]
  /// Problems reported.
  public package(set) var problems = 0
  /// Revisions read to their end, whether returned or not.
  public package(set) var revisionsSeen = 0
  /// Bytes read from the file, pipe or array as stored.
  public package(set) var compressedBytesRead: Int64 = 0
  /// Bytes after decompression (and after conversion to UTF-8 for UTF-16 input).
  public package(set) var bytesRead: Int64 = 0

  /// All pages skipped.
  public var pagesSkipped: Int { skipped.values.reduce(0, +) }

  /// Nothing so far.
  public init() {}

  mutating func count(_ event: DumpEvent) {
    switch event {
    case .page(let page):
      guard page.isLastRevision else { return }
      pagesSeen += 1
      pagesReturned += 1
    case .skipped(let page):
      pagesSeen += 1
      skipped[page.reason.name, default: 0] += 1
    case .problem:
      problems += 1
    }
  }
}
