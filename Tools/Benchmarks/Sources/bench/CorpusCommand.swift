import Foundation
import Wikitext

/// How far an article is taken. Each stage begins with the bytes of the page, and includes those before it; `validate`
/// has no JSON in it, and of documents and values only what rules ask for.
enum CorpusStage: String, CaseIterable {
  case tokenizer, tree, document, article, validate

  var title: String { self == .article ? "Article JSON" : rawValue }

  /// Takes an article so far; gives a number that depends on the result.
  func run(_ article: Corpus.Article, _ engine: Engine) -> Int {
    switch self {
    case .tokenizer: engine.parser.tokenize(article.source)
    case .tree: engine.parser.parse(article.source).nodeCount
    case .document: engine.reader.read(engine.parser.parse(article.source)).source.count
    case .article: engine.pipeline.convert(article.source, metadata: PageMetadata(title: article.title)).count
    case .validate: engine.validator.validate(engine.parser.parse(article.source)).count
    }
  }
}

/// `bench corpus`: MB of wikitext a second and instructions a byte, stage by stage, on real articles.
struct CorpusCommand {
  private let folder: String
  private let rounds: Int
  private let step: Int
  private let stages: [CorpusStage]
  private let countsInstructions: Bool
  private let isForMachines: Bool
  private let listsOnly: Bool

  /// Under callgrind every so manieth article is enough: it is fifty times slower.
  private static let instructionStep = 40

  init(_ arguments: inout Arguments) throws {
    rounds = max(try arguments.integer("--rounds") ?? 5, 1)
    step = max(try arguments.integer("--every") ?? 1, 1)
    let stage = try arguments.option("--stage")
    stages = CorpusStage.allCases.filter { stage == nil || stage == $0.rawValue }
    if stages.isEmpty { throw UsageError("--stage is tokenizer, tree, document, article or validate") }
    isForMachines = arguments.flag("--machine")
    countsInstructions = !arguments.flag("--no-instructions") && !isForMachines
    listsOnly = arguments.flag("--list")
    folder = arguments.next() ?? Corpus.defaultFolder()
    try arguments.finish()
  }

  func run() throws {
    let corpus = try Corpus(folder, every: step)
    if listsOnly {
      for article in corpus.articles { print(article.path) }
      return
    }
    let engines = corpus.engines()
    if !isForMachines {
      print(
        "\(corpus.articles.count) articles of \(corpus.wikis.count) wikis, \(fixed(megabytes(corpus.byteCount), 2)) MB of wikitext; one thread,"
      )
      print("\(Resources.clockName), \(rounds) rounds; each stage includes those before it")
      print(
        "stage".padded(14) + "best MB/s".aligned(11) + "median".aligned(9)
          + (countsInstructions ? "instructions/byte".aligned(20) : "")
      )
    }
    var times: [[Double]] = Array(repeating: [], count: stages.count)
    // The first round warms up; the stages take turns, so that a noisy moment does not hit one of them alone.
    for round in 0...rounds {
      for (number, stage) in stages.enumerated() {
        let seconds = time(stage, corpus, engines)
        if round > 0 { times[number].append(seconds) }
      }
    }
    var reason: String?
    for (number, stage) in stages.enumerated() {
      if isForMachines {
        print(stage.rawValue, corpus.byteCount, times[number].map { String($0) }.joined(separator: " "))
        continue
      }
      let best = megabytes(corpus.byteCount) / (times[number].min() ?? 1)
      let median = megabytes(corpus.byteCount) / times[number].median
      var line = stage.title.padded(14) + fixed(best).aligned(11) + fixed(median).aligned(9)
      if countsInstructions {
        switch try Instructions.perByte(stage, folder, every: max(step, CorpusCommand.instructionStep)) {
        case .counted(let value, let tool): line += fixed(value).aligned(20) + "  (\(tool))"
        case .unavailable(let why):
          line += "-".aligned(20)
          reason = why
        }
      }
      print(line)
    }
    if let reason { print("no instruction counts: \(reason)") }
  }

  private func megabytes(_ bytes: Int) -> Double { Double(bytes) / 1e6 }

  private func time(_ stage: CorpusStage, _ corpus: Corpus, _ engines: [Engine]) -> Double {
    var sum = 0
    let begin = Resources.seconds
    for article in corpus.articles { sum &+= stage.run(article, engines[article.wiki]) }
    let seconds = Resources.seconds - begin
    // What is made must not be optimized away.
    if sum == .min { note("unlikely") }
    return seconds
  }
}

/// Instruction counts, by whichever tool is there.
enum Instructions {
  case counted(Double, tool: String)
  case unavailable(String)

  /// Instructions a byte of one stage: a run with two rounds more than another, whose counts are subtracted, so that
  /// start-up and warming up do not count.
  static func perByte(_ stage: CorpusStage, _ folder: String, every step: Int) throws -> Instructions {
    let bytes = try Corpus(folder, every: step).byteCount
    func arguments(_ rounds: Int) -> [String] {
      ["corpus", folder, "--machine", "--stage", stage.rawValue, "--every", String(step), "--rounds", String(rounds)]
    }
    for tool in [Tool.perf, Tool.callgrind] {
      guard let few = try tool.count(arguments(1)), let many = try tool.count(arguments(3)), many > few else {
        continue
      }
      return .counted(Double(many - few) / 2 / Double(bytes), tool: tool.name)
    }
    return .unavailable("perf counts no instructions on this machine, and valgrind is not installed")
  }

  private struct Tool {
    let name: String
    let launcher: [String]
    let number: @Sendable (String) -> Int?

    func count(_ arguments: [String]) throws -> Int? {
      let child = try Child.run(arguments, below: launcher, keepingErrors: true)
      return child.isFine ? number(child.errors) : nil
    }

    static let perf = Tool(name: "perf", launcher: ["perf", "stat", "-x,", "-e", "instructions:u"]) { errors in
      for line in errors.split(separator: "\n") where line.contains("instructions") {
        return line.split(separator: ",").first.flatMap { Int($0) }
      }
      return nil
    }

    static let callgrind = Tool(
      name: "callgrind",
      launcher: ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    ) { errors in
      for line in errors.split(separator: "\n") {
        guard let mark = line.range(of: "Collected :") else { continue }
        return line[mark.upperBound...].split(separator: " ").first.flatMap { Int($0) }
      }
      return nil
    }
  }
}
