import WikitextSyntax

/// What may stand behind a value without being part of it.
extension ValueGrammar {
  /// The reading of a parse, where what is left behind it is nothing, a conversion, or a remark.
  func finish(_ parse: Parse) -> ValueReading? {
    var parse = parse
    var end = parse.end
    if let scaled = scaledByRemark(parse) {
      parse.content = scaled.content
      parse.isChosen = true
      end = scaled.end
    }
    if end < tokens.count { end = behindConversion(end, of: parse.content) }
    if end < tokens.count {
      guard let remark = remark(end, of: parse) else { return nil }
      parse.remark = remark.range
      switch parse.content {
      case .date, .interval: break
      default: parse.asOf = remark.asOf
      }
    }
    return ValueReading(
      content: parse.content,
      label: parse.label,
      remark: parse.remark,
      asOf: parse.asOf,
      confidence: confidence(of: parse.content, isChosen: parse.isChosen)
    )
  }

  /// An amount whose bracket says what its figures stand for: `$5 (millions)`, `5,000 (in thousands of euros)`.
  private func scaledByRemark(_ parse: Parse) -> (content: Value.Content, end: Int)? {
    guard isMark("(", parse.end), let end = behindBracket(parse.end) else { return nil }
    let start = means(.in, parse.end + 1) ? parse.end + 2 : parse.end + 1
    guard let scale = scale(start), scale.end == end - 1 || means(.of, scale.end) || means(.currency, scale.end),
      let content = parse.content.scaled(byPowerOfTen: scale.exponent)
    else { return nil }
    return (content, end)
  }

  /// The index behind the same value in other units: `(1.80 m)`, `/ 1.80 m`.
  private func behindConversion(_ index: Int, of content: Value.Content) -> Int {
    switch mark(index) {
    case 0x28:
      guard let end = behindBracket(index) else { return index }
      if case .interval = content, duration(index + 1)?.end == end - 1 { return end }
      return measures(index + 1).contains { $0.end == end - 1 && isConversion(content, $0) } ? end : index
    case 0x2F, 0x2C, 0x3B:
      return measures(index + 1).first { isConversion(content, $0) }?.end ?? index
    default: return index
    }
  }

  /// Whether both are the same measure within a twentieth, or amounts in two currencies.
  private func isConversion(_ content: Value.Content, _ other: Measure) -> Bool {
    if case .money(let money) = content { return other.currency.map { $0 != money.currency } ?? false }
    guard case .quantity(let quantity) = content, let unit = other.unit, let dimension = unit.dimension,
      let own = resolved(quantity.unit.ucum), own.dimension == dimension || own.isDensity && unit.isDensity
    else { return false }
    let left = quantity.number.doubleValue * own.factor + own.offset
    let right = other.number.doubleValue * unit.factor + unit.offset
    return abs(left - right) <= 0.05 * max(abs(left), abs(right), own.offset == 0 ? 0 : 20)
  }

  /// Words or a bracket behind a value: their bytes, and the date in them.
  private func remark(_ index: Int, of parse: Parse) -> (range: Range<Int>, asOf: EDTFDate?)? {
    if isMark("(", index), behindBracket(index) == tokens.count {
      let inside = bytes(from: index + 1, to: tokens.count - 1)
      guard !inside.isEmpty else { return nil }
      return (inside, date(inBracket: index + 1, to: tokens.count - 1))
    }
    guard parse.takesRemark else { return nil }
    var start = index
    if isMark(",", start) || isDash(start), token(start + 1)?.isSpaced == true { start += 1 }
    guard !changesValue(isMark("+", start) ? start + 1 : start, parse.content) else { return nil }
    var end = tokens.count
    var asOf: EDTFDate?
    if isMark(")", end - 1), let open = (start..<end).first(where: { isMark("(", $0) }), behindBracket(open) == end {
      asOf = date(inBracket: open + 1, to: end - 1)
      end = open
    }
    guard areWords(from: start, to: end) else {
      // "1,574 as of December 2022"
      guard means(.asOf, start), end == tokens.count, let date = date(inBracket: start, to: end) else { return nil }
      return (bytes(from: start, to: end), date)
    }
    return (bytes(from: start, to: tokens.count), asOf)
  }

  /// Whether a word behind a figure makes another one of it, and is no remark: one more scale word, a unit of what the
  /// field measures behind one of something else.
  private func changesValue(_ index: Int, _ content: Value.Content) -> Bool {
    if means(.scale, index), tokens[index].range.count > 1 { return true }
    guard case .quantity(let quantity) = content, expecting.kind == .quantity, let unit = unit(index),
      let wanted = expecting.unit.flatMap({ resolved($0)?.dimension })
    else { return false }
    return unit.dimension == wanted && resolved(quantity.unit.ucum)?.dimension != wanted
  }

  /// The date of a bracket beside a value, where that is all that the bracket says: `2010`, `May 2014 estimate`,
  /// `as of 2019`.
  func date(inBracket start: Int, to end: Int) -> EDTFDate? {
    var index = start
    var found = date(index, isBareYearDate: true)
    while found == nil, index < end, isDateIntroducer(index) || index == start && isPlainWord(index) {
      index += 1
      found = date(index, isBareYearDate: true)
    }
    // "186 (184)" gives no year.
    guard let reading = found, reading.end <= end, !reading.parts.isBareYear || (reading.parts.year ?? 0) >= 1000 else {
      return nil
    }
    // "(until 2019)" is when something ended; what a figure holds for has no such word.
    guard !(start..<index).contains(where: { bounds($0) }) else { return nil }
    index = reading.end
    var unknown = 0
    while index < end {
      if isPlainWord(index) { unknown += 1 } else if !isDateIntroducer(index), mark(index) == 0 { return nil }
      index += 1
    }
    return unknown <= 2 ? reading.date : nil
  }

  private func bounds(_ index: Int) -> Bool {
    !isDateIntroducer(index)
      && (means(.until, index) || means(.before, index) || means(.after, index) || means(.since, index))
  }

  private func isPlainWord(_ index: Int) -> Bool {
    isKind(.letters, index) || isKind(.word, index) && !means(.scale, index) && !means(.unit, index)
  }

  private func isDateIntroducer(_ index: Int) -> Bool {
    means(.asOf, index) || means(.estimate, index) || means(.census, index) || means(.in, index) || means(.on, index)
      || means(.of, index) || isMark(".", index) || isMark(",", index)
  }

  /// The date that a qualifier gives: `2006`, `2012 est.`, `as of March 2009`, `31. Dez. 2015`, `2010年9月30日時点`.
  mutating func qualifierDate(_ text: borrowing ValueText, _ range: Range<Int>) -> EDTFDate? {
    defer { forget() }
    let range = ValueGrammar.trimmed(text.bytes.span, range.clamped(to: 0..<text.bytes.count))
    guard lex(text, range, expecting: Expectation(kind: .date)) else { return nil }
    var start = 0
    var end = tokens.count
    if isMark("(", 0), behindBracket(0) == end {
      start = 1
      end -= 1
    }
    return date(inBracket: start, to: end)
  }

  /// Whether a text says that what stands there is not known: "?", "unknown".
  mutating func isUnknown(_ bytes: [UInt8]) -> Bool {
    defer { forget() }
    let text = ValueText(bytes: bytes)
    guard lex(text, 0..<bytes.count, expecting: .anything), tokens.count == 1 else { return false }
    return isMark("?", 0) || means(.unknown, 0)
  }

  /// The bytes without white space and invisible marks at either end.
  static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      guard let (scalar, length) = UTF8Scalars.decode(at: start, in: bytes, end: end), isBlank(scalar) else { break }
      start += length
    }
    while end > start {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      guard let (scalar, _) = UTF8Scalars.decode(at: last, in: bytes, end: end), isBlank(scalar) else { break }
      end = last
    }
    return start..<end
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    ScalarClass.isSpace(scalar) || scalar.value == 0x0A || ScalarClass.isInvisible(scalar)
  }

  /// Whether there is anything in the text that a value has: a digit, an atom; words where words are values.
  static func mayBeValue(_ bytes: Span<UInt8>, _ range: Range<Int>, _ kind: FieldKind) -> Bool {
    switch kind {
    case .text, .caption, .name, .item, .person, .place, .organization, .relation, .image, .formula, .style:
      return false
    case .date, .interval, .boolean, .rating, .duration, .age: return true
    case .any where range.count <= 24, .number where range.count <= 24, .count where range.count <= 24: return true
    default: break
    }
    for position in range {
      let byte = bytes[position]
      // Digits and fractions of other scripts are beyond ASCII.
      if byte &- 0x30 < 10 || byte == ValueText.Control.atom || byte >= 0xC2 { return true }
    }
    return false
  }
}
