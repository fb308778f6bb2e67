import WikitextDocument
import WikitextSyntax

/// Taking off what stands beside a value.
extension ItemReader {
  /// Takes off decoration and remarks at both ends of an item.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - withBrackets: whether brackets and small print are taken off too.
  mutating func strip(_ item: inout Item, withBrackets: Bool = true) {
    var changed = true
    while changed, !item.core.isEmpty {
      let before = item.core
      item.core = text.trimmed(item.core)
      dropMarks(&item)
      dropAtoms(&item)
      if withBrackets {
        stripBehind(&item)
        stripInFront(&item)
      }
      changed = item.core != before
    }
  }

  /// Commas, bullets and footnote letters at the ends.
  private func dropMarks(_ item: inout Item) {
    let bytes = text.bytes
    while let last = item.core.last {
      if bytes[last] == UInt8(ascii: ",") || bytes[last] == UInt8(ascii: ";") || bytes[last] == 0x20 {
        item.core.removeLast()
      } else if item.core.count >= 3, isWideSeparator(last - 2) {
        item.core = item.core.lowerBound..<last - 2
      } else if item.core.count > 4, bytes[last - 3] == 0x20, isDagger(last - 2), !expectation.kind.isMeasured {
        // A species that died out, a person that died.
        item.core = item.core.lowerBound..<last - 3
      } else if item.core.count > 4, isRaisedMark(behind: last), !expectation.kind.isMeasured {
        item.core.removeLast(2)
      } else if let start = footnoteLetter(endingAt: last + 1, in: item.core) {
        item.core = item.core.lowerBound..<start
      } else {
        break
      }
    }
    while let first = item.core.first {
      if bytes[first] == UInt8(ascii: ","), grammar.lexicon.numbers.decimal == 0x2C, item.core.count > 1,
        bytes[first + 1] &- 0x30 < 10
      {
        // ",5" has its tenths.
        break
      } else if bytes[first] == 0x20 || bytes[first] == UInt8(ascii: ",") || bytes[first] == UInt8(ascii: ";") {
        item.core.removeFirst()
      } else if item.core.count > 4, isArrow(first) {
        item.core.removeFirst(3)
      } else if item.core.count > 2, bytes[first] == UInt8(ascii: "*"),
        bytes[first + 1] == 0x20 || isLinkStart(first + 1) || first == 0 && bytes.contains(ValueText.Control.item)
      {
        // The mark of a list that begins an argument, where no line begins.
        item.core.removeFirst()
      } else if item.core.count > 3, isBullet(first) {
        item.core = first + (bytes[first] == 0xC2 ? 2 : 3)..<item.core.upperBound
      } else {
        break
      }
    }
  }

  /// ▲ and ▼ before a figure with a blank between them: it grew or fell. △ and ▲ that touch it may be signs of losses.
  private func isArrow(_ offset: Int) -> Bool {
    let bytes = text.bytes
    return bytes[offset] == 0xE2 && (bytes[offset + 1] == 0x96) && [0xB2, 0xB3, 0xBC, 0xBD].contains(bytes[offset + 2])
      && bytes[offset + 3] == 0x20
  }

  private func isLinkStart(_ offset: Int) -> Bool {
    text.spans(startingIn: offset..<offset + 1).contains { $0.kind == .link }
  }

  /// `、` and `，`.
  private func isWideSeparator(_ offset: Int) -> Bool {
    let bytes = text.bytes
    return bytes[offset] == 0xE3 && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x81
      || bytes[offset] == 0xEF && bytes[offset + 1] == 0xBC && bytes[offset + 2] == 0x8C
  }

  /// `•`, `·` and `・` in front of an item; a dash with a blank behind it.
  private func isBullet(_ offset: Int) -> Bool {
    let bytes = text.bytes
    switch (bytes[offset], bytes[offset + 1]) {
    case (0xC2, 0xB7): return true
    case (0xE2, 0x80): return bytes[offset + 2] == 0xA2 || bytes[offset + 2] == 0x93 && bytes[offset + 3] == 0x20
    case (0xE3, 0x83): return bytes[offset + 2] == 0xBB
    default: return false
    }
  }

  /// A raised letter, star or dagger behind a value is the mark of a note.
  private func footnoteLetter(endingAt end: Int, in core: Range<Int>) -> Int? {
    guard end - core.lowerBound > 1 else { return nil }
    for length in 1...3 where end - length > core.lowerBound {
      let start = end - length
      let spans = text.spans(startingIn: start..<start + 1)
      guard let span = spans.first(where: { $0.kind == .raised && $0.node == 1 && $0.end == end }) else { continue }
      let byte = text.bytes[span.start]
      let isExponent = (byte &- 0x30) < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte >= 0xC3
      return isExponent && !isDagger(span.start) || isInLink(start, from: core.lowerBound) ? nil : start
    }
    return nil
  }

  /// ¹, ² or ³ behind a bracket or a link.
  private func isRaisedMark(behind last: Int) -> Bool {
    let bytes = text.bytes
    guard bytes[last - 1] == 0xC2, [0xB9, 0xB2, 0xB3].contains(bytes[last]) else { return false }
    if bytes[last - 2] == UInt8(ascii: ")") || bytes[last - 4..<last - 1].elementsEqual([0xEF, 0xBC, 0x89]) {
      return true
    }
    return lastSpan(before: last) { $0.kind == .link && $0.end == last - 1 } != nil
  }

  /// † and ‡.
  private func isDagger(_ offset: Int) -> Bool {
    let bytes = text.bytes
    return offset + 2 < bytes.count && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
      && (bytes[offset + 2] == 0xA0 || bytes[offset + 2] == 0xA1)
  }

  /// Flags, images and numbers of outside links beside something else.
  private mutating func dropAtoms(_ item: inout Item) {
    while item.core.count > 1, let last = item.core.last, text.bytes[last] == ValueText.Control.atom,
      let atom = text.atom(at: last), atom.role != .value
    {
      if atom.role == .flag, item.flag == nil { item.flag = atom }
      item.note(atom)
      item.core = text.trimmed(item.core.lowerBound..<last)
    }
    while item.core.count > 1, let first = item.core.first, text.bytes[first] == ValueText.Control.atom,
      let atom = text.atom(at: first), atom.role != .value
    {
      if atom.role == .flag { item.flag = atom }
      item.note(atom)
      item.core = text.trimmed(first + 1..<item.core.upperBound)
    }
  }

  // MARK: Remarks

  /// Small print and brackets behind.
  private mutating func stripBehind(_ item: inout Item) {
    while item.core.count > 1, item.after.count < ItemReader.mostRemarks {
      if let small = smallPrint(endingAt: item.core.upperBound, in: item.core) {
        item.after.insert(small, at: 0)
        item.core = text.trimmed(item.core.lowerBound..<small.lowerBound)
      } else if let bracket = bracket(endingAt: item.core.upperBound, in: item.core) {
        item.after.insert(bracket, at: 0)
        item.core = text.trimmed(item.core.lowerBound..<bracket.lowerBound)
      } else {
        break
      }
    }
  }

  /// Small print in front, and brackets with a blank or a letter of another script behind them.
  private mutating func stripInFront(_ item: inout Item) {
    while item.core.count > 1, item.before.count < ItemReader.mostRemarks {
      let start = item.core.lowerBound
      if !isIdentifier,
        let span = text.spans(startingIn: start..<start + 1).first(where: {
          $0.kind == .small && $0.end < item.core.upperBound
        })
      {
        item.before.append(span.start..<span.end)
        item.core = text.trimmed(span.end..<item.core.upperBound)
      } else if let mark = Bracket.mark(at: start, in: text.bytes, item.core.upperBound), mark.isOpening,
        mark.bracket == .round || mark.bracket == .wideRound, !isIdentifier, !holdsFigure(behind: start),
        let end = Bracket.matching(of: start, in: text.bytes, item.core.upperBound), end < item.core.upperBound,
        text.bytes[end] == 0x20 || text.bytes[end] >= 0xE3
      {
        item.before.append(start..<end)
        item.core = text.trimmed(end..<item.core.upperBound)
      } else {
        break
      }
    }
  }

  /// No value has more of them.
  private static let mostRemarks = 16

  var isIdentifier: Bool { expectation.kind == .identifier }

  /// "(210) u": the bracket around a measure says how it was found.
  private func holdsFigure(behind bracket: Int) -> Bool {
    expectation.kind == .quantity && bracket + 1 < text.bytes.count && (text.bytes[bracket + 1] &- 0x30) < 10
      && !text.bytes[bracket...].prefix(24).prefix { $0 != UInt8(ascii: ")") }.contains(0x20)
  }

  private func smallPrint(endingAt end: Int, in core: Range<Int>) -> Range<Int>? {
    guard let span = lastSpan(before: end, where: { $0.kind == .small && $0.end == end }),
      span.start > core.lowerBound
    else { return nil }
    return span.start..<span.end
  }

  /// The last span that begins before a place and is of a sort. Spans within it that are more than a reader can want are
  /// not looked over: a value may have thousands.
  private func lastSpan(before offset: Int, where isWanted: (ValueText.Stretch) -> Bool) -> ValueText.Stretch? {
    let end = text.firstSpan(from: offset)
    return text.spans[max(0, end - ItemReader.mostSpansWithin)..<end].last(where: isWanted)
  }

  /// No link has more marks of its own in it.
  private static let mostSpansWithin = 64

  /// The bracket that ends at a place and is not in a link.
  private func bracket(endingAt end: Int, in core: Range<Int>) -> Range<Int>? {
    let bytes = text.bytes
    let length: Int
    let closing: Bracket
    if bytes[end - 1] == UInt8(ascii: ")") {
      (closing, length) = (.round, 1)
    } else if bytes[end - 1] == UInt8(ascii: "]") {
      (closing, length) = (.square, 1)
    } else if end - core.lowerBound > 3, let mark = Bracket.mark(at: end - 3, in: bytes, end), !mark.isOpening,
      mark.bracket == .wideRound || mark.bracket == .wideSquare
    {
      (closing, length) = (mark.bracket, 3)
    } else {
      return nil
    }
    var depth = 0
    var offset = end - length
    while offset >= core.lowerBound {
      if let mark = Bracket.mark(at: offset, in: bytes, end),
        mark.bracket == closing
          || closing == .wideRound && mark.bracket == .round || closing == .round && mark.bracket == .wideRound
      {
        depth += mark.isOpening ? -1 : 1
        if depth == 0 {
          guard offset > core.lowerBound, !isInLink(offset, from: core.lowerBound) else { return nil }
          return offset..<end
        }
      }
      offset -= 1
    }
    return nil
  }

  /// Whether a place is inside a link, and not at its beginning.
  private func isInLink(_ offset: Int, from start: Int) -> Bool {
    let link = lastSpan(before: offset) { ($0.kind == .link || $0.kind == .externalLink) && $0.end > offset }
    return link.map { $0.start >= start } ?? false
  }

  // MARK: Making values

  /// The remarks of an item as qualifiers; conversions are left out.
  mutating func finish(_ content: Value.Content, _ item: Item, confidence: Value.Confidence = .certain) -> Value {
    var value = Value(content, range: sourceRange(of: item.core))
    value.confidence = confidence
    value.templates = templates(in: item.core)
    apply(item, to: &value)
    return value
  }

  /// Puts what stands beside an item beside its value.
  mutating func apply(_ item: Item, to value: inout Value) {
    var remarks: [Range<Int>] = []
    for range in item.before + item.after {
      let remark = withoutBrackets(range)
      if remark.isEmpty || isConversion(remark, of: value.content) { continue }
      remarks.append(remark)
      let string = text.plain(remark)
      if string.isEmpty { continue }
      value.qualifiers.append(string)
      if value.asOf == nil, value.content.isNumeric { value.asOf = grammar.qualifierDate(text, remark) }
    }
    if let flag = item.flag { add(flag, to: &value) }
    if !item.unknown.isEmpty {
      value.templates += item.unknown
      if value.content.isNumeric { value.confidence = .unsure }
    }
    addIcons(of: item.extent, to: &value)
    addMarks(of: item.extent, to: &value)
  }

  /// Puts what icons say of a value beside it: that it grew, or fell.
  private func addIcons(of extent: Range<Int>, to value: inout Value) {
    for atom in text.atoms(in: extent) where atom.role == .mark {
      guard case .text(let word) = atom.value.content, value.content != atom.value.content,
        !value.qualifiers.contains(word)
      else { continue }
      value.qualifiers.append(word)
      value.templates += atom.value.templates
    }
  }

  /// A flag beside a place says in which country that is; before a person or a firm it is decoration, but in tables.
  private func add(_ flag: ValueText.Atom, to value: inout Value) {
    guard case .place(let country, _) = flag.value.content, !value.qualifiers.contains(country) else { return }
    switch value.content {
    case .link where expectation.kind == .place: value.qualifiers.append(country)
    case .link where expectation.keepsFlags, .text where expectation.keepsFlags:
      value.qualifiers.append(country)
      value.templates += flag.value.templates
    default: break
    }
  }

  /// Gives a value the references and notes that stand behind the bytes of a range.
  func addMarks(of extent: Range<Int>, to value: inout Value) {
    for mark in text.marks(behind: extent) {
      if let reference = mark.reference { value.references.append(reference) }
      if let note = mark.note, !note.isEmpty { value.notes.append(note) }
    }
  }

  /// Where the text of a range stands in the source, with the whole of the links and templates that lie in it.
  func sourceRange(of range: Range<Int>) -> SourceRange {
    var result = text.sourceRange(of: range) ?? extent
    for span in text.spans(startingIn: range) where span.end <= range.upperBound {
      switch span.kind {
      case .link, .externalLink, .template, .small, .bold:
        let record = document.records[span.node]
        result.start = min(result.start, Int(record.sourceStart))
        result.end = max(result.end, Int(record.sourceEnd))
      case .raised, .lowered: break
      }
    }
    return result
  }

  /// Whether a remark is the same value in another unit or currency.
  mutating func isConversion(_ remark: Range<Int>, of content: Value.Content) -> Bool {
    switch content {
    case .quantity, .range:
      guard case .quantity(let other)? = grammar.read(text, remark, expecting: Expectation(kind: .quantity))?.content
      else {
        return false
      }
      guard case .quantity(let quantity) = content else { return true }
      return grammar.isSameDimension(quantity.unit.ucum, other.unit.ucum)
    case .money(let money):
      var expecting = Expectation(kind: .money)
      expecting.currency = money.currency
      guard case .money(let other)? = grammar.read(text, remark, expecting: expecting)?.content else { return false }
      return other.currency != money.currency
    default: return false
    }
  }
}
