import Dispatch
import Foundation
import Synchronization
import Wikitext

/// `bench fuzz`: mutations in child processes, so that a trap costs one input and not the run.
struct FuzzCommand {
  private let count: Int
  private let folder: String
  private let seed: UInt64
  private let threads: Int
  private let failures: String
  private let chunk = 20_000
  /// After so many failures something is so wrong that more are of no use.
  private let mostFailures = 40

  init(_ arguments: inout Arguments) throws {
    seed = UInt64(try arguments.integer("--seed") ?? 1)
    threads = max(try arguments.integer("--threads") ?? 2, 1)
    failures = try arguments.option("--failures") ?? "fuzz-failures"
    guard let text = arguments.next(), let count = Int(text), count > 0 else { throw UsageError("COUNT is missing") }
    self.count = count
    folder = arguments.next() ?? Corpus.defaultFolder()
    try arguments.finish()
  }

  private struct State {
    var nextChunk = 0
    var done = 0
    var failures: [String] = []
    var kinds: [String: Int] = [:]
  }

  func run() throws {
    let began = Date()
    let state = Mutex(State())
    let corpus = try Corpus(folder)
    let mutator = Mutator(corpus: corpus, seed: seed)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let first = state.withLock { state in
          defer { state.nextChunk += chunk }
          return state.failures.count < mostFailures ? state.nextChunk : count
        }
        guard first < count else { return }
        runChunk(first..<min(first + chunk, count), mutator, state)
      }
    }
    let result = state.withLock { $0 }
    let seconds = Date().timeIntervalSince(began)
    for failure in result.failures.sorted() { print(failure) }
    print(
      "fuzz: \(result.done) mutations, seed \(seed), \(result.failures.count) failures, \(fixed(seconds)) s on \(threads) threads"
    )
    if !result.failures.isEmpty { throw Failure("inputs that failed are in \(failures)/") }
  }

  /// Runs one chunk, going on behind each input that kills the child.
  private func runChunk(_ range: Range<Int>, _ mutator: Mutator, _ state: borrowing Mutex<State>) {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    var start = range.lowerBound
    while start < range.upperBound {
      let arguments = [
        "fuzz-child", String(start), String(range.upperBound), mutator.corpus.root, "--seed", String(seed), "--place", place.path,
      ]
      guard let child = try? Child.run(arguments, keepingErrors: true) else {
        report("?", start, "the child did not start", mutator, state)
        return
      }
      // Each line: the number of a mutation and what is wrong with it.
      for line in child.output.split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 1)
        if parts.count == 2, let index = Int(parts[0]) { report("wrong", index, String(parts[1]), mutator, state) }
      }
      if child.isFine {
        state.withLock { $0.done += range.upperBound - start }
        return
      }
      let reached = Int((try? String(contentsOf: place, encoding: .utf8)) ?? "") ?? start
      let reason = child.errors.split(separator: "\n").first(where: { $0.contains("atal error") })
      report("crash", reached, reason.map(String.init) ?? "killed (exit code \(child.exitCode ?? -1))", mutator, state)
      state.withLock { $0.done += reached + 1 - start }
      start = reached + 1
      if state.withLock({ $0.failures.count >= mostFailures }) { return }
    }
  }

  private func report(
    _ kind: String, _ index: Int, _ reason: String, _ mutator: Mutator, _ state: borrowing Mutex<State>
  ) {
    let input = mutator.input(index)
    let name = "\(failures)/seed\(seed)-\(index).wikitext"
    try? FileManager.default.createDirectory(atPath: failures, withIntermediateDirectories: true)
    try? Data(input.source).write(to: URL(fileURLWithPath: name))
    let line = "\(kind): \(name) (\(mutator.corpus.wikis[input.wiki])): \(reason)"
    note(line)
    state.withLock { $0.failures.append(line) }
  }
}

/// The child of ``FuzzCommand``: mutations one after the other, in one process.
struct FuzzChild {
  private let range: Range<Int>
  private let mutator: Mutator
  private let place: String?

  init(_ arguments: inout Arguments) throws {
    let seed = UInt64(try arguments.integer("--seed") ?? 1)
    place = try arguments.option("--place")
    guard let first = arguments.next().flatMap({ Int($0) }) else { throw UsageError("INDEX is missing") }
    let end = place == nil ? first + 1 : arguments.next().flatMap { Int($0) } ?? first + 1
    range = first..<max(end, first + 1)
    let folder = arguments.next() ?? Corpus.defaultFolder()
    try arguments.finish()
    mutator = Mutator(corpus: try Corpus(folder), seed: seed)
  }

  func writeInput() throws {
    try FileHandle.standardOutput.write(contentsOf: Data(mutator.input(range.lowerBound).source))
  }

  func run() throws {
    Resources.limit(cpuSeconds: 300)
    var engines: [Engine?] = Array(repeating: nil, count: mutator.corpus.wikis.count)
    guard let place, FileManager.default.createFile(atPath: place, contents: nil),
      let file = FileHandle(forWritingAtPath: place)
    else { throw Failure("the place of the run cannot be written") }
    for index in range {
      // Where a trap happened is what the parent reads here.
      try file.seek(toOffset: 0)
      try file.write(contentsOf: Data(String(index).utf8))
      let input = mutator.input(index)
      let engine = engines[input.wiki] ?? Engine(wiki: mutator.corpus.wikis[input.wiki])
      engines[input.wiki] = engine
      if let problem = FuzzChild.problem(with: input.source, engine, index: index) {
        // At once: a later trap would lose what is in a buffer.
        try FileHandle.standardOutput.write(contentsOf: Data("\(index) \(problem)\n".utf8))
      }
    }
  }

  /// What is wrong with the engine's work on one input.
  ///
  /// The tree is checked each time; the document and Article JSON, which cost more, each fourth time, and a parser
  /// without a past each sixteenth time.
  static func problem(with source: [UInt8], _ engine: Engine, index: Int) -> String? {
    let tree = engine.parser.parse(source)
    if let problem = TreeInvariants.problem(tree, of: source) { return problem }
    if index % 16 == 0 {
      let fresh = SyntaxTree(parsing: source, configuration: engine.configuration)
      if !TreeInvariants.areEqual(tree, fresh) { return "a fresh parser makes another tree" }
    }
    if index % 4 == 0 {
      let json = engine.pipeline.convert(source, metadata: PageMetadata(title: "Fuzz"))
      do { try JSONValidator.check(json) } catch { return "Article JSON: \(error)" }
    }
    return nil
  }
}
