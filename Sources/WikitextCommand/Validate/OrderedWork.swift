/// Works on batches, several at a time, and hands over what becomes of them in their order.
struct OrderedWork {
  /// How many batches are worked on at the same time.
  var jobs: Int

  /// More jobs than this for each processor only take memory.
  private static let mostJobs = 4
  /// How many results may wait for an earlier one, for each job. Bounds the memory.
  private static let waitingResults = 4

  /// Works on all of them.
  ///
  /// What `take` is given, and when, does not depend on the number of jobs. With one, all is done by one thread.
  /// - Parameters:
  ///   - next: gives the next batch; nil at the end.
  ///   - work: what is done with a batch, on any thread.
  ///   - take: is given the results, one by one.
  /// - Throws: what `next` and `take` throw.
  func run<Batch: Sendable, Result: Sendable>(
    next: () throws -> Batch?,
    work: @escaping @Sendable (Batch) -> Result,
    take: (Result) throws -> Void
  ) async throws {
    if jobs == 1 {
      while let batch = try next() { try take(work(batch)) }
      return
    }
    let jobs = min(jobs, OrderedWork.mostJobs * System.processorCount)
    try await withThrowingTaskGroup(of: (number: Int, result: Result).self) { group in
      var started = 0
      var finished = 0
      var taken = 0
      // Finished before their turn, by number.
      var waiting: [Int: Result] = [:]
      var hasMore = true
      while hasMore || started > finished {
        let hasRoom = started - finished < jobs && waiting.count < jobs * OrderedWork.waitingResults
        if hasMore, hasRoom {
          if let batch = try next() {
            group.addTask { [started] in (started, work(batch)) }
            started += 1
          } else {
            hasMore = false
          }
          continue
        }
        guard let done = try await group.next() else { break }
        finished += 1
        waiting[done.number] = done.result
        while let result = waiting.removeValue(forKey: taken) {
          try take(result)
          taken += 1
        }
      }
    }
  }
}
