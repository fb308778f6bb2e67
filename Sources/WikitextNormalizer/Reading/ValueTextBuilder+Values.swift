import WikitextDocument
import WikitextSyntax

/// Templates that give a value by themselves.
extension ValueTextBuilder {
  mutating func addValue(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    switch rule.kind {
    case .date: return addDates(rule, call)
    case .interval, .reign: return addInterval(rule, call)
    case .duration: return addDuration(rule, call)
    case .convert: return addConversion(call)
    case .height: return addHeight(rule, call)
    case .relation: return addRelation(rule, call)
    case .flag: return addFlag(rule, call)
    case .boolean:
      return addBoolean(rule, call)
    default:
      guard let (content, shown) = value(rule, call) else { return false }
      return add(content, rule, call, shown: shown)
    }
  }

  /// Adds a value with the remark of its rule.
  private mutating func add(_ content: Value.Content, _ rule: TemplateRule, _ call: TemplateCall, shown: [UInt8])
    -> Bool
  {
    addAtom(content, from: call.node, shown: shown, qualifiers: qualifiers(rule, call))
    return true
  }

  func qualifiers(_ rule: TemplateRule, _ call: TemplateCall) -> [String] {
    var qualifiers: [String] = []
    for key in [TemplateRule.Key.end, .qualifier] {
      if let text = plain(key, rule, call) { qualifiers.append(String(decoding: text, as: UTF8.self)) }
    }
    return qualifiers
  }

  func string(_ key: TemplateRule.Key, _ rule: TemplateRule, _ call: TemplateCall) -> String? {
    plain(key, rule, call).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Kinds that are one value by their arguments' texts: what it is, and what a reader sees.
  private mutating func value(_ rule: TemplateRule, _ call: TemplateCall) -> (Value.Content, [UInt8])? {
    switch rule.kind {
    case .age:
      guard let years = plain(.years, rule, call), let number = DecimalNumber(digits: years) else { return nil }
      return (.age(number), years)
    case .coordinates: return coordinates(rule, call).map { (.coordinates($0), []) }
    case .place: return place(rule, call)
    case .link:
      guard let target = string(.target, rule, call) else { return nil }
      let text = string(.text, rule, call) ?? target
      return (.link(target: document.configuration.normalizedTitle(target), text: text), Array(text.utf8))
    case .url:
      guard let address = string(.address, rule, call), let url = WebAddress.absolute(address) else { return nil }
      return (.url(url), Array((string(.text, rule, call) ?? address).utf8))
    case .email:
      guard let address = plain(.address, rule, call), address.contains(UInt8(ascii: "@")) else { return nil }
      return (.email(String(decoding: address, as: UTF8.self)), address)
    case .identifier:
      guard let value = plain(.value, rule, call) else { return nil }
      return (.identifier(scheme: string(.scheme, rule, call), value: String(decoding: value, as: UTF8.self)), value)
    case .image:
      guard let file = string(.file, rule, call) else { return nil }
      return (.image(file: document.configuration.fileName(file)), [])
    case .color:
      guard let hex = plain(.hex, rule, call) else { return nil }
      return (
        .color(
          hex: hex.first == UInt8(ascii: "#")
            ? String(decoding: hex, as: UTF8.self).lowercased()
            : "#" + String(decoding: hex, as: UTF8.self).lowercased()
        ), []
      )
    case .formula:
      guard let text = plain(.text, rule, call) else { return nil }
      return (.formula(String(decoding: text, as: UTF8.self)), text)
    case .rating:
      guard let value = plain(.value, rule, call), let number = DecimalNumber(digits: value) else { return nil }
      return (.rating(number, of: plain(.of, rule, call).flatMap { DecimalNumber(digits: $0) }), value)
    case .external: return (.external(source: string(.source, rule, call) ?? "Template:" + call.name), [])
    default: return nil
    }
  }

  /// Adds yes or no; words that the template shows instead of these are a remark: `{{yes|Certified}}`.
  private mutating func addBoolean(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    let isTrue = plain(.value, rule, call).map { $0 == Array("true".utf8) } ?? true
    let words = plain(.text, rule, call) ?? []
    var qualifiers = qualifiers(rule, call)
    if !words.isEmpty, read(words, .boolean) != .boolean(isTrue) {
      qualifiers.insert(String(decoding: words, as: UTF8.self), at: 0)
    }
    addAtom(.boolean(isTrue), from: call.node, shown: words, qualifiers: qualifiers)
    return true
  }

  /// Adds the result of a contest: the words that the call gives for it, else the template's own; a figure, as of the place
  /// that was reached, is a remark and never the value.
  mutating func addResult(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    let words = plain(.text, rule, call) ?? []
    // Dashes and spaces begin with E2.
    let hasLetter = words.contains { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0xC3 && $0 != 0xE2 }
    if hasLetter, let first = words.first, first &- 0x30 > 9 { return show(rule, call) }
    guard let own = string(.value, rule, call) else { return false }
    let shown = hasLetter ? String(decoding: words, as: UTF8.self) : own
    var qualifiers = qualifiers(rule, call)
    if !hasLetter, !words.isEmpty { qualifiers.insert(String(decoding: words, as: UTF8.self), at: 0) }
    addAtom(.text(shown), from: call.node, shown: Array(shown.utf8), qualifiers: qualifiers)
    return true
  }

  // MARK: Dates

  private mutating func addDates(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    if let pattern = rule[.text] {
      guard hasContent(pattern, call) else { return false }
      open(call)
      pushQualifier(of: rule, call)
      flushSpace()
      jobs.append(.value(rule, call: call, start: text.bytes.count))
      push(pattern, call)
      return true
    }
    guard let period = plain(.repeat, rule, call).flatMap({ Int(String(decoding: $0, as: UTF8.self)) }), period > 0
    else {
      return addDate(rule, call)
    }
    var call = call
    var found = false
    while call.shift < max(call.positional.count, 1) {
      if found { addBoundary(ValueText.Control.item) }
      if addDate(rule, call) { found = true }
      call.shift += period
    }
    return found
  }

  private mutating func addDate(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    guard var (date, shown) = date(.year, .month, .day, rule, call) else {
      guard let year = rule[.year], hasContent(year, call), call.shift == 0 else { return false }
      // Numbers that are no date in this order may be one in the next rule's.
      if areNumbers(call) { return false }
      // Arguments that are no date are shown as they are, all of them.
      var parts: [ArgumentPattern.Part] = []
      for pattern in [rule[.day], rule[.month], year].compactMap(\.self) where hasContent(pattern, call) {
        parts += (parts.isEmpty ? [] : [.literal(" ")]) + pattern.parts
      }
      open(call)
      push(ArgumentPattern(parts: parts), call)
      return true
    }
    if rule[.circa] != nil { date.isApproximate = true }
    if isJulian(rule, call) { date.calendar = .julian }
    if rule[.circa] != nil { shown = Array("c. ".utf8) + shown }
    return add(.date(date), rule, call, shown: shown)
  }

  private func isJulian(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    string(.calendar, rule, call) == "julian"
  }

  /// Whether a call has several positional arguments, and the first three are numbers.
  private func areNumbers(_ call: TemplateCall) -> Bool {
    call.positional.count >= 3
      && call.positional.prefix(3).allSatisfy {
        let bytes = document.plainText(ofArgument: $0)
        return !bytes.isEmpty && bytes.allSatisfy { ($0 &- 0x30) < 10 || $0 == 0x20 }
      }
  }

  /// A date out of numbers, or of numbers and the name of a month.
  private mutating func date(
    _ year: TemplateRule.Key,
    _ month: TemplateRule.Key,
    _ day: TemplateRule.Key,
    _ rule: TemplateRule,
    _ call: TemplateCall
  ) -> (date: EDTFDate, shown: [UInt8])? {
    let parts = [day, month, year].map { plain($0, rule, call) ?? [] }
    let numbers = parts.map { Int(String(decoding: $0, as: UTF8.self)) }
    let shown = Array(parts.filter { !$0.isEmpty }.joined(separator: [0x20]))
    guard !shown.isEmpty else { return nil }
    if zip(parts, numbers).allSatisfy({ $0.isEmpty || $1 != nil }) {
      let known = numbers.map { $0 == 0 ? nil : $0 }
      // Templates show the year -44 as 44 BC.
      let year = numbers[2].map { $0 < 0 ? $0 + 1 : $0 }
      guard let date = EDTFDate(year: year, month: known[1], day: known[1] == nil ? nil : known[0]) else { return nil }
      return (date, Array(date.description.utf8))
    }
    return (dateBeforeChrist(shown) ?? readDate(shown)).map { ($0, shown) }
  }

  /// A date in words.
  mutating func readDate(_ bytes: [UInt8]) -> EDTFDate? {
    guard case .date(let date)? = read(bytes, .date) else { return nil }
    return date
  }

  /// A text read as a value of a kind.
  mutating func read(_ bytes: [UInt8], _ kind: FieldKind) -> Value.Content? {
    guard !bytes.isEmpty else { return nil }
    let text = ValueText(bytes: bytes)
    return grammar.read(text, 0..<bytes.count, expecting: Expectation(kind: kind))?.content
  }

  private mutating func addInterval(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    let start: (date: EDTFDate, shown: [UInt8])?
    let end: (date: EDTFDate, shown: [UInt8])?
    var isOpen = false
    var isUnknown = false
    if rule[.fromYear] != nil {
      start = date(.fromYear, .fromMonth, .fromDay, rule, call)
      end = date(.toYear, .toMonth, .toDay, rule, call)
    } else {
      let from = plain(.from, rule, call) ?? []
      let to = plain(.to, rule, call) ?? []
      start = readDate(from).map { ($0, from) }
      end = readDate(to).map { ($0, to) }
      // The end may be "present", or not known.
      isOpen = end == nil && !to.isEmpty && !grammar.isUnknown(to)
      isUnknown = end == nil && !to.isEmpty && !isOpen
    }
    guard start != nil || end != nil else { return false }
    let interval = EDTFInterval(
      start: start.map { .date($0.date) } ?? .unknown,
      end: end.map { .date($0.date) } ?? (isOpen || rule.kind == .interval && !isUnknown ? .open : .unknown)
    )
    let shown = (start?.shown ?? []) + Array("–".utf8) + (end?.shown ?? [])
    if rule.kind == .reign {
      // Beside a name it is a remark.
      addSpace()
      beginSpan(.small, node: call.node)
      add("r. " + String(decoding: shown, as: UTF8.self), from: call.node)
      return true
    }
    return add(.interval(interval), rule, call, shown: shown)
  }

  private mutating func addDuration(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    if let pattern = rule[.text] {
      guard hasContent(pattern, call) else { return false }
      open(call)
      flushSpace()
      jobs.append(.value(rule, call: call, start: text.bytes.count))
      push(pattern, call)
      return true
    }
    let keys: [TemplateRule.Key] = [.years, .months, .weeks, .days, .hours, .minutes, .seconds]
    var parts: [TimeSpan.Part] = []
    for (key, unit) in zip(keys, TimeSpan.Unit.allCases) {
      guard let text = plain(key, rule, call), let number = DecimalNumber(digits: text) else { continue }
      parts.append(TimeSpan.Part(number, unit))
    }
    guard let span = TimeSpan(parts) else { return false }
    return add(.duration(span), rule, call, shown: Array(span.description.utf8))
  }

  /// What a template shows was made as text: takes it for a value where it is one.
  mutating func finish(_ rule: TemplateRule, _ call: TemplateCall, _ start: Int) {
    while text.bytes.count > start, text.bytes[text.bytes.count - 1] == 0x20 { text.bytes.removeLast() }
    guard start < text.bytes.count, text.bytes.count - start <= ValueTextBuilder.longestValue else { return }
    let kind: FieldKind = rule.kind == .duration ? .duration : .date
    let range = start..<text.bytes.count
    let found = kind == .date ? dateBeforeChrist(Array(text.bytes[range])).map { Value.Content.date($0) } : nil
    guard var content = found ?? grammar.read(text, range, expecting: Expectation(kind: kind))?.content else { return }
    switch content {
    case .date(var date):
      if rule[.circa] != nil { date.isApproximate = true }
      if isJulian(rule, call) { date.calendar = .julian }
      content = .date(date)
    case .interval, .duration: break
    default: return
    }
    let shown = Array(text.bytes[range])
    guard !shown.contains(ValueText.Control.atom) else { return }
    truncate(to: start)
    addAtom(content, from: call.node, shown: shown)
  }

  /// A date whose year is given with a minus sign, "12 mars -44": templates show it as 44 BC.
  private mutating func dateBeforeChrist(_ bytes: [UInt8]) -> EDTFDate? {
    let digits = bytes.suffix(while: { $0 &- 0x30 < 10 })
    let front = bytes.dropLast(digits.count)
    let length = front.suffix(3).elementsEqual("\u{2212}".utf8) ? 3 : 1
    guard (1...4).contains(digits.count), length == 3 || front.last == UInt8(ascii: "-"),
      let year = DecimalNumber(digits: digits)?.integer, year > 0
    else { return nil }
    let rest = front.dropLast(length)
    if rest.isEmpty { return EDTFDate(year: 1 - year) }
    guard rest.last == 0x20 else { return nil }
    // Four digits are a year, whatever else might be one.
    let padding = [UInt8](repeating: UInt8(ascii: "0"), count: 4 - digits.count)
    guard var date = readDate(rest + padding + digits), date.year == year else { return nil }
    date.year = 1 - year
    return date
  }

  /// No date that a template is given is longer.
  private static let longestValue = 200

  // MARK: Places

  private func place(_ rule: TemplateRule, _ call: TemplateCall) -> (Value.Content, [UInt8])? {
    let written = string(.name, rule, call)
    let code =
      string(.country, rule, call).flatMap { countries.code(of: $0) }
      ?? written.flatMap { countries.code(of: $0) }
    guard let name = countries.name(ofCode: written) ?? written ?? code.flatMap({ countries.name(of: $0) }) else {
      return nil
    }
    return (.place(name: name, country: code), Array(name.utf8))
  }

  private mutating func addFlag(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    guard let country = string(.country, rule, call) else { return true }
    let code = countries.code(of: country)
    let name = countries.name(ofCode: country) ?? country
    addAtom(.place(name: name, country: code), from: call.node, shown: [], role: .flag)
    return true
  }

  private func coordinates(_ rule: TemplateRule, _ call: TemplateCall) -> GeoPosition? {
    guard let latitude = plain(.latitude, rule, call).flatMap({ DecimalNumber(digits: $0) }),
      let longitude = plain(.longitude, rule, call).flatMap({ DecimalNumber(digits: $0) })
    else {
      return CoordinateParser(document: document).coordinates(of: call.node).map {
        var position = GeoPosition(latitude: $0.latitude, longitude: $0.longitude)
        position.readDetails(of: call, in: document)
        return position
      }
    }
    let north = latitude.doubleValue
    let east = longitude.doubleValue
    guard abs(north) <= 90, abs(east) <= 360 else { return nil }
    return GeoPosition(latitude: north, longitude: east > 180 ? east - 360 : east)
  }
}

extension Collection where Self: BidirectionalCollection {
  /// The last elements that all are of a sort.
  fileprivate func suffix(while isWanted: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, isWanted(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
