extension Value.Content {
  /// A number, amount, quantity or span of them times 10^`power`; nil for anything else, and where that is too much.
  func scaled(byPowerOfTen power: Int) -> Value.Content? {
    switch self {
    case .number(let number): return number.scaled(byPowerOfTen: power).map { .number($0) }
    case .money(var money):
      guard let amount = money.amount.scaled(byPowerOfTen: power) else { return nil }
      money.amount = amount
      return .money(money)
    case .quantity(var quantity):
      guard let number = quantity.number.scaled(byPowerOfTen: power) else { return nil }
      quantity.number = number
      return .quantity(quantity)
    case .range(let low, let high, let unit):
      let ends = [low, high].map { $0?.scaled(byPowerOfTen: power) }
      guard (ends[0] == nil) == (low == nil), (ends[1] == nil) == (high == nil) else { return nil }
      return .range(low: ends[0] ?? nil, high: ends[1] ?? nil, unit: unit)
    default: return nil
    }
  }
}
