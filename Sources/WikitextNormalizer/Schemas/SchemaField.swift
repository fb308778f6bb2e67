/// A field of a kind of infobox: what it holds, and what it is called.
public struct SchemaField: Sendable, Hashable {
  /// Its name in the schema.
  public var name: String
  /// What it holds.
  public var kind: FieldKind
  /// The unit of a bare number, in UCUM.
  public var unit: String?
  /// The currency of a bare number, by ISO 4217.
  public var currency: String?
  /// The scheme of its codes.
  public var scheme: String?
  /// What its people are to the one whom the page is about: `marriage`, `partner`.
  public var relation: String?
  /// How fine its dates are: `year`, `month`, `day`.
  public var precision: String?
  /// Whether it is never more than one value.
  public var isSingle = false
  /// Whether a value may stand anywhere in an item's text, the rest of which are remarks.
  public var isAnywhere = false
  /// How much it is wanted.
  public var importance = Importance.optional
  /// Whether it is not to be used any more.
  public var isDeprecated = false
  /// The property of Wikidata that says the same: `P569`.
  public var property: String?
  /// What it is called, language by language.
  public var names: [Names] = []

  /// How much a field is wanted.
  public enum Importance: String, Sendable, CaseIterable {
    /// Without it, the infobox is incomplete.
    case required
    /// It ought to be there.
    case suggested
    /// It may be there.
    case optional
  }

  /// What a field is called in a language.
  public struct Names: Sendable, Hashable {
    /// The wiki's language.
    public var language: String
    /// What readers see; the first is the usual one.
    public var labels: [String] = []
    /// What editors write.
    public var parameters: [String] = []

    /// The names in a language.
    public init(language: String, labels: [String] = [], parameters: [String] = []) {
      self.language = language
      self.labels = labels
      self.parameters = parameters
    }
  }

  /// A field without names.
  public init(name: String, kind: FieldKind) {
    self.name = name
    self.kind = kind
  }

  /// What readers of a language see, where a schema says it.
  public func label(in language: String) -> String? {
    names.first { $0.language == language && !$0.labels.isEmpty }?.labels[0]
  }

  /// What its values ought to be.
  public var expectation: Expectation {
    var expectation = Expectation(kind: kind)
    expectation.unit = unit
    expectation.currency = currency
    expectation.scheme = scheme
    expectation.relation = relation
    expectation.isSingle = isSingle
    expectation.isAnywhere = isAnywhere
    expectation.isFromSchema = true
    return expectation
  }

  /// Keeps the parameters of which that is wanted.
  mutating func keepParameters(where isKept: (_ name: String, _ language: String) -> Bool) {
    for index in names.indices {
      let language = names[index].language
      names[index].parameters.removeAll { !isKept($0, language) }
    }
  }

  /// Adds the names that another field of the same name has.
  mutating func addNames(of other: SchemaField) {
    for more in other.names {
      if let index = names.firstIndex(where: { $0.language == more.language }) {
        names[index].labels += more.labels.filter { !names[index].labels.contains($0) }
        names[index].parameters += more.parameters.filter { !names[index].parameters.contains($0) }
      } else {
        names.append(more)
      }
    }
  }
}

extension SchemaField: CustomStringConvertible {
  /// The field as it stands in a schema's file: its line and those of its names.
  public var description: String {
    var text = "field \(name) \(kind.rawValue)"
    let options = [
      ("unit", unit), ("currency", currency), ("scheme", scheme), ("relation", relation), ("precision", precision),
    ]
    for (key, value) in options {
      if let value { text += " \(key)=\(value)" }
    }
    if isSingle { text += " single" }
    if isAnywhere { text += " anywhere" }
    if importance != .optional { text += " \(importance.rawValue)" }
    if isDeprecated { text += " deprecated" }
    if let property { text += " \(property)" }
    text += "\n"
    for names in names {
      text += "  " + names.language
      if !names.labels.isEmpty { text += " " + names.labels.joined(separator: " | ") }
      if !names.parameters.isEmpty { text += " > " + names.parameters.joined(separator: " | ") }
      text += "\n"
    }
    return text
  }
}
