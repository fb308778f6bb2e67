import MediaWikiDump

/// The end of a conversion: where the records go, the manifest beside them, and the last word.
struct ConversionWriting {
  let command: ConvertCommand
  /// The file to write; `nil` for the standard output.
  let output: String?
  /// What stands above the records.
  let header: [UInt8]
  /// Seconds since 1970.
  let started: Int

  /// Converts all batches.
  func run<Batches: RecordBatches & ~Copyable>(
    _ batches: inout Batches,
    _ selection: PageSelection,
    _ reporter: ConversionReporter
  ) async throws {
    let file = try output.map { try NewFile(path: $0) }
    let manifestFile = try output.flatMap { file?.isRegular == true ? try NewFile(path: $0 + ".manifest.json") : nil }
    var bytes = ByteOutput(file?.descriptor ?? .standardOutput)
    try bytes.write(header)
    let jobs = command.jobs ?? System.processorCount
    let conversion = Conversion(jobs: jobs, isPretty: command.pretty)
    try await conversion.run(&batches, to: &bytes, progress: reporter.showProgress)
    try file?.finish()
    if let output, let manifestFile {
      let manifest = ConversionManifest(
        input: command.input,
        digest: batches.digest,
        output: output,
        outputBytes: bytes.byteCount,
        namespaces: selection.namespaces,
        limit: selection.limit,
        wiki: command.wiki.wiki,
        format: command.format.rawValue,
        jobs: jobs,
        siteInfo: batches.siteInfo,
        counts: batches.counts,
        statistics: batches.statistics,
        isComplete: batches.isComplete,
        started: started,
        finished: System.secondsSince1970,
        seconds: reporter.elapsed
      )
      try manifestFile.descriptor.write(manifest.json())
      try manifestFile.finish()
    }
    reporter.summarize(batches.counts, batches.statistics)
    if batches.counts.hasDamage { System.exit(.damagedInput) }
  }
}
