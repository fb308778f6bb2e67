import WikitextDocument
import WikitextSyntax

/// People with the years of a marriage beside them.
extension ItemReader {
  /// Makes a relation of a value, where the field holds relations and a remark gives years.
  mutating func makeRelation(_ index: Int, from remarks: [Range<Int>]) {
    guard expectation.kind == .relation, values.indices.contains(index) else { return }
    var value = values[index]
    makeRelation(&value, from: remarks)
    values[index] = value
  }

  mutating func makeRelation(_ value: inout Value, from remarks: [Range<Int>]) {
    guard expectation.kind == .relation else { return }
    let name: String
    var target: String?
    switch value.content {
    case .link(let page, let text):
      name = text
      target = page
    case .text(let text): name = text
    default: return
    }
    for remark in remarks {
      let remark = withoutBrackets(remark)
      guard let years = years(remark) else { continue }
      var relation = Relation(name: name, relation: expectation.relation ?? "relation")
      relation.target = target
      relation.from = years.from
      relation.to = years.to
      value.content = .relation(relation)
      // How it ended, that it goes on, and whatever else stands there, is kept; the dates are the relation's own.
      let string = text.plain(remark)
      let place = value.qualifiers.firstIndex(of: string)
      if let place { value.qualifiers.remove(at: place) }
      let others = years.others.map { text.plain($0) }.filter { !$0.isEmpty }
      value.qualifiers.insert(contentsOf: others, at: place ?? value.qualifiers.count)
      return
    }
  }

  /// The years of a relation, and what stands beside them: how it ended, that it goes on.
  private struct Years {
    var from: EDTFDate?
    var to: EDTFDate?
    var others: [Range<Int>] = []
  }

  /// The dates of a remark such as "1968–1989", "1919 div 1919", "m. 1990; div. 1999", "1950–1960; divorced".
  private mutating func years(_ range: Range<Int>) -> Years? {
    guard range.count <= 120, range.contains(where: { (text.bytes[$0] &- 0x30) < 10 || text.bytes[$0] >= 0xD9 }) else {
      return nil
    }
    if let reading = grammar.read(text, range, expecting: Expectation(kind: .interval)), reading.remark == nil,
      reading.label == nil
    {
      switch reading.content {
      case .interval(let interval): return years(of: interval, in: range)
      case .date(let date): return Years(from: date)
      default: return nil
      }
    }
    var years = Years()
    var dates: [(date: EDTFDate, isEnd: Bool)] = []
    var hasInterval = false
    for piece in datePieces(range) {
      if !hasInterval, dates.isEmpty, let found = intervalBehindWords(piece) {
        hasInterval = true
        years.from = found.from
        years.to = found.to
        years.others += found.others
      } else if !hasInterval, dates.count < 2, let found = dateBehindWords(piece) {
        dates.append((found.date, found.isEnd))
        if let ending = found.ending { years.others.append(ending) }
      } else {
        // "his death", "1 child"
        years.others.append(piece)
      }
    }
    if hasInterval { return years }
    guard let first = dates.first else { return nil }
    if dates.count == 2 {
      (years.from, years.to) = (first.date, dates[1].date)
    } else if first.isEnd {
      years.to = first.date
    } else {
      years.from = first.date
    }
    return years
  }

  /// The ends of an interval; a word for one that is open is kept.
  private func years(of interval: EDTFInterval, in range: Range<Int>) -> Years {
    var years = Years(from: date(interval.start), to: date(interval.end))
    if interval.end == .open, let last = range.last(where: { isDigit($0) }) {
      let rest = withoutDash(text.trimmed(last + 1..<range.upperBound))
      let words = rest.drop { text.bytes[$0] < 0x30 || [0xE2, 0x80, 0x93, 0x94].contains(text.bytes[$0]) }
      if !words.isEmpty { years.others.append(words) }
    }
    return years
  }

  /// An interval, perhaps behind words of the relation: m., verh. …
  private mutating func intervalBehindWords(_ piece: Range<Int>) -> Years? {
    var start = piece.lowerBound
    while start < piece.upperBound {
      let rest = start..<piece.upperBound
      if let interval = interval(rest) { return years(of: interval, in: rest) }
      guard !isDigit(start), let next = behindWord(start, piece) else { return nil }
      start = next
    }
    return nil
  }

  /// A date behind words of the relation (m., div., verh., gesch. …), and those of them that say that it ended.
  private mutating func dateBehindWords(_ piece: Range<Int>) -> (date: EDTFDate, isEnd: Bool, ending: Range<Int>?)? {
    var start = piece.lowerBound
    var isEnd = false
    while start < piece.upperBound {
      if startsWithEnd(start, piece) { isEnd = true }
      if let date = date(start..<piece.upperBound) {
        let words = text.trimmed(piece.lowerBound..<start)
        return (date, isEnd, isEnd && !words.isEmpty ? words : nil)
      }
      guard !isDigit(start), let next = behindWord(start, piece) else { return nil }
      start = next
    }
    return nil
  }

  /// The offset of the next word of a piece; nil where there is none, or where there are too many for a remark.
  private func behindWord(_ start: Int, _ piece: Range<Int>) -> Int? {
    guard piece.upperBound - start <= 60,
      let blank = (start..<piece.upperBound).first(where: { text.bytes[$0] == 0x20 })
    else { return nil }
    return blank + 1
  }

  private func isDigit(_ offset: Int) -> Bool { (text.bytes[offset] &- 0x30) < 10 }

  private mutating func date(_ range: Range<Int>) -> EDTFDate? {
    guard !range.isEmpty, let reading = grammar.read(text, range, expecting: Expectation(kind: .date)),
      reading.label == nil, case .date(let date) = reading.content
    else { return nil }
    return date
  }

  private mutating func interval(_ range: Range<Int>) -> EDTFInterval? {
    guard !range.isEmpty, let reading = grammar.read(text, range, expecting: Expectation(kind: .interval)),
      reading.remark == nil, reading.label == nil, case .interval(let interval) = reading.content
    else { return nil }
    return interval
  }

  private func date(_ bound: EDTFInterval.Bound) -> EDTFDate? {
    if case .date(let date) = bound { date } else { nil }
  }

  /// The pieces of a remark between commas, semicolons, and the words of divorce and death.
  private func datePieces(_ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range {
      let isBreak =
        text.bytes[offset] == UInt8(ascii: ";")
        || text.bytes[offset] == UInt8(ascii: ",") && endsInYear(start..<offset)
        || text.bytes[offset] == 0x20 && offset > start && startsWithEnd(offset + 1, range) && isDigit(offset - 1)
      if isBreak {
        let piece = text.trimmed(start..<offset)
        if !piece.isEmpty { pieces.append(piece) }
        start = offset + 1
      }
    }
    let piece = text.trimmed(start..<range.upperBound)
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  /// Whether a range ends in four digits: "May 5, 1990" is not cut at its comma.
  private func endsInYear(_ range: Range<Int>) -> Bool {
    range.count >= 4 && range.suffix(4).allSatisfy { isDigit($0) }
  }

  /// Whether a word at a place says that a relation ended.
  private func startsWithEnd(_ offset: Int, _ range: Range<Int>) -> Bool {
    guard offset < range.upperBound else { return false }
    return words.ends.contains { word in
      offset + word.count <= range.upperBound && text.bytes[offset..<offset + word.count].elementsEqual(word)
        && (offset + word.count == range.upperBound || text.bytes[offset + word.count] <= 0x2E)
    }
  }
}
