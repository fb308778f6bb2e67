/// Amounts of money.
extension ValueGrammar {
  /// A figure with its currency.
  struct Amount {
    var number: DecimalNumber
    var currency: String
    /// The bytes of the currency.
    var written = 0..<0
    var end: Int
    var isChosen = false
    /// The power of ten that its scale words stand for.
    var scale = 0
  }

  /// Money; a bare figure where the field says its currency.
  func money(_ index: Int) -> Parse? {
    let (start, label) = circa(index)
    if case .money(let money)? = atom(start) {
      var parse = Parse(.money(money), end: start + 1)
      parse.label = label
      return parse
    }
    guard var amount = amount(start) ?? bareAmount(start) else { return nil }
    // Per head, per year: another thing than the amount; a span of amounts likewise.
    guard !isMark("/", amount.end), !means(.per, amount.end), !isDash(amount.end), !isOpenEnd(amount.end) else {
      return nil
    }
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

  /// Whether a plus at `index` says "and more": `$5bn+`.
  func isOpenEnd(_ index: Int) -> Bool { isMark("+", index) && touches(index) && !isKind(.digits, index + 1) }

  private func bareAmount(_ index: Int) -> Amount? {
    guard let currency = expecting.currency, let reading = number(index), unit(reading.end) == nil else { return nil }
    return Amount(number: reading.number, currency: currency, end: reading.end, isChosen: reading.isChosen)
  }

  /// `US$30 million`, `€ 1,2 Mrd.`, `477.672 milliards de $`, `−5 €`, `1210億円`, `5 USD million`.
  ///
  /// - Parameters:
  ///   - index: the first token.
  ///   - isEnd: whether it may be an end of a span, so that a dash stands behind it.
  /// - Returns: the amount; nil where there is none.
  func amount(_ index: Int, isEnd: Bool = false) -> Amount? {
    var start = index
    var isNegative = false
    if [0x2D, 0x2212].contains(mark(start)), means(.currency, start + 1) {
      isNegative = true
      start += 1
    }
    if let before = currency(start), let reading = number(before.end) {
      guard isEnd || !isDash(reading.end) || token(reading.end + 1) == nil else { return nil }
      // The same currency again behind the figure: "¥1210億円", "USD 5 million US$".
      let after = currency(reading.end)
      guard let code = after.map({ same($0.code, before.code) }) ?? before.code else { return nil }
      let end = after?.end ?? reading.end
      return amount(reading, isNegative: isNegative, code, bytes(from: start, to: before.end), end)
    }
    guard !isNegative, let reading = number(start) else { return nil }
    var next = reading.end
    while means(.of, next) { next += 1 }
    // "1R" is a round of a tournament, "5 F" another thing too.
    guard let after = currency(next), expecting.kind != .any || !isLetter(next) else { return nil }
    return amount(reading, isNegative: false, after.code, bytes(from: next, to: after.end), after.end)
  }

  /// An amount up to a token, with the scale words that stand behind its currency.
  private func amount(
    _ reading: NumberReading,
    isNegative: Bool,
    _ currency: String,
    _ written: Range<Int>,
    _ end: Int
  ) -> Amount? {
    var amount = Amount(number: reading.number, currency: currency, written: written, end: end)
    amount.isChosen = reading.isChosen
    amount.scale = reading.scale
    if reading.scale == 0, let scale = scale(end) {
      guard let scaled = amount.number.scaled(byPowerOfTen: scale.exponent) else { return nil }
      amount.number = scaled
      amount.scale = scale.exponent
      amount.end = scale.end
    }
    if isNegative { amount.number = amount.number.negated }
    return amount
  }

  private func isLetter(_ index: Int) -> Bool {
    guard let token = token(index), token.range.count == 1 else { return false }
    return (text.bytes[token.start] | 0x20) &- 0x61 < 26
  }

  /// The currency at `index`, perhaps as a code and a sign: `USD $`.
  func currency(_ index: Int) -> (code: String, end: Int)? {
    guard let code = currencyCode(index) else { return nil }
    guard let second = currencyCode(index + 1) else { return (code, index + 1) }
    return same(code, second).map { ($0, index + 2) }
  }

  private func currencyCode(_ index: Int) -> String? {
    meaning(.currency, index).map(WordMeaning.currency)
  }

  /// The currency that both name; a dollar or crown sign is anyone's.
  func same(_ left: String, _ right: String) -> String? {
    if left == right { return left }
    if left == "USD" { return right.hasSuffix("D") ? right : nil }
    if right == "USD" { return left.hasSuffix("D") ? left : nil }
    return nil
  }
}
