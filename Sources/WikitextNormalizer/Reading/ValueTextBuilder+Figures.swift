import WikitextDocument
import WikitextSyntax

/// Templates that set a figure: they are shown as the text that they make, so that it is read together with what stands
/// beside it: `{{unité|1804|heures}}/an`, `{{formatnum:477.672}} milliards`.
extension ValueTextBuilder {
  mutating func addFigure(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    guard let parts = figure(rule, call) else { return false }
    // {{frac|1|2}} that touches the 12 before it is a part of it, and no 121/2.
    if rule.kind == .fraction, let last = text.bytes.last, last &- 0x30 < 10 { addSpace() }
    open(call)
    pushQualifier(of: rule, call)
    push(ArgumentPattern(parts: parts), call)
    return true
  }

  private func figure(_ rule: TemplateRule, _ call: TemplateCall) -> [ArgumentPattern.Part]? {
    switch rule.kind {
    case .number: return span(number(.value, rule, call), rule, call)
    case .percent:
      guard let value = number(.value, rule, call) else { return nil }
      if let whole = plain(.of, rule, call) {
        return share(plain(.value, rule, call) ?? [], of: whole).map { [.literal($0 + " %")] }
      }
      return value + [.literal(" %")]
    case .quantity:
      guard let value = span(number(.value, rule, call), rule, call) else { return nil }
      guard let unit = rule[.unit], hasContent(unit, call) else { return value }
      return value + [.literal(" ")] + unit.parts
    case .money:
      guard var amount = number(.amount, rule, call) else { return nil }
      if let letter = plain(.scale, rule, call) {
        guard let word = ValueTextBuilder.scaleWord(letter) else { return nil }
        amount.append(.literal(" " + word))
      }
      guard let currency = rule[.currency], hasContent(currency, call) else { return amount }
      return currency.parts + [.literal(" ")] + amount
    case .fraction:
      guard let denominator = rule[.denominator], hasContent(denominator, call) else { return nil }
      var parts: [ArgumentPattern.Part] = []
      if let whole = number(.whole, rule, call) { parts += whole + [.literal(" ")] }
      return parts + (number(.numerator, rule, call) ?? [.literal("1")]) + [.literal("/")] + denominator.parts
    case .plusMinus:
      guard let value = number(.value, rule, call), let plus = unsigned(.plus, rule, call),
        plus.utf8.first.map({ ($0 &- 0x30) < 10 || $0 == UInt8(ascii: ".") }) == true
      else { return nil }
      var parts = value
      if let minus = unsigned(.minus, rule, call), minus != plus {
        parts.append(.literal(" +\(plus) −\(minus)"))
      } else {
        parts.append(.literal(" ± \(plus)"))
      }
      if let unit = rule[.unit], hasContent(unit, call) { parts += [.literal(" ")] + unit.parts }
      return parts
    default: return nil
    }
  }

  /// The pattern of a figure, in the wiki's notation where the page has it in that of machines.
  private func number(_ key: TemplateRule.Key, _ rule: TemplateRule, _ call: TemplateCall)
    -> [ArgumentPattern.Part]?
  {
    guard let pattern = rule[key], hasContent(pattern, call) else { return nil }
    if decimal != ".", let local = localized(plain(pattern, call)) { return [.literal(local)] }
    return pattern.parts
  }

  /// A figure with a second one behind it, where a word says what they are to each other: `{{val|100|to|200}}`.
  private func span(_ first: [ArgumentPattern.Part]?, _ rule: TemplateRule, _ call: TemplateCall)
    -> [ArgumentPattern.Part]?
  {
    guard let first, let word = plain(.relation, rule, call),
      let relation = Conversion.relation(of: String(decoding: word, as: UTF8.self)),
      let second = number(.to, rule, call)
    else { return first }
    switch relation {
    case .span: return first + [.literal("–")] + second
    case .uncertainty: return first + [.literal(" ± ")] + second
    case .product: return first + [.literal(" × ")] + second
    case .one, .several: return first + [.literal(" \(String(decoding: word, as: UTF8.self)) ")] + second
    }
  }

  /// A part in hundredths of a whole, to two digits behind the point; nil where that is no number.
  private func share(_ part: [UInt8], of whole: [UInt8]) -> String? {
    guard let part = DecimalNumber(digits: part), let whole = DecimalNumber(digits: whole),
      let part = Double(part.description), let whole = Double(whole.description), whole != 0,
      let hundredths = Int(exactly: (part / whole * 10_000).rounded())
    else { return nil }
    let digits = DecimalNumber(mantissa: Int128(hundredths), exponent: -2)?.description ?? ""
    var text = Array(digits.utf8)
    while text.contains(UInt8(ascii: ".")), text.last == UInt8(ascii: "0") { text.removeLast() }
    if text.last == UInt8(ascii: ".") { text.removeLast() }
    return localized(text) ?? String(decoding: text, as: UTF8.self)
  }

  /// The English word for a letter that templates of money take: `c` for crore.
  private static func scaleWord(_ letter: [UInt8]) -> String? {
    switch String(decoding: letter, as: UTF8.self).lowercased() {
    case "k": "thousand"
    case "l": "lakh"
    case "m": "million"
    case "c": "crore"
    case "b": "billion"
    case "t": "trillion"
    case "lc": "lakh crore"
    default: nil
    }
  }

  /// A figure without its sign, in the wiki's notation.
  private func unsigned(_ key: TemplateRule.Key, _ rule: TemplateRule, _ call: TemplateCall) -> String? {
    guard let pattern = rule[key], hasContent(pattern, call) else { return nil }
    var text = plain(pattern, call)[...]
    if text.starts(with: Array("−".utf8)) { text = text.dropFirst(3) }
    if text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-") { text = text.dropFirst() }
    if decimal != ".", let local = localized(Array(text)) { return local }
    return String(decoding: text, as: UTF8.self)
  }

  /// Digits with a point in the wiki's notation; nil for anything else.
  func localized(_ text: [UInt8]) -> String? {
    guard text.contains(UInt8(ascii: ".")), text.count < 40, DecimalNumber(digits: text) != nil else { return nil }
    var output = ""
    for byte in text {
      if byte == UInt8(ascii: ".") { output += decimal } else { output.unicodeScalars.append(Unicode.Scalar(byte)) }
    }
    return output
  }
}
