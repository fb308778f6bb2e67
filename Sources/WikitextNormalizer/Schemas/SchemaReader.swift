/// Reads a file of a schema, line by line.
struct SchemaReader {
  private var lines: DataFileLines
  private(set) var head = InfoboxSchema.Head()
  private(set) var fields: [SchemaField] = []
  private var fieldNames: Set<String> = []
  /// The parameters of each language; the number is the field's.
  private var parameters: [String: NameTable] = [:]
  /// Whether the lines that follow are of a field that was understood.
  private var isInField = false

  private static let kinds = Dictionary(uniqueKeysWithValues: FieldKind.allCases.map { ($0.rawValue, $0) })
  private static let words = ["schema", "title", "wikidata", "extends", "complete", "infobox", "field"]
  private static let options = [
    "unit=", "currency=", "scheme=", "relation=", "precision=", "single", "anywhere", "required", "suggested",
    "deprecated",
  ]
  private static let precisions = ["millennium", "century", "decade", "year", "month", "day"]

  /// The units that there are, where those of the file are to be checked.
  private let units: UnitTable?

  init(_ bytes: [UInt8], file: String, units: UnitTable? = nil) {
    lines = DataFileLines(bytes, file: file)
    self.units = units
  }

  var errors: [DataFileError] { lines.errors }

  /// Reads what stands before the fields.
  mutating func readHead() {
    readLines(stopsAtFields: true)
  }

  /// Reads all of the file.
  mutating func read() {
    readLines(stopsAtFields: false)
    if head.name.isEmpty {
      lines.addError("the schema has no name", "begin the file with: schema NAME")
    }
  }

  private mutating func readLines(stopsAtFields: Bool) {
    while let line = lines.next() {
      if lines.isIndented(line) {
        if isInField {
          readNames(line)
        } else if fields.isEmpty {
          lines.addError(at: line.lowerBound, "an indented line before the first field", "put it below a field")
        }
        continue
      }
      var rest = line
      let word = lines.takeWord(&rest)
      let text = lines.text(word)
      if text == "field" {
        if stopsAtFields { return }
        readField(rest)
        continue
      }
      isInField = false
      readHeadLine(text, at: word.lowerBound, rest)
    }
  }

  private mutating func readHeadLine(_ word: String, at offset: Int, _ rest: Range<Int>) {
    guard SchemaReader.words.contains(word) else {
      let advice = DataFileError.advice(for: word.utf8, among: SchemaReader.words)
      lines.addError(at: offset, "unknown word \(DataFileError.quoted(word.utf8))", advice)
      return
    }
    guard !rest.isEmpty else {
      lines.addError(at: offset, "nothing stands behind \(word)", "see Data/README.md for what does")
      return
    }
    switch word {
    case "schema": head.name = lines.text(rest)
    case "title": head.title = lines.text(rest)
    case "wikidata": head.wikidata = lines.text(rest)
    case "extends": head.parents += lines.parts(rest, separatedBy: UInt8(ascii: "|")).map { lines.text($0) }
    case "complete": head.completeLanguages += lines.text(rest).split(separator: " ").map { String($0) }
    default: readInfoboxes(rest)
    }
  }

  private mutating func readInfoboxes(_ line: Range<Int>) {
    var rest = line
    let language = lines.text(lines.takeWord(&rest))
    guard let names = readList(rest) else { return }
    guard !names.isEmpty else {
      lines.addError(at: line.lowerBound, "the infoboxes are missing", "write: infobox en Infobox film | Infobox movie")
      return
    }
    head.infoboxes.append((language, names))
  }

  /// Names between bars; nil, with an error, when one is empty.
  private mutating func readList(_ range: Range<Int>) -> [String]? {
    if range.isEmpty { return [] }
    let parts = lines.parts(range, separatedBy: UInt8(ascii: "|"))
    if let empty = parts.first(where: \.isEmpty) {
      lines.addError(at: empty.lowerBound, "a name is missing", "write a name there, or leave out the |")
      return nil
    }
    return parts.map { lines.text($0) }
  }

  // MARK: - Fields

  private mutating func readField(_ line: Range<Int>) {
    isInField = false
    var rest = line
    let nameRange = lines.takeWord(&rest)
    let kindRange = lines.takeWord(&rest)
    guard !nameRange.isEmpty else {
      lines.addError(at: line.lowerBound, "the field has no name", "write: field NAME KIND")
      return
    }
    guard let kind = SchemaReader.kinds[lines.text(kindRange)] else {
      let problem =
        kindRange.isEmpty ? "the kind is missing" : "unknown kind \(DataFileError.quoted(lines.bytes[kindRange]))"
      let kinds = FieldKind.allCases.map(\.rawValue)
      lines.addError(at: kindRange.lowerBound, problem, DataFileError.advice(for: lines.bytes[kindRange], among: kinds))
      return
    }
    var field = SchemaField(name: lines.text(nameRange), kind: kind)
    while !rest.isEmpty {
      let option = lines.takeWord(&rest)
      guard SchemaReader.read(option: lines.text(option), into: &field) else {
        let problem = "unknown option \(DataFileError.quoted(lines.bytes[option]))"
        let advice = DataFileError.advice(for: lines.bytes[option], among: SchemaReader.options + ["P123"])
        lines.addError(at: option.lowerBound, problem, advice)
        return
      }
      if let unit = field.unit, let units, !units.knows(unit) {
        let problem = "unknown unit \(DataFileError.quoted(unit.utf8))"
        lines.addError(at: option.lowerBound, problem, "write a unit of UCUM: km2, [ft_i], {person}/km2")
        return
      }
    }
    guard fieldNames.insert(field.name).inserted else {
      let problem = "the field \(DataFileError.quoted(lines.bytes[nameRange])) is here twice"
      lines.addError(at: nameRange.lowerBound, problem, "put all of it in one place")
      return
    }
    fields.append(field)
    isInField = true
  }

  private static func read(option: String, into field: inout SchemaField) -> Bool {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, !parts[1].isEmpty {
      let value = String(parts[1])
      switch parts[0] {
      case "unit": field.unit = value
      case "currency": field.currency = value
      case "scheme": field.scheme = value
      case "relation": field.relation = value
      case "precision" where precisions.contains(value): field.precision = value
      default: return false
      }
      return true
    }
    switch option {
    case "single": field.isSingle = true
    case "anywhere": field.isAnywhere = true
    case "required": field.importance = .required
    case "suggested": field.importance = .suggested
    case "deprecated": field.isDeprecated = true
    default:
      guard option.utf8.count > 1, option.utf8.first == UInt8(ascii: "P"),
        option.utf8.dropFirst().allSatisfy({ $0 &- 0x30 < 10 })
      else { return false }
      field.property = option
    }
    return true
  }

  /// `en Directed by | Director > director | directed by`
  private mutating func readNames(_ line: Range<Int>) {
    var rest = line
    var names = SchemaField.Names(language: lines.text(lines.takeWord(&rest)))
    let arrow = rest.first { lines.bytes[$0] == UInt8(ascii: ">") } ?? rest.upperBound
    guard let labels = readList(lines.trimmed(rest.lowerBound..<arrow)) else { return }
    names.labels = labels
    if arrow < rest.upperBound {
      let range = lines.trimmed(arrow + 1..<rest.upperBound)
      guard let parameters = readList(range), addParameters(range, language: names.language) else { return }
      names.parameters = parameters
    }
    let last = fields.count - 1
    if fields[last].names.contains(where: { $0.language == names.language }) {
      let problem = "the language \(DataFileError.quoted(names.language.utf8)) is here twice"
      lines.addError(at: line.lowerBound, problem, "put its names in one line")
      return
    }
    fields[last].names.append(names)
  }

  /// Notes which field has a parameter; a parameter of two is an error.
  private mutating func addParameters(_ range: Range<Int>, language: String) -> Bool {
    let number = fields.count - 1
    for part in lines.parts(range, separatedBy: UInt8(ascii: "|")) {
      guard let key = NameKey(.parameter, lines.bytes.span, part) else { continue }
      if let entry = parameters[language]?.first(key), let other = parameters[language]?.value(entry), other != number {
        let problem = "the parameter \(DataFileError.quoted(lines.bytes[part])) is one of \(fields[other].name) already"
        lines.addError(at: part.lowerBound, problem, "leave one out")
        return false
      }
      parameters[language, default: NameTable()].insert(key, number)
    }
    return true
  }
}
