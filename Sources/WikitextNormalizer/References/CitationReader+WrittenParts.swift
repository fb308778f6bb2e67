import WikitextDocument
import WikitextSyntax

/// The parts of a citation that say themselves what they are.
extension CitationReader {
  /// Takes in a part that says itself what it is.
  ///
  /// - Returns: false for one that does not.
  mutating func readPart(
    _ part: Range<Int>,
    of document: Document,
    isInSquares: Bool = false,
    _ draft: inout CitationDraft
  ) -> Bool {
    let bytes = text.bytes
    // `2019年6月9日閲覧`: the word stands behind the date.
    let behind = lookup.length(.accessed, atEndOf: bytes, part)
    if behind > 0, let date = date(in: part.lowerBound..<part.upperBound - behind) {
      draft.set(.full, .accessed, date, rank: 0)
      return true
    }
    // `2018-05-07 [2019-06-09]`: a date in square brackets is that of access.
    if isInSquares, draft.has(.issued), !draft.has(.accessed), part.count <= WrittenCitation.longestDate,
      dateReader.read(Array(bytes[part]))?.date.date?.day != nil
    {
      draft.set(.full, .accessed, Array(bytes[part]), rank: 0)
      return true
    }
    let accessed = lookup.length(.accessed, atStartOf: bytes, part)
    if accessed > 0, let date = date(in: part.lowerBound + accessed..<part.upperBound) {
      draft.set(.full, .accessed, date, rank: 0)
      return true
    }
    let archived = lookup.length(.archived, atStartOf: bytes, part)
    if archived > 0 {
      if let date = date(in: part.lowerBound + archived..<part.upperBound) {
        draft.set(.full, .archived, date, rank: 0)
      }
      setArchive(part, of: document, &draft)
      return true
    }
    if part.count <= WrittenCitation.longestDate, !draft.has(.issued),
      dateReader.read(Array(bytes[part]))?.date.date?.year != nil
    {
      draft.set(.full, .issued, Array(bytes[part]), rank: 0)
      return true
    }
    let pages = lookup.length(.pageMark, atStartOf: bytes, part)
    if pages > 0, let digit = firstDigit(in: part.lowerBound + pages..<part.upperBound) {
      draft.set(.page, text.string(digit..<part.upperBound), rank: 0, hint: nil)
      return true
    }
    for (mark, variable) in [(CitationWords.volumeMark, CSLText.volume), (.issueMark, .issue)] {
      let length = lookup.length(mark, atStartOf: bytes, part)
      guard length > 0, part.count - length <= CitationReader.longestNumber, !bytes[part].contains(UInt8(ascii: ",")),
        let digit = firstDigit(in: part.lowerBound + length..<part.upperBound)
      else { continue }
      draft.set(variable, text.string(digit..<part.upperBound), rank: 0, hint: nil)
      return true
    }
    return readCount(part, &draft) || readIdentifier(part, &draft) || readVolume(part, &draft)
  }

  /// `256 p.`, `2. Auflage`: a number, and behind it what it counts.
  private mutating func readCount(_ part: Range<Int>, _ draft: inout CitationDraft) -> Bool {
    let bytes = text.bytes
    let digits = bytes[part].prefix { $0 &- 0x30 < 10 }
    guard 1...5 ~= digits.count, digits.count < part.count, part.count <= CitationReader.longestNumber * 2 else {
      return false
    }
    var start = digits.endIndex
    while start < part.upperBound,
      !CitationLookup.isLetter(bytes[start]) || bytes[start] == 0xC2 || bytes[start] == 0xA0
    {
      start += 1
    }
    let word = start..<part.upperBound
    for (mark, variable) in [(CitationWords.pageMark, CSLText.numberOfPages), (.editionMark, .edition)] {
      let length = lookup.length(mark, atStartOf: bytes, word)
      guard length > 0, mark == .editionMark || length + 1 >= word.count else { continue }
      // Japanese writes the page that is cited so, others how many there are.
      let isCited = mark == .pageMark && bytes[word.lowerBound] >= 0xE3
      draft.set(isCited ? .page : variable, text.string(digits.startIndex..<digits.endIndex), rank: 0, hint: nil)
      return true
    }
    return false
  }

  /// Numbers of volumes and issues are not longer than this.
  private static let longestNumber = 20

  /// The date that a range ends in, or that stands in it behind no more than a few words.
  private mutating func date(in range: Range<Int>) -> [UInt8]? {
    let bytes = text.bytes
    var start = range.lowerBound
    var tries = 0
    while start < range.upperBound, tries < 12 {
      while start < range.upperBound, bytes[start] <= 0x20 || bytes[start] == UInt8(ascii: ":") { start += 1 }
      let candidate = Array(bytes[start..<range.upperBound])
      if candidate.count <= WrittenCitation.longestDate, dateReader.read(candidate)?.date.date != nil {
        return candidate
      }
      if let short = CitationReader.firstWords(3, of: candidate), dateReader.read(short)?.date.date?.month != nil {
        return short
      }
      while start < range.upperBound, bytes[start] > 0x20 { start += 1 }
      tries += 1
    }
    return nil
  }

  /// The first words of a text that has more.
  private static func firstWords(_ count: Int, of bytes: [UInt8]) -> [UInt8]? {
    var words = 0
    for place in bytes.indices where bytes[place] == 0x20 {
      words += 1
      if words == count {
        var end = place
        while end > 0, bytes[end - 1] == UInt8(ascii: ",") || bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return Array(bytes[..<end])
      }
    }
    return nil
  }

  private func firstDigit(in range: Range<Int>) -> Int? {
    let start = range.first { text.bytes[$0] > 0x20 }
    return start.flatMap { (text.bytes[$0] &- 0x30) < 10 ? $0 : nil }
  }

  /// `ISBN 978-0-306-40615-7`, `doi:10.1000/1`.
  private mutating func readIdentifier(_ part: Range<Int>, _ draft: inout CitationDraft) -> Bool {
    let head = text.bytes[part].prefix { ($0 | 0x20) &- 0x61 < 26 || ($0 &- 0x30) < 10 }
    let scheme = String(decoding: head, as: UTF8.self).lowercased()
    guard CitationReader.schemes.contains(scheme), head.count < part.count else { return false }
    let value = text.string(part.lowerBound + head.count..<part.upperBound).drop { $0 == ":" || $0 == " " }
    let found = WorkIdentifier(scheme: scheme == "pmc" ? "pmcid" : scheme, value: String(value))
    let isRight =
      scheme == "isbn"
      ? IdentifierForm.isbns(found.value).allSatisfy(\.isValid)
      : IdentifierForm.read(found.value, scheme: found.scheme).isValid
    guard isRight else { return false }
    addIdentifier(found, &draft)
    return true
  }

  /// Codes by the names that stand before them.
  private static let schemes: Set<String> = [
    "isbn", "issn", "doi", "pmid", "pmc", "oclc", "arxiv", "bibcode", "s2cid", "jstor", "asin", "osti", "lccn",
  ]

  /// `171 (4356): 737–738`: volume, issue, pages of a journal.
  private mutating func readVolume(_ part: Range<Int>, _ draft: inout CitationDraft) -> Bool {
    let string = text.string(part)
    guard let colon = string.firstIndex(of: ":"), string.utf8.first.map({ ($0 &- 0x30) < 10 }) ?? false else {
      return false
    }
    let volume = string[..<colon].prefix { $0.isASCII && $0.isNumber }
    let issue = string[volume.endIndex..<colon].filter { $0 != " " }
    let pages = string[string.index(after: colon)...].drop { $0 == " " }
    guard pages.first?.isNumber ?? false, issue.isEmpty || issue.first == "(" && issue.last == ")" else { return false }
    draft.set(.volume, String(volume), rank: 0, hint: nil)
    if issue.count > 2 { draft.set(.issue, String(issue.dropFirst().dropLast()), rank: 0, hint: nil) }
    draft.set(.page, String(pages), rank: 0, hint: nil)
    return true
  }
}
