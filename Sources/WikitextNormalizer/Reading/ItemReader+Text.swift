import WikitextSyntax

/// Items that are no values: text, and what was not understood.
extension ItemReader {
  /// Adds an item as text, with what stands beside it; not understood where the field holds figures.
  mutating func addText(_ whole: Item) {
    var item = whole
    strip(&item, withBrackets: expectation.kind != .caption && !isProse(whole.core))
    guard !item.core.isEmpty else { return }
    let string = text.plain(item.core)
    guard !string.isEmpty else { return }
    if expectation.isAnywhere, let value = valueAnywhere(item) {
      values.append(value)
      return
    }
    let isMeasured = expectation.kind.isMeasured && item.core.contains { (text.bytes[$0] &- 0x30) < 10 }
    let isUnread = isMeasured && !isProse(item.core) && isFigure(item.core)
    values.append(
      finish(
        isUnread ? .unparsed(string) : .text(string),
        item,
        confidence: isMeasured && !isUnread ? .unsure : .certain
      )
    )
    makeRelation(values.count - 1, from: item.after)
  }

  /// Whether a range is a figure or date that was not understood, and not words with one: it has no more letters than
  /// digits, or at most one word that says nothing of figures.
  private mutating func isFigure(_ range: Range<Int>) -> Bool {
    var balance = 0
    for offset in range {
      let byte = text.bytes[offset]
      if (byte &- 0x30) < 10 {
        balance += 1
      } else if ((byte | 0x20) &- 0x61) < 26 || (0xC3..<0xE2).contains(byte) || byte >= 0xE3 {
        balance -= 1
      }
    }
    return balance >= 0 && !grammar.isProduct(text, range) || grammar.isFigure(text, range)
  }

  /// Whether a range is sentences rather than a name or an item.
  func isProse(_ range: Range<Int>) -> Bool {
    let bytes = text.bytes
    var words = 1
    var stops = 0
    for offset in range {
      switch bytes[offset] {
      case 0x20: words += 1
      case UInt8(ascii: "."):
        if offset + 1 == range.upperBound || bytes[offset + 1] == 0x20 { stops += 1 }
      case 0xE3:
        if offset + 2 < range.upperBound, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x82 { return true }
      default: break
      }
    }
    return words > 25 || stops > 0 && words > 9
  }
}
