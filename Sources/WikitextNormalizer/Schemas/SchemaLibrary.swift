import Synchronization

/// All schemas: finds the one of an infobox by the name of its template, and reads its fields when it is first asked for.
public final class SchemaLibrary: Sendable {
  /// Where a schema's file is.
  enum Source: Sendable {
    case embedded(StaticString)
    case bytes([UInt8])

    var bytes: [UInt8] {
      switch self {
      // The literal's own bytes.
      case .embedded(let text): unsafe Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
      case .bytes(let bytes): bytes
      }
    }
  }

  private struct File: Sendable {
    var name: String
    var source: Source
    var head: InfoboxSchema.Head
  }

  private let files: [File]
  /// Files by the schema's name.
  private let schemaNames: [String: Int]
  private let infoboxes: FieldNameTable
  private let beginnings: [String: NamePatterns]
  /// Schemas that were asked for, by file.
  private let loaded: Mutex<[Int: InfoboxSchema]>

  /// Reads the heads of files. Of two schemas of the same name the first one counts, and of two that are for the same
  /// infobox.
  ///
  /// - Complexity: O(size of the heads).
  init(_ sources: [(file: String, source: Source)]) {
    var files: [File] = []
    var schemaNames: [String: Int] = [:]
    var infoboxes = FieldNameTable(form: .title)
    var beginnings: [String: NamePatterns] = [:]
    for (name, source) in sources {
      var reader = SchemaReader(source.bytes, file: name)
      reader.readHead()
      let head = reader.head
      guard !head.name.isEmpty, schemaNames[head.name] == nil else { continue }
      schemaNames[head.name] = files.count
      for (language, names) in head.infoboxes {
        for name in names {
          if name.utf8.last == UInt8(ascii: "*") {
            guard let key = NameKey(.pattern, String(name.dropLast())) else { continue }
            beginnings[language, default: NamePatterns(isBackwards: false)].insert(key, files.count)
          } else {
            infoboxes.insert(name, language: language, field: files.count)
          }
        }
      }
      files.append(File(name: name, source: source, head: head))
    }
    self.files = files
    self.schemaNames = schemaNames
    self.infoboxes = infoboxes
    self.beginnings = beginnings
    loaded = Mutex([:])
  }

  /// What the schemas are and which infoboxes they are for.
  public var heads: [InfoboxSchema.Head] { files.map(\.head) }

  /// The schema of a name: `film`.
  public func schema(named name: String) -> InfoboxSchema? { schemaNames[name].map { load($0) } }

  /// The schema for an infobox.
  ///
  /// - Parameters:
  ///   - infobox: the name of the template.
  ///   - language: the wiki's language, whose names go before those of other languages.
  /// - Returns: the schema; nil for an infobox that is not known.
  public func schema(forInfobox infobox: String, language: String) -> InfoboxSchema? {
    let bytes = Array(infobox.utf8)
    return schema(forInfobox: bytes.span, 0..<bytes.count, language: language)
  }

  /// The schema for the infobox whose template's name stands in these bytes.
  ///
  /// - Parameters:
  ///   - bytes: where the name is.
  ///   - name: the name's range.
  ///   - language: the wiki's language, whose names go before those of other languages.
  /// - Returns: the schema; nil for an infobox that is not known.
  /// - Complexity: O(`name.count`), without allocation, but for the schema's first use.
  package func schema(forInfobox bytes: Span<UInt8>, _ name: Range<Int>, language: String) -> InfoboxSchema? {
    guard let key = NameKey(.title, bytes, name) else { return nil }
    if let file = infoboxes.field(key, language: language) { return load(file) }
    for language in language == "en" ? ["en"] : [language, "en"] {
      if let file = beginnings[language]?.longest(key)?.value { return load(file) }
    }
    return nil
  }

  /// What is wrong with the files, and with how they go together. Reads them all.
  ///
  /// - Complexity: O(size of all files).
  public func errors() -> [DataFileError] {
    var errors: [DataFileError] = []
    for file in files {
      var reader = SchemaReader(file.source.bytes, file: file.name)
      reader.read()
      errors += reader.errors
    }
    return errors + familyErrors(ofFiles: Set(files.map(\.name)))
  }

  /// What is wrong with what schemas extend: parents that there are not, circles.
  ///
  /// - Parameter names: the names of the files that are looked at.
  /// - Returns: the errors, file by file.
  func familyErrors(ofFiles names: Set<String>) -> [DataFileError] {
    var errors: [DataFileError] = []
    for file in files where names.contains(file.name) {
      let unknown = file.head.parents.filter { schemaNames[$0] == nil }
      errors += unknown.map { parent in
        let known = DataFileError.advice(for: parent.utf8, among: schemaNames.keys.sorted())
        return DataFileError(
          file: file.name,
          line: 1,
          column: 1,
          problem: "there is no schema \(parent)",
          advice: known
        )
      }
      if isItsOwnAncestor(file.head.name) {
        let problem = "\(file.head.name) extends itself"
        errors.append(DataFileError(file: file.name, line: 1, column: 1, problem: problem, advice: "break the circle"))
      }
    }
    return errors
  }

  // MARK: - Loading

  private func load(_ file: Int) -> InfoboxSchema {
    if let schema = loaded.withLock({ $0[file] }) { return schema }
    // Two threads may do this at once; both come to the same.
    let schema = InfoboxSchema(head: files[file].head, fields: fields(of: file))
    return loaded.withLock { loaded in
      if let schema = loaded[file] { return schema }
      loaded[file] = schema
      return schema
    }
  }

  /// Its own fields, then those of its ancestors; a field that is there already only gets their names, and a parameter
  /// stays with the first field that has it.
  private func fields(of file: Int) -> [SchemaField] {
    var fields: [SchemaField] = []
    var numbers: [String: Int] = [:]
    var parameters: [String: NameTable] = [:]
    for ancestor in lineage(of: file) {
      var reader = SchemaReader(files[ancestor].source.bytes, file: files[ancestor].name)
      reader.read()
      for var field in reader.fields {
        let number = numbers[field.name] ?? fields.count
        field.keepParameters { name, language in
          guard let key = NameKey(.parameter, name) else { return false }
          if let entry = parameters[language]?.first(key) { return parameters[language]?.value(entry) == number }
          parameters[language, default: NameTable()].insert(key, number)
          return true
        }
        if let number = numbers[field.name] {
          fields[number].addNames(of: field)
        } else {
          numbers[field.name] = fields.count
          fields.append(field)
        }
      }
    }
    return fields
  }

  /// A schema, its parents, their parents: each once, so that circles do no harm.
  private func lineage(of file: Int) -> [Int] {
    var lineage: [Int] = []
    var seen: Set<Int> = []
    var waiting = [file]
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      lineage.append(next)
      waiting += files[next].head.parents.reversed().compactMap { schemaNames[$0] }
    }
    return lineage
  }

  private func isItsOwnAncestor(_ name: String) -> Bool {
    guard let file = schemaNames[name] else { return false }
    return lineage(of: file).contains { files[$0].head.parents.contains(name) }
  }
}
