import WikitextDocument
import WikitextNormalizer
import WikitextSyntax

/// What the rules about infoboxes know of a wiki: schemas, parameters, words.
///
/// For one thread, as the validator that holds it.
final class InfoboxKnowledge {
  private let schemas: SchemaLibrary
  /// The wiki's language, as schemas name it.
  let language: String
  let packs: TemplatePacks
  private var normalizer: Normalizer
  private var checks: ValueChecks
  private var parameters: [ObjectIdentifier: ParameterNames] = [:]

  init(configuration: SiteConfiguration, data: NormalizerData) {
    schemas = data.schemas
    packs = data.packs(for: configuration)
    language = String(configuration.language.lowercased().prefix { $0 != "-" })
    normalizer = Normalizer(configuration: configuration, data: data)
    checks = ValueChecks(configuration: configuration, data: data)
  }

  /// The schema for the template whose name stands in a range of the source.
  func schema(forTemplate source: [UInt8], _ name: Range<Int>) -> InfoboxSchema? {
    schemas.schema(forInfobox: source.span, name, language: language)
  }

  /// The values of an infobox.
  func normalize(_ infobox: Infobox) -> TypedInfobox { normalizer.normalize(infobox) }

  /// The names of a schema's parameters.
  func parameters(of schema: InfoboxSchema) -> ParameterNames {
    let key = ObjectIdentifier(schema)
    if let known = parameters[key] { return known }
    let names = ParameterNames(schema, language: language)
    parameters[key] = names
    return names
  }

  /// Whether any schema has a parameter of this name.
  ///
  /// - Complexity: O(schemas), but O(size of all schemas) for the first time.
  func isKnownAnywhere(_ parameter: String) -> Bool {
    schemas.heads.contains { schemas.schema(named: $0.name)?.field(forParameter: parameter, language: language) != nil }
  }

  /// What is wrong with a text that is written as a date and is none.
  func dateFault(in text: String) -> DateFault? { checks.dateFault(in: text) }

  /// The number of the month that a text names, or is.
  func month(_ text: String) -> Int? { checks.month(text) }

  /// Whether a text has a word that says something of a value without a figure: unknown, present, none.
  func hasWordOfValues(_ text: String) -> Bool { checks.hasWordOfValues(text) }

  /// The product of SI base units that a unit is one of; nil where it is none.
  func dimension(ofUnit ucum: String) -> String? { checks.dimension(ofUnit: ucum) }
}
