/// A user's file of words: what is wrong with it. See Data/README.md, section 3, for the format.
enum WordsFile {
  /// Keys of lines that the lexicon takes nothing from, or that have forms of their own.
  private static let otherKeys = [
    "number", "date-order", "digits", "measure", "currencies", "country", "language", "iso", "olympic", "nation",
  ]

  /// The lines that are not understood.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: what errors call it.
  /// - Returns: what is wrong with each.
  /// - Complexity: O(`bytes.count`).
  static func errors(_ bytes: [UInt8], file: String) -> [DataFileError] {
    var lines = DataFileLines(bytes, file: file)
    var builder = LexiconBuilder()
    let units = Lexicon.of("en").units
    var measures: Set<String> = []
    while let line = lines.next() {
      var rest = line
      var key = lines.takeWord(&rest)
      if lines.text(key) == "exact" { key = lines.takeWord(&rest) }
      let name = lines.text(key)
      guard let kind = WordMeaning.Kind(key: name) else {
        if name == "measure" { measures.insert(lines.text(rest).split(separator: " ").first.map { String($0) } ?? "") }
        if !otherKeys.contains(name) {
          let advice = DataFileError.advice(for: name.utf8, among: otherKeys + WordMeaning.Kind.allKeys)
          lines.addError(at: key.lowerBound, "unknown key \(DataFileError.quoted(name.utf8))", advice)
        } else if rest.isEmpty {
          lines.addError(at: key.lowerBound, "nothing stands behind \(name)", "see Data/README.md for what does")
        }
        continue
      }
      let argument = rest
      var words = DataLine(bytes.span, rest)
      guard builder.value(of: kind, &words, bytes.span) != nil else {
        let problem = "\(DataFileError.quoted(lines.bytes[argument])) does not begin with an argument of \(name)"
        lines.addError(at: argument.lowerBound, problem, "see Data/README.md for what stands there")
        continue
      }
      if kind == .unit {
        let unit = lines.text(lines.takeWord(&rest))
        guard units.knows(unit) || measures.contains(unit) else {
          let advice = "write a unit of UCUM that there is, or a measure line above"
          lines.addError(at: argument.lowerBound, "unknown unit \(DataFileError.quoted(unit.utf8))", advice)
          continue
        }
      }
      if words.spelling(bytes.span) == nil {
        lines.addError(at: line.upperBound, "no spelling stands behind \(name)", "write one, or several with | between")
      }
    }
    return lines.errors
  }
}
