import MediaWikiDump

/// Turns batches of pages into lines, several at a time, and writes them in the order of the dump.
struct Conversion {
  /// How many batches are converted at the same time.
  var jobs: Int
  /// Whether records are laid out for people.
  var isPretty: Bool

  /// More jobs than this for each processor only take memory.
  private static let mostJobs = 4
  /// How many finished batches may wait for an earlier one, for each job. Bounds the memory.
  private static let waitingBatches = 4

  /// Converts all of them.
  ///
  /// The bytes written do not depend on the number of jobs. With one, all is done by one thread. With more, this task
  /// reads and writes, and that many others convert.
  /// - Parameters:
  ///   - batches: the pages.
  ///   - output: where the lines go.
  ///   - progress: called between batches.
  /// - Throws: `DumpError` when the dump cannot be read on, `CommandFailure` when the output cannot be written.
  func run<Batches: RecordBatches & ~Copyable>(
    _ batches: inout Batches,
    to output: inout ByteOutput,
    progress: (borrowing Batches) -> Void
  ) async throws {
    if jobs == 1 {
      while let batch = try batches.next() {
        try output.write(batch.convert(isPretty: isPretty))
        progress(batches)
      }
    } else {
      try await runInParallel(&batches, to: &output, progress: progress)
    }
    try output.flush()
  }

  private func runInParallel<Batches: RecordBatches & ~Copyable>(
    _ batches: inout Batches,
    to output: inout ByteOutput,
    progress: (borrowing Batches) -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (number: Int, lines: [UInt8]).self) { group in
      let jobs = min(jobs, Conversion.mostJobs * System.processorCount)
      var running = 0
      var nextNumber = 0
      // Finished before their turn, by number.
      var waiting: [Int: [UInt8]] = [:]
      var hasMore = true
      while hasMore || running > 0 {
        if hasMore, let batch = try batches.next() {
          // A batch more than there are jobs is read ahead, but waits here.
          while running >= jobs || waiting.count >= jobs * Conversion.waitingBatches {
            guard let done = try await group.next() else { break }
            running -= 1
            waiting[done.number] = done.lines
            try write(&waiting, from: &nextNumber, to: &output)
          }
          group.addTask { [isPretty] in (batch.number, batch.convert(isPretty: isPretty)) }
          running += 1
        } else {
          hasMore = false
          guard let done = try await group.next() else { break }
          running -= 1
          waiting[done.number] = done.lines
          try write(&waiting, from: &nextNumber, to: &output)
        }
        progress(batches)
      }
    }
  }

  private func write(
    _ waiting: inout [Int: [UInt8]],
    from nextNumber: inout Int,
    to output: inout ByteOutput
  ) throws(CommandFailure) {
    while let lines = waiting.removeValue(forKey: nextNumber) {
      try output.write(lines)
      nextNumber += 1
    }
  }
}
