import WikitextDocument

/// Counts what tells the dialects of pages apart.
struct DialectMarks {
  /// What is counted.
  enum Mark: Int, CaseIterable {
    case link, template, heading, table, emphasis, referenceTag, redirect, listLine
    case document, anchor, element, cell, closingTag, pageClass
    case citationMark, editMark, backlink, tagline, bullet, tab

    /// What it speaks for.
    var dialect: Dialect {
      switch self {
      case .link, .template, .heading, .table, .emphasis, .referenceTag, .redirect, .listLine: .wikitext
      case .document, .anchor, .element, .cell, .closingTag, .pageClass: .html
      case .citationMark, .editMark, .backlink, .tagline, .bullet, .tab: .pageText
      }
    }

    /// How much one of them says.
    var weight: Double {
      switch self {
      case .redirect, .document: 100
      case .tagline: 12
      case .pageClass: 8
      case .editMark: 6
      case .anchor, .referenceTag, .backlink: 4
      case .link, .template: 3
      case .heading, .table: 3
      case .citationMark: 2
      case .bullet, .tab: 1
      case .emphasis, .closingTag, .element: 1
      case .listLine, .cell: 0.25
      }
    }

    /// How many of them count: a page of markup that shows much of another's is still of its own.
    var most: Int {
      switch self {
      case .redirect, .document, .pageClass: 1
      case .tagline: 2
      case .editMark: 40
      default: 400
      }
    }

    /// What it is, in words, for more than one of them.
    var description: String {
      switch self {
      case .link: "links in double brackets"
      case .template: "templates in double braces"
      case .heading: "headings between equals signs"
      case .table: "lines of table markup"
      case .emphasis: "runs of apostrophes"
      case .referenceTag: "reference tags"
      case .redirect: "redirect"
      case .listLine: "lines of list markup"
      case .document: "beginning of an HTML document"
      case .anchor: "links to addresses (a href)"
      case .element: "elements that wikitext has markup for"
      case .cell: "cells and items of HTML"
      case .closingTag: "end tags of such elements"
      case .pageClass: "classes of MediaWiki's pages"
      case .citationMark: "citation marks"
      case .editMark: "edit marks behind headings"
      case .backlink: "backlinks before references"
      case .tagline: "words that a skin puts around an article"
      case .bullet: "bullets"
      case .tab: "tabs between texts"
      }
    }
  }

  /// How many of each.
  private(set) var counts = [Int](repeating: 0, count: Mark.allCases.count)

  func score(of mark: Mark) -> Double { Double(min(counts[mark.rawValue], mark.most)) * mark.weight }

  private mutating func note(_ mark: Mark) { counts[mark.rawValue] += 1 }

  /// Counts the marks of a page.
  ///
  /// - Complexity: O(bytes).
  mutating func count(in bytes: [UInt8]) {
    countBeginning(of: bytes)
    var place = 0
    var isLineStart = true
    while place < bytes.count {
      if isLineStart { countLine(at: place, in: bytes) }
      let byte = bytes[place]
      isLineStart = byte == 0x0A
      switch byte {
      case UInt8(ascii: "["): place += bracket(at: place, in: bytes)
      case UInt8(ascii: "{") where has("{{", at: place, in: bytes) && endsSoon("}}", behind: place, in: bytes):
        note(.template)
        place += 2
      case UInt8(ascii: "'") where has("''", at: place, in: bytes):
        note(.emphasis)
        place += bytes[place...].prefix { $0 == UInt8(ascii: "'") }.count
      case UInt8(ascii: "<"): place += tag(at: place, in: bytes)
      case 0x09:
        if place > 0, bytes[place - 1] > 0x20, place + 1 < bytes.count, bytes[place + 1] != 0x0A { note(.tab) }
        place += 1
      case UInt8(ascii: "Y") where has("you can help wikipedia by", at: place, in: bytes):
        note(.tagline)
        place += 1
      default: place += 1
      }
    }
  }

  private func has(_ text: StaticString, at place: Int, in bytes: [UInt8]) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount {
      // In bounds: below the literal's count. Letters of literals are in lower case.
      let expected = unsafe text.utf8Start[offset]
      let byte = bytes[place + offset]
      if byte != expected, !((byte &- 0x41) < 26 && byte | 0x20 == expected) { return false }
    }
    return true
  }

  /// Whether something follows within a few hundred bytes.
  private func endsSoon(_ end: StaticString, behind place: Int, in bytes: [UInt8]) -> Bool {
    let first = unsafe end.utf8Start[0]
    var place = place + 2
    let limit = min(bytes.count, place + 400)
    while place < limit {
      if bytes[place] == first, has(end, at: place, in: bytes) { return true }
      place += 1
    }
    return false
  }

  // MARK: Lines

  private mutating func countBeginning(of bytes: [UInt8]) {
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }) else { return }
    if has("<!doctype", at: start, in: bytes) || has("<html", at: start, in: bytes)
      || has("<?xml", at: start, in: bytes)
      || has("<head", at: start, in: bytes) || has("<body", at: start, in: bytes)
    {
      note(.document)
    }
    // `#REDIRECT [[…]]` in any language.
    if bytes[start] == UInt8(ascii: "#") {
      let line = bytes[start...].prefix(60).prefix { $0 != 0x0A }
      if let bracket = line.firstIndex(of: UInt8(ascii: "[")), has("[[", at: bracket, in: bytes), bracket - start > 2 {
        note(.redirect)
      }
    }
  }

  private mutating func countLine(at start: Int, in bytes: [UInt8]) {
    switch bytes[start] {
    case UInt8(ascii: "="):
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      if has("==", at: start, in: bytes), end - start > 4, bytes[end - 1] == UInt8(ascii: "=") { note(.heading) }
    case UInt8(ascii: "{") where has("{|", at: start, in: bytes),
      UInt8(ascii: "|") where has("|-", at: start, in: bytes),
      UInt8(ascii: "|") where has("|}", at: start, in: bytes):
      note(.table)
    case UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: ";"):
      note(.listLine)
    default:
      countTextLine(at: start, in: bytes)
    }
  }

  /// What begins a line of flattened text, perhaps behind blanks and a number: a bullet, a backlink.
  private mutating func countTextLine(at start: Int, in bytes: [UInt8]) {
    var place = start
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    if has("•", at: place, in: bytes) { return note(.bullet) }
    while place < bytes.count, (bytes[place] &- 0x30) < 10 || bytes[place] == UInt8(ascii: ".") || bytes[place] == 0x20
    {
      place += 1
    }
    if has("^ ", at: place, in: bytes) || has("↑", at: place, in: bytes) { return note(.backlink) }
    if has("from wikipedia, the free", at: start, in: bytes) || has("jump to navigation", at: start, in: bytes)
      || has("jump to:", at: start, in: bytes)
    {
      note(.tagline)
    }
  }

  // MARK: Brackets and tags

  /// Counts what a bracket begins.
  ///
  /// - Returns: how many bytes are done with.
  private mutating func bracket(at place: Int, in bytes: [UInt8]) -> Int {
    if has("[[", at: place, in: bytes) {
      if endsSoon("]]", behind: place, in: bytes) { note(.link) }
      return 2
    }
    // `[1]`, `[note 2]`, `[citation needed]`, `[edit]`, right behind a text.
    guard place > 0, bytes[place - 1] > 0x20, bytes[place - 1] != UInt8(ascii: "=") else { return 1 }
    let inside = bytes[(place + 1)...].prefix(DialectMarks.longestMark)
    guard let end = inside.firstIndex(of: UInt8(ascii: "]")), end > place + 1 else { return 1 }
    let mark = bytes[place + 1..<end]
    if mark.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "/") || $0 == 0x0A }) { return 1 }
    let digits = mark.suffix(while: { ($0 &- 0x30) < 10 })
    let isNumbered = digits.count > 0 && digits.count < 5 && mark.count - digits.count < 16
    let isAtLineEnd = end + 1 >= bytes.count || bytes[end + 1] == 0x0A
    if isNumbered || mark.count == 1 && (mark[mark.startIndex] &- 0x61) < 26 {
      note(.citationMark)
    } else if isAtLineEnd, digits.isEmpty, isHeadingLike(upTo: place, in: bytes) {
      // "[edit]", in any language.
      note(.editMark)
    } else if has("citation needed", at: place + 1, in: bytes) {
      note(.citationMark)
    }
    return end + 1 - place
  }

  /// Whether what stands before a place in its line may be a heading: short, and no sentence.
  private func isHeadingLike(upTo place: Int, in bytes: [UInt8]) -> Bool {
    let line = bytes[max(0, place - 120)..<place].reversed().prefix { $0 != 0x0A }
    guard let last = line.first, line.count < 120 else { return false }
    return last != UInt8(ascii: ".") && last != UInt8(ascii: ",") && last != UInt8(ascii: "\"")
  }

  /// Marks are not longer, in bytes.
  private static let longestMark = 40

  private mutating func tag(at place: Int, in bytes: [UInt8]) -> Int {
    if has("<ref", at: place, in: bytes) {
      note(.referenceTag)
      return 4
    }
    if has("<a ", at: place, in: bytes) {
      let tag = bytes[place...].prefix(400)
      let end = tag.firstIndex(of: UInt8(ascii: ">")) ?? tag.endIndex
      if (place..<end).contains(where: { has("href", at: $0, in: bytes) }) { note(.anchor) }
      return max(1, end - place)
    }
    // Elements that wikitext has markup for, and that its authors seldom write.
    for name: StaticString in ["<p>", "<p ", "<h2", "<h3", "<img ", "<section", "<cite"]
    where has(name, at: place, in: bytes) {
      note(.element)
      countClasses(at: place, in: bytes)
      return 2
    }
    for name: StaticString in ["<li>", "<li ", "<td", "<th", "<ul"] where has(name, at: place, in: bytes) {
      note(.cell)
      return 2
    }
    for name: StaticString in ["</p>", "</h2>", "</h3>", "</a>", "</section>"]
    where has(name, at: place, in: bytes) {
      note(.closingTag)
      return 2
    }
    if has("<div", at: place, in: bytes) || has("<table", at: place, in: bytes) || has("<body", at: place, in: bytes) {
      countClasses(at: place, in: bytes)
    }
    return 1
  }

  /// Counts classes and attributes that only rendered pages have.
  private mutating func countClasses(at place: Int, in bytes: [UInt8]) {
    guard counts[Mark.pageClass.rawValue] == 0 else { return }
    let tag = bytes[place...].prefix(300).prefix { $0 != UInt8(ascii: ">") }
    for index in tag.indices where bytes[index] == UInt8(ascii: "m") || bytes[index] == UInt8(ascii: "d") {
      if has("mw-parser-output", at: index, in: bytes) || has("mw-body", at: index, in: bytes)
        || has("data-mw=", at: index, in: bytes) || has("mw-content-", at: index, in: bytes)
      {
        note(.pageClass)
        return
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// The longest ending whose elements all satisfy a condition.
  fileprivate func suffix(while isIncluded: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isIncluded(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
