public import WikitextDocument
public import WikitextNormalizer

/// Writes the infoboxes of one type as rows of CSV (RFC 4180): the page, the template, and a column for each field.
///
///     page_id,title,template,director,runtime,other
///     7,Next Gen,Infobox film,Kevin R. Adams | Joe Ksander,PT106M,"{""budget"":""30000000 USD""}"
///
/// A value is written in its one line form (see `Value.Content.description`), several joined by ` | `; what is not one of
/// the columns is an object in the last one. The columns are the same for all pages.
public struct InfoboxCSVWriter: Sendable {
  /// Which infoboxes become rows.
  public enum Selection: Sendable {
    /// Those of a schema.
    case schema(InfoboxSchema)
    /// Those of a template, and the schema that its fields have.
    case template(String, InfoboxSchema?)
  }

  private let selection: Selection
  /// The names of the columns between the page's and the last.
  private let columns: [String]
  private let numbers: [String: Int]

  /// A writer of these infoboxes.
  ///
  /// - Parameters:
  ///   - selection: which infoboxes become rows.
  ///   - fields: the names of the columns: of fields of the schema, or of parameters; nil for all fields of the schema.
  public init(_ selection: Selection, fields: [String]? = nil) {
    self.selection = selection
    let names = fields ?? selection.schema.map { InfoboxCSVWriter.fieldNames(of: $0) } ?? []
    columns = names
    numbers = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The fields of a schema that have values, in its order.
  public static func fieldNames(of schema: InfoboxSchema) -> [String] {
    schema.fields.filter { $0.kind != .style }.map(\.name)
  }

  /// The first line.
  public func header() -> [UInt8] {
    InfoboxCSVWriter.line(["page_id", "title", "template"] + columns + ["other"])
  }

  /// The rows of a page; empty when it has no such infobox.
  ///
  /// - Parameters:
  ///   - article: what the page says.
  ///   - metadata: what is known of the page beside its text.
  /// - Returns: the rows with their line ends.
  /// - Complexity: O(size of the infoboxes).
  public func rows(of article: Article, metadata: PageMetadata) -> [UInt8] {
    var lines: [UInt8] = []
    for infobox in article.infoboxes where isWanted(infobox, article) {
      lines += row(infobox, metadata)
    }
    return lines
  }

  private func isWanted(_ infobox: TypedInfobox, _ article: Article) -> Bool {
    switch selection {
    case .schema(let schema): return infobox.schema?.name == schema.name
    case .template(let name, _):
      let configuration = article.document.configuration
      return LinkTitle(infobox.infobox.name, configuration: configuration)
        == LinkTitle(name, configuration: configuration)
    }
  }

  private func row(_ infobox: TypedInfobox, _ metadata: PageMetadata) -> [UInt8] {
    var cells: [[String]] = Array(repeating: [], count: columns.count)
    var others: [(name: String, values: [String])] = []
    var otherNumbers: [String: Int] = [:]
    for field in infobox.fields where !field.field.isOverridden && field.expectation.kind != .style {
      let values = InfoboxCSVWriter.values(of: field)
      if values.isEmpty { continue }
      let parameter = field.field.name
      if let column = field.schemaField.flatMap({ numbers[$0.name] }) ?? numbers[parameter] {
        cells[column] += values
      } else if let other = otherNumbers[parameter] {
        others[other].values += values
      } else {
        otherNumbers[parameter] = others.count
        others.append((parameter, values))
      }
    }
    let page = [metadata.pageID.map(String.init) ?? "", metadata.title, infobox.infobox.name]
    let other = others.isEmpty ? "" : InfoboxCSVWriter.object(others)
    return InfoboxCSVWriter.line(page + cells.map { $0.joined(separator: " | ") } + [other])
  }

  /// The values of a field, a line each; what has no value is its text.
  private static func values(of field: TypedField) -> [String] {
    let values = field.values.map { $0.content.description }.filter { !$0.isEmpty }
    if !field.values.isEmpty { return values }
    let text = field.field.isEmpty ? "" : field.field.text
    return text.isEmpty ? [] : [text]
  }

  private static func object(_ others: [(name: String, values: [String])]) -> String {
    var json = JSONWriter()
    json.beginObject()
    for (name, values) in others {
      json.key(named: name)
      json.string(values.joined(separator: " | "))
    }
    json.endObject()
    return String(decoding: json.take(), as: UTF8.self)
  }

  /// A record: quoted where it has to be, ended by CRLF.
  private static func line(_ cells: [String]) -> [UInt8] {
    var line: [UInt8] = []
    for (place, cell) in cells.enumerated() {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      let needsQuotes = cell.utf8.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
      }
      guard needsQuotes else {
        line += cell.utf8
        continue
      }
      line.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { line.append(byte) }
        line.append(byte)
      }
      line.append(UInt8(ascii: "\""))
    }
    line += [0x0D, 0x0A]
    return line
  }
}

extension InfoboxCSVWriter.Selection {
  /// What the fields are.
  public var schema: InfoboxSchema? {
    switch self {
    case .schema(let schema): schema
    case .template(_, let schema): schema
    }
  }
}
