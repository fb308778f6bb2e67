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
      let expectation = shownExpectation(of: field, schemaField)
      return TypedField(
        field: field,
        meaning: FieldMeaning(label: field.name, schemaField: schemaField, expectation: expectation),
        values: values(rendered: field, expecting: expectation)
      )
    }
    if let schema { rows = inferLabels(of: rows, schema) }
    return TypedInfobox(infobox: infobox, schema: schema, fields: rows)
  }

  /// What a row's values ought to be. The unit of a bare number is the page's to say: by a label such as "Length (km)". What
  /// the manual of a template says of its arguments does not hold of what the template shows.
  private mutating func shownExpectation(of row: InfoboxField, _ field: SchemaField?) -> Expectation {
    var expectation = expectation(of: row.node.attribute(RowAttribute.parameter) ?? row.name, field)
    expectation.unit = nil
    expectation.currency = nil
    if let last = row.name.utf8.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") {
      let stated = self.expectation(ofHeader: row.name)
      if stated.kind == .quantity { expectation.unit = stated.unit }
    }
    return expectation
  }

  private func schemaField(of row: InfoboxField, in schema: InfoboxSchema) -> SchemaField? {
    if let parameter = row.node.attribute(RowAttribute.parameter),
      let field = schema.field(forParameter: parameter, language: language)
    {
      return field
    }
    guard !row.name.isEmpty else { return nil }
    guard let group = row.node.attribute(RowAttribute.group).map({ Normalizer.heading($0) }), !group.isEmpty else {
      return schema.field(forLabel: row.name, language: language)
    }
    // "Density" under "Population" may be another than "Density" alone.
    if let qualified = schema.field(forLabel: "\(group) \(row.name)", language: language)
      ?? schema.field(forParameter: "\(group)_\(row.name)", language: language)
    {
      return qualified
    }
    // Of several fields with the label it is the one that the heading names, or none of which the page says more.
    let fields = schema.fields(forLabel: row.name, language: language)
    guard fields.count > 1 else { return fields.first }
    let named = schema.field(forLabel: group, language: language)
    return named.flatMap { named in fields.first { $0.name == named.name } }
  }

  /// A heading without what stands in brackets behind it: "Population (2021)[2]".
  private static func heading(_ text: String) -> String {
    String(text.prefix { $0 != "(" && $0 != "[" }.trimmingBlanks)
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
  ///
  /// Of a row without a label nothing tells what it is: a part of an item that reads as a number ("May 4, 1971") is one
  /// only where all the item's parts are no text.
  private mutating func values(rendered row: InfoboxField, expecting expectation: Expectation) -> [Value] {
    var values: [Value] = []
    if row.name.isEmpty, row.node.attribute(RowAttribute.parameter) == nil {
      for item in row.items {
        let parts = self.values(of: item, expecting: expectation)
        let texts = parts.count { if case .text = $0.content { true } else { false } }
        let mixes = texts > 0 && texts < parts.count && parts.contains { $0.isFigure }
        values += mixes ? [Value(.text(item.text), range: item.range)] : parts
      }
    } else {
      values = self.values(of: row.node, expecting: expectation)
    }
    return values.map { value in
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

extension Value {
  /// Whether it is a number or a date.
  fileprivate var isFigure: Bool {
    switch content {
    case .number, .date, .quantity, .interval: true
    default: false
    }
  }
}

extension TypedField {
  /// Whether it is a row of data without a label, and not a picture or a line below the title.
  fileprivate var isUnlabelledData: Bool {
    let role = field.node.attribute(RowAttribute.role)
    return field.name.isEmpty && (role == nil || role == "data")
  }
}
