public import WikitextValidator

/// The page of a rule in the documentation, made of what the rule says of itself.
public struct RulePage: Sendable {
  private let rule: RuleDescription

  /// The page of a rule.
  public init(_ rule: RuleDescription) { self.rule = rule }

  /// The page in Markdown.
  public var markdown: String {
    var page = "# \(rule.id)\n\n\(rule.summary)\n\n"
    page += "| severity | family | on by default | fix | pages in |\n|---|---|---|---|---|\n"
    page += "| \(facts.map(\.value).joined(separator: " | ")) |\n\n"
    page += "\(rule.explanation)\n\n"
    for file in rule.exampleData {
      page += "With `--data` and a file `\(file.name)`:\n\n\(fenced(file.text, as: ""))\n\n"
    }
    page += "Found:\n\n\(fenced(rule.bad))\n\n"
    page += "\(rule.hasFix ? "Right, and what the fix makes of it" : "Right"):\n\n\(fenced(rule.good))\n"
    return page
  }

  /// The page for a terminal.
  public var text: String {
    var page = "\(rule.id): \(rule.summary)\n\n"
    let width = facts.map(\.name.count).max() ?? 0
    for fact in facts {
      page += "  \(fact.name)\(String(repeating: " ", count: width - fact.name.count))  \(fact.value)\n"
    }
    page += "\n\(rule.explanation)\n\n"
    for file in rule.exampleData { page += "With --data and a file \(file.name):\n\n\(indented(file.text))\n\n" }
    page += "Found:\n\n\(indented(rule.bad))\n\n"
    page += "\(rule.hasFix ? "Right, and what the fix makes of it" : "Right"):\n\n\(indented(rule.good))\n"
    return page
  }

  private var facts: [(name: String, value: String)] {
    [
      ("severity", rule.severity.rawValue), ("family", rule.family.rawValue),
      ("on by default", rule.isOn ? "yes" : "no"), ("fix", rule.hasFix ? "yes" : "no"),
      ("pages in", rule.dialects.map(\.rawValue).joined(separator: ", ")),
    ]
  }

  /// Between fences that are longer than any in the text.
  private func fenced(_ text: String, as language: String? = nil) -> String {
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let end = text.hasSuffix("\n") || text.isEmpty ? "" : "\n"
    // Records are JSON, whatever the dialect.
    let language = language ?? (rule.family == .records ? "json" : rule.dialects.first?.rawValue ?? "")
    return "\(fence)\(language)\n\(text)\(end)\(fence)"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
      .joined(separator: "\n")
  }

  /// The list of rules for a terminal, by family.
  ///
  /// - Parameter rules: the rules, sorted by id.
  /// - Returns: lines.
  public static func list(of rules: [RuleDescription]) -> String {
    let width = rules.map(\.id.count).max() ?? 0
    var list = ""
    for family in RuleFamily.allCases {
      let members = rules.filter { $0.family == family }
      if members.isEmpty { continue }
      list += "\(list.isEmpty ? "" : "\n")\(family.title)\n"
      for rule in members {
        let severity = rule.isOn ? rule.severity.rawValue : "off"
        let name = rule.id + String(repeating: " ", count: width - rule.id.count)
        list += "  \(name)  \(severity)\(String(repeating: " ", count: 7 - severity.count))  "
        list += "\(rule.hasFix ? "fix" : "   ")  \(rule.summary)\n"
      }
    }
    return list
  }

  /// The list of rules in Markdown, by family, with links to their pages.
  ///
  /// - Parameter rules: the rules, sorted by id.
  /// - Returns: a page.
  public static func index(of rules: [RuleDescription]) -> String {
    var page = "# Rules\n\nWritten by `wikitext explain --all --output FOLDER` from the rules themselves.\n"
    for family in RuleFamily.allCases {
      let members = rules.filter { $0.family == family }
      if members.isEmpty { continue }
      page += "\n## \(family.title)\n\n| rule | severity | fix | |\n|---|---|---|---|\n"
      for rule in members {
        let severity = rule.isOn ? rule.severity.rawValue : "off (\(rule.severity.rawValue))"
        page += "| [\(rule.id)](\(rule.id).md) | \(severity) | \(rule.hasFix ? "yes" : "") | \(rule.summary) |\n"
      }
    }
    return page
  }
}

extension RuleFamily {
  /// What the rules are about, as a heading.
  public var title: String {
    switch self {
    case .syntax: "Markup"
    case .structure: "Structure"
    case .infobox: "Infoboxes"
    case .rendered: "Rendered pages"
    case .records: "Records"
    }
  }
}
