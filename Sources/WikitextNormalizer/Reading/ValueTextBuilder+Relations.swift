import WikitextDocument
import WikitextSyntax

/// Templates of marriages.
extension ValueTextBuilder {
  /// A person by marriage, with the remark of its rule, and with what stands beside the date of its end.
  mutating func addRelation(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    guard let name = string(.name, rule, call) else { return false }
    var relation = Relation(name: name, relation: string(.relation, rule, call) ?? "marriage")
    relation.target = rule[.name].flatMap { firstLink($0, call) }
    relation.from = plain(.from, rule, call).flatMap { readDate($0) }
    var remarks: [String] = []
    if let end = plain(.to, rule, call) { (relation.to, remarks) = dateAmongWords(end) }
    addAtom(
      .relation(relation),
      from: call.node,
      shown: Array(name.utf8),
      qualifiers: remarks + qualifiers(rule, call)
    )
    return true
  }

  /// A date and the words around it: "(annulled 2000)", "present".
  private mutating func dateAmongWords(_ bytes: [UInt8]) -> (date: EDTFDate?, words: [String]) {
    let text = ValueText(bytes: bytes)
    let whole = text.trimmed(0..<bytes.count)
    if let reading = grammar.read(text, whole, expecting: Expectation(kind: .date)), reading.label == nil,
      reading.remark == nil, case .date(let date) = reading.content
    {
      return (date, [])
    }
    guard let (content, range) = grammar.find(in: text, whole, expecting: Expectation(kind: .date)),
      case .date(let date) = content
    else { return (nil, ValueTextBuilder.words(bytes[whole])) }
    let around = [bytes[whole.lowerBound..<range.lowerBound], bytes[range.upperBound..<whole.upperBound]]
    return (date, around.flatMap(ValueTextBuilder.words))
  }

  /// Bytes without the brackets and blanks at their ends, where anything is left.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    let signs: [UInt8] = [0x20, 0x28, 0x29, 0x2C, 0x3B]
    let words = bytes.drop { signs.contains($0) }.reversed().drop { signs.contains($0) }.reversed()
    return words.isEmpty ? [] : [String(decoding: words, as: UTF8.self)]
  }

  /// The target of the first link in the arguments of a pattern.
  private func firstLink(_ pattern: ArgumentPattern, _ call: TemplateCall) -> String? {
    for case .argument(let names) in pattern.parts {
      guard let argument = call.firstArgument(names, in: document) else { continue }
      for node in argument..<Int(records[argument].next) where records[node].kind == .link {
        return document.configuration.normalizedTitle(document.string(records[node].target))
      }
    }
    return nil
  }
}
