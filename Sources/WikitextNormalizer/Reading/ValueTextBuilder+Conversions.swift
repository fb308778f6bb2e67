import WikitextDocument
import WikitextSyntax

/// `{{convert}}`: the figures and the unit that the page types; what they are converted to is the template's affair.
extension ValueTextBuilder {
  mutating func addConversion(_ call: TemplateCall) -> Bool {
    var conversion = Conversion(
      call.positional.map { String(decoding: document.plainText(ofArgument: $0), as: UTF8.self) }
    )
    guard conversion.read() else { return false }
    let unit = conversion.unit
    let numbers = conversion.numbers
    guard let ucum = ConvertUnits.standard[unit] else {
      // Other codes are often symbols; but "C-change" is no coulomb.
      guard unit.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }), unit.utf8.count > 1 else { return false }
      add(conversion.shown, from: call.node)
      return true
    }
    let measured = MeasuredUnit(ucum: ucum, written: unit)
    let shown = Array(conversion.shown.utf8)
    switch conversion.relation {
    case .one:
      addAtom(.quantity(Quantity(numbers[0], measured)), from: call.node, shown: shown)
    case .span where numbers.count == 2:
      addAtom(.range(low: numbers[0], high: numbers[1], unit: measured), from: call.node, shown: shown)
    case .uncertainty where numbers.count == 2:
      let content = Value.Content.plusMinus(numbers[0], plus: numbers[1], minus: numbers[1], unit: measured)
      addAtom(content, from: call.node, shown: shown)
    case .several:
      for (place, number) in numbers.enumerated() {
        if place > 0 { add(", ", from: call.node) }
        let quantity = Quantity(number, measured)
        addAtom(.quantity(quantity), from: call.node, shown: Array("\(number) \(unit)".utf8))
      }
    default: add(conversion.shown, from: call.node)
    }
    return true
  }

  mutating func addHeight(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    func number(_ key: TemplateRule.Key) -> DecimalNumber? {
      plain(key, rule, call).flatMap { Conversion.number(String(decoding: $0, as: UTF8.self)) }
    }
    let content: Value.Content
    let shown: String
    if let metres = number(.metres) {
      content = .quantity(Quantity(metres, MeasuredUnit(ucum: "m", written: "m")))
      shown = "\(metres) m"
    } else if let centimetres = number(.centimetres) {
      content = .quantity(Quantity(centimetres, MeasuredUnit(ucum: "cm", written: "cm")))
      shown = "\(centimetres) cm"
    } else {
      let feet = number(.feet)
      let inches = number(.inches)
      guard feet != nil || inches != nil else { return false }
      if let feet, inches == nil {
        content = .quantity(Quantity(feet, MeasuredUnit(ucum: "[ft_i]", written: "ft")))
      } else {
        let total = (feet ?? DecimalNumber(0)).multiplied(by: DecimalNumber(12))?.adding(inches ?? DecimalNumber(0))
        guard let total else { return false }
        content = .quantity(Quantity(total, MeasuredUnit(ucum: "[in_i]", written: "in")))
      }
      shown = [feet.map { "\($0) ft" }, inches.map { "\($0) in" }].compactMap(\.self).joined(separator: " ")
    }
    addAtom(content, from: call.node, shown: Array(shown.utf8))
    return true
  }
}

/// The arguments of a `{{convert}}`.
struct Conversion {
  /// What several figures are to each other.
  enum Relation { case one, span, uncertainty, several, product }

  private let arguments: [String]
  private(set) var numbers: [DecimalNumber] = []
  private(set) var unit = ""
  private(set) var relation = Relation.one
  /// What a reader sees before the brackets.
  private(set) var shown = ""

  init(_ arguments: [String]) {
    self.arguments = arguments
  }

  /// Figures with words between them, the unit, and for feet and inches the second figure and unit.
  mutating func read() -> Bool {
    guard let first = arguments.first.flatMap(Conversion.number) else { return false }
    numbers = [first]
    shown = arguments[0]
    var place = 1
    while place + 1 < arguments.count, let word = Conversion.relations[arguments[place]],
      let next = Conversion.number(arguments[place + 1])
    {
      relation = word
      numbers.append(next)
      shown += (word == .span ? "–" : " \(arguments[place]) ") + arguments[place + 1]
      place += 2
    }
    guard place < arguments.count, !arguments[place].isEmpty else { return false }
    unit = arguments[place]
    shown += " " + unit
    if relation == .one, place + 2 < arguments.count, let smaller = Conversion.parts[unit + " " + arguments[place + 2]],
      let rest = Conversion.number(arguments[place + 1]),
      let sum = first.multiplied(by: DecimalNumber(smaller))?.adding(rest)
    {
      numbers = [sum]
      unit = arguments[place + 2]
      shown += " \(arguments[place + 1]) \(unit)"
    }
    return scaleUnit()
  }

  /// Units with a power of ten in front: `e3km`, `e6m3`.
  private mutating func scaleUnit() -> Bool {
    guard unit.first == "e", let power = Int(unit.dropFirst().prefix { ("0"..."9").contains($0) }), power > 0 else {
      return true
    }
    let name = String(unit.dropFirst().drop { ("0"..."9").contains($0) })
    let scaled = numbers.compactMap { $0.scaled(byPowerOfTen: power) }
    guard ConvertUnits.standard[name] != nil, scaled.count == numbers.count else { return false }
    numbers = scaled
    unit = name
    return true
  }

  /// What a word between two figures says that they are to each other.
  static func relation(of word: String) -> Relation? { relations[word] }

  /// A figure as the template takes it: `1,234.5`, `5+1/2`, `3/4`, `1.2e6`.
  static func number(_ text: String) -> DecimalNumber? {
    var text = text.filter { $0 != "," && $0 != " " }
    if text.hasPrefix("−") { text = "-" + text.dropFirst() }
    if let plus = text.firstIndex(of: "+"), plus != text.startIndex, let whole = number(String(text[..<plus])) {
      return number(String(text[text.index(after: plus)...])).flatMap { whole.adding($0) }
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let numerator = DecimalNumber(digits: parts[0].utf8), let denominator = Int(parts[1]),
      denominator != 0, let scaled = numerator.multiplied(by: DecimalNumber(1_000_000_000))
    {
      guard let whole = scaled.integer, denominator != .min else { return nil }
      return DecimalNumber(mantissa: Int128(whole / denominator), exponent: -9)?.normalized
    }
    let scientific = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    if scientific.count == 2, let mantissa = DecimalNumber(digits: scientific[0].utf8), let power = Int(scientific[1]),
      abs(power) < 60
    {
      return DecimalNumber(mantissa: mantissa.mantissa, exponent: mantissa.exponent + power)
    }
    return DecimalNumber(digits: text.utf8)
  }

  private static let relations: [String: Relation] = [
    "-": .span, "–": .span, "—": .span, "to": .span, "to(-)": .span, "to about": .span, "and(-)": .several,
    "and": .several, "or": .several, ",": .several, "+/-": .uncertainty, "±": .uncertainty, "+": .product,
    "x": .product, "X": .product, "×": .product, "by": .product, "xx": .product, "by(x)": .product, "*": .product,
    "/": .several,
  ]

  /// Units that are divided into smaller ones, and by how many.
  private static let parts: [String: Int] = [
    "ft in": 12, "foot in": 12, "yd ft": 3, "mi ft": 5280, "mi yd": 1760, "lb oz": 16, "st lb": 14, "mi chain": 80,
    "min s": 60, "h min": 60, "LT cwt": 20, "long ton cwt": 20,
  ]
}
