/// Finds out which field a row without a label is, where its schema and its values make that nearly certain.
struct LabelInference {
  let schema: InfoboxSchema
  let language: String
  let countries: Countries
  let languageNames: LanguageNames
  /// The names of the fields that rows of the infobox are.
  private var taken: Set<String>

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

  /// The fields that the items of a row are, each from one item up to another: one field for all, or as many as there are
  /// sorts of items one after the other ("France, Italy, French": countries, then a language).
  ///
  /// - Parameter items: the values of each item, read without knowing what to expect.
  /// - Returns: nothing where an item might be of another field, or of none.
  /// - Complexity: O(values × rules + fields of the schema).
  mutating func infer(from items: [[Value]]) -> [(items: Range<Int>, field: InferredField)] {
    var found: [(items: Range<Int>, field: InferredField)] = []
    var start = 0
    while start < items.count {
      guard let (end, field) = infer(from: items, start) else { return [] }
      taken.insert(field.field.name)
      found.append((start..<end, field))
      start = end
    }
    return found
  }

  /// The field of the items from one on, and where it ends.
  private func infer(from items: [[Value]], _ start: Int) -> (end: Int, field: InferredField)? {
    for rule in InferenceRules.standard.rules {
      var end = start
      while end < items.count, !items[end].isEmpty, items[end].allSatisfy({ isValue($0, rule.sort) }) { end += 1 }
      let fields = end > start ? schema.fields.filter { isCandidate($0, rule) } : []
      guard fields.count == 1, let field = fields.first, let label = label(of: field) else { continue }
      let isOne = end == start + 1 && items[start].count == 1
      let confidence = isOne ? rule.confidences.one : rule.confidences.several
      return (end, InferredField(field: field, label: label, confidence: confidence))
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
