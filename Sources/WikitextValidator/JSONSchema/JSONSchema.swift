import WikitextNormalizer

/// A schema in JSON Schema 2020-12, of the keywords that the schemas of our records use. One that has another keyword is
/// refused: what it asks for would not be checked.
///
/// `oneOf` is decided without trying: its cases have to differ in a member with constants, or in what they require.
struct JSONSchema: Sendable {
  /// Why a schema is not understood.
  struct Fault: Error, Hashable {
    var problem: String
  }

  /// What a value has to be, one schema or subschema.
  struct Keywords: Sendable {
    var title: String?
    var reference: Int?
    var types: [String] = []
    var constants: [JSONValue] = []
    var pattern: JSONPattern?
    var minimum: Double?
    var maximum: Double?
    var minItems: Int?
    var maxItems: Int?
    var items: Int?
    var properties: [String: Int] = [:]
    var patternProperties: [(pattern: JSONPattern, schema: Int)] = []
    var additionalProperties: Int?
    var unevaluatedProperties: Int?
    var required: [String] = []
    var allOf: [Int] = []
    var choice: Choice?
    /// The schema `false`: nothing fits.
    var isNever = false
  }

  /// How the cases of a `oneOf` are told apart.
  enum Choice: Sendable {
    /// By the constants that a member has: `kind`.
    case member(String, [String: Int])
    /// By the members that each requires.
    case required([[String]])
  }

  /// The schemas; the first is the whole.
  private(set) var schemas: [Keywords] = []
  private var definitions: [String: Int] = [:]

  /// The keywords that say nothing of the values.
  private static let annotations: Set<String> = ["$schema", "$id", "$defs", "description", "title"]

  /// Reads a schema.
  ///
  /// - Throws: what of it is not understood.
  /// - Complexity: O(size of the schema).
  init(_ schema: JSONValue) throws(Fault) {
    schemas = [Keywords()]
    let own = schema["$defs"]?.members ?? []
    for member in own {
      definitions["#/$defs/" + member.name] = schemas.count
      schemas.append(Keywords())
    }
    definitions["#"] = 0
    for (place, member) in own.enumerated() { schemas[place + 1] = try keywords(member.value) }
    schemas[0] = try keywords(schema)
  }

  /// Adds a subschema, and returns its place.
  private mutating func add(_ schema: JSONValue) throws(Fault) -> Int {
    let keywords = try keywords(schema)
    schemas.append(keywords)
    return schemas.count - 1
  }

  private mutating func keywords(_ schema: JSONValue) throws(Fault) -> Keywords {
    var keywords = Keywords()
    if case .boolean(let fits) = schema {
      keywords.isNever = !fits
      return keywords
    }
    guard case .object(let members) = schema else { throw Fault(problem: "a schema is no object") }
    keywords.title = schema["title"]?.string
    for member in members where !JSONSchema.annotations.contains(member.name) {
      try read(member.name, member.value, into: &keywords)
    }
    return keywords
  }

  private mutating func read(_ name: String, _ value: JSONValue, into keywords: inout Keywords) throws(Fault) {
    switch name {
    case "$ref":
      guard let target = value.string.flatMap({ definitions[$0] }) else { throw Fault(problem: "a $ref leads nowhere") }
      keywords.reference = target
    case "type": keywords.types = value.string.map { [$0] } ?? value.elements.compactMap(\.string)
    case "const": keywords.constants = [value]
    case "enum": keywords.constants = value.elements
    case "pattern": keywords.pattern = try pattern(value.string ?? "")
    case "minimum": keywords.minimum = try number(value)
    case "maximum": keywords.maximum = try number(value)
    case "minItems": keywords.minItems = Int(try number(value))
    case "maxItems": keywords.maxItems = Int(try number(value))
    case "items": keywords.items = try add(value)
    case "properties": for member in value.members { keywords.properties[member.name] = try add(member.value) }
    case "patternProperties":
      for member in value.members {
        keywords.patternProperties.append((try pattern(member.name), try add(member.value)))
      }
    case "additionalProperties": keywords.additionalProperties = try add(value)
    case "unevaluatedProperties": keywords.unevaluatedProperties = try add(value)
    case "required": keywords.required = value.elements.compactMap(\.string)
    case "allOf": for element in value.elements { keywords.allOf.append(try add(element)) }
    case "oneOf": keywords.choice = try choice(value.elements)
    default: throw Fault(problem: "the keyword \"\(name)\" is not known")
    }
  }

  private func pattern(_ text: String) throws(Fault) -> JSONPattern {
    guard let pattern = JSONPattern(text) else { throw Fault(problem: "the pattern \(text) is not understood") }
    return pattern
  }

  private func number(_ value: JSONValue) throws(Fault) -> Double {
    guard case .number(let text) = value, let number = Double(text) else { throw Fault(problem: "a number is missing") }
    return number
  }

  /// How the cases of a `oneOf` are told apart.
  private mutating func choice(_ cases: [JSONValue]) throws(Fault) -> Choice {
    let areOfRequired = cases.allSatisfy { $0.members.allSatisfy { $0.name == "required" } }
    if areOfRequired { return .required(cases.map { ($0["required"]?.elements ?? []).compactMap(\.string) }) }
    let shared = (cases.first?["properties"]?.members ?? []).map(\.name)
    for name in shared {
      let values = cases.map { JSONSchema.constants($0["properties"]?[name]).compactMap(\.string) }
      let isRequired = cases.allSatisfy { ($0["required"]?.elements ?? []).contains(.string(name)) }
      let all = values.flatMap(\.self)
      guard isRequired, !values.contains(where: \.isEmpty), Set(all).count == all.count else { continue }
      var places: [String: Int] = [:]
      for (value, element) in zip(values, cases) {
        let place = try add(element)
        for constant in value { places[constant] = place }
      }
      return .member(name, places)
    }
    throw Fault(problem: "the cases of a oneOf are not told apart by a constant, nor by what they require")
  }

  private static func constants(_ schema: JSONValue?) -> [JSONValue] {
    schema?["const"].map { [$0] } ?? schema?["enum"]?.elements ?? []
  }
}
