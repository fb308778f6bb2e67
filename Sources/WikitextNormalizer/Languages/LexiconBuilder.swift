import WikitextSyntax

/// Reads the lines of Data/languages and Data/words into a lexicon.
///
///     month 3 März | Mär | Mrz
///     exact scale 6 M
struct LexiconBuilder {
  var numbers = NumberLocale()
  var units = UnitTable()
  var trie = WordTrie()
  private var hasNumbers = false

  /// Reads a file. What it says of figures counts where no file before it said it.
  mutating func read(_ text: StaticString, isForeign: Bool) {
    // The literal's own bytes, copied once.
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    read(bytes.span, isForeign: isForeign)
  }

  /// Reads the bytes of a file.
  mutating func read(_ span: Span<UInt8>, isForeign: Bool) {
    let hadNumbers = hasNumbers
    var start = 0
    while start < span.count {
      var end = start
      while end < span.count, span[end] != 0x0A { end += 1 }
      var line = DataLine(span, start..<end)
      readLine(&line, span, isForeign: isForeign, mayHaveNumbers: !hadNumbers && !isForeign)
      start = end + 1
    }
  }

  private mutating func readLine(_ line: inout DataLine, _ span: Span<UInt8>, isForeign: Bool, mayHaveNumbers: Bool) {
    guard var key = line.word(span), span[key.lowerBound] != UInt8(ascii: "#") else { return }
    var isExact = false
    if line.text(key, span) == "exact" {
      isExact = true
      guard let next = line.word(span) else { return }
      key = next
    }
    let name = line.text(key, span)
    switch name {
    case "number", "date-order":
      guard mayHaveNumbers else { return }
      readNumbers(&line, span)
      hasNumbers = true
      return
    case "measure":
      guard let ucum = line.word(span), let dimension = line.word(span), let factor = line.word(span) else { return }
      let offset = line.word(span)
      units.define(
        line.text(ucum, span),
        dimension: line.text(dimension, span),
        factor: line.text(factor, span),
        offset: offset.map { line.text($0, span) }
      )
      return
    case "currencies":
      while let code = line.word(span) {
        let value = WordMeaning.packed(line.text(code, span).utf8)
        trie.insert(
          span,
          code,
          WordMeaning(kind: .currency, isForeign: false, isExact: true, value: value, start: 0, length: 0)
        )
      }
      return
    default: break
    }
    guard let kind = WordMeaning.Kind(key: name), let value = value(of: kind, &line, span) else { return }
    // "fall." is something else in Spanish.
    if isForeign, kind == .season { return }
    let meaning = WordMeaning(
      kind: kind,
      isForeign: isForeign,
      isExact: isExact,
      value: value,
      start: 0,
      length: 0
    )
    while let spelling = line.spelling(span) { insert(span, spelling, meaning) }
  }

  /// Adds a spelling, and the ways of writing it that the data leave out: without the blank behind a full stop, without
  /// the full stop at its end, and an ending of a number without the hyphen before it, which is a token of its own.
  private mutating func insert(_ span: Span<UInt8>, _ range: Range<Int>, _ meaning: WordMeaning) {
    var range = range
    if meaning.kind == .decade || meaning.kind == .ordinal, span[range.lowerBound] == UInt8(ascii: "-"), range.count > 1
    {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    trie.insert(span, range, meaning)
    // Hebrew writes "in" together with the name of the month.
    if meaning.kind == .month, span[range.lowerBound] == 0xD7 {
      var prefixed: [UInt8] = [0xD7, 0x91]
      for position in range { prefixed.append(span[position]) }
      trie.insert(prefixed.span, 0..<prefixed.count, meaning)
    }
    if range.count > 3, span[range.upperBound - 1] == UInt8(ascii: ".") {
      trie.insert(span, range.lowerBound..<(range.upperBound - 1), meaning)
    }
    guard range.dropLast(2).contains(where: { span[$0] == 0x2E && span[$0 + 1] == 0x20 }) else { return }
    var tight: [UInt8] = []
    for position in range where span[position] != 0x20 || span[position - 1] != 0x2E { tight.append(span[position]) }
    trie.insert(tight.span, 0..<tight.count, meaning)
  }

  /// The argument of a line of `kind`; 0 for those without one.
  mutating func value(of kind: WordMeaning.Kind, _ line: inout DataLine, _ span: Span<UInt8>) -> Int32? {
    switch kind {
    case .eraYear: return line.word(span).flatMap { WordMeaning.EraYear(line.text($0, span))?.packed }
    case .month, .weekday, .quarter, .season, .scale:
      return line.word(span).flatMap { Int32(line.text($0, span)) }
    case .era:
      return line.word(span).map { line.text($0, span) == "bc" ? WordMeaning.bc : WordMeaning.ad }
    case .person: return Int32(truncatingIfNeeded: units.index(of: "{person}"))
    case .unit:
      return line.word(span).map { Int32(truncatingIfNeeded: units.index(of: line.text($0, span))) }
    case .currency:
      return line.word(span).map { WordMeaning.packed(line.text($0, span).utf8) }
    case .direction:
      return line.word(span).map { Int32(span[$0.lowerBound]) }
    case .calendar:
      return line.word(span).flatMap { WordMeaning.calendar(line.text($0, span)) }
    case .relation: return line.word(span).map { _ in 0 }
    case .value: return line.word(span).flatMap { LexiconBuilder.packedFraction(line.text($0, span)) }
    default: return 0
    }
  }

  /// `12`, `3/4`: the numerator times 256, and the denominator.
  private static func packedFraction(_ text: String) -> Int32? {
    let parts = text.split(separator: "/")
    guard let numerator = parts.first.flatMap({ Int32($0) }), (0...100_000).contains(numerator) else { return nil }
    guard parts.count == 2 else { return numerator << 8 | 1 }
    return Int32(parts[1]).flatMap { (1...255).contains($0) ? numerator << 8 | $0 : nil }
  }

  /// `number decimal=, group=.` and `date-order dmy`.
  private mutating func readNumbers(_ line: inout DataLine, _ span: Span<UInt8>) {
    while let word = line.word(span) {
      let text = line.text(word, span)
      switch text {
      case "dmy": numbers.dateOrder = .dayMonthYear
      case "mdy": numbers.dateOrder = .monthDayYear
      case "ymd": numbers.dateOrder = .yearMonthDay
      default:
        guard let equals = text.firstIndex(of: "=") else { continue }
        let value = text[text.index(after: equals)...]
        let sign = value == "space" ? 0x20 : value.unicodeScalars.first?.value ?? 0x20
        if text.hasPrefix("decimal=") { numbers.decimal = sign }
        if text.hasPrefix("group=") { numbers.group = sign == 0x2018 ? 0x2019 : sign }
      }
    }
  }
}

/// A line of a data file, read from left to right.
struct DataLine {
  private var position: Int
  private let end: Int

  init(_ span: Span<UInt8>, _ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// What stands up to the next blank.
  mutating func word(_ span: Span<UInt8>) -> Range<Int>? {
    while position < end, DataLine.isBlank(span[position]) { position += 1 }
    let start = position
    while position < end, !DataLine.isBlank(span[position]) { position += 1 }
    return start < position ? start..<position : nil
  }

  /// What stands up to the next `|`, without blanks around it.
  mutating func spelling(_ span: Span<UInt8>) -> Range<Int>? {
    while position < end {
      var start = position
      while position < end, span[position] != UInt8(ascii: "|") { position += 1 }
      var stop = position
      position += 1
      while start < stop, DataLine.isBlank(span[start]) { start += 1 }
      while stop > start, DataLine.isBlank(span[stop - 1]) { stop -= 1 }
      if start < stop { return start..<stop }
    }
    return nil
  }

  /// The bytes as text.
  func text(_ range: Range<Int>, _ span: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for position in range { bytes.append(span[position]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension WordMeaning.Kind {
  /// The kind that a key of a data line stands for; nil for keys that are no words beside values.
  init?(key: String) {
    guard let kind = WordMeaning.Kind.keys[key] else { return nil }
    self = kind
  }

  /// All keys, sorted.
  static var allKeys: [String] { keys.keys.sorted() }

  private static let keys: [String: WordMeaning.Kind] = [
    "month": .month, "weekday": .weekday, "quarter": .quarter, "season": .season, "era": .era, "era-year": .eraYear,
    "scale": .scale, "value": .value, "unit": .unit, "currency": .currency, "direction": .direction,
    "person": .person, "calendar": .calendar, "relation": .relation, "circa": .circa, "present": .present,
    "since": .since, "until": .until, "after": .after, "before": .before, "from": .from, "to": .to,
    "between": .between, "and": .and, "or": .or, "of": .of, "on": .on, "per": .per, "in": .in, "ordinal": .ordinal,
    "rank": .rank, "year-mark": .yearMark, "month-mark": .monthMark, "day-mark": .dayMark, "century": .century,
    "millennium": .millennium, "decade": .decade, "early": .early, "mid": .mid, "late": .late, "yes": .yes, "no": .no,
    "age": .age, "as-of": .asOf, "born": .born, "died": .died, "above": .above, "below": .below,
    "estimate": .estimate, "census": .census, "uncertain": .uncertain, "unknown": .unknown, "noise": .noise,
    "divorced": .divorced, "widowed": .widowed, "first": .first, "last": .last, "only": .only, "times": .times,
    "out-of": .outOf, "stars": .stars,
  ]
}
