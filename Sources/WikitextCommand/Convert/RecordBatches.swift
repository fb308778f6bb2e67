import MediaWikiDump

/// Pages on their way to becoming records, to be converted by one thread.
protocol RecordBatch: Sendable {
  /// The place among the batches.
  var number: Int { get }

  /// The records, a line each, or laid out for people.
  func convert(isPretty: Bool) -> [UInt8]
}

/// The pages of an input in batches, and what became of the others.
protocol RecordBatches: ~Copyable {
  /// A batch.
  associatedtype Batch: RecordBatch

  /// The next pages; `nil` at the end.
  mutating func next() throws(DumpError) -> Batch?

  /// What was read so far.
  var statistics: DumpStatistics { get }
  /// What becomes of it.
  var counts: ConversionCounts { get }
  /// What the input says about its wiki.
  var siteInfo: SiteInfo? { get }
  /// Whether the input was read to its end.
  var isComplete: Bool { get }
  /// The digest of the input; `nil` if it was not asked for, or the input not read to its end, or there is none.
  var digest: String? { get }
}
