/// Which rules are on, and how much their findings matter.
public struct RuleSelection: Sendable {
  /// A rule that is on.
  struct Selected: Sendable {
    /// The rule, where it is one about pages.
    var page: (any PageRule)?
    /// The rule, where it is one about records.
    var record: (any RecordRule)?
    var id: String
    var severity: Severity
    var about: RuleDescription

    init(_ rule: any Rule, severity: Severity?) {
      page = rule as? any PageRule
      record = rule as? any RecordRule
      about = rule.about
      id = about.id
      self.severity = severity ?? about.severity
    }
  }

  /// The rules that are on, sorted by id.
  private(set) var selected: [Selected] {
    didSet { note() }
  }
  /// What each page asks for.
  private(set) var asked = AskedRules()
  /// The ids of those that are on by default.
  private var standardIDs: Set<String> = []

  /// A selection of rules, of which those are on that are so by default.
  public init(_ rules: [any Rule]) {
    let all = rules.map { Selected($0, severity: nil) }
    selected = all.filter(\.about.isOn).sorted { $0.id < $1.id }
    asked.known = Set(all.map(\.id))
    standardIDs = Set(selected.map(\.id))
    note()
  }

  /// The ids of the rules that are on, sorted.
  public var ids: [String] { selected.map(\.id) }

  /// Whether a rule is on.
  public func contains(_ id: String) -> Bool { selected.contains { $0.id == id } }

  /// Notes what each page asks for.
  private mutating func note() {
    asked.ids = Set(selected.map(\.id))
    asked.isComplete = !standardIDs.isEmpty && standardIDs.isSubset(of: asked.ids)
  }

  /// Turns a rule off; nothing happens where it is not on.
  public mutating func remove(_ id: String) { selected.removeAll { $0.id == id } }

  /// Turns all rules off.
  public mutating func removeAll() { selected = [] }

  /// Turns a rule on.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - severity: how much its findings matter; nil for what the rule says.
  public mutating func insert(_ rule: any Rule, severity: Severity? = nil) {
    let added = Selected(rule, severity: severity)
    remove(added.id)
    asked.known.insert(added.id)
    selected.append(added)
    selected.sort { $0.id < $1.id }
  }

  /// How much the findings of a rule matter; nil where it is not on.
  public func severity(of id: String) -> Severity? { selected.first { $0.id == id }?.severity }

  /// Says how much the findings of a rule matter; nothing happens where it is not on.
  public mutating func setSeverity(_ severity: Severity, of id: String) {
    for index in selected.indices where selected[index].id == id { selected[index].severity = severity }
  }
}
