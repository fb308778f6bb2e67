import WikitextNormalizer
import WikitextSyntax

/// What is wrong with a configuration.
public struct ConfigurationError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, where, and what was probably meant.
  public var description: String
}

extension ValidatorConfiguration {
  /// Reads a file `.wikitext.json`.
  ///
  /// - Throws: `ConfigurationError` for what is no JSON, and for keys, rules and values that nobody knows.
  /// - Complexity: O(bytes).
  public init(json bytes: [UInt8]) throws(ConfigurationError) {
    let value: JSONValue
    do throws(JSONReader.Fault) {
      value = try JSONReader.read(bytes)
    } catch {
      let place = LineIndex(bytes).location(at: min(error.offset, bytes.count), in: .scalars)
      throw ConfigurationError(description: "it is no JSON: \(error.problem), at \(place)")
    }
    self.init()
    for (key, value) in try Self.members(of: value, at: "the file") {
      switch key {
      case "$schema": _ = try Self.string(value, at: key)
      case "rules": settings = try Self.settings(value, at: key)
      case "paths":
        for (number, section) in try Self.array(value, at: key).enumerated() {
          paths.append(try Self.section(section, at: "paths[\(number)]"))
        }
      case "wiki": wiki = try Self.string(value, at: key)
      case "data": data = try Self.string(value, at: key)
      case "fail-on":
        failOn = try Self.choice(value, FailureThreshold.allCases.map { ($0.rawValue, $0) }, at: key)
      case "ignore": ignore = try Self.patterns(value, at: key)
      default:
        throw Self.unknown("the key \(key)", among: ["rules", "paths", "wiki", "data", "fail-on", "ignore"], name: key)
      }
    }
  }

  private static func section(_ value: JSONValue, at place: String) throws(ConfigurationError) -> PathSettings {
    var section = PathSettings(match: [], settings: [])
    for (key, value) in try members(of: value, at: place) {
      switch key {
      case "match": section.match = try patterns(value, at: "\(place).match")
      case "rules": section.settings = try settings(value, at: "\(place).rules")
      case "wiki": section.wiki = try string(value, at: "\(place).wiki")
      default: throw unknown("the key \(key) in \(place)", among: ["match", "rules", "wiki"], name: key)
      }
    }
    if section.match.isEmpty {
      throw ConfigurationError(description: "\(place) has no match, which says what paths it is for")
    }
    return section
  }

  private static func settings(_ value: JSONValue, at place: String) throws(ConfigurationError) -> [Setting] {
    var settings: [Setting] = []
    for (id, value) in try members(of: value, at: place) {
      guard RuleCatalog.rule(id) != nil else {
        throw unknown("the rule \(id) in \(place)", among: RuleCatalog.ids, name: id)
      }
      let choices: [(String, Setting)] =
        [("off", Setting(rule: id, isOn: false)), ("on", Setting(rule: id, isOn: true))]
        + Severity.allCases.map { ($0.rawValue, Setting(rule: id, isOn: true, severity: $0)) }
      settings.append(try choice(value, choices, at: "\(place).\(id)"))
    }
    return settings
  }

  // MARK: - Values

  private static func members(of value: JSONValue, at place: String) throws(ConfigurationError) -> [(String, JSONValue)]
  {
    guard case .object(let members) = value else { throw ConfigurationError(description: "\(place) is no object") }
    var names: Set<String> = []
    for member in members where !names.insert(member.name).inserted {
      throw ConfigurationError(description: "\(member.name) is there twice in \(place)")
    }
    return members.map { ($0.name, $0.value) }
  }

  private static func array(_ value: JSONValue, at place: String) throws(ConfigurationError) -> [JSONValue] {
    guard case .array(let elements) = value else { throw ConfigurationError(description: "\(place) is no array") }
    return elements
  }

  private static func string(_ value: JSONValue, at place: String) throws(ConfigurationError) -> String {
    guard let text = value.string else { throw ConfigurationError(description: "\(place) is no string") }
    return text
  }

  /// One pattern, or several.
  private static func patterns(_ value: JSONValue, at place: String) throws(ConfigurationError) -> [PathPattern] {
    if let text = value.string { return [PathPattern(text)] }
    var patterns: [PathPattern] = []
    for (number, element) in try array(value, at: place).enumerated() {
      patterns.append(PathPattern(try string(element, at: "\(place)[\(number)]")))
    }
    return patterns
  }

  private static func choice<Choice>(
    _ value: JSONValue,
    _ choices: [(String, Choice)],
    at place: String
  ) throws(ConfigurationError) -> Choice {
    let text = try string(value, at: place)
    guard let choice = choices.first(where: { $0.0 == text }) else {
      let names = choices.map(\.0).joined(separator: ", ")
      throw ConfigurationError(description: "\(place) is \(text), and can be \(names)")
    }
    return choice.1
  }

  private static func unknown(_ what: String, among names: [String], name: String) -> ConfigurationError {
    let nearest = NearestName.of(name, among: names).map { "; the nearest is \($0)" } ?? ""
    return ConfigurationError(description: "\(what) is not known\(nearest)")
  }
}
