import MediaWikiDump

/// What became of the pages of a dump. Always: pages seen = written + omitted.
struct ConversionCounts: Sendable {
  /// Pages that were made into records, or are about to.
  var written = 0
  /// Pages that were not, by reason.
  var omitted: [OmissionReason: Int] = [:]
  /// What the reader complained about, by kind.
  var problems: [DumpProblem.Kind: Int] = [:]

  /// All pages that were not made into records.
  var omittedCount: Int { omitted.values.reduce(0, +) }

  /// All pages.
  var seen: Int { written + omittedCount }

  /// Whether anything is lost that the dump should have.
  var hasDamage: Bool { omitted.keys.contains(where: \.isDamage) || problems.keys.contains(where: \.isDamage) }
}
