import WikitextDocument

/// The words by which a page's text is read, in all languages: `Data/page-words.txt`.
///
/// They are read once for a program.
struct PageWords: Sendable {
  /// A line that is furniture: what stands at its ends.
  struct Phrase: Sendable {
    let kind: Furniture.Kind
    let isTagline: Bool
    let language: String
    let beginning: [UInt8]
    let end: [UInt8]
    /// Whether anything may stand between the ends.
    let isOpen: Bool
  }

  /// Phrases by the first three bytes of what they begin with.
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
  private(set) var groups: Set<[UInt8]> = []
  private(set) var estimates: Set<[UInt8]> = []
  private(set) var columnHeads: Set<[UInt8]> = []
  private(set) var footLines: Set<[UInt8]> = []
  private(set) var wordEndings: Set<[UInt8]> = []
  private(set) var lifeLabels: Set<[UInt8]> = []
  private(set) var terms: Set<[UInt8]> = []
  private(set) var fullRows: [[UInt8]] = []
  /// Words that go on with the line before, by their language.
  private(set) var continuations: [String: [[UInt8]]] = [:]
  private(set) var coordinates: [[UInt8]] = []
  private(set) var imageEndings: [[UInt8]] = []
  /// What pictures in values stand for, the longest first: "Increase".
  private(set) var pictures: [[UInt8]] = []
  /// The links behind values that lead to where they are edited.
  private(set) var editLinks: [[UInt8]] = []
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
    case "group": groups.insert(word)
    case "estimate": estimates.insert(word)
    case "columns": columnHeads.insert(word)
    case "below": footLines.insert(word)
    case "ending": wordEndings.insert(word)
    case "life": lifeLabels.insert(word)
    case "term": terms.insert(word)
    case "full-row": fullRows.append(word)
    case "go-on": continuations[language, default: []].append(word)
    case "coordinates": coordinates.append(word)
    case "image": imageEndings.append(word)
    case "picture": pictures.append(word)
    case "edit-value": editLinks.append(word)
    default: break
    }
  }

  private mutating func insertPhrase(
    _ kind: Furniture.Kind,
    _ language: String,
    _ word: [UInt8],
    isTagline: Bool = false
  ) {
    let star = UInt8(ascii: "*")
    let beginning = Array(word[..<(word.firstIndex(of: star) ?? word.count)])
    let isOpen = beginning.count < word.count
    let end = isOpen ? Array(word[((word.lastIndex(of: star) ?? 0) + 1)...]) : []
    let phrase = Phrase(
      kind: kind,
      isTagline: isTagline,
      language: language,
      beginning: beginning,
      end: end,
      isOpen: isOpen
    )
    if beginning.isEmpty {
      phrasesByEnd[PageWords.key(end, end.count - 3), default: []].append(phrase)
    } else {
      phrasesByBeginning[PageWords.key(beginning, 0), default: []].append(phrase)
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
    if let phrases = phrasesByBeginning[PageWords.key(bytes, range.lowerBound, range.upperBound)] {
      for phrase in phrases where PageWords.matches(phrase, bytes, range) { return phrase }
    }
    if let phrases = phrasesByEnd[PageWords.key(bytes, range.upperBound - 3, range.upperBound)] {
      for phrase in phrases where PageWords.matches(phrase, bytes, range) { return phrase }
    }
    return nil
  }

  private static func matches(_ phrase: Phrase, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let fixed = phrase.beginning.count + phrase.end.count
    guard phrase.isOpen ? range.count >= fixed : range.count == fixed else { return false }
    return bytes.hasBytes(phrase.beginning, at: range.lowerBound, before: range.upperBound)
      && bytes.hasBytes(phrase.end, at: range.upperBound - phrase.end.count, before: range.upperBound)
  }

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
}
