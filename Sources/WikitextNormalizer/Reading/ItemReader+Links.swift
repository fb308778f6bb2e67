import WikitextDocument
import WikitextSyntax

/// Links, and what stands beside them.
extension ItemReader {
  /// The link that is the whole of a range, quotation marks around it aside.
  func soleLink(in range: Range<Int>, _ kind: ValueText.Stretch.Kind = .link) -> ValueText.Stretch? {
    let inner = withoutQuotes(range)
    return text.spans(startingIn: inner.prefix(1).isEmpty ? inner : inner.lowerBound..<inner.lowerBound + 1)
      .first { $0.kind == kind && $0.start == inner.lowerBound && $0.end == inner.upperBound }
  }

  /// The range inside the quotation marks around it.
  func withoutQuotes(_ range: Range<Int>) -> Range<Int> {
    let bytes = text.bytes
    guard range.count > 2 else { return range }
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    if bytes[first] == bytes[last], bytes[first] == UInt8(ascii: "\"") || bytes[first] == UInt8(ascii: "'") {
      return first + 1..<last
    }
    guard let mark = Bracket.mark(at: first, in: bytes, range.upperBound), mark.isOpening,
      mark.bracket != .round, mark.bracket != .wideRound, mark.bracket != .square,
      Bracket.matching(of: first, in: bytes, range.upperBound) == range.upperBound
    else { return range }
    return text.trimmed(first + mark.length..<range.upperBound - mark.length)
  }

  /// The value of a link.
  func content(ofLink span: ValueText.Stretch) -> Value.Content {
    let record = document.records[span.node]
    var target = document.string(record.target)
    if !record.flags.contains(.interwiki) { target = document.configuration.normalizedTitle(target) }
    return .link(target: target, text: text.plain(span.start..<span.end))
  }

  /// A link alone, or with a remark behind it.
  mutating func linkValue(_ item: Item) -> [Value]? {
    var item = item
    if let link = soleLink(in: item.core) {
      item.core = withoutQuotes(item.core)
      var value = finish(content(ofLink: link), item)
      makeRelation(&value, from: item.after)
      return [value]
    }
    guard expectation.kind.isIndivisible == false,
      let link = text.spans(startingIn: item.core.lowerBound..<item.core.lowerBound + 1)
        .first(where: { $0.kind == .link && $0.start == item.core.lowerBound && $0.end < item.core.upperBound })
    else { return nil }
    let rest = text.trimmed(link.end..<item.core.upperBound)
    let behind = text.bytes[link.end]
    guard behind == 0x20 || behind == UInt8(ascii: ",") || behind == UInt8(ascii: ":"), !rest.isEmpty,
      let remark = remark(rest)
    else { return nil }
    if expectation.kind == .place || expectation.kind == .any, isPostalCode(remark) {
      item.core = link.start..<link.end
      let first = finish(content(ofLink: link), item)
      return [
        first, Value(.identifier(scheme: "postal code", value: text.plain(remark)), range: sourceRange(of: remark)),
      ]
    }
    item.after.insert(remark, at: 0)
    item.core = link.start..<link.end
    var value = finish(content(ofLink: link), item)
    makeRelation(&value, from: item.after)
    return [value]
  }

  /// What may stand behind a link and be no part of its name: a date or share, a code of a letter, a role behind a comma
  /// or dash.
  private mutating func remark(_ rest: Range<Int>) -> Range<Int>? {
    let bytes = text.bytes
    let hasLink = text.spans(startingIn: rest).contains { $0.kind == .link }
    if rest.count <= 2, rest.allSatisfy({ (bytes[$0] &- 0x41) < 26 }) { return rest }
    if isPostalCode(rest), expectation.kind == .place || expectation.kind == .any { return rest }
    if let reading = grammar.read(text, rest, expecting: .anything) {
      switch reading.content {
      case .date, .interval, .percent: return rest
      default: break
      }
    }
    guard
      expectation.kind == .person || expectation.kind == .organization || expectation.kind == .item
        || expectation.kind == .any, !hasLink || expectation.kind == .person
    else { return nil }
    for dash in [Array("– ".utf8), Array("— ".utf8), Array("- ".utf8), Array(": ".utf8)] where rest.count > dash.count {
      if bytes[rest.lowerBound..<rest.lowerBound + dash.count].elementsEqual(dash) {
        return rest.lowerBound + dash.count..<rest.upperBound
      }
    }
    return nil
  }

  private func isPostalCode(_ range: Range<Int>) -> Bool {
    (4...7).contains(range.count) && range.allSatisfy { (text.bytes[$0] &- 0x30) < 10 }
  }

  // MARK: Flags

  /// A flag and the name it belongs to; a flag before anything else is decoration.
  mutating func flagValue(_ item: Item) -> [Value]? {
    guard let flag = item.flag, case .place(let flagName, let code) = flag.value.content else { return nil }
    // A flag of no state is known by its name.
    func isCountry(_ name: String) -> Bool { code.map { countries.code(of: name) == $0 } ?? (name == flagName) }
    var item = item
    if let link = soleLink(in: item.core) {
      guard
        isCountry(text.plain(link.start..<link.end))
          || isCountry(document.string(document.records[link.node].target))
      else { return nil }
    } else {
      guard var name = leadingName(item.core) else { return nil }
      if !isCountry(text.plain(name)), expectation.kind != .place || !isLoneName(item.core) {
        // A nationality that is linked to its country, with a remark behind.
        guard
          let link = text.spans(startingIn: name.lowerBound..<name.lowerBound + 1).first(where: { $0.kind == .link }),
          isCountry(document.string(document.records[link.node].target))
        else { return nil }
        name = link.start..<link.end
      }
      let rest = text.trimmed(name.upperBound..<item.core.upperBound)
      // A chain of places: the parts are read by themselves.
      if let first = rest.first, text.bytes[first] == UInt8(ascii: ","),
        text.spans(startingIn: rest).contains(where: { $0.kind == .link })
      {
        return nil
      }
      if !rest.isEmpty { item.after.insert(rest, at: 0) }
      item.core = name
    }
    return [finish(.place(name: text.plain(withoutQuotes(item.core)), country: code), item)]
  }

  /// Whether a range is a short name without a link in it.
  private func isLoneName(_ range: Range<Int>) -> Bool {
    range.count <= 40 && !text.spans(startingIn: range).contains { $0.kind == .link }
      && splitter.parts(range).count == 1 && !range.contains { (text.bytes[$0] &- 0x30) < 10 }
  }

  /// The name at the beginning of a range: all of it, or its link.
  private func leadingName(_ range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty else { return nil }
    let link = text.spans(startingIn: range.lowerBound..<range.lowerBound + 1).first { $0.kind == .link }
    return link.map { $0.start..<$0.end } ?? range
  }

  // MARK: Shares

  /// A thing with its share: in front (`59.5 % Christian`: the thing is meant), or behind (`Christian 59.5 %`: the share
  /// is, but for places).
  mutating func shareValue(_ item: Item) -> [Value]? {
    switch expectation.kind {
    case .name, .caption, .text, .style: return nil
    default: break
    }
    let bytes = text.bytes
    guard let sign = item.core.first(where: { bytes[$0] == UInt8(ascii: "%") }) else { return nil }
    let front = text.trimmed(item.core.lowerBound..<sign + 1)
    let back = text.trimmed(sign + 1..<item.core.upperBound)
    if !back.isEmpty, front.count <= 24, isPercent(front) {
      guard let first = back.first, bytes[first] != UInt8(ascii: ","), bytes[first] != UInt8(ascii: "-"),
        !bytes[first...].starts(with: [0xE3, 0x80, 0x81])
      else {
        return nil
      }
      var rest = item
      rest.core = back
      rest.before.append(front)
      if expectation.kind == .percent { return nil }
      if soleLink(in: back) != nil || countsAsName(back) {
        return linkValue(rest) ?? [finish(.text(text.plain(back)), rest)]
      }
      return nil
    }
    guard back.isEmpty, let start = figureStart(endingAt: sign, in: item.core), isPercent(start..<sign + 1) else {
      return nil
    }
    let thing = withoutDash(text.trimmed(item.core.lowerBound..<start))
    guard !thing.isEmpty, countsAsName(thing) || soleLink(in: thing) != nil || text.atom(at: thing.lowerBound) != nil
    else {
      return nil
    }
    var rest = item
    if holdsThings || item.flag != nil || isPlaceAtom(thing) {
      rest.core = thing
      rest.after.insert(start..<sign + 1, at: 0)
      strip(&rest)
      return atomPlace(rest) ?? flagValue(rest) ?? linkValue(rest) ?? [finish(.text(text.plain(thing)), rest)]
    }
    guard let reading = grammar.read(text, start..<sign + 1, expecting: Expectation(kind: .percent)) else { return nil }
    rest.core = start..<sign + 1
    rest.before.append(thing)
    return [finish(reading.content, rest)]
  }

  /// Whether the field is a list of things that may have shares, and not of shares.
  private var holdsThings: Bool {
    switch expectation.kind {
    case .place, .person, .organization: true
    default: false
    }
  }

  private mutating func atomPlace(_ item: Item) -> [Value]? {
    guard item.core.count == 1, let atom = text.atom(at: item.core.lowerBound) else { return nil }
    var value = atom.value
    apply(item, to: &value)
    return [value]
  }

  private func isPlaceAtom(_ range: Range<Int>) -> Bool {
    guard range.count == 1, let atom = text.atom(at: range.lowerBound), case .place = atom.value.content else {
      return false
    }
    return true
  }

  private mutating func isPercent(_ range: Range<Int>) -> Bool {
    guard let reading = grammar.read(text, range, expecting: Expectation(kind: .percent)), reading.remark == nil,
      !text.spans(startingIn: range).contains(where: { $0.kind == .link })
    else { return false }
    switch reading.content {
    case .percent: return true
    case .range(_, _, let unit): return unit?.ucum == "%"
    default: return false
    }
  }

  /// Where the figure begins that ends at a place.
  private func figureStart(endingAt end: Int, in core: Range<Int>) -> Int? {
    let bytes = text.bytes
    var start = end
    while start > core.lowerBound {
      let byte = bytes[start - 1]
      let isFigure =
        (byte &- 0x30) < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      guard isFigure || byte == 0x20 && start == end else { break }
      start -= 1
    }
    return start < end && start > core.lowerBound ? start : nil
  }

  /// The range without a dash, colon or equals sign at its end.
  func withoutDash(_ range: Range<Int>) -> Range<Int> {
    let range = withoutColon(text.trimmed(range))
    let bytes = text.bytes
    if range.count > 1, [UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ",")].contains(bytes[range.upperBound - 1])
    {
      return text.trimmed(range.lowerBound..<range.upperBound - 1)
    }
    if range.count > 3, bytes[range.upperBound - 3] == 0xE2, bytes[range.upperBound - 2] == 0x80 {
      let last = bytes[range.upperBound - 1]
      if last == 0x93 || last == 0x94 { return text.trimmed(range.lowerBound..<range.upperBound - 3) }
    }
    return range
  }

  /// Whether a range is short enough for a name.
  func countsAsName(_ range: Range<Int>) -> Bool {
    let bytes = text.bytes
    var blanks = 0
    for offset in range where bytes[offset] == 0x20 { blanks += 1 }
    return blanks <= 5 && range.count <= 80
  }
}
