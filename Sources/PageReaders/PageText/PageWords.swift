import WikitextDocument

/// The words by which a page's text is read, in all languages: `Data/page-words.txt`.
///
/// They are read once for a program.
struct PageWords: Sendable {
  /// A line that is furniture.
  struct Phrase: Sendable {
    let kind: Furniture.Kind
    let isTagline: Bool
    let language: String
    /// What stands in the line one after another, with anything between: the first at its beginning, the last at its
    /// end. One alone is the whole line.
    let parts: [[UInt8]]
  }

  /// Phrases by the first three bytes of what they begin with; by the first alone where they have no more.
  private(set) var phrasesByBeginning: [UInt32: [Phrase]] = [:]
  /// Phrases that may begin with anything, by their last three bytes.
  private(set) var phrasesByEnd: [UInt32: [Phrase]] = [:]
  /// The links above an article, the longest first.
  private(set) var jumps: [UInt32: [[UInt8]]] = [:]
  /// The words of the link behind a heading: their languages.
  private(set) var edits: [[UInt8]: String] = [:]
  private(set) var tags: Set<[UInt8]> = []
  private(set) var tagEndings: [[UInt8]] = []
  private(set) var tagBeginnings: [[UInt8]] = []
  private(set) var notes: Set<[UInt8]> = []
  private(set) var conjunctions: Set<[UInt8]> = []
  private(set) var jumpsUp: [[UInt8]] = []
  private(set) var referenceHeadings: Set<[UInt8]> = []
  /// Headings of sections that are lists of links or works.
  private(set) var linkHeadings: Set<[UInt8]> = []
  /// What the line with the page's categories begins with.
  private(set) var categoryLines: [[UInt8]] = []
  private(set) var groups: Set<[UInt8]> = []
  private(set) var estimates: Set<[UInt8]> = []
  private(set) var columnHeads: Set<[UInt8]> = []
  private(set) var footLines: Set<[UInt8]> = []
  private(set) var wordEndings: Set<[UInt8]> = []
  private(set) var lifeLabels: Set<[UInt8]> = []
  private(set) var terms: Set<[UInt8]> = []
  /// Labels of rows of one line.
  private(set) var singles: Set<[UInt8]> = []
  private(set) var spouses: Set<[UInt8]> = []
  private(set) var successions: Set<[UInt8]> = []
  private(set) var marriages: [[UInt8]] = []
  private(set) var groupEndings: [[UInt8]] = []
  private(set) var fullRows: [[UInt8]] = []
  /// Words that go on with the line before, by their language.
  private(set) var continuations: [String: [[UInt8]]] = [:]
  private(set) var coordinates: [[UInt8]] = []
  private(set) var imageEndings: [[UInt8]] = []
  /// What pictures in values stand for, the longest first: "Increase".
  private(set) var pictures: [[UInt8]] = []
  /// The links behind values that lead to where they are edited.
  private(set) var editLinks: [[UInt8]] = []
  /// The same, for lines that are nothing else.
  private(set) var editLines: Set<[UInt8]> = []
  /// Labels beside those of the schemas.
  private(set) var labels = InfoboxLabels.none

  static let standard = PageWords(EmbeddedPageWords.text)

  init(_ text: StaticString) {
    var labels: [String] = []
    for line in String(describing: text).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3 else { continue }
      let language = String(parts[1])
      for spelling in parts[2].split(separator: "|") {
        let word = PageWords.trimmed(spelling)
        if parts[0] == "label" { labels.append(word) } else { insert(parts[0], language, Array(word.utf8)) }
      }
    }
    self.labels = InfoboxLabels(labels)
    for key in jumps.keys { jumps[key]?.sort { $0.count > $1.count } }
    jumpsUp.sort { $0.count > $1.count }
    pictures.sort { $0.count > $1.count }
  }

  private mutating func insert(_ key: Substring, _ language: String, _ word: [UInt8]) {
    switch key {
    case "tagline": insertPhrase(.site, language, word, isTagline: true)
    case "contents": insertPhrase(.contents, language, word)
    case "hatnote": insertPhrase(.hatnote, language, word)
    case "notice": insertPhrase(.notice, language, word)
    case "site": insertPhrase(.site, language, word)
    case "navigation": insertPhrase(.navigation, language, word)
    case "jump": jumps[PageWords.key(word, 0), default: []].append(word)
    case "edit": if edits[word] == nil { edits[word] = language }
    case "tag":
      let folded = PageWords.lowercased(word[...])
      if folded.first == UInt8(ascii: "*") {
        tagEndings.append(Array(folded.dropFirst()))
      } else if folded.last == UInt8(ascii: "*") {
        tagBeginnings.append(Array(folded.dropLast()))
      } else {
        tags.insert(folded)
      }
    case "note": notes.insert(PageWords.lowercased(word[...]))
    case "and": conjunctions.insert(word)
    case "jump-up": jumpsUp.append(word)
    case "references": referenceHeadings.insert(word)
    case "links": linkHeadings.insert(word)
    case "categories": categoryLines.append(word)
    case "group": groups.insert(word)
    case "estimate": estimates.insert(word)
    case "columns": columnHeads.insert(word)
    case "below": footLines.insert(word)
    case "ending": wordEndings.insert(word)
    case "life": lifeLabels.insert(word)
    case "term": terms.insert(word)
    case "single": singles.insert(word)
    case "spouse": spouses.insert(word)
    case "succession": successions.insert(word)
    case "marriage": marriages.append(word)
    case "group-end": groupEndings.append(word)
    case "full-row": fullRows.append(word)
    case "go-on": continuations[language, default: []].append(word)
    case "coordinates": coordinates.append(word)
    case "image": imageEndings.append(word)
    case "picture": pictures.append(word)
    case "edit-value":
      let bracketed = [UInt8(ascii: "[")] + word + [UInt8(ascii: "]")]
      editLinks += [bracketed, word]
      editLines.formUnion([bracketed, word])
    default: break
    }
  }

  private mutating func insertPhrase(
    _ kind: Furniture.Kind,
    _ language: String,
    _ word: [UInt8],
    isTagline: Bool = false
  ) {
    let parts = word.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    let phrase = Phrase(kind: kind, isTagline: isTagline, language: language, parts: parts)
    let beginning = parts[0]
    let end = parts[parts.count - 1]
    if beginning.count >= 3 {
      phrasesByBeginning[PageWords.key(beginning, 0), default: []].append(phrase)
    } else if let first = beginning.first {
      phrasesByBeginning[UInt32(first), default: []].append(phrase)
    } else {
      phrasesByEnd[PageWords.key(end, end.count - 3), default: []].append(phrase)
    }
  }

  // MARK: Looking up

  /// Three bytes as a key; bytes beyond the end are zero.
  static func key(_ bytes: [UInt8], _ start: Int) -> UInt32 { key(bytes.span, start, bytes.count) }

  /// Three bytes as a key; bytes beyond the end are zero.
  @inline(__always)
  static func key(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    var key: UInt32 = 0
    for offset in 0..<3 {
      let index = start + offset
      key = key << 8 | (index >= 0 && index < end ? UInt32(bytes[index]) : 0)
    }
    return key
  }

  /// The phrase that a line is.
  ///
  /// - Complexity: O(length of the phrases that begin as the line does).
  func phrase(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Phrase? {
    let first = bytes[range.lowerBound]
    let beginning = PageWords.key(bytes, range.lowerBound, range.upperBound)
    for key in [beginning, UInt32(first)] {
      guard let phrases = phrasesByBeginning[key] else { continue }
      for phrase in phrases where PageWords.matches(phrase, bytes, range) { return phrase }
    }
    guard let phrases = phrasesByEnd[PageWords.key(bytes, range.upperBound - 3, range.upperBound)] else { return nil }
    return phrases.first { PageWords.matches($0, bytes, range) }
  }

  private static func matches(_ phrase: Phrase, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    let last = phrase.parts.count - 1
    for (number, part) in phrase.parts.enumerated() {
      if number == last {
        let start = range.upperBound - part.count
        if last == 0, start != index { return false }
        return start >= index && bytes.hasBytes(part, at: start, before: range.upperBound)
      }
      if number > 0 {
        while index < range.upperBound, !bytes.hasBytes(part, at: index, before: range.upperBound) { index += 1 }
      }
      guard bytes.hasBytes(part, at: index, before: range.upperBound) else { return false }
      index += part.count
    }
    return false
  }

  /// Whether a line is nothing but a link to where a value is edited.
  func isEditLine(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= PageWords.longestEditLine else { return false }
    var line: [UInt8] = []
    for index in range { line.append(bytes[index]) }
    return editLines.contains(line)
  }

  private static let longestEditLine = 120

  /// Whether a line is nothing but links above the article: "Jump to navigation Jump to search".
  func isJump(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var isLong = false
    while index < range.upperBound {
      let known = jumps[PageWords.key(bytes, index, range.upperBound)] ?? []
      guard let jump = known.first(where: { bytes.hasBytes($0, at: index, before: range.upperBound) }) else {
        return false
      }
      // One short word alone may be a heading: "Suche".
      isLong = isLong || jump.contains(0x20) || jump.count > 12
      index += jump.count
      while index < range.upperBound {
        let byte = bytes[index]
        let width =
          byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
          ? 1 : bytes.spaceWidth(at: index, before: range.upperBound)
        if width == 0 { break }
        index += width
      }
    }
    return isLong
  }

  /// Whether the content of brackets says what is wrong with the text before them.
  func isTag(_ content: ArraySlice<UInt8>) -> Bool {
    let folded = PageWords.lowercased(content)
    if tags.contains(folded) { return true }
    return tagEndings.contains { folded.count > $0.count && folded[(folded.count - $0.count)...] == $0[...] }
      || tagBeginnings.contains { folded.starts(with: $0) }
  }

  /// The letters with those of ASCII in lower case, no-break spaces as spaces.
  static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0xA0, folded.last == 0xC2 {
        folded[folded.count - 1] = 0x20
      } else {
        folded.append((byte &- 0x41) < 26 ? byte | 0x20 : byte)
      }
    }
    return folded
  }

  private static func trimmed(_ word: Substring) -> String {
    var word = word
    while word.first == " " { word.removeFirst() }
    while word.last == " " { word.removeLast() }
    return String(word)
  }
}

extension Span<UInt8> {
  /// Whether these bytes stand at a place and end at or before another.
  @inline(__always)
  func hasBytes(_ expected: [UInt8], at start: Int, before end: Int) -> Bool {
    guard start >= 0, end - start >= expected.count else { return false }
    for (offset, byte) in expected.enumerated() where self[start + offset] != byte { return false }
    return true
  }

  /// Whether two ranges have the same bytes.
  func areEqual(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count where self[one.lowerBound + offset] != self[other.lowerBound + offset] { return false }
    return true
  }
}
