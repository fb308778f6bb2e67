import WikitextDocument
import WikitextSyntax

/// Values whose shape says what they are where the field holds names and texts.
extension ItemReader {
  /// A year that is linked to its own page.
  mutating func linkedYear(_ item: Item) -> [Value]? {
    switch expectation.kind {
    case .text, .item, .person, .place, .organization: break
    default: return nil
    }
    guard (3...7).contains(item.core.count), let link = soleLink(in: item.core) else { return nil }
    let target = document.string(document.records[link.node].target)
    guard target.utf8.elementsEqual(text.bytes[link.start..<link.end]),
      target.utf8.prefix(while: { ($0 &- 0x30) < 10 }).count >= 3,
      let reading = grammar.read(text, item.core, expecting: Expectation(kind: .date)), reading.remark == nil,
      case .date(let date) = reading.content, date.precision == .year
    else { return nil }
    return [finish(reading.content, item)]
  }

  /// What a clock differs by, in a field of time zones: "+1", "(+5:45)", "±0".
  mutating func offsetValue(_ item: Item) -> [Value]? {
    guard expectation.kind == .item, expectation.scheme == "utc-offset", item.core.count <= 80 else { return nil }
    var item = item
    item.core = withoutBrackets(item.core)
    strip(&item)
    var digits = item.core
    guard let first = digits.first else { return nil }
    switch text.bytes[first] {
    case UInt8(ascii: "+"), UInt8(ascii: "-"): digits.removeFirst()
    case 0xE2 where text.plain(first..<min(first + 3, digits.upperBound)) == "\u{2212}": digits.removeFirst(3)
    case 0xC2 where text.plain(first..<min(first + 2, digits.upperBound)) == "±": digits.removeFirst(2)
    default: return nil
    }
    guard (1...5).contains(digits.count), digits.allSatisfy({ (text.bytes[$0] &- 0x30) < 11 }) else { return nil }
    return [finish(.identifier(scheme: expectation.scheme, value: text.plain(item.core)), item)]
  }

  /// Things that are counted rather than named in a list: "12 districts".
  mutating func countedThings(_ item: Item) -> [Value]? {
    guard expectation.kind == .item, let first = item.core.first, (text.bytes[first] &- 0x30) < 10,
      item.core.count <= 60, !text.spans(startingIn: first..<first + 1).contains(where: { $0.kind == .link }),
      let reading = grammar.read(text, item.core, expecting: Expectation(kind: .count)), let noun = reading.remark,
      reading.label == nil, isNoun(noun), !isYear(first..<noun.lowerBound)
    else { return nil }
    switch reading.content {
    case .number, .quantity: break
    default: return nil
    }
    var value = finish(reading.content, item, confidence: .chosen)
    value.qualifiers.insert(text.plain(noun), at: 0)
    return [value]
  }

  /// A word or two in small letters, or of a script that has none; a title has capitals.
  private func isNoun(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let byte = text.bytes[first]
    return ((byte &- 0x61) < 26 || byte >= 0xC3) && range.reduce(0) { $0 + (text.bytes[$1] == 0x20 ? 1 : 0) } <= 1
  }

  private func isYear(_ range: Range<Int>) -> Bool {
    text.trimmed(range).count == 4 && (text.bytes[range.lowerBound] == 0x31 || text.bytes[range.lowerBound] == 0x32)
  }
}
