import WikitextSyntax

/// Values that stand somewhere in a text.
extension ItemReader {
  /// The first value of the expected kind within an item that is none as a whole; what stands around it becomes its
  /// qualifiers.
  ///
  /// - Complexity: O(bytes of the item).
  mutating func valueAnywhere(_ item: Item) -> Value? {
    guard let (content, range) = found(in: item.core) else { return nil }
    var item = item
    let front = withoutColon(text.trimmed(item.core.lowerBound..<range.lowerBound))
    let back = text.trimmed(range.upperBound..<item.core.upperBound)
    if !front.isEmpty { item.before.append(front) }
    if !back.isEmpty { item.after.insert(back, at: 0) }
    item.core = range
    return finish(content, item, confidence: .chosen)
  }

  private mutating func found(in range: Range<Int>) -> (Value.Content, Range<Int>)? {
    switch expectation.kind {
    case .url, .email: wordFound(in: range)
    default: grammar.find(in: text, range, expecting: expectation)
    }
  }

  /// The first word that is an address or a mailbox.
  private mutating func wordFound(in range: Range<Int>) -> (Value.Content, Range<Int>)? {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      var mayBeAddress = false
      while end < range.upperBound, text.bytes[end] > 0x20 {
        mayBeAddress = mayBeAddress || text.bytes[end] == UInt8(ascii: ".")
        end += 1
      }
      var word = start..<end
      while let last = word.last, [0x2C, 0x2E, 0x3B, 0x29].contains(text.bytes[last]) { word.removeLast() }
      while let first = word.first, text.bytes[first] == 0x28 { word.removeFirst() }
      if mayBeAddress, !word.isEmpty, let reading = grammar.read(text, word, expecting: expectation) {
        return (reading.content, word)
      }
      start = end + 1
    }
    return nil
  }
}
