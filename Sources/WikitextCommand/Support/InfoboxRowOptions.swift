import ArgumentParser
import Wikitext

/// Which infoboxes become rows of CSV, and which of their fields columns.
struct InfoboxRowOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The type of infobox: the name of a schema, or of a template.", valueName: "type"))
  var infobox: String?

  @Option(
    help: ArgumentHelp(
      "The columns, parted by commas: fields of the schema, or parameters of the template; all fields of the schema, if "
        + "not given.",
      valueName: "fields"
    )
  )
  var fields: String?

  /// - Parameter isWanted: whether CSV is to be written.
  /// - Throws: when an option is missing or out of place.
  func validate(isWanted: Bool) throws {
    if isWanted, infobox == nil {
      throw ValidationError(
        "--format csv needs --infobox TYPE: the name of a schema (film) or a template (Infobox film)"
      )
    }
    if !isWanted, infobox != nil || fields != nil {
      throw ValidationError("\(infobox != nil ? "--infobox" : "--fields") is an option of --format csv")
    }
  }

  /// What writes the rows.
  ///
  /// - Parameters:
  ///   - data: where schemas are.
  ///   - language: the language of the wiki, as far as it is known.
  /// - Returns: the writer.
  /// - Throws: when there is no such type of infobox, or it has no such field.
  func writer(_ data: NormalizerData, language: String) throws(CommandFailure) -> InfoboxCSVWriter {
    let type = infobox ?? ""
    let names = fields.map { $0.split(separator: ",").map { String($0.trimmingSpaces) }.filter { !$0.isEmpty } }
    let selection: InfoboxCSVWriter.Selection
    if let schema = data.schemas.schema(named: type.lowercased()) {
      selection = .schema(schema)
    } else {
      selection = .template(type, data.schemas.schema(forInfobox: type, language: language))
    }
    if let schema = selection.schema {
      try check(names ?? [], in: schema, isTemplate: data.schemas.schema(named: type.lowercased()) == nil)
    } else if names == nil {
      let known = data.schemas.heads.map(\.name).sorted().joined(separator: ", ")
      throw CommandFailure(
        .usage,
        "--infobox \(type) is no schema and no template that a schema is for; name its parameters with --fields, or take "
          + "one of: \(known)"
      )
    }
    return InfoboxCSVWriter(selection, fields: names)
  }

  /// Columns of a schema must be its fields; a template may have parameters that its schema does not know.
  private func check(_ names: [String], in schema: InfoboxSchema, isTemplate: Bool) throws(CommandFailure) {
    let known = InfoboxCSVWriter.fieldNames(of: schema)
    guard !isTemplate, let unknown = names.first(where: { !known.contains($0) }) else { return }
    throw CommandFailure(
      .usage,
      "--fields: the schema \(schema.name) has no field \(unknown); its fields are: \(known.joined(separator: ", "))"
    )
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
