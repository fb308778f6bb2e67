import WikitextDocument
import WikitextSyntax

/// Lines of several items.
extension ItemReader {
  /// Reads a line by its parts, where each can stand alone.
  mutating func readParts(_ line: Range<Int>) -> Bool {
    guard expectation.kind != .caption, !isProse(line) || hasManyLinks(line) else { return false }
    let parts = linkedParts(line) ?? splitter.parts(line)
    guard parts.count > 1 else { return false }
    // A name may have commas and "and" in it, but no marks of enumeration.
    if expectation.kind == .name, parts.dropLast().contains(where: { $0.separator != .strong }) { return false }
    if let label = leadingLabel(parts) {
      values += label
      return true
    }
    guard !isOneName(parts), let groups = groups(parts) else { return false }
    for group in groups {
      switch group {
      case .values(let found): values += found
      case .text(let range): addText(Item(range, in: range))
      case .remark(let range):
        addRemark(text.plain(withoutBrackets(range)), [range], of: range)
      }
    }
    return true
  }

  /// "Earth, Wind & Fire": single words with an ampersand before the last one are one name rather than three.
  private func isOneName(_ parts: [ItemSplitter.Part]) -> Bool {
    guard expectation.kind == .person || expectation.kind == .organization, parts.count > 2 else { return false }
    let last = parts[parts.count - 2].range.upperBound..<parts[parts.count - 1].range.lowerBound
    return last.contains { text.bytes[$0] == UInt8(ascii: "&") }
      && parts.allSatisfy { words(in: $0.range) == 1 && soleLink(in: $0.range) == nil }
  }

  /// Parties, say, with dashes between their links.
  private func linkedParts(_ line: Range<Int>) -> [ItemSplitter.Part]? {
    guard expectation.kind.isEnumeration, expectation.kind != .relation else { return nil }
    let parts = splitter.parts(line, withDashes: true)
    return parts.allSatisfy { soleLink(in: $0.range) != nil } ? parts : nil
  }

  /// What parts of a line make.
  enum Group {
    case values([Value])
    case text(Range<Int>)
    case remark(Range<Int>)
  }

  /// A short list of links in many words is still a list.
  private func hasManyLinks(_ line: Range<Int>) -> Bool {
    let links = text.spans(startingIn: line).filter { $0.kind == .link }
    return links.count >= 3 && links.reduce(0) { $0 + ($1.end - $1.start) } * 2 > line.count
  }

  /// "NPB / 1993年5月1日": a name before a slash, and a value of the expected kind.
  private mutating func leadingLabel(_ parts: [ItemSplitter.Part]) -> [Value]? {
    guard parts.count == 2, parts[0].separator == .slash, expectation.kind.isTyped, typedReading(parts[0].range) == nil,
      soleLink(in: parts[0].range) == nil, countsAsName(parts[0].range),
      var found = value(Item(parts[1].range, in: parts[1].range)), let first = found.first, !first.content.isText
    else { return nil }
    found[0].qualifiers.insert(text.plain(parts[0].range), at: 0)
    return found
  }

  /// The parts as values and texts; nil where they do not stand alone.
  mutating func groups(_ parts: [ItemSplitter.Part]) -> [Group]? {
    var groups: [Group] = []
    var valueCount = 0
    var texts: [Range<Int>] = []
    var index = 0
    var hasAdjoining = false
    var hasRoles = false
    lazy var areNamedAlone = mayBeNamedAlone(parts)
    lazy var hasMarks = parts.contains { $0.separator == .comma || $0.separator == .strong }
    while index < parts.count {
      let (found, taken) = longestValue(parts, index)
      if let found {
        groups.append(.values(found))
        valueCount += 1
      } else {
        let range = parts[index].range
        let previous = index > 0 ? parts[index - 1].separator : .none
        if parts[index].separator == .adjoining || previous == .adjoining { return nil }
        if previous == .comma, index == parts.count - 1, isYear(range), case .values? = groups.last {
          // "[[Ada Fern|Fern]], 1858": the author of a name and its year.
          groups.append(.remark(range))
        } else if previous == .comma, isRole(range), !groups.isEmpty {
          groups.append(.remark(range))
          hasRoles = true
        } else {
          if previous == .and || parts[index].separator == .and {
            guard areNamedAlone else { return nil }
            // "design of [[bridge]]s and [[tunnel]]s": the words belong to both.
            if holdsLink(range), !hasMarks { return nil }
          }
          // "madrileño, -ña"
          if previous == .comma, isEnding(range) { return nil }
          guard standsAlone(range) else { return nil }
          groups.append(.text(range))
          texts.append(range)
        }
      }
      if parts[index + taken - 1].separator == .adjoining { hasAdjoining = true }
      index += taken
    }
    // Links that follow each other make one date or figure, or nothing that is understood.
    if hasAdjoining, expectation.kind.isMeasured { return nil }
    if hasAdjoining, texts.count > 0, !hasOtherSeparators(parts) { return nil }
    if valueCount == 0 { return hasRoles && texts.count == 1 || textsStandAlone(parts, texts) ? groups : nil }
    return groups
  }

  /// Whether words and a link behind them make a part.
  private func holdsLink(_ range: Range<Int>) -> Bool {
    text.spans(startingIn: range).contains { $0.kind == .link && $0.start > range.lowerBound }
  }

  private func isYear(_ range: Range<Int>) -> Bool {
    range.count == 4 && range.allSatisfy { (text.bytes[$0] &- 0x30) < 10 }
      && (text.bytes[range.lowerBound] == UInt8(ascii: "1") || text.bytes[range.lowerBound] == UInt8(ascii: "2"))
  }

  /// Whether a range is an ending of the word before.
  private func isEnding(_ range: Range<Int>) -> Bool {
    range.count > 1 && range.count <= 8 && text.bytes[range.lowerBound] == UInt8(ascii: "-")
      && ((text.bytes[range.lowerBound + 1] | 0x20) &- 0x61 < 26 || text.bytes[range.lowerBound + 1] >= 0xC3)
  }

  private func hasOtherSeparators(_ parts: [ItemSplitter.Part]) -> Bool {
    parts.contains { $0.separator != .adjoining && $0.separator != .none }
  }

  /// The longest run of parts from one on that is a value together: "July 4", "1776".
  private mutating func longestValue(_ parts: [ItemSplitter.Part], _ index: Int) -> ([Value]?, Int) {
    let longest = min(3, parts.count - index)
    for count in stride(from: longest, to: 0, by: -1) {
      let last = parts[index + count - 1]
      if count > 1 {
        // Only dates and the like reach over separators.
        let range = parts[index].range.lowerBound..<last.range.upperBound
        guard parts[index..<index + count - 1].allSatisfy({ $0.separator != .strong }), typedReading(range) != nil
        else {
          continue
        }
        if let found = value(Item(range, in: range)) { return (found, count) }
      } else if let found = value(Item(last.range, in: last.range.lowerBound..<end(of: last, in: parts, index))) {
        return (found.isEmpty ? nil : found, 1)
      }
    }
    return (nil, 1)
  }

  /// Where the part ends, with its separator: references stand behind it.
  private func end(of part: ItemSplitter.Part, in parts: [ItemSplitter.Part], _ index: Int) -> Int {
    index + 1 < parts.count ? min(part.range.upperBound + 1, parts[index + 1].range.lowerBound) : part.range.upperBound
  }

  // MARK: Texts

  /// Whether a text can be an item between others: it is short and begins no sentence.
  private func standsAlone(_ range: Range<Int>) -> Bool {
    if text.spans(startingIn: range).contains(where: { $0.kind == .link }) {
      // Words around a link are one text; so the line is cut only if the part is short.
      return countsAsName(range)
    }
    return countsAsName(range)
  }

  /// Whether a line of nothing but texts is a list of them.
  private func textsStandAlone(_ parts: [ItemSplitter.Part], _ texts: [Range<Int>]) -> Bool {
    let isStrong = parts.dropLast().allSatisfy { $0.separator == .strong }
    if parts.dropLast().contains(where: { $0.separator == .slash || $0.separator == .adjoining }) { return false }
    if texts.contains(where: { isNameEnd($0) }) { return false }
    if isStrong, expectation.kind != .text { return texts.allSatisfy { $0.count <= 60 } }
    if expectation.kind.isEnumeration {
      return parts.dropLast().contains { $0.separator == .comma || $0.separator == .strong } || mayBeNamedAlone(parts)
    }
    if expectation.kind == .place { return texts.allSatisfy { countries.code(of: text.plain($0)) != nil } }
    guard expectation.kind == .any, parts.count >= 3 else { return false }
    return texts.allSatisfy { words(in: $0) <= 3 && !hasDigit($0) }
  }

  /// "A and B" of texts is two only where each looks like the name of a person.
  private func mayBeNamedAlone(_ parts: [ItemSplitter.Part]) -> Bool {
    if parts.contains(where: { $0.separator == .comma || $0.separator == .strong }) { return true }
    guard expectation.kind == .person || expectation.kind == .relation else {
      return parts.contains { soleLink(in: $0.range) != nil }
    }
    return parts.allSatisfy { words(in: $0.range) >= 2 || soleLink(in: $0.range) != nil }
  }

  /// "Jr.", "Inc.": a part of the name before the comma.
  private func isNameEnd(_ range: Range<Int>) -> Bool {
    words.nameEnds.contains { text.bytes[range].elementsEqual($0) }
  }

  /// A role behind a person's name: words in small letters.
  private func isRole(_ range: Range<Int>) -> Bool {
    if isNameEnd(range) { return true }
    guard expectation.kind == .person || expectation.kind == .organization else { return false }
    guard soleLink(in: range) == nil, let first = range.first else { return false }
    let byte = text.bytes[first]
    if (byte &- 0x61) < 26 || isNamedRole(range) { return true }
    // CEO, CTO …
    return range.count <= 4 && range.allSatisfy { (text.bytes[$0] &- 0x41) < 26 }
  }

  /// Whether a range is a role by the language's words for them: "Finanzvorstand", "CEO".
  private func isNamedRole(_ range: Range<Int>) -> Bool {
    let end = range.first { text.bytes[$0] == 0x20 } ?? range.upperBound
    let first = text.bytes[range.lowerBound..<end]
    return words.roles.contains { role in
      role.first == UInt8(ascii: "*")
        ? first.count >= role.count
          && String(decoding: first, as: UTF8.self).lowercased().utf8.ends(with: role.dropFirst())
        : first.elementsEqual(role)
    }
  }

  private func words(in range: Range<Int>) -> Int {
    range.reduce(1) { $0 + (text.bytes[$1] == 0x20 ? 1 : 0) }
  }

  private func hasDigit(_ range: Range<Int>) -> Bool { range.contains { (text.bytes[$0] &- 0x30) < 10 } }
}

extension Value.Content {
  /// Whether it is a figure: what a page says of a year, and what a strange template beside it may change.
  var isNumeric: Bool {
    switch self {
    case .number, .percent, .quantity, .range, .plusMinus, .money, .rating, .age, .duration: true
    default: false
    }
  }

  /// Whether it is plain text.
  var isText: Bool {
    switch self {
    case .text, .unparsed: true
    default: false
    }
  }
}

extension Collection where Element: Equatable, Self: BidirectionalCollection {
  /// Whether the last elements are these.
  fileprivate func ends(with other: some BidirectionalCollection<Element>) -> Bool {
    reversed().starts(with: other.reversed())
  }
}
