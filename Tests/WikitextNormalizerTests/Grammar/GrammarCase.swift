@testable import WikitextNormalizer

/// A text and what it is read as, from Fixtures/grammar.
///
///     == de quantity unit=km2
///     891,7 => quantity 891.7 km2
struct GrammarCase: CustomStringConvertible, Sendable {
  var language: String
  var expecting: Expectation
  var text: String
  var expected: String

  var description: String { "\(language) \(expecting.kind): \(text)" }

  /// The cases of a file.
  static func cases(of file: String) -> [GrammarCase] {
    var language = "en"
    var expecting = Expectation.anything
    var cases: [GrammarCase] = []
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("== ") {
        let words = line.split(separator: " ").map(String.init)
        language = words[1]
        expecting = Expectation(kind: FieldKind(rawValue: words[2]) ?? .any)
        for option in words.dropFirst(3) {
          let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
          switch parts[0] {
          case "unit": expecting.unit = parts[1]
          case "currency": expecting.currency = parts[1]
          default: expecting.scheme = parts[1]
          }
        }
        continue
      }
      guard let arrow = line.firstRange(of: " => ") else { continue }
      cases.append(
        GrammarCase(
          language: language,
          expecting: expecting,
          text: String(line[..<arrow.lowerBound]),
          expected: String(line[arrow.upperBound...])
        )
      )
    }
    return cases
  }

  /// What the grammar makes of the text, in one line.
  func read() -> String {
    var grammar = ValueGrammar(lexicon: Lexicon.of(language))
    let text = ValueText(marked: text)
    guard let reading = grammar.read(text, 0..<text.bytes.count, expecting: expecting) else { return "-" }
    return reading.line(in: text)
  }
}

extension ValueText {
  /// Text with `<sup>…</sup>` as the only markup.
  init(marked text: String) {
    self.init()
    var rest = text[...]
    while let open = rest.firstRange(of: "<sup>"), let close = rest.firstRange(of: "</sup>") {
      bytes += Array(rest[..<open.lowerBound].utf8)
      let start = bytes.count
      bytes += Array(rest[open.upperBound..<close.lowerBound].utf8)
      spans.append(Stretch(start: start, end: bytes.count, kind: .raised, node: 1))
      rest = rest[close.upperBound...]
    }
    bytes += Array(rest.utf8)
  }
}

extension ValueReading {
  /// The reading in one line: `date 1990~ [label] {remark} @2010 ~`.
  func line(in text: ValueText) -> String {
    func string(_ range: Range<Int>) -> String { String(decoding: text.bytes[range], as: UTF8.self) }
    var line = content.line
    if let label { line += " [\(string(label))]" }
    if let remark { line += " {\(string(remark))}" }
    if let asOf { line += " @\(asOf)" }
    if confidence == .chosen { line += " ~" }
    return line
  }
}

extension Value.Content {
  /// The value in one line.
  var line: String {
    switch self {
    case .boolean(let value): "boolean \(value ? "yes" : "no")"
    case .number(let number): "number \(number)"
    case .percent(let number): "percent \(number)"
    case .quantity(let quantity): "quantity \(quantity.number) \(quantity.unit.ucum)"
    case .range(let low, let high, let unit):
      "range \(low?.description ?? "")..\(high?.description ?? "")" + (unit.map { " " + $0.ucum } ?? "")
    case .plusMinus(let number, let plus, let minus, let unit):
      "plusminus \(number) +\(plus) -\(minus)" + (unit.map { " " + $0.ucum } ?? "")
    case .money(let money): "money \(money.amount) \(money.currency)"
    case .date(let date): "date \(date)" + (date.calendar == .julian ? " julian" : "")
    case .interval(let interval): "interval \(interval)"
    case .duration(let span): "duration \(span)"
    case .age(let years): "age \(years)"
    case .coordinates(let position):
      "coordinates \(position.latitude.map(rounded) ?? "") \(position.longitude.map(rounded) ?? "")"
    case .url(let address): "url \(address)"
    case .email(let mailbox): "email \(mailbox)"
    case .identifier(let scheme, let value): "identifier \(scheme ?? "") \(value)"
    case .color(let hex): "color \(hex)"
    case .rating(let number, let best): "rating \(number)" + (best.map { "/\($0)" } ?? "")
    default: "other"
    }
  }

  private func rounded(_ degrees: Double) -> String { String((degrees * 10000).rounded() / 10000) }
}
