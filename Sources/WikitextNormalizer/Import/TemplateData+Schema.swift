extension TemplateData {
  /// A schema for the template: a field for each parameter.
  ///
  /// What a field holds is told by the type of the parameter, and where that says little by its name.
  /// - Parameters:
  ///   - infobox: the template's name, without its namespace.
  ///   - name: the schema's name; nil: made of the template's.
  ///   - language: the language of the wiki.
  /// - Returns: the schema.
  public func schema(infobox: String, name: String? = nil, language: String) -> InfoboxSchema {
    var head = InfoboxSchema.Head()
    head.name = name ?? TemplateData.schemaName(ofInfobox: infobox)
    head.title = TemplateData.cleaned(head.name)
    head.infoboxes = [(language, [TemplateData.cleaned(infobox)])]
    head.completeLanguages = [language]
    var fields: [SchemaField] = []
    var names: Set<String> = []
    /// The parameters so far, with the numbers of their fields.
    var taken = NameTable()
    for parameter in parameters {
      var spellings: [String] = []
      for spelling in [parameter.name] + parameter.aliases {
        guard TemplateData.isWritable(spelling), let key = NameKey(.parameter, spelling) else { continue }
        // `Name` and `name` may be two parameters, but fields do not tell them apart: the second is another spelling.
        if let other = taken.first(key).map({ taken.value($0) }), other < fields.count {
          if !fields[other].names[0].parameters.contains(spelling) {
            fields[other].names[0].parameters.append(spelling)
          }
          continue
        }
        if taken.first(key) == nil { taken.insert(key, fields.count) }
        if !spellings.contains(spelling) { spellings.append(spelling) }
      }
      guard let first = spellings.first else { continue }
      var field = TemplateData.field(named: TemplateData.fieldName(of: first), parameter)
      // Parameters that differ in more than their key may still give the same name.
      while !names.insert(field.name).inserted { field.name += "-2" }
      field.names = [SchemaField.Names(language: language, parameters: spellings)]
      for (labelLanguage, text) in parameter.labels {
        let label = TemplateData.cleaned(text)
        guard !label.isEmpty else { continue }
        let language = labelLanguage.isEmpty ? language : TemplateData.cleaned(labelLanguage)
        field.addNames(of: field.with(label: label, in: language))
      }
      fields.append(field)
    }
    return InfoboxSchema(head: head, fields: fields)
  }

  /// The names and aliases of parameters that a schema's file cannot hold, and which are therefore missing from
  /// ``schema(infobox:name:language:)``: those with a bar, a `>` or a line break, and those that are no names.
  public var unwritableNames: [String] {
    parameters.flatMap { [$0.name] + $0.aliases }
      .filter { !TemplateData.isWritable($0) || NameKey(.parameter, $0) == nil }
  }

  private static func isWritable(_ spelling: String) -> Bool {
    !spelling.utf8.contains { "|>\n".utf8.contains($0) }
  }

  /// `river` of `Infobox river`.
  private static func schemaName(ofInfobox infobox: String) -> String {
    let words = cleaned(infobox).lowercased().split { $0 == " " || $0 == "_" || $0 == "/" }
    let telling = words.filter { $0 != "infobox" && $0 != "template" }
    return (telling.isEmpty ? words : telling).joined(separator: "-")
  }

  /// A parameter's name in one word.
  private static func fieldName(of parameter: String) -> String {
    let words = parameter.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" || $0.isWhitespace }
    return words.isEmpty ? parameter : words.joined(separator: "-")
  }

  /// Text that can stand in a line of a schema.
  private static func cleaned(_ text: String) -> String {
    let words = text.split { $0.isWhitespace || $0 == "|" || $0 == ">" }
    return words.joined(separator: " ")
  }

  private static func field(named name: String, _ parameter: Parameter) -> SchemaField {
    let shape = FieldNames.standard.expectation(of: parameter.name)
    var field = SchemaField(name: name, kind: kind(of: parameter.type, shape: shape.kind))
    if field.kind == shape.kind {
      field.unit = shape.unit
      field.currency = shape.currency
      field.scheme = shape.scheme?.split(separator: " ").joined(separator: "_")
      field.isSingle = shape.isSingle
    }
    field.importance = parameter.importance
    field.isDeprecated = parameter.isDeprecated
    return field
  }

  /// What a parameter of a type holds, where its name looks like `shape`.
  private static func kind(of type: Kind, shape: FieldKind) -> FieldKind {
    switch type {
    case .number:
      switch shape {
      case .count, .percent, .quantity, .range, .money, .age, .duration, .angle, .rating, .identifier: shape
      case .date: .date
      default: .number
      }
    case .boolean: .boolean
    case .date: shape == .interval ? .interval : .date
    case .url: .url
    case .page:
      switch shape {
      case .person, .place, .organization: shape
      default: .item
      }
    case .file: .image
    case .user: .person
    case .template: .any
    case .unknown, .string, .line, .content, .unbalanced: shape
    }
  }
}

extension SchemaField {
  /// The field with one label and nothing else.
  fileprivate func with(label: String, in language: String) -> SchemaField {
    var field = self
    field.names = [Names(language: language, labels: [label])]
    return field
  }
}
