import WikitextDocument

extension InfoboxEvidence {
  /// Whether it is an infobox of a rendered page, whose rows have labels and not names of parameters.
  var isRendered: Bool { self == .table || self == .lines }
}

/// Infoboxes of rendered pages.
extension Normalizer {
  /// The values of an infobox as a page shows it.
  ///
  /// Which kind of infobox it is the template's name tells, where the page has it, else the labels. A row's field is the
  /// one of its parameter, where the page has it, else of its label.
  mutating func normalize(rendered infobox: Infobox) -> TypedInfobox {
    let fields = infobox.fields
    let named = infobox.name.isEmpty ? nil : schemas.schema(forInfobox: infobox.name, language: language)
    let schema = named ?? schemas.schema(forLabels: fields.map(\.name).filter { !$0.isEmpty }, language: language)
    var rows = fields.map { field in
      let schemaField = schema.flatMap { self.schemaField(of: field, in: $0) }
      let expectation = expectation(of: field.node.attribute(RowAttribute.parameter) ?? field.name, schemaField)
      return TypedField(
        field: field,
        meaning: FieldMeaning(label: field.name, schemaField: schemaField, expectation: expectation),
        values: values(rendered: field.node, expecting: expectation)
      )
    }
    if let schema { rows = inferLabels(of: rows, schema) }
    return TypedInfobox(infobox: infobox, schema: schema, fields: rows)
  }

  private func schemaField(of row: InfoboxField, in schema: InfoboxSchema) -> SchemaField? {
    if let parameter = row.node.attribute(RowAttribute.parameter),
      let field = schema.field(forParameter: parameter, language: language)
    {
      return field
    }
    guard !row.name.isEmpty else { return nil }
    // "Density" under "Population" may be another than "Density" alone.
    let group = row.node.attribute(RowAttribute.group)
    let qualified = group.flatMap { schema.field(forLabel: "\($0) \(row.name)", language: language) }
    return qualified ?? schema.field(forLabel: row.name, language: language)
  }

  /// Gives rows without labels the fields that they can only be, and divides those that are several.
  private mutating func inferLabels(of rows: [TypedField], _ schema: InfoboxSchema) -> [TypedField] {
    let taken = Set(rows.compactMap { $0.schemaField?.name })
    var inference = LabelInference(schema: schema, language: language, taken: taken)
    var result: [TypedField] = []
    for row in rows {
      let items = row.isUnlabelledData ? row.field.items : []
      let found = inference.infer(from: items.map { values(of: $0, expecting: .anything) })
      if found.isEmpty { result.append(row) }
      for (part, field) in found {
        let expectation = expectation(of: field.field.name, field.field)
        result.append(
          TypedField(
            field: row.field,
            meaning: FieldMeaning(label: "", schemaField: nil, expectation: expectation),
            values: items[part].flatMap { values(of: $0, expecting: expectation) },
            inferred: field,
            part: found.count > 1 ? part : nil
          )
        )
      }
    }
    return result
  }

  private mutating func values(of item: InfoboxItem, expecting expectation: Expectation) -> [Value] {
    values(from: Int(item.record.first), to: Int(item.record.end), of: item.document, item.range, expectation)
  }

  /// The values of a row. Where a template made a date, readers see more than the date: the same day in figures that
  /// programs read, and the age that follows from it. Neither says anything more.
  private mutating func values(rendered row: Node, expecting expectation: Expectation) -> [Value] {
    values(of: row, expecting: expectation).map { value in
      guard case .date(let date) = value.content else { return value }
      var value = value
      value.qualifiers.removeAll { isAnnotation($0, of: date) }
      if value.asOf == date { value.asOf = nil }
      return value
    }
  }

  private mutating func isAnnotation(_ qualifier: String, of date: EDTFDate) -> Bool {
    if qualifier == date.description { return true }
    var text = ValueText()
    text.bytes = Array(qualifier.utf8)
    let reading = grammar.read(text, 0..<text.bytes.count, expecting: Expectation(kind: .age))
    if case .age = reading?.content { return true }
    return false
  }
}

extension TypedField {
  /// Whether it is a row of data without a label, and not a picture or a line below the title.
  fileprivate var isUnlabelledData: Bool {
    let role = field.node.attribute(RowAttribute.role)
    return field.name.isEmpty && (role == nil || role == "data")
  }
}
