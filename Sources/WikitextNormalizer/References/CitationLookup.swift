import WikitextDocument

/// Looks templates and parameters up in the data of a language; scratch for folded names is kept.
struct CitationLookup {
  let data: CitationData
  let scope: Int?
  private let englishScope: Int?
  /// The words of the language, and the English ones.
  private let words: [CitationWords: [[UInt8]]]
  /// Whether commas stand between people rather than in names.
  let hasCommasBetweenPeople: Bool
  private var name: [UInt8] = []

  init(_ data: CitationData, language: String) {
    self.data = data
    scope = data.scope(ofLanguage: language)
    englishScope = language == "en" ? nil : data.scope(ofLanguage: "en")
    let english = data.words["en"] ?? [:]
    words = language == "en" ? english : english.merging(data.words[language] ?? [:]) { $1 + $0 }
    hasCommasBetweenPeople = data.languagesWithCommasBetweenPeople.contains(language)
    name.reserveCapacity(FoldedName.maximumLength + 4)
  }

  /// What the template of a node is: on this wiki, in English, or for any wiki.
  ///
  /// - Complexity: O(length of the name).
  mutating func template(_ document: Document, _ node: Int) -> CitationTemplate? {
    number(document, node).map { data.templates[$0] }
  }

  /// The number of the template of a node in the data.
  mutating func number(_ document: Document, _ node: Int) -> Int? {
    let pool = document.pool
    guard FoldedName.fold(pool.span, document.records[node].name.offsets, .template, into: &name) else { return nil }
    if let found = numberOfName() {
      if case .none = data.templates[found].kind { return nil }
      return found
    }
    // `R:Kluge`, `Ref-Duden`: names of works behind a mark that they share.
    guard let mark = name.prefix(12).firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") }) else {
      return nil
    }
    name.removeSubrange((mark + 1)...)
    name.append(UInt8(ascii: "*"))
    return numberOfName()
  }

  private func numberOfName() -> Int? {
    for scope in [scope, englishScope] {
      if let scope, let found = data.templateNames.value(of: name.span, scope: scope) { return found }
    }
    return data.templateNames.value(of: name.span, scope: CitationData.everywhere)
  }

  /// What an argument is in a template, and the number in its name.
  ///
  /// - Parameters:
  ///   - document: the argument's document.
  ///   - argument: its node.
  ///   - position: its position, where it has no name.
  ///   - template: the template.
  /// - Returns: nil where no data know the name.
  mutating func rule(
    _ document: Document,
    _ argument: Int,
    position: Int,
    of template: CitationTemplate
  ) -> (rule: ParameterRule, number: Int)? {
    let pool = document.pool
    if position > 0 {
      guard position < 10 else { return nil }
      name.removeAll(keepingCapacity: true)
      name.append(UInt8(truncatingIfNeeded: 0x30 + position))
    } else if !FoldedName.fold(pool.span, document.records[argument].name.offsets, .parameter, into: &name) {
      return nil
    }
    for scope in template.scopes {
      if let found = data.parameterNames.value(of: name.span, scope: scope) { return (data.rules[found], 0) }
    }
    guard let number = FoldedName.takeNumber(from: &name) else { return nil }
    for scope in template.scopes {
      if let found = data.parameterNames.value(of: name.span, scope: scope) { return (data.rules[found], number) }
    }
    return nil
  }

  /// Words of a kind, folded.
  func words(_ kind: CitationWords) -> [[UInt8]] { words[kind] ?? [] }

  /// Whether a text is a word of a kind.
  mutating func isWord(_ bytes: [UInt8], _ kind: CitationWords) -> Bool {
    guard FoldedName.fold(bytes.span, 0..<bytes.count, .template, into: &name) else { return false }
    return words(kind).contains(name)
  }

  /// The length of a word of a kind at the end of `range`, behind no letter; 0 where there is none.
  mutating func length(_ kind: CitationWords, atEndOf bytes: [UInt8], _ range: Range<Int>) -> Int {
    for word in words(kind) where word.count <= range.count {
      let start = range.upperBound - word.count
      guard CitationLookup.mayBeEqual(bytes[start], word[0]) else { continue }
      guard FoldedName.fold(bytes.span, start..<range.upperBound, .template, into: &name), name == word else {
        continue
      }
      if start == range.lowerBound || !CitationLookup.isLetter(bytes[start - 1]) || !CitationLookup.isLetter(word[0]) {
        return word.count
      }
    }
    return 0
  }

  /// The length of a word of a kind at the start of `range`, before no letter; 0 where there is none.
  mutating func length(_ kind: CitationWords, atStartOf bytes: [UInt8], _ range: Range<Int>) -> Int {
    for word in words(kind) where word.count <= range.count {
      let end = range.lowerBound + word.count
      guard CitationLookup.mayBeEqual(bytes[range.lowerBound], word[0]) else { continue }
      guard FoldedName.fold(bytes.span, range.lowerBound..<end, .template, into: &name), name == word else { continue }
      if end == range.upperBound || !CitationLookup.isLetter(bytes[end])
        || !CitationLookup.isLetter(word[word.count - 1])
      {
        return word.count
      }
    }
    return 0
  }

  /// Whether bytes may be the first ones of equal names: letters of ASCII are only equal to themselves. Tells nearly all
  /// places of a text from those that are worth a comparison.
  private static func mayBeEqual(_ byte: UInt8, _ other: UInt8) -> Bool {
    let isLetter = byte < 0x80 && other < 0x80 && (byte | 0x20) &- 0x61 < 26 && (other | 0x20) &- 0x61 < 26
    return !isLetter || byte | 0x20 == other | 0x20
  }

  /// Letters of ASCII, and whatever is beyond it.
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
}
