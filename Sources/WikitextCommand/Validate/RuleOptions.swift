import ArgumentParser
import Wikitext

/// Which rules are asked.
struct RuleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Ask only this rule; can be repeated.", valueName: "rule"))
  var rule: [String] = []

  @Option(help: ArgumentHelp("Do not ask this rule; can be repeated.", valueName: "rule"))
  var noRule: [String] = []

  /// The selection, made of what a configuration says.
  func selection(from standard: RuleSelection) throws(CommandFailure) -> RuleSelection {
    for id in rule + noRule { _ = try RuleOptions.rule(id) }
    var selection = standard
    if !rule.isEmpty {
      for id in selection.ids where !rule.contains(id) { selection.remove(id) }
      for id in rule where !selection.contains(id) {
        if let page = try RuleOptions.rule(id) as? any PageRule { selection.insert(page) }
      }
    }
    for id in noRule { selection.remove(id) }
    return selection
  }

  /// The rule of an id.
  static func rule(_ id: String) throws(CommandFailure) -> any Rule {
    if let rule = RuleCatalog.rule(id) { return rule }
    throw CommandFailure(.usage, "there is no rule \(id); wikitext explain lists them")
  }
}
