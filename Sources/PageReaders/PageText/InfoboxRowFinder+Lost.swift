import WikitextDocument

/// Lines that seem to go on with the row above them, but are rows whose labels the text has lost.
extension InfoboxRowFinder {
  /// Whether the last row has a label and a value.
  var hasValue: Bool { result.rows.last.map { $0.label != nil && !$0.parts.isEmpty } ?? false }

  /// Whether a line behind a row with a value cannot be of it: the row is of a kind that has one line, or both are
  /// figures, which do not follow each other in one row but for those with the same unit and a remark each:
  ///
  ///     Population10,353,296 (90th)       Running time90 minutes
  ///     117/km2 (303/sq mi)               101 minutes (director's cut)
  func beginsLostRow(_ line: TextLine) -> Bool {
    guard let row = result.rows.last, let label = row.label, let last = row.parts.last else { return false }
    let source = assembler.source
    let bytes = source.span
    if beginsAsRest(line) || bytes[last.range.lowerBound] == UInt8(ascii: "(") { return false }
    if assembler.words.isSingle(bytes, withoutRemark(label)) { return true }
    guard let unit = unit(of: line.range) else { return false }
    let isEstimate = row.parts.count == 1 && last.range.count <= 30 && assembler.words.endsInEstimate(bytes, last.range)
    guard !isEstimate, let before = self.unit(of: last.range) else { return isEstimate }
    let isSame = !before.isMoney && !unit.isMoney && bytes.areEqual(before.range, unit.range)
    return !isSame || !hasRemark(line.range, behind: unit.range.upperBound)
  }

  /// What stands behind the figures that a value begins with, up to a bracket; nil where it begins with none.
  private func unit(of range: Range<Int>) -> (range: Range<Int>, isMoney: Bool)? {
    let source = assembler.source
    let bytes = source.span
    let range = assembler.words.withoutPictures(bytes, range)
    var index = range.lowerBound
    // Signs of currencies and of numbers stand before the figures, at times with letters: "−US$270 million".
    let limit = min(range.upperBound, index + 8)
    while index < limit, !bytes[index].isDigit, !bytes[index].isLower, bytes[index] > 0x28 || bytes[index] == 0x24 {
      index += 1
    }
    guard index < range.upperBound, bytes[index].isDigit else { return nil }
    let hasSign = range.lowerBound < index && !(bytes[index - 1].isUpper || bytes[index - 1] == UInt8(ascii: "+"))
    guard index == range.lowerBound || hasSign else { return nil }
    while index < range.upperBound,
      bytes[index].isDigit || bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ".")
    {
      index += 1
    }
    let start = bytes.skippingSpace(from: index, to: range.upperBound)
    var end = start
    while end < range.upperBound, bytes[end] != UInt8(ascii: "("), bytes[end] != UInt8(ascii: "[") { end += 1 }
    return (start..<bytes.trimmingSpace(from: start, to: end), hasSign)
  }

  /// Whether a bracket with words stands behind a figure.
  private func hasRemark(_ range: Range<Int>, behind index: Int) -> Bool {
    let source = assembler.source
    let bytes = source.span
    let open = bytes.skippingSpace(from: index, to: range.upperBound)
    return open + 1 < range.upperBound && bytes[open] == UInt8(ascii: "(") && !bytes[open + 1].isDigit
  }

  /// A label up to the bracket behind it: that of "GDP (nominal)" is "GDP".
  private func withoutRemark(_ label: Range<Int>) -> Range<Int> {
    let source = assembler.source
    let bytes = source.span
    let end = label.first { bytes[$0] == UInt8(ascii: "(") || bytes[$0] == UInt8(ascii: "[") } ?? label.upperBound
    return label.lowerBound..<bytes.trimmingSpace(from: label.lowerBound, to: end)
  }

  // MARK: Marriages

  /// Whether a line says when someone was married to who is named before: "(m. 1977; div. 1982)".
  func isMarriage(_ line: TextLine) -> Bool {
    let source = assembler.source
    guard let label = result.rows.last?.label else { return false }
    return assembler.words.isMarriage(source.span, line.range)
      && !assembler.words.isSpouse(source.span, withoutRemark(label))
  }

  /// Begins the row of a marriage whose label is lost; the name may have been taken for a value of the row above.
  mutating func beginMarriage(_ line: TextLine) {
    let name = result.rows.last.flatMap { $0.parts.count > 1 ? $0.parts.last : nil }
    if name != nil { result.rows[result.rows.count - 1].parts.removeLast() }
    beginLost()
    if let name { result.rows[result.rows.count - 1].parts.append(name) }
    add(line.range, line)
  }

  // MARK: Offices

  /// How many lines the name of an office has that a line begins; nil where it begins none. The line behind says when it
  /// was held.
  func officeLines(_ index: Int, _ range: Range<Int>) -> Int? {
    let source = assembler.source
    let bytes = source.span
    guard index + 1 < range.upperBound else { return nil }
    let line = assembler.lines[index]
    let next = assembler.lines[index + 1]
    guard line.kind == .plain, next.kind == .plain, !assembler.words.isTerm(bytes, line.range) else { return nil }
    if assembler.words.isTerm(bytes, next.range) {
      // "Succeeded byAna Soto": the office is lost.
      let isRow = assembler.labels.match(bytes, line.range, style: .glued).map { $0.style == .glued } ?? false
      return isRow && !hasTabs ? nil : 1
    }
    guard index + 2 < range.upperBound, bytes[next.range.lowerBound].isLower else { return nil }
    let term = assembler.lines[index + 2]
    return term.kind == .plain && assembler.words.isTerm(bytes, term.range) ? 2 : nil
  }

  // MARK: What stands before and behind the page's subject

  /// Whether two lines are the heads of two columns: who came before, and who after.
  func areSuccession(_ line: TextLine, _ next: TextLine) -> Bool {
    let source = assembler.source
    return next.kind == .plain && assembler.words.isSuccession(source.span, line.range)
      && assembler.words.isSuccession(source.span, next.range)
  }

  mutating func beginSuccession(_ line: TextLine, _ next: TextLine) {
    group = nil
    isInColumns = true
    beginRow(.columns, line)
    add(next.range, next)
  }

  /// Whether a line is the name of one of a row of yearly events between the years of those before and after it:
  /// "2022 Song Contest 2024".
  func isBetweenYears(_ line: TextLine) -> Bool {
    let source = assembler.source
    let bytes = source.span
    let range = line.range
    guard range.count > 14, range.count <= 90, let first = bytes.number(range.lowerBound..<range.lowerBound + 4),
      let last = bytes.number(range.upperBound - 4..<range.upperBound), first >= 1000, first < last, last < 2200,
      bytes.spaceWidth(at: range.lowerBound + 4, before: range.upperBound) > 0
    else { return false }
    let name = bytes.skippingSpace(from: range.lowerBound + 4, to: range.upperBound)..<range.upperBound - 4
    return !name.isEmpty && !bytes[name.lowerBound].isDigit && !bytes[name.lowerBound].isLower
      && bytes.trimmingSpace(from: name.lowerBound, to: name.upperBound) < name.upperBound
      && bytes[name.lowerBound] != UInt8(ascii: "-")
      && !bytes.hasBytes([0xE2, 0x80], at: name.lowerBound, before: name.upperBound)
  }

  // MARK: Labels by their place

  /// Whether a no-break space stands before the text of a line.
  static func isIndented(_ line: TextLine, _ source: [UInt8]) -> Bool {
    line.indent >= 2 && source[line.range.lowerBound - Int(line.indent)] == 0xC2
  }

  /// Whether a line is a label because it is indented as labels are here, and its value on the next line is not.
  func isIndentedLabel(_ line: TextLine, _ next: TextLine?) -> Bool {
    guard indentsLabels, let next, next.kind == .plain, next.blanks == 0, line.count <= 60 else { return false }
    let source = assembler.source
    return InfoboxRowFinder.isIndented(line, source) && !InfoboxRowFinder.isIndented(next, source)
      && assembler.labels.match(source.span, line.range, style: style) == nil
  }

  /// Whether a line heads rows and has a year or the like in brackets behind: "GVA (2020)". A figure on the next line
  /// would be its value.
  func isGroupWithRemark(_ line: TextLine, _ next: TextLine) -> Bool {
    let source = assembler.source
    let bytes = source.span
    let word = withoutRemark(line.range)
    return word.upperBound < line.range.upperBound && bytes[line.range.upperBound - 1] == UInt8(ascii: ")")
      && !bytes[next.range.lowerBound].isDigit && assembler.words.isGroup(bytes, word)
  }
}
