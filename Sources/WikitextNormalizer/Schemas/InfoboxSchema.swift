/// A kind of infobox: its fields, what each holds, and what it is called. See Data/README.md for the format.
///
/// - Invariants: nothing changes after `init`.
public final class InfoboxSchema: Sendable {
  /// What stands before the fields in a schema's file.
  public struct Head: Sendable, Hashable {
    /// The schema's name: `film`.
    public var name = ""
    /// What it is about, in English.
    public var title = ""
    /// The class of Wikidata: `Q11424`.
    public var wikidata: String?
    /// The schemas whose fields it has, too, behind its own.
    public var parents: [String] = []
    /// The infoboxes that it is for, language by language; with a `*` at the end, all names that begin so.
    public var infoboxes: [(language: String, names: [String])] = []
    /// The languages on whose wikis the infoboxes have the parameters that are listed, and no others.
    public var completeLanguages: [String] = []

    /// Whether both say the same.
    public static func == (lhs: Head, rhs: Head) -> Bool {
      lhs.name == rhs.name && lhs.title == rhs.title && lhs.wikidata == rhs.wikidata && lhs.parents == rhs.parents
        && lhs.completeLanguages == rhs.completeLanguages
        && lhs.infoboxes.elementsEqual(rhs.infoboxes) { $0.language == $1.language && $0.names == $1.names }
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// A head that says nothing yet.
    public init() {}
  }

  /// What it is and which infoboxes it is for.
  public let head: Head
  /// The fields: its own, then those of its parents.
  public let fields: [SchemaField]
  private let parameters: FieldNameTable
  private let labels: FieldNameTable

  /// The schema's name: `film`.
  public var name: String { head.name }

  /// A schema of these fields.
  ///
  /// - Complexity: O(size of all names).
  public init(head: Head, fields: [SchemaField]) {
    self.head = head
    self.fields = fields
    var parameters = FieldNameTable(form: .parameter)
    var labels = FieldNameTable(form: .title)
    for (number, field) in fields.enumerated() {
      for names in field.names {
        for parameter in names.parameters { parameters.insert(parameter, language: names.language, field: number) }
        for label in names.labels { labels.insert(label, language: names.language, field: number) }
      }
    }
    self.parameters = parameters
    self.labels = labels
  }

  /// The field that a parameter of the infobox is for. Case, spaces, underscores and hyphens do not count, nor does a
  /// number at the end.
  ///
  /// - Parameters:
  ///   - parameter: the parameter's name.
  ///   - language: the wiki's language, whose names go before those of other languages.
  /// - Returns: the field; nil for a parameter that is not known.
  public func field(forParameter parameter: String, language: String = "en") -> SchemaField? {
    let bytes = Array(parameter.utf8)
    return field(forParameter: bytes.span, 0..<bytes.count, language: language).map { fields[$0] }
  }

  /// The number of the field that the parameter in these bytes is for.
  ///
  /// - Parameters:
  ///   - bytes: where the name is.
  ///   - name: the name's range.
  ///   - language: the wiki's language, whose names go before those of other languages.
  /// - Returns: the field's place in ``fields``; nil for a parameter that is not known.
  /// - Complexity: O(`name.count`), without allocation.
  package func field(forParameter bytes: Span<UInt8>, _ name: Range<Int>, language: String) -> Int? {
    guard let key = NameKey(.parameter, bytes, name) else { return nil }
    if let field = parameters.field(key, language: language) { return field }
    guard let base = key.withoutNumber() else { return nil }
    return parameters.field(base, language: language)
  }

  /// The field that a label of a rendered page is for.
  ///
  /// - Parameters:
  ///   - label: the label; case, white space and a colon at its end do not count.
  ///   - language: the page's language, whose labels go before those of other languages.
  /// - Returns: the field; nil for a label that is not known.
  public func field(forLabel label: String, language: String = "en") -> SchemaField? {
    var label = Substring(label)
    while let last = label.last, last == ":" || last == "：" || last.isWhitespace { label.removeLast() }
    guard let key = NameKey(.title, String(label)) else { return nil }
    return labels.field(key, language: language).map { fields[$0] }
  }

  /// All fields that have a label in a language, or in English where that has none.
  ///
  /// - Complexity: O(labels of the schema).
  package func fields(forLabel label: String, language: String) -> [SchemaField] {
    let folded = label.lowercased()
    for language in language == "en" ? ["en"] : [language, "en"] {
      let found = fields.filter { field in
        field.names.contains { names in
          names.language == language && names.labels.contains { $0.lowercased() == folded }
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }
}

extension InfoboxSchema: CustomStringConvertible {
  /// The content of a file that says the same, the parents' fields written out.
  public var description: String {
    var text = "schema \(name)\n"
    if !head.title.isEmpty { text += "title \(head.title)\n" }
    if let wikidata = head.wikidata { text += "wikidata \(wikidata)\n" }
    if !head.parents.isEmpty { text += "extends " + head.parents.joined(separator: " | ") + "\n" }
    if !head.completeLanguages.isEmpty { text += "complete " + head.completeLanguages.joined(separator: " ") + "\n" }
    for (language, names) in head.infoboxes { text += "infobox \(language) " + names.joined(separator: " | ") + "\n" }
    for field in fields { text += "\n\(field)" }
    return text
  }
}

/// Names of fields in several languages.
struct FieldNameTable: Sendable {
  private let form: NameKey.Form
  private var table = NameTable()
  private var languages: [String] = []
  private var uses: [(field: Int32, language: Int32)] = []

  init(form: NameKey.Form) {
    self.form = form
  }

  /// Adds a name, where that language does not have it yet.
  mutating func insert(_ name: String, language: String, field: Int) {
    guard let key = NameKey(form, name) else { return }
    var number = languages.lastIndex(of: language)
    if number == nil {
      number = languages.count
      languages.append(language)
    }
    let language = Int32(truncatingIfNeeded: number ?? 0)
    var entry = table.first(key)
    while let found = entry {
      if uses[table.value(found)].language == language { return }
      entry = table.next(after: found)
    }
    table.insert(key, uses.count)
    uses.append((Int32(truncatingIfNeeded: field), language))
  }

  /// The field that a language has under a name, or else that any other has.
  func field(_ key: NameKey, language: String) -> Int? {
    guard let first = table.first(key) else { return nil }
    var entry: Int? = first
    while let found = entry {
      let use = uses[table.value(found)]
      if languages[Int(use.language)] == language { return Int(use.field) }
      entry = table.next(after: found)
    }
    return Int(uses[table.value(first)].field)
  }
}
