/// What stands beside few values, and lies apart so that the others are small.
extension Value {
  /// The date that the page says it holds for.
  public var asOf: EDTFDate? {
    get { if case .some(let found) = evidence { found.asOf } else { nil } }
    set { update(newValue == nil) { $0.asOf = newValue } }
  }

  /// The templates that it came through, the outermost first.
  public var templates: [String] {
    get { if case .some(let found) = evidence { found.templates } else { [] } }
    set { update(newValue.isEmpty) { $0.templates = newValue } }
  }

  /// The numbers of the references that stand behind it; see `Document.references`.
  public var references: [Int] {
    get { if case .some(let found) = evidence { found.references } else { [] } }
    set { update(newValue.isEmpty) { $0.references = newValue } }
  }

  /// The texts of notes behind it.
  public var notes: [String] {
    get { if case .some(let found) = evidence { found.notes } else { [] } }
    set { update(newValue.isEmpty) { $0.notes = newValue } }
  }

  private mutating func update(_ isEmpty: Bool, _ change: (inout Parts) -> Void) {
    var parts = Parts()
    if case .some(let found) = evidence { parts = found } else if isEmpty { return }
    change(&parts)
    // Values without any of it are equal.
    evidence = parts == Parts() ? .none : .some(parts)
  }

  /// What there is of it.
  enum Evidence: Sendable, Hashable {
    case none
    indirect case some(Parts)
  }

  /// All of it.
  struct Parts: Sendable, Hashable {
    var asOf: EDTFDate?
    var templates: [String] = []
    var references: [Int] = []
    var notes: [String] = []
  }
}
