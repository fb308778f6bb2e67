public import ArgumentParser
public import Wikitext

extension Severity: ExpressibleByArgument {}
extension FailureThreshold: ExpressibleByArgument {}

/// Which rules are asked, and which findings matter.
struct RuleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Ask only this rule, even if it is off; can be repeated.", valueName: "rule"))
  var rule: [String] = []

  @Option(help: ArgumentHelp("Do not ask this rule; can be repeated.", valueName: "rule"))
  var noRule: [String] = []

  @Option(help: "Report no findings that matter less.")
  var severity = Severity.info

  @Option(help: "Fail when there are findings that matter so much: error, warning, info, never; warning by default.")
  var failOn: FailureThreshold?

  /// A selection as these options have it.
  ///
  /// - Parameter standard: what a configuration says.
  /// - Returns: the rules.
  /// - Throws: when there is no such rule.
  func selection(from standard: RuleSelection) throws(CommandFailure) -> RuleSelection {
    for id in rule + noRule { _ = try RuleOptions.rule(id) }
    var selection = standard
    if !rule.isEmpty {
      for id in selection.ids where !rule.contains(id) { selection.remove(id) }
      for id in rule where !selection.contains(id) {
        selection.insert(try RuleOptions.rule(id))
      }
    }
    for id in noRule { selection.remove(id) }
    return selection
  }

  /// The rule of an id.
  static func rule(_ id: String) throws(CommandFailure) -> any Rule {
    if let rule = RuleCatalog.rule(id) { return rule }
    let nearest = RuleCatalog.nearestID(to: id).map { "the nearest is \($0); " } ?? ""
    throw CommandFailure(.usage, "there is no rule \(id); \(nearest)wikitext explain lists them all")
  }
}
