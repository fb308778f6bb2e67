/// What a project says about its validation: the file `.wikitext.json`.
///
///     {
///       "wiki": "dewiki",
///       "fail-on": "warning",
///       "rules": {"obsolete-tag": "off", "heading-jump": "error"},
///       "paths": [{"match": "talk/**", "rules": {"lonely-bracket": "off"}}],
///       "ignore": ["drafts/"]
///     }
public struct ValidatorConfiguration: Sendable, Hashable {
  /// What is said of a rule.
  public struct Setting: Sendable, Hashable {
    /// The id of the rule.
    public var rule: String
    /// Whether it is on.
    public var isOn: Bool
    /// How much its findings matter; nil for what the rule says.
    public var severity: Severity?
  }

  /// What is said of some paths.
  public struct PathSettings: Sendable, Hashable {
    /// The paths.
    public var match: [PathPattern]
    /// What holds for them beside what holds for all.
    public var settings: [Setting]
    /// The wiki that their pages are of.
    public var wiki: String?

    /// Whether this is about a path.
    public func matches(_ path: String) -> Bool { match.contains { $0.matches(path) } }
  }

  /// What is said of rules, for all paths.
  public var settings: [Setting] = []
  /// What is said of some paths, the more particular behind; the last word counts.
  public var paths: [PathSettings] = []
  /// The wiki that the pages are of.
  public var wiki: String?
  /// The folder of data, relative to that of the configuration.
  public var data: String?
  /// The findings that make the command fail.
  public var failOn: FailureThreshold?
  /// Paths that are not validated.
  public var ignore: [PathPattern] = []

  /// A configuration that says nothing.
  public init() {}

  /// The name of the file.
  public static let fileName = ".wikitext.json"

  /// Which of ``paths`` are about a path, by their places.
  public func sections(for path: String) -> [Int] { paths.indices.filter { paths[$0].matches(path) } }

  /// Whether a path is not to be validated.
  public func ignores(_ path: String) -> Bool { ignore.contains { $0.matches(path) } }

  /// The rules that are on for some of ``paths``.
  ///
  /// - Parameters:
  ///   - sections: their places.
  ///   - standard: the rules that are on unless the configuration says otherwise.
  /// - Returns: the rules.
  public func selection(for sections: [Int], from standard: RuleSelection = .standard) -> RuleSelection {
    var selection = standard
    for setting in settings + sections.flatMap({ paths[$0].settings }) {
      if !setting.isOn {
        selection.remove(setting.rule)
      } else if !selection.contains(setting.rule), let rule = RuleCatalog.rule(setting.rule) {
        selection.insert(rule, severity: setting.severity)
      } else if let severity = setting.severity {
        selection.setSeverity(severity, of: setting.rule)
      }
    }
    return selection
  }
}

/// The findings that make the command fail.
public enum FailureThreshold: String, Sendable, Hashable, CaseIterable {
  case error, warning, info, never

  /// Whether findings of a severity do.
  public func includes(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity == .error
    case .warning: severity >= .warning
    case .info: true
    case .never: false
    }
  }
}
