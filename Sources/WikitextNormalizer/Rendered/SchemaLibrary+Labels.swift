extension SchemaLibrary {
  /// The schema that fits an infobox of which only the labels are known: the one that has most of them, of several the
  /// first.
  ///
  /// - Parameters:
  ///   - labels: the labels of the rows.
  ///   - language: the page's language.
  /// - Returns: nil where no schema has two of them.
  /// - Complexity: O(labels × schemas), and O(size of the schemas) for their first use.
  func schema(forLabels labels: [String], language: String) -> InfoboxSchema? {
    var best: InfoboxSchema?
    var most = 1
    let labels = Set(labels)
    guard labels.count > most else { return nil }
    for head in heads {
      guard let schema = schema(named: head.name) else { continue }
      var fields: Set<String> = []
      for label in labels {
        if let field = schema.field(forLabel: label, language: language) { fields.insert(field.name) }
      }
      if fields.count > most {
        most = fields.count
        best = schema
      }
    }
    return best
  }
}
