/// Which grammars are tried on a value, and which cannot match it for want of a sign that they need.
extension ValueGrammar {
  /// Sorts of values that are tried, each from the same token on.
  enum Attempt {
    case boolean, percent, money, quantity, plusMinus, range, number, counted, duration, age, rating
    case date, interval, coordinates, labelledPercent
  }

  static func attempts(_ kind: FieldKind) -> [Attempt] {
    switch kind {
    case .number: [.number, .range, .percent, .plusMinus, .money, .quantity, .counted, .duration, .date, .interval]
    case .count: [.number, .range, .counted, .quantity, .percent, .plusMinus]
    case .percent: [.percent, .range, .plusMinus, .number, .labelledPercent]
    case .quantity: [.quantity, .range, .plusMinus, .number, .percent, .money, .duration]
    case .range: [.range, .quantity, .plusMinus, .percent, .number, .interval, .date, .duration]
    case .money: [.money, .range, .percent, .number]
    case .date, .interval: [.interval, .date]
    case .age: [.age, .duration, .number]
    case .duration: [.duration, .range, .plusMinus, .number]
    case .coordinates: [.coordinates]
    case .angle: [.coordinates, .quantity, .number]
    case .rating: [.rating, .percent, .number]
    case .boolean: [.boolean]
    case .any:
      [.boolean, .percent, .interval, .date, .quantity, .money, .duration, .plusMinus, .range, .coordinates, .number]
    case .text, .caption, .name, .item, .person, .place, .organization, .url, .email, .identifier, .relation, .image,
      .color, .formula, .style:
      []
    }
  }

  /// Whether a text is a length times a width: "100 × 60 m".
  mutating func isProduct(_ text: borrowing ValueText, _ range: Range<Int>) -> Bool {
    defer { forget() }
    return lex(text, range, expecting: .anything) && hasProduct
  }

  private var hasProduct: Bool { tokens.indices.contains { isTimes($0) && isKind(.digits, $0 + 1) } }

  /// Whether a text is figures, units, months and the like, with at most one word that is none of them. "0.606 × Earth" is
  /// a phrase, and a length times a width no figure.
  mutating func isFigure(_ text: borrowing ValueText, _ range: Range<Int>) -> Bool {
    defer { forget() }
    guard lex(text, range, expecting: .anything), !hasProduct else { return false }
    let strange = tokens.indices.filter { isKind(.letters, $0) || isKind(.word, $0) && token($0)?.kinds == 0 }
    guard let only = strange.first else { return true }
    return strange.count == 1 && !isTimes(only - 1)
  }

  func parse(_ attempt: Attempt, _ start: Int) -> Parse? {
    switch attempt {
    case .boolean: boolean(start)
    case .percent: percent(start)
    case .labelledPercent: labelledPercent(start)
    case .money: money(start)
    case .quantity: quantity(start)
    case .plusMinus: plusMinus(start)
    case .range: range(start)
    case .number: bareNumber(start)
    case .counted: countedNumber(start)
    case .duration: duration(start)
    case .age: age(start)
    case .rating: rating(start)
    case .date: wholeDate(start)
    case .interval: interval(start)
    case .coordinates: coordinates(start)
    }
  }

  /// What there is in the tokens, seen in one look.
  struct Signs {
    /// The sorts of meanings of all words.
    var kinds: UInt64 = 0
    /// Whether there are digits, atoms, dashes, and marks of other sorts.
    var hasDigits = false
    var hasAtom = false
    var hasDash = false
    var hasMark = false
    /// Whether there is a letter by itself, which may be a direction.
    var hasLetter = false

    /// Whether a word has a meaning of one of the sorts.
    func has(_ sorts: WordMeaning.Kind...) -> Bool { sorts.contains { kinds & $0.bit != 0 } }
  }

  func signs() -> Signs {
    var signs = Signs()
    for index in tokens.indices {
      let token = tokens[index]
      signs.kinds |= token.kinds
      switch token.kind {
      case .digits: signs.hasDigits = true
      case .atom: signs.hasAtom = true
      case .mark: if isDash(index) { signs.hasDash = true } else { signs.hasMark = true }
      default: break
      }
      if token.range.count == 1, token.kind != .mark { signs.hasLetter = true }
    }
    return signs
  }

  private static func set(_ kinds: WordMeaning.Kind...) -> UInt64 { kinds.reduce(0) { $0 | $1.bit } }

  private static let units = set(.unit, .person, .per)
  private static let ends = set(.to, .between, .from, .above, .below, .until)
  private static let spans = set(.to, .between, .from, .since, .until, .after, .before, .present)
  private static let dates = set(
    .month,
    .yearMark,
    .monthMark,
    .century,
    .millennium,
    .decade,
    .era,
    .eraYear,
    .season,
    .circa,
    .uncertain,
    .early,
    .mid,
    .late
  )
  private static let periods = set(.century, .millennium, .eraYear)

  /// Whether what a grammar cannot do without is there.
  func mayBe(_ attempt: Attempt, _ signs: Signs) -> Bool {
    if signs.hasAtom { return true }
    guard signs.hasDigits else {
      switch attempt {
      case .boolean: return signs.has(.yes, .no)
      case .date: return signs.kinds & ValueGrammar.periods != 0
      case .interval:
        return signs.kinds & ValueGrammar.periods != 0 && (signs.hasDash || signs.kinds & ValueGrammar.spans != 0)
      case .number: return signs.hasMark || signs.has(.value)
      case .rating: return signs.hasMark || signs.has(.stars)
      case .quantity, .percent, .money, .counted: return signs.hasMark
      default: return false
      }
    }
    switch attempt {
    case .boolean: return signs.has(.yes, .no)
    case .percent, .labelledPercent: return signs.kinds & ValueGrammar.units != 0
    case .quantity: return signs.kinds & ValueGrammar.units != 0 || expecting.unit != nil
    case .money: return signs.has(.currency) || expecting.currency != nil
    case .duration:
      return signs.kinds & ValueGrammar.units != 0 || signs.hasMark || signs.has(.yearMark) || signs.hasLetter
    case .plusMinus: return signs.hasMark
    case .range: return signs.hasDash || signs.hasMark || signs.kinds & ValueGrammar.ends != 0
    case .interval:
      return signs.hasDash || signs.kinds & ValueGrammar.spans != 0 || signs.has(.and)
    case .date: return expecting.kind != .any || signs.kinds & ValueGrammar.dates != 0 || signs.hasDash || signs.hasMark
    case .coordinates: return expecting.kind != .any || signs.has(.direction) || signs.hasLetter
    case .number, .counted, .age, .rating: return true
    }
  }
}
