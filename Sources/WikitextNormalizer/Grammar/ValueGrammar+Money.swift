/// Amounts of money.
extension ValueGrammar {
  /// A figure with its currency.
  struct Amount {
    var number: DecimalNumber
    var currency: String
    var end: Int
    var isChosen = false
  }

  /// Money; a bare figure where the field says its currency.
  func money(_ index: Int) -> Parse? {
    var (start, label) = circa(index)
    if means(.above, start) || means(.below, start) {
      label = bytes(from: index, to: start + 1)
      start += 1
    }
    if case .money(let money)? = atom(start) {
      var parse = Parse(.money(money), end: start + 1)
      parse.label = label
      return parse
    }
    guard var amount = amount(start) ?? bareAmount(start) else { return nil }
    // Per head, per year: another thing than the amount; a span of amounts likewise.
    guard !isMark("/", amount.end), !means(.per, amount.end), !isDash(amount.end) else { return nil }
    amount.isChosen = amount.isChosen || label != nil
    var parse = Parse(
      .money(Money(amount.number, amount.currency)),
      end: amount.end,
      isChosen: amount.isChosen
    )
    parse.label = label
    parse.takesRemark = expecting.kind == .money && !isMark("(", amount.end)
    return parse
  }

  private func bareAmount(_ index: Int) -> Amount? {
    guard let currency = expecting.currency, let reading = number(index), unit(reading.end) == nil else { return nil }
    return Amount(number: reading.number, currency: currency, end: reading.end, isChosen: reading.isChosen)
  }

  /// `US$30 million`, `€ 1,2 Mrd.`, `477.672 milliards de $`, `−5 €`, `1210億円`.
  func amount(_ index: Int) -> Amount? {
    var start = index
    var isNegative = false
    if [0x2D, 0x2212].contains(mark(start)), means(.currency, start + 1) {
      isNegative = true
      start += 1
    }
    if let before = currency(start), let reading = number(before.end) {
      guard !isDash(reading.end) || token(reading.end + 1) == nil else { return nil }
      let number = isNegative ? reading.number.negated : reading.number
      // The same currency again behind the figure: "¥1210億円", "USD 5 million US$".
      let after = currency(reading.end)
      guard let code = after.map({ same($0.code, before.code) }) ?? before.code else { return nil }
      return Amount(number: number, currency: code, end: after?.end ?? reading.end, isChosen: reading.isChosen)
    }
    guard !isNegative, let reading = number(start) else { return nil }
    var next = reading.end
    while means(.of, next) { next += 1 }
    // "1R" is a round of a tournament, "5 F" another thing too.
    guard let after = currency(next), expecting.kind != .any || !isLetter(next) else { return nil }
    return Amount(number: reading.number, currency: after.code, end: after.end, isChosen: reading.isChosen)
  }

  private func isLetter(_ index: Int) -> Bool {
    guard let token = token(index), token.range.count == 1 else { return false }
    return (text.bytes[token.start] | 0x20) &- 0x61 < 26
  }

  /// The currency at `index`, perhaps as a code and a sign: `USD $`.
  private func currency(_ index: Int) -> (code: String, end: Int)? {
    guard let code = currencyCode(index) else { return nil }
    guard let second = currencyCode(index + 1) else { return (code, index + 1) }
    return same(code, second).map { ($0, index + 2) }
  }

  private func currencyCode(_ index: Int) -> String? {
    meaning(.currency, index).map(WordMeaning.currency)
  }

  /// The currency that both name; a dollar or crown sign is anyone's.
  private func same(_ left: String, _ right: String) -> String? {
    if left == right { return left }
    if left == "USD" { return right.hasSuffix("D") ? right : nil }
    if right == "USD" { return left.hasSuffix("D") ? left : nil }
    return nil
  }
}
