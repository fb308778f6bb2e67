/// The parts of a citation, and the pieces of parts.
extension WrittenCitation {
  // MARK: Parts

  /// The parts of a range between full stops that end them, without brackets before the first and blanks around all.
  func divide(
    _ range: Range<Int>,
    _ lookup: inout CitationLookup,
    _ dates: inout CitationDateReader
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    var place = range.lowerBound
    while place < range.upperBound {
      switch bytes[place] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(depth - 1, 0)
      case UInt8(ascii: ".") where depth == 0 && endsPart(place, from: start, &lookup, &dates):
        add(start..<place, to: &parts)
        start = place + 1
      default: break
      }
      place += 1
    }
    add(start..<range.upperBound, to: &parts)
    return parts
  }

  private func add(_ range: Range<Int>, to parts: inout [Range<Int>]) {
    var range = range
    while let first = bytes[range].first {
      if WrittenCitation.isSeparator(first) || first == UInt8(ascii: "/") {
        range = range.lowerBound + 1..<range.upperBound
      } else if case let width = isBlank(range.lowerBound), width > 0 {
        range = min(range.lowerBound + width, range.upperBound)..<range.upperBound
      } else if has(WrittenCitation.wideOpen, range.lowerBound) {
        range = min(range.lowerBound + 3, range.upperBound)..<range.upperBound
      } else if let dash = WrittenCitation.dashes.first(where: { has($0, range.lowerBound) }) {
        range = min(range.lowerBound + dash.count, range.upperBound)..<range.upperBound
      } else {
        break
      }
    }
    while let last = bytes[range].last {
      if WrittenCitation.isSeparator(last) {
        range = range.lowerBound..<range.upperBound - 1
      } else if range.count > 3,
        has(WrittenCitation.wideClose, range.upperBound - 3) || has(WrittenCitation.wideStop, range.upperBound - 3)
      {
        range = range.lowerBound..<range.upperBound - 3
      } else {
        break
      }
    }
    if !range.isEmpty { parts.append(range) }
  }

  /// （ ） 。
  private static let wideOpen: [UInt8] = [0xEF, 0xBC, 0x88]
  private static let wideClose: [UInt8] = [0xEF, 0xBC, 0x89]
  private static let wideStop: [UInt8] = [0xE3, 0x80, 0x82]
  /// 、
  private static let wideComma: [UInt8] = [0xE3, 0x80, 0x81]

  /// Dashes between parts.
  private static let dashes = ["– ", "— "].map { Array($0.utf8) }

  /// The pieces of a part, with their brackets off: between commas and semicolons, and what stands in brackets.
  ///
  /// - Complexity: O(bytes of the part).
  func pieces(of part: Range<Int>) -> [Piece] {
    var pieces: [Piece] = []
    var start = part.lowerBound
    var open: UInt8?
    for place in part {
      let byte = bytes[place]
      if let bracket = open {
        if byte == UInt8(ascii: ","), place + 1 < part.upperBound, isBlank(place + 1) > 0 {
          addPiece(start..<place, bracket == UInt8(ascii: "]") ? .square : .round, to: &pieces)
          start = place + 1
        } else if byte == bracket {
          addPiece(start..<place, bracket == UInt8(ascii: "]") ? .square : .round, to: &pieces)
          start = place + 1
          open = nil
        }
      } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
        addPiece(start..<place, .none, to: &pieces)
        start = place + 1
        open = byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
      } else if has(WrittenCitation.wideComma, place) || has(WrittenCitation.wideStop, place) {
        addPiece(start..<place, .none, to: &pieces)
        start = min(place + 3, part.upperBound)
      } else if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") {
        if place + 1 < part.upperBound, isBlank(place + 1) == 0 { continue }
        addPiece(start..<place, .none, to: &pieces)
        start = place + 1
      }
    }
    addPiece(start..<part.upperBound, open == nil ? .none : .round, to: &pieces)
    return pieces
  }

  /// A piece of a part.
  struct Piece {
    var range: Range<Int>
    var brackets: Brackets

    enum Brackets { case none, round, square }
  }

  private func addPiece(_ range: Range<Int>, _ brackets: Piece.Brackets, to pieces: inout [Piece]) {
    var ranges: [Range<Int>] = []
    add(range, to: &ranges)
    if let range = ranges.first { pieces.append(Piece(range: range, brackets: brackets)) }
  }

  /// Whether a full stop ends a part: at the end or before a blank, and not behind an initial or an abbreviation.
  private func endsPart(
    _ stop: Int,
    from start: Int,
    _ lookup: inout CitationLookup,
    _ dates: inout CitationDateReader
  ) -> Bool {
    guard stop + 1 == bytes.count || isBlank(stop + 1) > 0 else { return false }
    // "2. Auflage": an ordinal number, not a part.
    let isNumber = stop > start && bytes[stop - 1] &- 0x30 < 10 && stop - start <= 4
    if isNumber, stop + 1 < bytes.count, bytes[start..<stop].allSatisfy({ $0 == 0x20 || $0 &- 0x30 < 10 }) {
      return false
    }
    var word = stop
    while word > start, bytes[word - 1] > 0x20, bytes[word - 1] != 0xA0, bytes[word - 1] != UInt8(ascii: "(") {
      word -= 1
    }
    let isInitial =
      stop - word == 1 && bytes[word] &- 0x41 < 26
      // А…Я of Cyrillic, and other capitals of two bytes.
      || stop - word == 2
        && (bytes[word] == 0xD0 && bytes[word + 1] < 0xB0 || bytes[word] == 0xC3 && bytes[word + 1] < 0xA0)
    return !isInitial && !isDay(word..<stop, &dates) && !lookup.isWord(Array(bytes[word..<stop]), .abbreviation)
  }

  /// Whether a number before a full stop is the day of a date: "3. Mai 2010".
  private func isDay(_ number: Range<Int>, _ dates: inout CitationDateReader) -> Bool {
    guard 1...2 ~= number.count, bytes[number].allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
    // A month and a year: two words.
    var end = number.upperBound + 1
    for _ in 0..<2 {
      while end < bytes.count, isBlank(end) > 0 { end += isBlank(end) }
      while end < bytes.count, isBlank(end) == 0, bytes[end] != UInt8(ascii: ","), bytes[end] != UInt8(ascii: ")") {
        end += 1
      }
    }
    while end > number.upperBound, WrittenCitation.isSeparator(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: ";") {
      end -= 1
    }
    return end - number.lowerBound <= WrittenCitation.longestDate
      && dates.read(Array(bytes[number.lowerBound..<end]))?.date.date?.month != nil
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(start) > 0 { start += isBlank(start) }
    while end > start, isBlank(end - 1) == 1 || end - start > 1 && isBlank(end - 2) == 2 {
      end -= isBlank(end - 1) == 1 ? 1 : 2
    }
    return start..<end
  }

  /// The length of a blank at a place: a space, one that does not break, a mark of direction.
  private func isBlank(_ place: Int) -> Int {
    switch bytes[place] {
    case 0x20: 1
    case 0xC2: has([0xC2, 0xA0], place) ? 2 : 0
    case 0xE2: has([0xE2, 0x80, 0x8E], place) || has([0xE2, 0x80, 0x8F], place) ? 3 : 0
    default: 0
    }
  }
}
