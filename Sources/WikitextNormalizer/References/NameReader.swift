import WikitextDocument

/// Divides a text that names people into names, and names into their parts.
///
/// A name is divided into family and given names only where the text does: by a comma (`Doe, Jane`). Several people
/// stand between semicolons and the like; between commas where each part is a whole name; around "and" likewise.
/// What cannot be told is one name, as it is.
struct NameReader {
  /// What the text has besides names.
  struct Result {
    var names: [PersonName] = []
    /// The text ends in "et al.".
    var isAbridged = false
    /// The text says that these are editors.
    var areEditors = false
  }

  private let text: CitationText
  private let document: Document
  /// Whether the text is known to name several people.
  private let isList: Bool
  private var result = Result()

  private init(_ text: CitationText, _ document: Document, isList: Bool) {
    self.text = text
    self.document = document
    self.isList = isList
  }

  /// Names as people write them.
  ///
  /// - Parameters:
  ///   - text: the names.
  ///   - document: its document.
  ///   - lookup: the language's words.
  ///   - isList: whether it is known to name several people.
  /// - Returns: the names, and what the text says of them.
  /// - Complexity: O(bytes).
  static func read(
    _ text: CitationText,
    _ document: Document,
    _ lookup: inout CitationLookup,
    isList: Bool
  ) -> Result {
    var reader = NameReader(text, document, isList: isList)
    reader.read(&lookup)
    return reader.result
  }

  private mutating func read(_ lookup: inout CitationLookup) {
    let whole = trimEnds(0..<text.bytes.count, &lookup)
    guard !whole.isEmpty else { return }
    var parts = split(whole) { isSeparator($0) }
    let hasSeparators = parts.count > 1
    if !hasSeparators {
      if let people = initialsBehind(whole) {
        result.names += people
        return
      }
      if let people = splitByCommas(whole, &lookup) ?? splitBeforeAnd(whole, &lookup) { parts = people }
    }
    for part in parts {
      let pieces = splitByAnd(part, &lookup)
      for piece in pieces { add(trimEnds(piece, &lookup)) }
    }
  }

  // MARK: Dividing

  /// The range without blanks, commas, "et al." and marks of editors at its ends.
  private mutating func trimEnds(_ range: Range<Int>, _ lookup: inout CitationLookup) -> Range<Int> {
    var range = range
    while true {
      range = trimmed(range)
      let abridged = lookup.length(.etAl, atEndOf: text.bytes, range)
      if abridged > 0 {
        result.isAbridged = true
        range = range.lowerBound..<range.upperBound - abridged
        continue
      }
      let editors = lookup.length(.editorMark, atEndOf: text.bytes, range)
      if editors > 0, editors < range.count {
        result.areEditors = true
        range = range.lowerBound..<range.upperBound - editors
        continue
      }
      return range
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text.bytes[start] == 0x20 || text.bytes[start] == 0x2C { start += 1 }
    while end > start, text.bytes[end - 1] == 0x20 || text.bytes[end - 1] == 0x2C { end -= 1 }
    return start..<end
  }

  /// The length of a separator of names at a place: `;`, `；`, `、`, `•`, ` / `.
  private func isSeparator(_ place: Int) -> Int {
    let bytes = text.bytes
    switch bytes[place] {
    case UInt8(ascii: ";"): return 1
    case UInt8(ascii: "/"):
      return place > 0 && bytes[place - 1] == 0x20 && place + 1 < bytes.count && bytes[place + 1] == 0x20 ? 1 : 0
    case 0xEF where has([0xEF, 0xBC, 0x9B], place), 0xEF where has([0xEF, 0xBC, 0x8F], place): return 3
    case 0xE3 where has([0xE3, 0x80, 0x81], place), 0xE2 where has([0xE2, 0x80, 0xA2], place): return 3
    case 0xD8 where has([0xD8, 0x9B], place): return 2
    default: return 0
    }
  }

  private func has(_ sequence: [UInt8], _ place: Int) -> Bool {
    place + sequence.count <= text.bytes.count && text.bytes[place..<place + sequence.count].elementsEqual(sequence)
  }

  /// The pieces of a range between separators; inside of links nothing separates.
  private func split(_ range: Range<Int>, _ length: (Int) -> Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var place = range.lowerBound
    var link = 0
    while place < range.upperBound {
      while link < text.links.count, text.links[link].end <= place { link += 1 }
      if link < text.links.count, text.links[link].start <= place {
        place = max(place + 1, text.links[link].end)
        continue
      }
      let count = length(place)
      if count > 0 {
        if !trimmed(start..<place).isEmpty { pieces.append(trimmed(start..<place)) }
        start = place + count
      }
      place += max(count, 1)
    }
    start = min(start, range.upperBound)
    if !trimmed(start..<range.upperBound).isEmpty { pieces.append(trimmed(start..<range.upperBound)) }
    return pieces
  }

  /// The people between commas; nil where the commas are in names, or it cannot be told.
  private func splitByCommas(_ range: Range<Int>, _ lookup: inout CitationLookup) -> [Range<Int>]? {
    let parts = split(range) { text.bytes[$0] == UInt8(ascii: ",") ? 1 : has([0xD8, 0x8C], $0) ? 2 : 0 }
    guard parts.count > 1 else { return nil }
    if parts.allSatisfy({ isLinked($0) }) { return parts }
    if let people = pairs(parts, &lookup) { return people }
    // "Jane Doe, John Roe": whole names. Two such may still be "Ben Gurion, David Josef".
    guard parts.count > 2 || isList || lookup.hasCommasBetweenPeople else { return nil }
    return parts.allSatisfy { isWholeName($0) || splitByAnd($0, &lookup).count > 1 } ? parts : nil
  }

  /// "Doe, J., Roe, R. A.": names before commas that stand between names and initials.
  private func pairs(_ parts: [Range<Int>], _ lookup: inout CitationLookup) -> [Range<Int>]? {
    guard parts.count >= 4, parts.count % 2 == 0 else { return nil }
    var parts = parts
    // "…, & Lee, C."
    parts[parts.count - 2] = withoutAnd(parts[parts.count - 2], &lookup)
    var people: [Range<Int>] = []
    for first in stride(from: 0, to: parts.count, by: 2) {
      let initials = words(parts[first + 1])
      guard words(parts[first]).allSatisfy({ isNameWord($0) }), !initials.isEmpty,
        initials.allSatisfy({ text.bytes[$0.upperBound - 1] == UInt8(ascii: ".") && isCapitalized($0) })
      else { return nil }
      people.append(parts[first].lowerBound..<parts[first + 1].upperBound)
    }
    return people
  }

  /// A part without the "and" that it begins with.
  private func withoutAnd(_ range: Range<Int>, _ lookup: inout CitationLookup) -> Range<Int> {
    let length = lookup.length(.and, atStartOf: text.bytes, range)
    guard length > 0, length < range.count, text.bytes[range.lowerBound + length] == 0x20 else { return range }
    return trimmed(range.lowerBound + length..<range.upperBound)
  }

  /// "Smith, J., Jones, B. & Lee, C.": names between commas, and one more behind "and".
  private func splitBeforeAnd(_ range: Range<Int>, _ lookup: inout CitationLookup) -> [Range<Int>]? {
    guard let (first, second) = aroundLastAnd(range, &lookup), isDivided(second),
      let people = splitByCommas(first, &lookup)
    else { return nil }
    return people + [second]
  }

  /// "Doe J, Roe RA": several names with initials behind them that have no full stops.
  private func initialsBehind(_ range: Range<Int>) -> [PersonName]? {
    let parts = split(range) { text.bytes[$0] == UInt8(ascii: ",") ? 1 : 0 }
    guard parts.count > 1 else { return nil }
    var people: [PersonName] = []
    for part in parts {
      guard let space = text.bytes[part].lastIndex(of: 0x20), areInitials(space + 1..<part.upperBound),
        part.upperBound - space <= 4, words(part.lowerBound..<space).allSatisfy({ isNameWord($0) })
      else { return nil }
      people.append(
        PersonName(family: text.string(part.lowerBound..<space), given: text.string(space + 1..<part.upperBound))
      )
    }
    return people
  }

  /// The two around the last "and", where both are whole names.
  private func splitByAnd(_ range: Range<Int>, _ lookup: inout CitationLookup) -> [Range<Int>] {
    guard let (first, second) = aroundLastAnd(range, &lookup) else { return [range] }
    let areNames = [first, second].allSatisfy { isLinked($0) || isWholeName($0) || isDivided($0) }
    return areNames ? [first, second] : [range]
  }

  private func aroundLastAnd(_ range: Range<Int>, _ lookup: inout CitationLookup) -> (Range<Int>, Range<Int>)? {
    var place = range.upperBound - 1
    while place > range.lowerBound {
      defer { place -= 1 }
      guard text.bytes[place] == 0x20, place + 1 < range.upperBound else { continue }
      let length = lookup.length(.and, atStartOf: text.bytes, place + 1..<range.upperBound)
      guard length > 0, place + 1 + length < range.upperBound, text.bytes[place + 1 + length] == 0x20 else { continue }
      return (trimmed(range.lowerBound..<place), trimmed(place + 1 + length..<range.upperBound))
    }
    return nil
  }

  private func isLinked(_ range: Range<Int>) -> Bool {
    firstLink(from: range.lowerBound).map { $0.start == range.lowerBound && $0.end == range.upperBound } ?? false
  }

  /// The first link that begins at a place or behind it.
  private func firstLink(from place: Int) -> CitationText.Link? {
    var low = 0
    var high = text.links.count
    while low < high {
      let middle = (low + high) / 2
      if text.links[middle].start < place { low = middle + 1 } else { high = middle }
    }
    return low < text.links.count ? text.links[low] : nil
  }

  /// Whether a range is two to five words, each with a capital letter or a particle, and no figures.
  private func isWholeName(_ range: Range<Int>) -> Bool {
    let words = words(range)
    guard 2...5 ~= words.count else { return false }
    return words.allSatisfy { isNameWord($0) } && words.contains { isCapitalized($0) }
      && isCapitalized(words[words.count - 1])
  }

  /// Whether a range is `Doe, Jane`.
  private func isDivided(_ range: Range<Int>) -> Bool { comma(range) != nil }

  private func words(_ range: Range<Int>) -> [Range<Int>] {
    text.bytes[range].split(separator: 0x20).map { $0.startIndex..<$0.endIndex }
  }

  private func isCapitalized(_ word: Range<Int>) -> Bool {
    guard let first = text.string(word).unicodeScalars.first else { return false }
    return first.properties.isUppercase || first.properties.generalCategory == .otherLetter
  }

  private func isNameWord(_ word: Range<Int>) -> Bool {
    if text.bytes[word].contains(where: { ($0 &- 0x30) < 10 }) { return false }
    if isCapitalized(word) { return true }
    return NameReader.particles.contains(text.string(word))
  }

  /// Words in lower case that belong to names.
  private static let particles: Set<String> = [
    "al", "bin", "d'", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el",
    "ibn", "la", "le", "ter", "van", "vom", "von", "y", "zu", "zum", "zur",
  ]

  // MARK: Names

  /// The comma between a family name and given names: the one in the text, between what may be both.
  private func comma(_ range: Range<Int>) -> Int? {
    guard let comma = text.bytes[range].firstIndex(of: UInt8(ascii: ",")),
      !text.bytes[comma + 1..<range.upperBound].contains(UInt8(ascii: ","))
    else { return nil }
    let family = words(trimmed(range.lowerBound..<comma))
    let given = words(trimmed(comma + 1..<range.upperBound))
    guard 1...3 ~= given.count, let first = given.first, isCapitalized(first), given.allSatisfy({ isNameWord($0) })
    else { return nil }
    guard family.allSatisfy({ isNameWord($0) }), 1...2 ~= family.count(where: { isCapitalized($0) }) else { return nil }
    // "Penguin Books, London" is not of this shape; "García Márquez, G." is.
    let hasInitials = given.allSatisfy { $0.count <= 3 || text.bytes[$0.upperBound - 1] == UInt8(ascii: ".") }
    guard family.count(where: { isCapitalized($0) }) == 1 || hasInitials else { return nil }
    return NameReader.suffixes.contains(text.string(trimmed(comma + 1..<range.upperBound))) ? nil : comma
  }

  /// What stands behind a comma and is no given name.
  private static let suffixes: Set<String> = [
    "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "Inc.", "Inc", "Ltd.", "Ltd", "LLC", "Co.", "Ph.D.", "PhD", "MD",
    "M.D.", "S.A.", "GmbH", "AG", "S.J.", "SJ", "O.P.",
  ]

  private mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var name: PersonName
    let link = firstLink(from: range.lowerBound).flatMap { $0.end <= range.upperBound && $0.end > $0.start ? $0 : nil }
    if let comma = comma(range) {
      name = PersonName(
        family: text.string(trimmed(range.lowerBound..<comma)),
        given: text.string(trimmed(comma + 1..<range.upperBound))
      )
      takeSuffix(of: &name)
    } else {
      name = PersonName(literal: text.string(range))
    }
    name.link = link.map { document.string(document.records[$0.node].target) }
    result.names.append(name)
  }

  /// "Jr, Jane Doe": a program that took the last word of "Jane Doe Jr" for the family name.
  private func takeSuffix(of name: inout PersonName) {
    guard let family = name.family, let given = name.given, NameReader.generations.contains(family),
      let space = given.lastIndex(of: " ")
    else { return }
    name.suffix = family
    name.family = String(given[given.index(after: space)...])
    name.given = String(given[..<space])
  }

  /// Suffixes of people's names.
  private static let generations: Set<String> = ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"]

  // MARK: Vancouver

  /// Names in Vancouver style: `Doe J, Roe RA, ((World Health Organization)), et al.`
  ///
  /// - Complexity: O(bytes).
  static func vancouver(_ text: CitationText, _ document: Document, _ lookup: inout CitationLookup) -> Result {
    var reader = NameReader(text, document, isList: true)
    let whole = reader.trimEnds(0..<text.bytes.count, &lookup)
    for part in reader.split(
      whole,
      { text.bytes[$0] == UInt8(ascii: ",") || text.bytes[$0] == UInt8(ascii: ";") ? 1 : 0 }
    ) {
      let string = text.string(part)
      guard let space = text.bytes[part].lastIndex(of: 0x20), reader.areInitials(space + 1..<part.upperBound),
        !string.hasPrefix("((")
      else {
        let bare = string.drop { $0 == "(" }
        reader.result.names.append(PersonName(literal: String(bare.prefix { $0 != ")" })))
        continue
      }
      reader.result.names.append(
        PersonName(family: text.string(part.lowerBound..<space), given: text.string(space + 1..<part.upperBound))
      )
    }
    return reader.result
  }

  /// Whether a word is one to four capital letters.
  private func areInitials(_ word: Range<Int>) -> Bool {
    1...4 ~= word.count && text.bytes[word].allSatisfy { ($0 &- 0x41) < 26 || $0 == UInt8(ascii: "-") }
  }
}
