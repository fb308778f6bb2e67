import Foundation
import Wikitext

/// What is asked of hostile input, from the promises of the design.
enum HostileTarget {
  static let small = 100_000
  static let large = 1_000_000
  static let growth = 12.0
  static let seconds = 2.0
  static let bytesPerByte = 64.0
  /// CPU seconds after which a pattern counts as hanging.
  static let patience = 20
}

/// How far hostile input is taken.
enum HostileStage: String, CaseIterable {
  case tree, article

  var title: String { self == .tree ? "tree" : "tree, document, Article JSON" }
}

/// What was measured of one pattern.
struct HostileResult: Codable {
  var name: String
  var small = 0.0
  var large = 0.0
  var bytesPerByte = 0.0
  var outputPerByte = 0.0
  var depth = 0
  var problem: String?

  var growth: Double { small > 0 ? large / small : 0 }
}

/// `bench hostile`: patterns at 100 KB and 1 MB, each in a process of its own.
struct HostileCommand {
  private let usesPairs: Bool
  private let only: String?
  private let step: Int
  private let rounds: Int
  private let showsAll: Bool
  private let checks: Bool
  private let stages: [HostileStage]

  init(_ arguments: inout Arguments) throws {
    usesPairs = arguments.flag("--pairs")
    only = try arguments.option("--only")
    step = max(try arguments.integer("--every") ?? 1, 1)
    rounds = max(try arguments.integer("--rounds") ?? 3, 1)
    showsAll = arguments.flag("--all")
    checks = arguments.flag("--check")
    let stage = try arguments.option("--stage")
    stages = HostileStage.allCases.filter { stage == nil || stage == $0.rawValue }
    if stages.isEmpty { throw UsageError("--stage is tree or article") }
    try arguments.finish()
  }

  func run() throws {
    let patterns = usesPairs ? HostilePattern.pairs : HostilePattern.all
    let chosen = patterns.indices.filter { $0 % step == 0 && (only.map(patterns[$0].name.contains) ?? true) }
    var problems = 0
    var misses = 0
    for stage in stages {
      print(
        "hostile input, \(stage.title): \(chosen.count) patterns at 100 KB and 1 MB, \(Resources.clockName), best of \(rounds), memory warm"
      )
      var results: [HostileResult] = []
      for index in chosen {
        var result = try measure(index, patterns[index].name, stage)
        // Once more before it is called a miss: page faults and neighbours make growth noisy.
        if result.problem == nil, result.growth > HostileTarget.growth {
          let again = try measure(index, patterns[index].name, stage)
          result.small = max(result.small, again.small)
          result.large = min(result.large, again.large)
        }
        if result.problem != nil || isMiss(result) { note(line(result)) }
        results.append(result)
      }
      problems += results.count { $0.problem != nil }
      misses += results.count { isMiss($0) }
      report(results, stage)
    }
    if problems > 0 { throw Failure("\(problems) patterns crash, hang or lose something") }
    if checks, misses > 0 { throw Failure("\(misses) patterns miss a target") }
  }

  private func isMiss(_ result: HostileResult) -> Bool {
    result.growth > HostileTarget.growth || result.large > HostileTarget.seconds
      || result.bytesPerByte > HostileTarget.bytesPerByte
  }

  /// Measures a pattern in two processes: the memory in one that was just born, the time in one that keeps its own.
  private func measure(_ index: Int, _ name: String, _ stage: HostileStage) throws -> HostileResult {
    var result = try child(index, name, stage, "memory")
    if result.problem != nil { return result }
    let times = try child(index, name, stage, "time")
    result.problem = times.problem
    result.small = times.small
    result.large = times.large
    return result
  }

  private func child(_ index: Int, _ name: String, _ stage: HostileStage, _ figure: String) throws -> HostileResult {
    var arguments = ["hostile-child", String(index), "--stage", stage.rawValue, "--rounds", String(rounds)]
    arguments += ["--figure", figure]
    if usesPairs { arguments.append("--pairs") }
    let child = try Child.run(arguments, keepingErrors: true, keepsFreedMemory: figure == "time")
    let last = child.output.split(separator: "\n").last.map { Data($0.utf8) } ?? Data()
    var result = (try? JSONDecoder().decode(HostileResult.self, from: last)) ?? HostileResult(name: name)
    if !child.isFine {
      let reason = child.errors.split(separator: "\n").first(where: { $0.contains("atal error") })
      result.problem = reason.map(String.init) ?? "killed (crash, or over \(HostileTarget.patience) s or 4 GB)"
    }
    return result
  }

  private func report(_ results: [HostileResult], _ stage: HostileStage) {
    func table(_ title: String, by key: (HostileResult) -> Double) {
      print("\nthe worst by \(title):\n\(heading)")
      for result in results.sorted(by: { key($0) > key($1) }).prefix(showsAll ? results.count : 10) {
        print(line(result))
      }
    }
    table("growth") { $0.growth }
    table("time") { $0.large }
    table("memory") { $0.bytesPerByte }
    if stage == .article { table("depth of the JSON") { Double($0.depth) } }
    let growth = results.map { $0.growth }.max() ?? 0
    let seconds = results.map { $0.large }.max() ?? 0
    let bytes = results.map { $0.bytesPerByte }.max() ?? 0
    let depth = results.map { $0.depth }.max() ?? 0
    print(
      """

      verdict, \(stage.title): growth at most \(fixed(growth)) (target \(fixed(HostileTarget.growth, 0))), \
      1 MB in at most \(fixed(seconds, 3)) s (target \(fixed(HostileTarget.seconds, 0))), \
      at most \(fixed(bytes)) bytes a byte (target \(fixed(HostileTarget.bytesPerByte, 0))), \
      \(results.count { $0.problem != nil }) broken\(depth > 0 ? ", JSON at most \(depth) deep" : "")

      """
    )
  }

  private var heading: String {
    "  growth".aligned(9) + "ms 1 MB".aligned(10) + "ms 100 KB".aligned(11) + "B/B".aligned(8) + "  pattern"
  }

  private func line(_ result: HostileResult) -> String {
    fixed(result.growth).aligned(9) + fixed(result.large * 1000, 2).aligned(10)
      + fixed(result.small * 1000, 3).aligned(11)
      + fixed(result.bytesPerByte).aligned(8) + "  " + result.name
      + (result.outputPerByte > 0 ? "  (output \(fixed(result.outputPerByte)) B/B, \(result.depth) deep)" : "")
      + (result.problem.map { "  BROKEN: \($0)" } ?? "")
  }
}

/// The child of ``HostileCommand``: one pattern, one stage.
struct HostileChild {
  private let pattern: HostilePattern
  private let stage: HostileStage
  private let rounds: Int
  private let measuresMemory: Bool

  init(_ arguments: inout Arguments) throws {
    let patterns = arguments.flag("--pairs") ? HostilePattern.pairs : HostilePattern.all
    rounds = max(try arguments.integer("--rounds") ?? 3, 1)
    measuresMemory = try arguments.option("--figure") != "time"
    guard let stage = HostileStage(rawValue: try arguments.option("--stage") ?? "tree") else {
      throw UsageError("--stage is tree or article")
    }
    guard let index = arguments.next().flatMap({ Int($0) }), patterns.indices.contains(index) else {
      throw UsageError("the number of a pattern is missing")
    }
    self.stage = stage
    pattern = patterns[index]
    try arguments.finish()
  }

  func run() throws {
    Resources.limit(cpuSeconds: HostileTarget.patience, memory: 4 << 30)
    // Chinese: the one language whose converter makes `-{` markup; all else is read as everywhere.
    let engine = Engine(wiki: pattern.name.contains("-{") ? "zh.wikipedia" : "en.wikipedia")
    var result = HostileResult(name: pattern.name)
    _ = work(engine, Array("a [[b]]".utf8))

    if measuresMemory { measureMemory(engine, &result) } else { measureTime(engine, &result) }
    FileHandle.standardOutput.write(try JSONEncoder().encode(result))
  }

  private func measureMemory(_ engine: Engine, _ result: inout HostileResult) {
    // What hangs shows at a tenth of the size.
    let begin = Resources.seconds
    _ = work(engine, pattern.make(HostileTarget.small))
    let seconds = Resources.seconds - begin
    if seconds > HostileTarget.seconds {
      result.problem = "100 KB take \(fixed(seconds, 2)) s"
      return
    }
    // The input itself counts.
    Resources.resetPeak()
    let before = Resources.memory.now
    let large = pattern.make(HostileTarget.large)
    let output = work(engine, large)
    result.bytesPerByte = Double(max(Resources.memory.peak - before, 0)) / Double(large.count)

    result.problem = TreeInvariants.problem(engine.parser.parse(large), of: large)
    if stage == .article {
      result.outputPerByte = Double(output.count) / Double(large.count)
      do { result.depth = try JSONValidator.check(output) } catch { result.problem = "Article JSON: \(error)" }
    }
  }

  private func measureTime(_ engine: Engine, _ result: inout HostileResult) {
    let small = pattern.make(HostileTarget.small)
    let large = pattern.make(HostileTarget.large)
    result.small = time(engine, small) * Double(HostileTarget.small) / Double(small.count)
    result.large = time(engine, large) * Double(HostileTarget.large) / Double(large.count)
  }

  private func work(_ engine: Engine, _ source: [UInt8]) -> [UInt8] {
    switch stage {
    case .tree:
      _ = engine.parser.parse(source)
      return []
    case .article:
      return engine.pipeline.convert(source, metadata: PageMetadata(title: "Hostile"))
    }
  }

  /// Seconds of one pass, best of the rounds, warmed up; a sample is at least some milliseconds long.
  private func time(_ engine: Engine, _ source: [UInt8]) -> Double {
    var begin = Resources.seconds
    _ = work(engine, source)
    let first = Resources.seconds - begin
    let passes = max(1, min(100, Int(0.01 / max(first, 1e-6))))
    var best = first
    for _ in 0..<(first > 1 ? 1 : rounds) {
      begin = Resources.seconds
      for _ in 0..<passes { _ = work(engine, source) }
      best = min(best, (Resources.seconds - begin) / Double(passes))
    }
    return best
  }
}
