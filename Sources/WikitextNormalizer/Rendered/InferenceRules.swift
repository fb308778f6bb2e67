/// What tells which field of a schema a row without a label is; see Data/readings/inference.txt.
struct InferenceRules: Sendable {
  static let standard = InferenceRules(EmbeddedData.reading("inference"))

  /// What all values of a field are.
  enum Sort: Sendable, Hashable {
    case countries, languages
    case kind(FieldKind)
  }

  /// What follows from it.
  struct Rule: Sendable {
    var sort: Sort
    /// How sure it is for one value, and for several.
    var confidences: (one: Double, several: Double)
    /// Wikidata's properties of which the field has one.
    var properties: Set<String>
  }

  let rules: [Rule]

  init(_ text: StaticString?) {
    var rules: [Rule] = []
    for line in (text.map { String(describing: $0) } ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 3)
      guard parts.count >= 3, let one = Double(parts[1]), let several = Double(parts[2]) else { continue }
      let sort: Sort
      switch parts[0] {
      case "countries": sort = .countries
      case "languages": sort = .languages
      default:
        guard let kind = FieldKind(rawValue: String(parts[0])) else { continue }
        sort = .kind(kind)
      }
      let properties = parts.dropFirst(3).flatMap { $0.split(separator: "|").map { String($0.trimmingBlanks) } }
      rules.append(Rule(sort: sort, confidences: (one, several), properties: Set(properties)))
    }
    self.rules = rules
  }
}
