import WikitextDocument
import WikitextSyntax

/// What an item is.
extension ItemReader {
  /// The values of an item that can be read as a whole: typed values and links; nil for what is only text.
  mutating func value(_ item: Item) -> [Value]? {
    var item = item
    strip(&item, withBrackets: false)
    guard !item.core.isEmpty else { return [] }
    // A link in brackets is a link: nothing stands beside it.
    let inner = item.core.count <= ItemReader.longestBracket ? withoutBrackets(item.core) : item.core
    if inner != item.core, soleLink(in: inner) != nil { item.core = inner }
    if isIdentifier { return identifiers(item) ?? values(labelled: item) }
    if let values = atomValue(item) ?? linkedYear(item) ?? offsetValue(item) { return values }
    if let values = fileValue(item) { return values }
    // The label of an outside link may look like another address.
    if soleLink(in: item.core, .externalLink) != nil, expectation.kind == .url, let values = addressValue(item) {
      return values
    }
    // A bracket may belong to the value: `2 m (6 ft 7 in)`; so the item is read with it first.
    if let values = typedValue(item) ?? countedThings(item) { return values }
    strip(&item)
    guard !item.core.isEmpty else { return [] }
    if let values = atomValue(item) ?? flagValue(item) ?? typedValue(item) ?? addressValue(item) { return values }
    if expectation.kind == .formula { return [finish(.formula(text.plain(item.core)), item)] }
    return externalValue(item) ?? conditionalValue(item) ?? shareValue(item) ?? linkValue(item)
      ?? values(labelled: item)
  }

  /// What is longer is no link in brackets: each of many brackets would be looked for in all of it.
  private static let longestBracket = 200

  // MARK: Typed values

  /// The kind that an item is tried as: fields of names have no typed values, those of texts only what can be nothing
  /// else.
  private var grammarExpectation: Expectation? {
    switch expectation.kind {
    case .caption, .name, .image: nil
    case .text: expectation.isFromSchema ? Expectation.anything : nil
    case .item, .person, .place, .organization, .relation, .style: Expectation.anything
    default: expectation
    }
  }

  /// Whether a value of a kind is believed where the field holds something else.
  private func isBelievable(_ content: Value.Content) -> Bool {
    switch (expectation.kind, content) {
    case (.item, .date(let date)), (.person, .date(let date)), (.place, .date(let date)),
      (.organization, .date(let date)), (.relation, .date(let date)):
      date.precision > .year
    case (.item, .coordinates), (.place, .coordinates), (.item, .interval), (.relation, .interval): true
    case (.place, .percent), (.item, .percent), (.organization, .percent), (.item, .quantity), (.item, .money),
      (.item, .duration), (.item, .url), (.person, .url), (.organization, .url):
      true
    case (.style, .boolean): true
    // "3 children": a figure where their names might be.
    case (.person, .number(let number)): number.integer.map { (0...999).contains($0) } ?? false
    case (.text, .percent), (.text, .interval), (.text, .quantity), (.text, .money), (.text, .duration): true
    case (.text, .number(let number)): number.doubleValue >= 1000
    case (.text, .date(let date)): date.precision > .year
    case (.text, .range(_, _, let unit)): unit != nil
    case (.text, .coordinates(let position)): position.latitude != nil && position.longitude != nil
    // "E-7" is the name of a sector rather than a longitude.
    case (.any, .coordinates(let position)): position.latitude != nil && position.longitude != nil
    case (.item, _), (.person, _), (.place, _), (.organization, _), (.relation, _), (.style, _), (.text, _): false
    default: true
    }
  }

  /// What the grammar makes of a range.
  mutating func typedReading(_ range: Range<Int>) -> ValueReading? {
    guard let expecting = grammarExpectation,
      let reading = grammar.read(text, range, expecting: expecting), isBelievable(reading.content)
    else { return nil }
    if expectation.kind == .any, isTitle(range, reading.content) { return nil }
    if expectation.kind == .text, case .number = reading.content, !isGrouped(range) { return nil }
    if case .number = reading.content, reading.remark != nil, let people = people(range) { return people }
    return reading
  }

  /// Whether a range is digits with signs between the thousands: a figure, and no name or version.
  private func isGrouped(_ range: Range<Int>) -> Bool {
    var run = 0
    var runs = 0
    for offset in range {
      if (text.bytes[offset] &- 0x30) < 10 {
        run += 1
      } else {
        if runs > 0, run != 3 { return false }
        runs += 1
        run = 0
      }
    }
    return runs > 0 && run == 3
  }

  /// A number of people, where the noun behind it is a word for them and nothing more: a quantity.
  private mutating func people(_ range: Range<Int>) -> ValueReading? {
    guard let reading = grammar.read(text, range, expecting: Expectation(kind: .quantity)),
      case .quantity(let quantity) = reading.content, quantity.unit.ucum == "{person}"
    else { return nil }
    return reading
  }

  /// Whether a figure or year is the text of a link to something else: `[[1984 (novel)|1984]]`.
  private func isTitle(_ range: Range<Int>, _ content: Value.Content) -> Bool {
    guard let link = soleLink(in: range) else { return false }
    switch content {
    case .number, .percent, .quantity, .range, .boolean, .duration: return true
    case .date(let date) where date.precision <= .year:
      let target = document.string(document.records[link.node].target)
      return !target.hasPrefix(text.plain(range)) || target.contains("(")
    default: return false
    }
  }

  /// The item as a value of the grammar.
  mutating func typedValue(_ item: Item) -> [Value]? {
    if let reading = typedReading(item.core) { return values(of: reading, item) }
    guard joinsBrackets, let hole = innerBracket(item.core) else { return nil }
    // 1985年（昭和60年）7月6日
    let joined = text.removing(hole, from: item.core)
    guard let reading = grammar.read(joined, 0..<joined.bytes.count, expecting: expectation), reading.label == nil,
      reading.remark == nil
    else { return nil }
    var value = finish(reading.content, item, confidence: .chosen)
    let remark = withoutBrackets(hole)
    value.qualifiers.insert(text.plain(remark), at: 0)
    if case .date(var date) = reading.content, isGregorian(remark, for: date) {
      date.calendar = .julian
      value.content = .date(date)
      value.confidence = .certain
    }
    return [value]
  }

  /// Whether a bracket beside a date is the same day in the Gregorian calendar: "12 (24) марта 1850",
  /// "31 декабря 1850 (12 января 1851)". Then the date is in the Julian one.
  private mutating func isGregorian(_ range: Range<Int>, for date: EDTFDate) -> Bool {
    guard date.precision == .day, range.count <= 40, var first = date.neighbor(isNext: true) else { return false }
    // The calendars are ten to fourteen days apart.
    for _ in 0..<9 { first = first.neighbor(isNext: true) ?? first }
    guard let reading = grammar.read(text, range, expecting: Expectation(kind: .date)) ?? dayNumber(range, near: first),
      case .date(var other) = reading.content
    else { return false }
    if other.year == nil { other.year = first.year }
    return date.isJulian(for: other)
  }

  /// A day without its month, in the weeks behind a date.
  private func dayNumber(_ range: Range<Int>, near first: EDTFDate) -> ValueReading? {
    guard let day = DecimalNumber(digits: text.bytes[range])?.integer else { return nil }
    var date = first
    for _ in 0..<5 {
      if let own = date.day, Int(own) == day { return ValueReading(content: .date(date), confidence: .certain) }
      date = date.neighbor(isNext: true) ?? date
    }
    return nil
  }

  private var joinsBrackets: Bool {
    expectation.kind == .date || expectation.kind == .interval || expectation.kind == .quantity
  }

  /// The only bracket in the middle of a range.
  private func innerBracket(_ range: Range<Int>) -> Range<Int>? {
    for offset in range {
      guard let mark = Bracket.mark(at: offset, in: text.bytes, range.upperBound) else { continue }
      guard mark.isOpening, mark.bracket == .round || mark.bracket == .wideRound, offset > range.lowerBound,
        let end = Bracket.matching(of: offset, in: text.bytes, range.upperBound), end < range.upperBound
      else { return nil }
      return offset..<end
    }
    return nil
  }

  /// The values of a reading: itself with its remark; a stated age in the remark is a value too.
  private mutating func values(of reading: ValueReading, _ item: Item) -> [Value] {
    var value = finish(reading.content, item, confidence: reading.confidence)
    if let atom = text.atom(at: item.core.lowerBound), item.core.count == 1 {
      value.qualifiers = atom.value.qualifiers + value.qualifiers
    }
    if let label = reading.label {
      let string = text.plain(label)
      if !string.isEmpty { value.qualifiers.insert(string, at: 0) }
      if value.asOf == nil, value.content.isNumeric { value.asOf = grammar.qualifierDate(text, label) }
    }
    if let asOf = reading.asOf { value.asOf = asOf }
    var others: [Value] = []
    var place = reading.label == nil ? 0 : 1
    if let remark = reading.remark {
      for part in remarks(in: remark) {
        if case .date = value.content, let age = age(part) {
          others.append(age)
        } else if case .date(var date) = value.content, isGregorian(part, for: date) {
          date.calendar = .julian
          value.content = .date(date)
          value.qualifiers.insert(text.plain(part), at: min(value.qualifiers.count, place))
          place += 1
        } else if !isConversion(part, of: value.content) {
          let string = text.plain(part)
          if !string.isEmpty {
            value.qualifiers.insert(string, at: min(value.qualifiers.count, place))
            place += 1
          }
          if value.asOf == nil, value.content.isNumeric { value.asOf = grammar.qualifierDate(text, part) }
        }
      }
    }
    return [value] + others
  }

  /// The parts of a remark: words, and brackets behind them.
  private func remarks(in range: Range<Int>) -> [Range<Int>] {
    var rest = text.trimmed(range)
    var parts: [Range<Int>] = []
    while parts.count < 8, !rest.isEmpty, !isWhollyBracketed(rest) {
      guard let last = rest.last, text.bytes[last] == UInt8(ascii: ")") || text.bytes[last] == 0x89,
        let open = rest.first(where: { Bracket.mark(at: $0, in: text.bytes, rest.upperBound)?.isOpening == true }),
        Bracket.matching(of: open, in: text.bytes, rest.upperBound) == rest.upperBound
      else { break }
      parts.insert(withoutBrackets(open..<rest.upperBound), at: 0)
      rest = text.trimmed(rest.lowerBound..<open)
    }
    let first = withoutBrackets(rest)
    return first.isEmpty ? parts : [first] + parts
  }

  private mutating func age(_ range: Range<Int>) -> Value? {
    guard let reading = grammar.read(text, range, expecting: Expectation(kind: .age)), case .age = reading.content
    else {
      return nil
    }
    return Value(reading.content, range: sourceRange(of: range))
  }

  /// A measure under a condition: "319 m/s at 293 K".
  private mutating func conditionalValue(_ item: Item) -> [Value]? {
    guard expectation.kind == .quantity || expectation.kind == .number || expectation.kind == .range else { return nil }
    for offset in item.core where text.bytes[offset] == 0x20 {
      for word in words.conditions where offset + word.count + 1 < item.core.upperBound {
        let end = offset + 1 + word.count
        guard text.bytes[end] == 0x20, text.bytes[offset + 1..<end].elementsEqual(word) else { continue }
        guard let reading = typedReading(item.core.lowerBound..<offset), reading.remark == nil else { return nil }
        var inner = item
        inner.core = item.core.lowerBound..<offset
        inner.after.insert(offset + 1..<item.core.upperBound, at: 0)
        return values(of: reading, inner)
      }
    }
    return nil
  }

  // MARK: Atoms

  /// An item that is nothing but a template's value.
  private mutating func atomValue(_ item: Item) -> [Value]? {
    guard item.core.count == 1, let atom = text.atom(at: item.core.lowerBound) else { return nil }
    if expectation.kind == .date || expectation.kind == .interval || expectation.kind == .quantity,
      case .value = atom.role, let reading = typedReading(item.core)
    {
      return values(of: reading, item)
    }
    var value = atom.value
    switch value.content {
    // Outside of the fields of addresses the label of a link is the value.
    case .url(let url) where expectation.kind != .url && !isAddress(atom.text, url):
      value.content = .text(String(decoding: atom.text, as: UTF8.self))
    // Of a template that nobody knows only a field of figures says that it gives one.
    case .external where atom.isUnknownTemplate && !expectation.kind.isMeasured:
      value.content = .unparsed(source(of: value))
    default: break
    }
    if case .relation = value.content {
    } else if expectation.kind == .relation, item.after.count > 0 {
      return nil
    }
    value.templates = templates(in: item.core)
    apply(item, to: &value)
    return [value]
  }

  /// Whether what is shown for an address is the address, or nothing.
  private func isAddress(_ shown: [UInt8], _ url: String) -> Bool {
    shown.isEmpty || WebAddress.absolute(String(decoding: shown, as: UTF8.self)) == url
  }

  private func source(of value: Value) -> String {
    String(decoding: document.source[value.range.start..<min(value.range.end, document.source.count)], as: UTF8.self)
  }

  /// A value that lies elsewhere, with words beside it.
  private mutating func externalValue(_ item: Item) -> [Value]? {
    let atoms = text.atoms(in: item.core)
    guard let first = atoms.first(where: { if case .external = $0.value.content { $0.role == .value } else { false } }),
      !text.spans(startingIn: item.core).contains(where: { $0.kind == .link })
    else { return nil }
    var value = first.value
    apply(item, to: &value)
    let words = text.plain(item.core)
    if !words.isEmpty { value.qualifiers.append(words) }
    return [value]
  }

  /// A template in running text that gives nothing: an item whose only value is an atom among words.
  mutating func holedValue(_ item: Item) -> [Value]? {
    var item = item
    strip(&item)
    let atoms = text.atoms(in: item.core)
    guard atoms.count == 1, let atom = atoms.first, atom.role == .value else { return nil }
    let front = text.trimmed(item.core.lowerBound..<atom.offset)
    let back = text.trimmed(atom.offset + 1..<item.core.upperBound)
    switch atom.value.content {
    case .url, .email, .coordinates, .identifier, .image, .rating: break
    case .date, .interval, .place, .relation: if !front.isEmpty, front.count > 40 { return nil }
    default: return nil
    }
    guard front.count <= 80, back.count <= 80 else { return nil }
    var value = atom.value
    apply(item, to: &value)
    value.qualifiers =
      [front, back].map { text.plain(withoutColon(withoutBrackets($0))) }.filter { !$0.isEmpty }
      + value.qualifiers
    return [value]
  }

  func withoutColon(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = range.last, text.bytes[last] == UInt8(ascii: ":") || text.bytes[last] == 0x20 {
      range.removeLast()
    }
    if range.count > 3, text.bytes[range.upperBound - 3..<range.upperBound].elementsEqual([0xEF, 0xBC, 0x9A]) {
      return text.trimmed(range.lowerBound..<range.upperBound - 3)
    }
    return range
  }
}
