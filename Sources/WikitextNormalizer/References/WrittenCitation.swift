/// The parts of a citation that is written out, by the marks between them: as the templates of most wikis show a work
/// (Module:Citation/CS1 of the English Wikipedia), and as people write one by hand.
///
///     Doe, Jane (7 May 2018). "Rivers of the North". The Herald. Retrieved 9 June 2019.
///     names    date            title                 parts
///
/// Ranges are of the text's bytes.
struct WrittenCitation {
  /// Who made it, before the date or the title.
  var names: Range<Int>?
  /// What stands in brackets behind the names: mostly a date.
  var brackets: Range<Int>?
  /// The title, without quotation marks.
  var title: Range<Int>?
  /// What follows, between full stops.
  var parts: [Range<Int>] = []
  /// Whether the text has the form of a citation: the title begins it, or stands behind names and a mark.
  private(set) var isRegular = false
  /// Whether the first part is the work that this one is a part of: two slashes stand before it.
  private(set) var isPart = false

  let bytes: [UInt8]

  /// Divides a text.
  ///
  /// - Parameters:
  ///   - text: the citation.
  ///   - lookup: the language's words.
  ///   - dates: reads the dates of the language.
  /// - Complexity: O(bytes).
  init(_ text: CitationText, _ lookup: inout CitationLookup, _ dates: inout CitationDateReader) {
    bytes = text.bytes
    let quoted = firstQuotation
    let brackets = firstBrackets.flatMap { isDate($0, &dates) && $0.upperBound + 1 < bytes.count ? $0 : nil }
    let end = quoted?.outer.lowerBound ?? bytes.count
    let marked = markedTitle(text, before: min(end, brackets?.lowerBound ?? end), &lookup)
    if let marked {
      title = marked
      readNames(before: marked.lowerBound, &lookup, &dates)
      parts = divide(marked.upperBound..<bytes.count, &lookup, &dates)
    } else if let quoted {
      title = quoted.inner
      readNames(before: quoted.outer.lowerBound, &lookup, &dates)
      parts = divide(quoted.outer.upperBound..<bytes.count, &lookup, &dates)
    } else if let brackets {
      // `Doe (2011). Rivers. Press.`
      readNames(before: brackets.upperBound + 1, &lookup, &dates)
      parts = divide(brackets.upperBound + 1..<bytes.count, &lookup, &dates)
      if !parts.isEmpty { title = parts.removeFirst() }
    } else if let end = endOfItalicNames(text) {
      // `''Doe J.'' Rivers of the North // The Herald. — 2010.`, as the templates of Russian and others write it.
      names = 0..<end.names
      isRegular = true
      title = end.names + 1..<end.title
      isPart = has(WrittenCitation.slashes, end.title)
      parts = divide(end.title..<bytes.count, &lookup, &dates)
    } else if let italic = text.italics.first, !italic.isEmpty {
      title = italic
      readNames(before: italic.lowerBound, &lookup, &dates)
      parts = divide(italic.upperBound..<bytes.count, &lookup, &dates)
    } else if let slashes = slashes(from: 0) {
      (isRegular, isPart) = (true, true)
      title = trimmed(0..<slashes)
      parts = divide(slashes + 2..<bytes.count, &lookup, &dates)
    }
    title = title.map { withoutStop(trimmed($0)) }
  }

  /// A title that a link or italics mark, before anything else that may be one: at the beginning, or behind names and a
  /// mark. Italics at the beginning may be those of a newspaper whose article is in quotation marks, or names.
  private func markedTitle(_ text: CitationText, before end: Int, _ lookup: inout CitationLookup) -> Range<Int>? {
    let link = text.externalLinks.first { $0.end > $0.start && $0.end <= end }.map { $0.start..<$0.end }
    let italic = text.italics.first { !$0.isEmpty && $0.upperBound <= end && $0.lowerBound > 0 }
    for range in [link, end < bytes.count ? italic : nil] {
      guard let range else { continue }
      var before = range.lowerBound
      while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
      if before == 0 { return range }
      guard WrittenCitation.isSeparator(bytes[before - 1]), before <= WrittenCitation.longestNames,
        areNames(0..<before, &lookup), !bytes[..<before].contains(UInt8(ascii: "("))
      else { continue }
      return range
    }
    return nil
  }

  /// A title without the full stop behind it, which ends no abbreviation: before it there are four letters or more.
  private func withoutStop(_ title: Range<Int>) -> Range<Int> {
    guard title.count > 5, bytes[title.upperBound - 1] == UInt8(ascii: "."),
      bytes[title.upperBound - 5..<title.upperBound - 1].allSatisfy({ CitationLookup.isLetter($0) })
    else { return title }
    return title.lowerBound..<title.upperBound - 1
  }

  // MARK: Names

  private mutating func readNames(
    before end: Int,
    _ lookup: inout CitationLookup,
    _ dates: inout CitationDateReader
  ) {
    isRegular = end == 0
    var end = end
    let hasMark =
      end > 1 && bytes[..<end].last(where: { $0 != 0x20 }).map { WrittenCitation.endsNames($0) } ?? false
      || end < bytes.count && bytes[end] == 0xE3
    while end > 0, WrittenCitation.isSeparator(bytes[end - 1]) { end -= 1 }
    if end > 0, bytes[end - 1] == UInt8(ascii: ")"), let open = bytes[..<end].lastIndex(of: UInt8(ascii: "(")),
      isDate(open + 1..<end - 1, &dates)
    {
      brackets = open + 1..<end - 1
      end = open
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    }
    guard hasMark || brackets != nil, end > 0, end <= WrittenCitation.longestNames, areNames(0..<end, &lookup) else {
      return
    }
    names = startOfNames(before: end)..<end
    isRegular = true
  }

  /// Where names begin: behind the mark of a language, "(en)".
  private func startOfNames(before end: Int) -> Int {
    guard bytes[0] == UInt8(ascii: "("), let close = bytes.prefix(8).firstIndex(of: UInt8(ascii: ")")), close + 2 < end
    else {
      return 0
    }
    return close + 2
  }

  /// Whether names may stand before a byte: a mark, brackets, a quotation mark of another alphabet.
  private static func endsNames(_ byte: UInt8) -> Bool {
    isSeparator(byte) && byte != 0x20 || byte == UInt8(ascii: ")")
  }

  /// Whether words may be names: none of four letters or more begins with a small one. `He said, "Never"` is prose.
  private func areNames(_ range: Range<Int>, _ lookup: inout CitationLookup) -> Bool {
    for word in bytes[range].split(separator: 0x20) {
      guard let first = word.first, first &- 0x61 < 26, word.count >= WrittenCitation.longWord else { continue }
      let letters = word.prefix { CitationLookup.isLetter($0) }
      guard letters.count >= WrittenCitation.longWord,
        letters.count == word.count || letters.endIndex + 1 == word.endIndex
      else { continue }
      if !lookup.isWord(Array(letters), .and), !lookup.isWord(Array(letters), .etAl),
        letters != Array("others".utf8)[...]
      {
        return false
      }
    }
    return true
  }

  private static let longWord = 4

  /// Where names in italics end that begin the text, and the title that stands behind them.
  private func endOfItalicNames(_ text: CitationText) -> (names: Int, title: Int)? {
    guard let names = text.italics.first, names.lowerBound == 0, names.upperBound + 1 < bytes.count,
      bytes[names.upperBound] == 0x20, names.count <= WrittenCitation.longestNames
    else { return nil }
    var place = names.upperBound + 1
    while place < bytes.count {
      if has(WrittenCitation.slashes, place) || has(WrittenCitation.stopAndDash, place) {
        return (names.upperBound, trimmed(names.upperBound + 1..<place).upperBound)
      }
      place += 1
    }
    return nil
  }

  private static let slashes = Array(" // ".utf8)
  private static let stopAndDash = Array(". — ".utf8)

  /// Where the slashes are that stand between a part and its whole.
  private func slashes(from start: Int) -> Int? {
    (start..<max(start, bytes.count - 4)).first { has(WrittenCitation.slashes, $0) }.map { $0 + 1 }
  }

  private func isDate(_ range: Range<Int>, _ dates: inout CitationDateReader) -> Bool {
    range.count <= WrittenCitation.longestDate && dates.read(Array(bytes[range]))?.date.date != nil
  }

  /// What is longer than this is no date.
  static let longestDate = 60

  /// What is longer than this is no list of names.
  private static let longestNames = 600

  static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",")
  }

  /// The inside of the first round brackets, behind at least one letter.
  private var firstBrackets: Range<Int>? {
    guard let open = bytes.firstIndex(of: UInt8(ascii: "(")), open > 0,
      let close = bytes[open...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    return open + 1..<close
  }

  // MARK: Quotations

  /// Marks around titles: the opening and the closing one.
  private static let quotationMarks: [(open: [UInt8], close: [UInt8])] = [
    ("\"", "\""), ("“", "”"), ("„", "“"), ("„", "”"), ("”", "”"), ("«", "»"), ("»", "«"), ("「", "」"), ("『", "』"),
    ("《", "》"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  func has(_ mark: [UInt8], _ place: Int) -> Bool {
    place + mark.count <= bytes.count && bytes[place..<place + mark.count].elementsEqual(mark)
  }

  /// The first text in quotation marks that stands where a title may: at the beginning, or behind a mark or brackets.
  private var firstQuotation: (outer: Range<Int>, inner: Range<Int>)? {
    var place = 0
    var failures = 0
    while place < bytes.count {
      defer { place += 1 }
      let byte = bytes[place]
      guard byte == UInt8(ascii: "\"") || byte == 0xE2 || byte == 0xC2 || byte == 0xE3, isBehindMark(place) else {
        continue
      }
      for (open, close) in WrittenCitation.quotationMarks where has(open, place) {
        let start = place + open.count
        guard let end = self.close(open, close, from: start) else {
          // Each search may go to the end.
          failures += 1
          if failures > WrittenCitation.mostOpenQuotations { return nil }
          continue
        }
        return (place..<end + close.count, trimmed(start..<end))
      }
    }
    return nil
  }

  /// Quotations without an end that are looked at.
  private static let mostOpenQuotations = 8

  private func isBehindMark(_ place: Int) -> Bool {
    var before = place
    while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
    guard before > 0 else { return true }
    let byte = bytes[before - 1]
    // Chinese and Japanese put nothing between a name and a title.
    if bytes[place] == 0xE3, byte >= 0x80 { return true }
    return before < place
      && (WrittenCitation.isSeparator(byte) || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]"))
  }

  /// Where the quotation that begins at a place ends. Marks that are the same on both sides may stand in the title as
  /// well; the one that ends it stands before a mark, brackets, or the end.
  private func close(_ open: [UInt8], _ close: [UInt8], from start: Int) -> Int? {
    var depth = 1
    var place = start
    while place < bytes.count {
      if open == close {
        if place > start, has(close, place), endsQuotation(place + close.count) { return place }
      } else if has(close, place) {
        depth -= 1
        if depth == 0 { return place }
      } else if has(open, place) {
        depth += 1
      }
      place += 1
    }
    return nil
  }

  private func endsQuotation(_ place: Int) -> Bool {
    guard place < bytes.count else { return true }
    switch bytes[place] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return true
    case 0x20:
      return place + 1 < bytes.count
        && (bytes[place + 1] == UInt8(ascii: "(") || bytes[place + 1] == UInt8(ascii: "["))
    default: return false
    }
  }
}
