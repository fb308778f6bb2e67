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
      guard let (from, to) = years(remark) else { continue }
      var relation = Relation(name: name, relation: "marriage")
      relation.target = target
      relation.from = from
      relation.to = to
      value.content = .relation(relation)
      let string = text.plain(remark)
      if let place = value.qualifiers.firstIndex(of: string) { value.qualifiers.remove(at: place) }
      value.asOf = nil
      return
    }
  }

  /// The dates of a remark such as "1968–1989", "1919 div 1919", "m. 1990; div. 1999".
  private mutating func years(_ range: Range<Int>) -> (EDTFDate?, EDTFDate?)? {
    guard range.count <= 120, range.contains(where: { (text.bytes[$0] &- 0x30) < 10 || text.bytes[$0] >= 0xD9 }) else {
      return nil
    }
    if let reading = grammar.read(text, range, expecting: Expectation(kind: .interval)), reading.remark == nil,
      reading.label == nil
    {
      switch reading.content {
      case .interval(let interval): return (date(interval.start), date(interval.end))
      case .date(let date): return (date, nil)
      default: return nil
      }
    }
    var dates: [(EDTFDate, isEnd: Bool)] = []
    for piece in datePieces(range) {
      var (start, isEnd) = (piece.lowerBound, false)
      // "his death"
      if dates.count > 0, !piece.contains(where: { isDigit($0) }) { continue }
      // A word of the relation in front: m., div., verh., gesch. …
      while start < piece.upperBound, !isDigit(start) {
        if startsWithEnd(start, piece) { isEnd = true }
        guard let blank = (start..<piece.upperBound).first(where: { text.bytes[$0] == 0x20 }) else { break }
        if piece.upperBound - start > 60 { return nil }
        let rest = text.trimmed(start..<piece.upperBound)
        if dates.isEmpty, let interval = interval(rest) { return interval }
        if let date = date(rest) {
          dates.append((date, isEnd))
          start = piece.upperBound
          break
        }
        start = blank + 1
      }
      if start < piece.upperBound {
        if dates.isEmpty, let interval = interval(start..<piece.upperBound) { return interval }
        guard let date = date(start..<piece.upperBound) else { return nil }
        dates.append((date, isEnd))
      }
    }
    guard let first = dates.first, dates.count <= 2 else { return nil }
    if dates.count == 2 { return (first.0, dates[1].0) }
    return first.isEnd ? (nil, first.0) : (first.0, nil)
  }

  private func isDigit(_ offset: Int) -> Bool { (text.bytes[offset] &- 0x30) < 10 }

  private mutating func date(_ range: Range<Int>) -> EDTFDate? {
    guard !range.isEmpty,
      case .date(let date)? = grammar.read(text, range, expecting: Expectation(kind: .date))?.content
    else { return nil }
    return date
  }

  private mutating func interval(_ range: Range<Int>) -> (EDTFDate?, EDTFDate?)? {
    guard !range.isEmpty,
      case .interval(let interval)? = grammar.read(text, range, expecting: Expectation(kind: .interval))?.content
    else { return nil }
    return (date(interval.start), date(interval.end))
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
