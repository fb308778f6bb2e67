import WikitextDocument
import WikitextSyntax

/// Looks templates and parameters up in the data of a language; scratch for folded names is kept.
struct CitationLookup {
  let data: CitationData
  let scope: Int?
  private let englishScope: Int?
  /// The words of the language, and the English ones, by their kind.
  private let words: [WordSet]
  /// Whether commas stand between people rather than in names.
  let hasCommasBetweenPeople: Bool
  private var name: [UInt8] = []
  private var knownTemplates = SpellingCache()
  private var knownParameters = SpellingCache()

  init(_ data: CitationData, language: String) {
    self.data = data
    scope = data.scope(ofLanguage: language)
    englishScope = language == "en" ? nil : data.scope(ofLanguage: "en")
    let english = data.words["en"] ?? [:]
    let own = language == "en" ? [:] : data.words[language] ?? [:]
    words = CitationWords.allCases.map { WordSet((own[$0] ?? []) + (english[$0] ?? [])) }
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
    let spelling = document.records[node].name.offsets
    let bytes = pool.span
    if let known = knownTemplates.value(of: bytes, spelling) { return known < 0 ? nil : Int(known) }
    let found = find(bytes, spelling)
    knownTemplates.insert(Int32(truncatingIfNeeded: found ?? -1), for: bytes, spelling)
    return found
  }

  /// Looks the name of a template up in the data.
  private func find(_ bytes: Span<UInt8>, _ spelling: Range<Int>) -> Int? {
    var name: [UInt8] = []
    guard FoldedName.fold(bytes, spelling, .template, into: &name) else { return nil }
    if let found = number(of: name) {
      if case .none = data.templates[found].kind { return nil }
      return found
    }
    // `R:Kluge`, `Ref-Duden`: names of works behind a mark that they share.
    guard let mark = name.prefix(12).firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") }) else {
      return nil
    }
    name.removeSubrange((mark + 1)...)
    name.append(UInt8(ascii: "*"))
    return number(of: name)
  }

  private func number(of name: [UInt8]) -> Int? {
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
    let scopes = template.scopes
    if position > 0 {
      guard position < 10 else { return nil }
      let digit = [UInt8(truncatingIfNeeded: 0x30 + position)]
      return CitationLookup.rule(named: digit, scopes, in: data).map { (data.rules[$0], 0) }
    }
    let spelling = document.records[argument].name.offsets
    let bytes = pool.span
    var found = knownParameters.value(of: bytes, spelling, scope: template.number) ?? Int32.min
    if found == Int32.min {
      found = CitationLookup.find(bytes, spelling, scopes, in: data)
      knownParameters.insert(found, for: bytes, spelling, scope: template.number)
    }
    return found < 0 ? nil : (data.rules[Int(found >> 14)], Int(found & 0x3FFF))
  }

  /// Looks the name of a parameter up in the data.
  ///
  /// - Returns: the rule's place and, in the lower 14 bits, the number in the name; -1 where no data know it.
  private static func find(
    _ bytes: Span<UInt8>,
    _ spelling: Range<Int>,
    _ scopes: [Int],
    in data: CitationData
  ) -> Int32 {
    var name: [UInt8] = []
    guard FoldedName.fold(bytes, spelling, .parameter, into: &name) else { return -1 }
    if let rule = rule(named: name, scopes, in: data) { return Int32(truncatingIfNeeded: rule << 14) }
    guard let number = FoldedName.takeNumber(from: &name), let rule = rule(named: name, scopes, in: data) else {
      return -1
    }
    return Int32(truncatingIfNeeded: rule << 14 | number)
  }

  private static func rule(named name: [UInt8], _ scopes: [Int], in data: CitationData) -> Int? {
    for scope in scopes {
      if let found = data.parameterNames.value(of: name.span, scope: scope) { return found }
    }
    return nil
  }

  /// Whether a text is a word of a kind.
  mutating func isWord(_ bytes: [UInt8], _ kind: CitationWords) -> Bool {
    guard FoldedName.fold(bytes.span, 0..<bytes.count, .template, into: &name) else { return false }
    return words[kind.rawValue].contains(name)
  }

  /// The length of a word of a kind at the end of `range`, behind no letter; 0 where there is none.
  func length(_ kind: CitationWords, atEndOf bytes: [UInt8], _ range: Range<Int>) -> Int {
    words[kind.rawValue].length(atEndOf: bytes.span, range)
  }

  /// The length of a word of a kind at the start of `range`, before no letter; 0 where there is none.
  func length(_ kind: CitationWords, atStartOf bytes: [UInt8], _ range: Range<Int>) -> Int {
    words[kind.rawValue].length(atStartOf: bytes.span, range)
  }

  /// The bytes that words of a kind begin with.
  func firstBytes(of kind: CitationWords) -> ByteSet { words[kind.rawValue].firstBytes }

  /// Letters of ASCII, and whatever is beyond it.
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
}

/// Words of one kind, folded, and the bytes that tell nearly all places of a text from those that are worth a comparison.
private struct WordSet: Sendable {
  /// All words, one behind the other.
  private var text: [UInt8] = []
  private var ranges: [Range<Int>] = []
  private(set) var firstBytes = ByteSet()
  private var lastBytes = ByteSet()

  init(_ words: [[UInt8]]) {
    for word in words where !word.isEmpty {
      ranges.append(text.count..<text.count + word.count)
      text += word
      firstBytes.insert(word[0])
      lastBytes.insert(word[word.count - 1])
    }
  }

  /// Whether a folded text is one of the words.
  func contains(_ name: [UInt8]) -> Bool { ranges.contains { text[$0].elementsEqual(name) } }

  /// The length of a word at the end of a range, behind no letter.
  func length(atEndOf bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard !range.isEmpty, lastBytes.contains(bytes[range.upperBound - 1]) else { return 0 }
    for word in ranges where word.count <= range.count {
      let start = range.upperBound - word.count
      guard isEqual(word, bytes, at: start) else { continue }
      if start == range.lowerBound || !CitationLookup.isLetter(bytes[start - 1])
        || !CitationLookup.isLetter(text[word.lowerBound]) || WordSet.partsNoWords(text[word.lowerBound])
      {
        return word.count
      }
    }
    return 0
  }

  /// The length of a word at the start of a range, before no letter.
  func length(atStartOf bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard !range.isEmpty, firstBytes.contains(bytes[range.lowerBound]) else { return 0 }
    for word in ranges where word.count <= range.count {
      guard isEqual(word, bytes, at: range.lowerBound) else { continue }
      let end = range.lowerBound + word.count
      if end == range.upperBound || !CitationLookup.isLetter(bytes[end])
        || !CitationLookup.isLetter(text[word.upperBound - 1]) || WordSet.partsNoWords(text[word.lowerBound])
      {
        return word.count
      }
    }
    return 0
  }

  /// Whether a byte begins a character of scripts that put no blanks between words, Chinese and Japanese.
  private static func partsNoWords(_ byte: UInt8) -> Bool { 0xE3...0xE9 ~= byte }

  /// Whether a word stands at a place, in any case.
  private func isEqual(_ word: Range<Int>, _ bytes: Span<UInt8>, at start: Int) -> Bool {
    var offset = 0
    while offset < word.count {
      let byte = bytes[start + offset]
      let own = text[word.lowerBound + offset]
      // Letters of two bytes may have case; others beyond ASCII have none.
      if own >= 0xC3, own < 0xE0, offset + 1 < word.count {
        guard byte >= 0xC3, byte < 0xE0 else { return false }
        let scalar = FoldedName.lowercased(UInt32(byte & 0x1F) << 6 | UInt32(bytes[start + offset + 1] & 0x3F))
        let ownScalar = UInt32(own & 0x1F) << 6 | UInt32(text[word.lowerBound + offset + 1] & 0x3F)
        if scalar != ownScalar { return false }
        offset += 2
        continue
      }
      if Bytes.lowercased(byte) != own, own != 0x20 || !(byte == 0x5F || byte &- 0x09 < 5) { return false }
      offset += 1
    }
    return true
  }
}
