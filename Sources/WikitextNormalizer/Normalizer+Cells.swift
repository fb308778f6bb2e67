import WikitextDocument
import WikitextSyntax

/// What a cell holds that is nothing but a short text: tables of a dump have the same figures again and again.
struct CellText: Hashable, Sendable {
  var text: [UInt8]
  var expectation: Expectation

  /// Longer texts are not kept. In bytes.
  static let longest = 24
  /// Texts that are kept at most.
  static let most = 8192
}

extension Normalizer {
  /// The values of a cell: those that were read from another cell of the same text, with the ranges of this one.
  mutating func values(ofCell cell: Node, expecting expectation: Expectation) -> [Value] {
    guard let (text, start) = cell.document.soleText(of: cell.index), text.count <= CellText.longest else {
      let record = cell.document.records[cell.index]
      let first = cell.document.contentStart(ofCell: cell.index)
      return values(from: first, to: Int(record.next), of: cell.document, cell.range, expectation)
    }
    let key = CellText(text: Array(text), expectation: expectation)
    if let known = cellValues[key] { return known.map { $0.moved(by: start) } }
    let found = values(of: cell, expecting: expectation)
    let isPlain = found.allSatisfy { value in
      if case .list = value.content { return false }
      return value.range.start >= start && value.range.end <= start + text.count
    }
    if isPlain, cellValues.count < CellText.most { cellValues[key] = found.map { $0.moved(by: -start) } }
    return found
  }
}

extension Value {
  /// The same elsewhere in a source.
  fileprivate func moved(by offset: Int) -> Value {
    var value = self
    value.range = SourceRange(start: range.start + offset, end: range.end + offset)
    return value
  }
}

extension Document {
  /// The text of a node that holds nothing else, without the blanks around it, and where it is in the source; nil where
  /// the source writes it otherwise, as by character references.
  fileprivate func soleText(of node: Int) -> (text: ArraySlice<UInt8>, start: Int)? {
    guard Int(records[node].next) == node + 2, records[node + 1].kind == .text else { return nil }
    let record = records[node + 1]
    var text = pool[record.name.offsets]
    guard Int(record.sourceEnd) - Int(record.sourceStart) == text.count else { return nil }
    var start = Int(record.sourceStart)
    while let first = text.first, first <= 0x20 {
      text.removeFirst()
      start += 1
    }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text.elementsEqual(source[start..<start + text.count]) ? (text, start) : nil
  }
}
