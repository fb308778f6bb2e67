import Foundation
import Wikitext

/// `bench rules`: what each rule of the validator takes on real articles, and what it finds.
///
/// A rule is asked alone, of trees that were parsed before. One that looks at documents or values pays for their making,
/// which rules asked together share: so the sum is more than all together.
struct RulesCommand {
  private let folder: String
  private let rounds: Int
  private let step: Int

  init(_ arguments: inout Arguments) throws {
    rounds = max(try arguments.integer("--rounds") ?? 3, 1)
    step = max(try arguments.integer("--every") ?? 20, 1)
    folder = arguments.next() ?? Corpus.defaultFolder()
    try arguments.finish()
  }

  func run() throws {
    let corpus = try Corpus(folder, every: step)
    let configurations = corpus.wikis.map { SiteConfiguration(wiki: $0) ?? .standard }
    let trees = corpus.articles.map { SyntaxTree(parsing: $0.source, configuration: configurations[$0.wiki]) }
    print("\(trees.count) articles, \(fixed(Double(corpus.byteCount) / 1e6, 2)) MB of wikitext; \(Resources.clockName)")
    print("rule".padded(44) + "ns/byte".aligned(10) + "findings".aligned(10))
    let none = measure(RuleSelection([]), trees)
    report("(no rule)", none, 0, corpus)
    report("(all rules that are on)", measure(.standard, trees), none.seconds, corpus)
    var rows: [(id: String, seconds: Double, findings: Int)] = []
    for rule in RuleCatalog.pages where rule.about.dialects.contains(.wikitext) {
      var selection = RuleSelection([])
      selection.insert(rule)
      let (seconds, findings) = measure(selection, trees)
      rows.append((rule.about.id, seconds, findings))
    }
    for row in rows.sorted(by: { $0.seconds > $1.seconds }) {
      report(row.id, (row.seconds, row.findings), none.seconds, corpus)
    }
  }

  private func report(_ name: String, _ result: (seconds: Double, findings: Int), _ base: Double, _ corpus: Corpus) {
    let nanoseconds = max(0, result.seconds - base) * 1e9 / Double(corpus.byteCount)
    print(name.padded(44) + fixed(nanoseconds, 2).aligned(10) + String(result.findings).aligned(10))
  }

  /// The best of the rounds.
  private func measure(_ rules: RuleSelection, _ trees: [SyntaxTree]) -> (seconds: Double, findings: Int) {
    var validator = Validator(rules: rules)
    var best = Double.infinity
    var findings = 0
    for _ in 0...rounds {
      findings = 0
      let begin = Resources.seconds
      for tree in trees { findings += validator.validate(tree).count }
      best = min(best, Resources.seconds - begin)
    }
    return (best, findings)
  }
}
