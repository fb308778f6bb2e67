/// Reads a file of templates, line by line.
struct TemplatePackReader {
  private var lines: DataFileLines
  /// The names so far; the number is that of the last line that has the name.
  private var seen = NameTable()
  private static let kinds = Dictionary(uniqueKeysWithValues: TemplateRule.Kind.allCases.map { ($0.rawValue, $0) })
  private static let keys = Dictionary(uniqueKeysWithValues: TemplateRule.Key.allCases.map { ($0.rawValue, $0) })

  init(_ bytes: [UInt8], file: String) {
    lines = DataFileLines(bytes, file: file)
  }

  var errors: [DataFileError] { lines.errors }

  mutating func read(into pack: inout TemplatePack) {
    // Of lines that are no directives: names on several lines have them one below the other.
    var number = 0
    while let line = lines.next() {
      if lines.bytes[line.lowerBound] == UInt8(ascii: "@") {
        readDirective(line, into: &pack)
      } else {
        if let entry = readEntry(line, number: number) { pack.entries.append(entry) }
        number += 1
      }
    }
  }

  private mutating func readDirective(_ line: Range<Int>, into pack: inout TemplatePack) {
    var rest = line
    let word = lines.text(lines.takeWord(&rest))
    switch (word, lines.text(rest)) {
    case ("@codes", "place"): pack.hasCountryCodes = true
    case ("@language", let language) where !language.isEmpty:
      pack.language = language
      pack.saysLanguage = true
    case ("@codes", _), ("@language", _):
      lines.addError(at: line.lowerBound, "\(word) without what it needs", "write @codes place or @language de")
    default:
      let advice = DataFileError.advice(for: word.utf8, among: ["@codes", "@language"])
      lines.addError(at: line.lowerBound, "unknown directive \(DataFileError.quoted(word.utf8))", advice)
    }
  }

  // MARK: - Entries

  private mutating func readEntry(_ line: Range<Int>, number: Int) -> TemplatePack.Entry? {
    guard let arrow = line.first(where: { lines.bytes[$0] == UInt8(ascii: ">") }) else {
      lines.addError(at: line.upperBound, "there is no >", "write NAME | ALIAS > KIND key=VALUE")
      return nil
    }
    guard let names = readNames(line.lowerBound..<arrow, number: number) else { return nil }
    guard let rule = readRule(arrow + 1..<line.upperBound) else { return nil }
    return TemplatePack.Entry(names: names, rule: rule)
  }

  private mutating func readNames(_ range: Range<Int>, number: Int) -> [String]? {
    var names: [String] = []
    for name in lines.parts(range, separatedBy: UInt8(ascii: "|")) {
      let (form, part) = TemplatePackReader.pattern(lines.bytes, name)
      guard let key = NameKey(form, lines.bytes.span, part) else {
        let advice = "write a name there, or leave out the |"
        let problem = name.isEmpty ? "a name is missing" : "\(DataFileError.quoted(lines.bytes[name])) is no name"
        lines.addError(at: name.lowerBound, problem, advice)
        return nil
      }
      if part.count > 1, let star = part.first(where: { lines.bytes[$0] == UInt8(ascii: "*") }) {
        lines.addError(at: star, "a * inside of a name", "put it at the end or the beginning, and at one of them alone")
        return nil
      }
      // A pattern and a name of the same letters are two things.
      if form == .title {
        if let entry = seen.exact(key) {
          let before = seen.value(entry)
          if before == number {
            lines.addError(
              at: name.lowerBound,
              "\(DataFileError.quoted(lines.bytes[name])) stands here twice",
              "leave one out"
            )
            return nil
          }
          if before != number - 1 {
            let advice = "put its lines one below the other, or leave one out"
            let problem = "\(DataFileError.quoted(lines.bytes[name])) has a rule above already"
            lines.addError(at: name.lowerBound, problem, advice)
            return nil
          }
          seen.setValue(number, of: entry)
        } else {
          seen.insert(key, number)
        }
      }
      names.append(lines.text(name))
    }
    return names
  }

  /// The part of a name that is compared, and how: without the `*` of a pattern.
  static func pattern(_ bytes: [UInt8], _ name: Range<Int>) -> (form: NameKey.Form, part: Range<Int>) {
    guard name.count > 1 else { return (.title, name) }
    if bytes[name.upperBound - 1] == UInt8(ascii: "*") { return (.pattern, name.lowerBound..<name.upperBound - 1) }
    if bytes[name.lowerBound] == UInt8(ascii: "*") { return (.pattern, name.lowerBound + 1..<name.upperBound) }
    return (.title, name)
  }

  // MARK: - Rules

  private mutating func readRule(_ range: Range<Int>) -> TemplateRule? {
    var rest = range
    let word = lines.takeWord(&rest)
    guard let kind = TemplatePackReader.kinds[lines.text(word)] else {
      let kinds = TemplateRule.Kind.allCases.map(\.rawValue)
      let problem = word.isEmpty ? "the kind is missing" : "unknown kind \(DataFileError.quoted(lines.bytes[word]))"
      lines.addError(at: word.lowerBound, problem, DataFileError.advice(for: lines.bytes[word], among: kinds))
      return nil
    }
    var rule = TemplateRule(kind: kind, patterns: [])
    var position = rest.lowerBound
    while position < rest.upperBound {
      guard let equals = (position..<rest.upperBound).first(where: { lines.bytes[$0] == UInt8(ascii: "=") }) else {
        lines.addError(at: position, "there is no = behind the key", "write key=VALUE, text with blanks in quotes")
        return nil
      }
      guard let key = readKey(position..<equals, of: rule) else { return nil }
      position = equals + 1
      do throws(ArgumentPattern.Fault) {
        let pattern = try ArgumentPattern(lines.bytes.span, at: &position, end: rest.upperBound)
        rule.patterns.append((key, pattern))
      } catch {
        lines.addError(at: error.offset, error.problem, error.advice)
        return nil
      }
      while position < rest.upperBound, lines.bytes[position] == 0x20 || lines.bytes[position] == 0x09 { position += 1 }
    }
    return rule
  }

  private mutating func readKey(_ range: Range<Int>, of rule: TemplateRule) -> TemplateRule.Key? {
    let name = lines.text(range)
    guard let key = TemplatePackReader.keys[name] else {
      let keys = (rule.kind.keys + [.qualifier]).map(\.rawValue)
      let problem = "unknown key \(DataFileError.quoted(lines.bytes[range]))"
      lines.addError(at: range.lowerBound, problem, DataFileError.advice(for: lines.bytes[range], among: keys))
      return nil
    }
    guard rule.kind.takes(key) else {
      let keys = (rule.kind.keys + [.qualifier]).map(\.rawValue).joined(separator: ", ")
      lines.addError(at: range.lowerBound, "\(rule.kind.rawValue) has no key \(name)", "its keys are \(keys)")
      return nil
    }
    guard rule[key] == nil else {
      lines.addError(at: range.lowerBound, "\(name) stands here twice", "leave one out")
      return nil
    }
    return key
  }
}
