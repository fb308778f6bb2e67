/// Finds out which field a row without a label is, where its schema and its values make that nearly certain.
struct LabelInference {
  let schema: InfoboxSchema
  let language: String
  let countries: Countries
  let languageNames: LanguageNames
  /// The names of the fields that rows of the infobox are.
  private(set) var taken: Set<String>

  /// Prepares for an infobox.
  ///
  /// - Parameters:
  ///   - schema: what is known of infoboxes of its kind.
  ///   - language: the page's language.
  ///   - taken: the names of the fields that its rows with labels are.
  init(schema: InfoboxSchema, language: String, taken: Set<String>) {
    self.schema = schema
    self.language = language
    self.taken = taken
    countries = Countries.of(language)
    languageNames = LanguageNames.of(language)
  }

  /// The field that a row with these values is; from now on no other row is it.
  ///
  /// - Parameter values: the values, read without knowing what to expect.
  /// - Returns: nil where it might be another, or none.
  /// - Complexity: O(values + fields of the schema).
  mutating func infer(from values: [Value]) -> InferredField? {
    guard !values.isEmpty else { return nil }
    for rule in InferenceRules.standard.rules where values.allSatisfy({ isValue($0, rule.sort) }) {
      let fields = schema.fields.filter { isCandidate($0, rule) }
      guard fields.count == 1, let field = fields.first, let label = label(of: field) else { continue }
      taken.insert(field.name)
      let confidence = values.count == 1 ? rule.confidences.one : rule.confidences.several
      return InferredField(field: field, label: label, confidence: confidence)
    }
    return nil
  }

  private func isCandidate(_ field: SchemaField, _ rule: InferenceRules.Rule) -> Bool {
    if taken.contains(field.name) || field.isDeprecated || label(of: field) == nil { return false }
    if case .kind(let kind) = rule.sort, field.kind != kind { return false }
    return rule.properties.isEmpty || field.property.map(rule.properties.contains) ?? false
  }

  /// What readers see before a field; parameters that are never shown have none.
  private func label(of field: SchemaField) -> String? { field.label(in: language) ?? field.label(in: "en") }

  private func isValue(_ value: Value, _ sort: InferenceRules.Sort) -> Bool {
    switch (sort, value.content) {
    case (.countries, .place(_, let country?)): !country.isEmpty
    case (.countries, .place(let name, nil)), (.countries, .text(let name)), (.countries, .link(_, let name)):
      countries.code(of: name) != nil
    case (.languages, .text(let name)), (.languages, .link(_, let name)): languageNames.isName(name)
    case (.kind(.duration), .duration), (.kind(.coordinates), .coordinates), (.kind(.url), .url): true
    default: false
    }
  }
}
