import WikitextDocument

/// Lines without tabs and bullets: labels, values, headings, remarks.
extension InfoboxRowFinder {
  /// Reads a line without tabs and bullets, and returns how many lines below it belong to it.
  mutating func readPlain(_ index: Int, _ range: Range<Int>, isInside: Bool) -> Int {
    let line = assembler.lines[index]
    let source = assembler.source
    let bytes = source.span
    let next = index + 1 < range.upperBound ? assembler.lines[index + 1] : nil
    if let next, next.kind == .row, next.leadingTabs > 0, next.blanks == 0 {
      if isDate(next), assembler.words.isGroup(bytes, line.range) { beginGroup(line) } else { readLabel(line) }
    } else if assembler.words.isTerm(bytes, line.range) || assembler.words.isFullRow(bytes, line.range)
      || isBetweenYears(line)
    {
      beginRow(.data, line)
    } else if assembler.words.isFoot(bytes, line.range), result.labelled > 0 {
      group = nil
      isAtFoot = true
      beginRow(.below, line)
    } else if isAtFoot, assembler.endsAsSentence(line) {
      beginRow(.below, line)
    } else if let lines = officeLines(index, range) {
      beginGroup(line)
      group = line.range.lowerBound..<assembler.lines[index + lines - 1].range.upperBound
      return lines - 1
    } else if officeLines(index + 1, range) != nil, hasValue, match(line, isHead: false) == nil {
      beginRow(.data, line)
    } else if let next, next.blanks == 0, areSuccession(line, next) {
      beginSuccession(line, next)
      return 1
    } else if let next, let match = matchOfTwo(line, next) {
      begin(label: withoutColon(match.label))
      if match.value < next.range.upperBound { add(match.value..<next.range.upperBound, next) }
      return 1
    } else if isGroup(line, next) || isHeading(index, range) {
      beginGroup(line)
    } else if isFirstOfTwo(index, range) || isYears(line) || isIndentedLabel(line, next) {
      begin(label: line.range)
    } else if let match = match(line, isHead: isHead(line, next)) {
      begin(label: withoutColon(match.label))
      if let next, match.value < line.range.upperBound, isCareerHead(match, line, next) {
        addWords(match, line)
      } else if match.value < line.range.upperBound {
        addCells(match, line)
      }
    } else if isEstimate(line) {
      begin(label: line.range)
    } else if isYear(line), isOpen, let last = result.rows.last, let label = last.label, last.parts.isEmpty {
      result.rows[result.rows.count - 1].label = label.lowerBound..<line.range.upperBound
    } else if assembler.words.isImage(bytes, line.range), result.labelled > 0 {
      beginImage(line)
    } else if let next, next.kind == .bullet, next.blanks == 0, isUnknownLabel(line) {
      begin(label: line.range)
    } else if startsLife(next), line.count <= 80, !isOpen || result.labelled == 0 || result.rows.last?.label == nil {
      beginLost()
      add(line.range, line)
    } else if isLife(line) {
      if !isOpen || result.rows.last?.parts.count != 1 { beginLost() }
      add(line.range, line)
    } else if result.labelled == 0, !(result.rows.last?.hasLostLabel ?? false) {
      readHead(line)
    } else if isMarriage(line), hasValue {
      beginMarriage(line)
    } else if hasValue, isDate(line) || beginsLostRow(line) {
      beginLost()
      add(line.range, line)
    } else if isOpen, isInside || line.blanks == 0, !(result.rows.last?.parts.last?.isBullet ?? false) {
      add(line.range, line)
    } else {
      beginRow(.data, line)
    }
    return 0
  }

  /// Whether a line stands above the first row and can have no label: a list below it makes it one.
  private func isHead(_ line: TextLine, _ next: TextLine?) -> Bool {
    guard result.labelled == 0, hasTabs else { return false }
    return next?.kind != .bullet || !mayStandInHead(line)
  }

  /// The label that stands on two lines: "Capital / and largest city".
  func matchOfTwo(_ line: TextLine, _ next: TextLine) -> LabelFinder.Match? {
    let source = assembler.source
    guard next.kind == .plain, next.blanks == 0, line.count <= 60, beginsAsRest(next),
      source[next.range.lowerBound] != UInt8(ascii: "(")
    else { return nil }
    let both = line.range.lowerBound..<next.range.upperBound
    guard let match = assembler.labels.match(source.span, both, style: hasTabs ? nil : style),
      match.label.upperBound > next.range.lowerBound, !hasTabs || match.value == both.upperBound
    else { return nil }
    return match
  }

  /// The label that a line begins with, where it makes a row.
  func match(_ line: TextLine, isHead: Bool) -> LabelFinder.Match? {
    let source = assembler.source
    let bytes = source.span
    if assembler.words.isImage(bytes, line.range) || isDate(line) || goesOnInSmallLetters(line) { return nil }
    let range = assembler.words.withoutEditLink(bytes, line.range)
    // In text with tabs a label without one stands alone, and none stands above the first row.
    if hasTabs {
      guard !isHead || assembler.words.isLifeLabel(bytes, line.range),
        let match = assembler.labels.match(bytes, line.range, style: nil)
      else { return nil }
      return match.value == line.range.upperBound ? match : nil
    }
    let match =
      assembler.labels.years(bytes, range) ?? assembler.labels.version(bytes, range)
      ?? assembler.labels.match(bytes, range, style: style)
    return match.map { $0.value == range.upperBound ? LabelFinder.Match(alone: $0.label, in: line.range) : $0 }
  }

  /// Whether a line in small letters stands below a row whose label has a capital: then it is no label, as "medium".
  private func goesOnInSmallLetters(_ line: TextLine) -> Bool {
    let source = assembler.source
    guard hasValue, let label = result.rows.last?.label else { return false }
    return source[line.range.lowerBound].isLower && source[label.lowerBound].isUpper
  }

  /// A label whose value stands on the next line behind tabs.
  mutating func readLabel(_ line: TextLine) {
    if isOpen, let last = result.rows.last, last.parts.isEmpty, let begin = last.label, beginsAsRest(line),
      !isYears(line)
    {
      result.rows[result.rows.count - 1].label = begin.lowerBound..<line.range.upperBound
    } else {
      begin(label: withoutColon(line.range))
    }
  }

  /// What stands above the first row: the caption, pictures, other names.
  mutating func readHead(_ line: TextLine) {
    let source = assembler.source
    if assembler.words.isImage(source.span, line.range) {
      beginImage(line)
      isOpen = true
    } else if result.caption == nil, !assembler.words.isCoordinates(source.span, line.range), line.count <= 200 {
      result.caption = line.range
    } else {
      if !(isOpen && result.rows.last?.image != nil && result.rows.last?.parts.isEmpty == true) {
        result.rows.append(InfoboxRow(group: nil, role: .data))
      }
      add(line.range, line)
      isOpen = false
    }
  }

  func withoutColon(_ range: Range<Int>) -> Range<Int> {
    let source = assembler.source
    let bytes = source.span
    var range = range
    if let last = range.last, bytes[last] == UInt8(ascii: ":") {
      range = range.lowerBound..<bytes.trimmingSpace(from: range.lowerBound, to: last)
    }
    // "• Total": the bullet is no part of the label.
    while range.count >= 3, bytes.hasBytes([0xE2, 0x80, 0xA2], at: range.lowerBound, before: range.upperBound) {
      range = bytes.skippingSpace(from: range.lowerBound + 3, to: range.upperBound)..<range.upperBound
    }
    return range
  }
}
