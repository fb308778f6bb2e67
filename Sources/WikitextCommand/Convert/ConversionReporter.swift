import MediaWikiDump

/// Tells people on the standard error how a conversion goes.
final class ConversionReporter {
  private let isTerminal = Terminal.isPresent(at: StandardError.descriptor)
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant
  private var hasProgressLine = false
  /// The size of the dump as it is stored; `nil` where that is not known beforehand.
  private let totalBytes: Int64?

  /// How often progress is shown.
  private static let interval = Duration.milliseconds(200)

  init(totalBytes: Int64?) {
    self.totalBytes = totalBytes
    lastShown = start
  }

  /// Seconds since the beginning.
  var elapsed: Double {
    let parts = (ContinuousClock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }

  /// Writes a line.
  func report(_ line: String) {
    clearProgress()
    StandardError.write(line: line)
  }

  /// Shows how far the conversion is, on a terminal, now and then.
  func showProgress<Batches: RecordBatches & ~Copyable>(_ batches: borrowing Batches) {
    guard isTerminal, ContinuousClock.now - lastShown >= ConversionReporter.interval else { return }
    lastShown = ContinuousClock.now
    let statistics = batches.statistics
    let seconds = elapsed
    var line = "\(statistics.pagesSeen.grouped) pages, \(rate(statistics.bytesRead, seconds))"
    if let totalBytes, totalBytes > 0, statistics.compressedBytesRead > 0 {
      let done = min(1, Double(statistics.compressedBytesRead) / Double(totalBytes))
      line += ", \(Int(done * 100)) %, \(clock(seconds / done - seconds)) left"
    }
    StandardError.write("\r\u{1B}[K" + line)
    hasProgressLine = true
  }

  /// The last word.
  func summarize(_ counts: ConversionCounts, _ statistics: DumpStatistics) {
    clearProgress()
    var line = "\(counts.written.grouped) of \(counts.seen.grouped) pages converted"
    let omitted = OmissionReason.allCases.compactMap { reason in
      counts.omitted[reason].map { "\($0.grouped) \(reason.phrase)" }
    }
    if !omitted.isEmpty { line += ", skipped: " + omitted.joined(separator: ", ") }
    let seconds = elapsed
    line += "; \(decimal(seconds)) s, \(rate(statistics.bytesRead, seconds))"
    if counts.hasDamage { line += "; the input is damaged" }
    StandardError.write(line: line)
  }

  private func clearProgress() {
    guard hasProgressLine else { return }
    hasProgressLine = false
    StandardError.write("\r\u{1B}[K")
  }

  private func rate(_ bytes: Int64, _ seconds: Double) -> String {
    "\(decimal(Double(bytes) / max(seconds, 1e-6) / 1e6)) MB/s"
  }

  /// One digit behind the point.
  private func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `1:23:45`, or `23:45` below an hour.
  private func clock(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded())
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let rest = "\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    return seconds < 3600 ? rest : "\(seconds / 3600):\(rest)"
  }
}

extension Int {
  /// With commas between thousands.
  fileprivate var grouped: String {
    let digits = Array(String(self))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
