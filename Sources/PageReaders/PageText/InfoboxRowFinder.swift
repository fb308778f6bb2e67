import WikitextDocument

/// Reads the rows of an infobox out of the lines above a lead.
///
/// Labels and values have tabs between them, or a space, or nothing; a value that is a list or a block begins on the
/// line below its label. What labels are is known from the schemas, and else told by tabs.
struct InfoboxRowFinder {
  let assembler: PageAssembler
  private let style: LabelFinder.Style
  private let hasTabs: Bool
  private var result = InfoboxRows()
  private var group: Range<Int>?
  /// Whether the rows under the group are columns side by side.
  private var isInColumns = false
  /// Whether the last row still takes values.
  private var isOpen = false

  /// Reads the lines of a range.
  static func rows(in range: Range<Int>, of assembler: PageAssembler) -> InfoboxRows {
    var finder = InfoboxRowFinder(range, assembler)
    finder.read(range)
    return finder.result
  }

  private init(_ range: Range<Int>, _ assembler: PageAssembler) {
    self.assembler = assembler
    var glued = 0
    var spaced = 0
    var tabs = 0
    let source = assembler.source
    for index in range {
      let line = assembler.lines[index]
      if line.kind == .row { tabs += 1 }
      guard line.kind == .plain, let match = assembler.labels.match(source.span, line.range, style: nil) else {
        continue
      }
      if match.style == .glued { glued += 1 }
      if match.style == .spaced, source[match.value] != UInt8(ascii: "(") { spaced += 1 }
    }
    hasTabs = tabs >= 2
    style = spaced > glued ? .spaced : .glued
  }

  // MARK: Lines

  private mutating func read(_ range: Range<Int>) {
    let last = lastLabelled(range)
    var index = range.lowerBound
    while index < range.upperBound {
      let line = assembler.lines[index]
      if index > last, line.blanks > 0 || line.kind == .entry { break }
      switch line.kind {
      case .row where line.leadingTabs > 0: readValue(line)
      case .row: readCells(line, isContinued: isContinued(index, range))
      case .bullet, .number: readBullet(line)
      default: index += readPlain(index, range, isInside: index < last)
      }
      index += 1
    }
    result.end = index
  }

  /// The last line that has a label, or a value behind a tab.
  private func lastLabelled(_ range: Range<Int>) -> Int {
    let source = assembler.source
    return range.last { index in
      let line = assembler.lines[index]
      if line.kind == .row { return true }
      return line.kind == .plain && !hasTabs
        && assembler.labels.match(source.span, line.range, style: style) != nil
    } ?? range.lowerBound
  }

  private mutating func readCells(_ line: TextLine, isContinued: Bool) {
    let cells = assembler.cells(of: line)
    var label = withoutColon(cells[0])
    if isContinued, isOpen, let last = result.rows.last, last.parts.isEmpty, let begin = last.label {
      // "Formula / (repeating unit)": the label stands on two lines.
      label = begin.lowerBound..<label.upperBound
      result.rows.removeLast()
      result.labelled -= 1
    }
    let source = assembler.source
    if isInColumns || assembler.words.isFullRow(source.span, label) {
      beginRow(isInColumns ? .columns : .data, line, cells[0])
    } else {
      begin(label: label)
    }
    for cell in cells.dropFirst() where !cell.isEmpty { add(cell, line) }
  }

  private mutating func readValue(_ line: TextLine) {
    if !isOpen || result.rows.last.map({ !$0.parts.isEmpty }) ?? true { beginLost() }
    for cell in assembler.cells(of: line) where !cell.isEmpty { add(cell, line) }
  }

  private mutating func readBullet(_ line: TextLine) {
    let source = assembler.source
    if !isOpen || !(result.rows.last?.goesOn(withBulletIn: source.span) ?? false) {
      beginLost()
      if isInColumns { result.rows[result.rows.count - 1].asColumns() }
    }
    let content = Int(line.content)..<Int(line.end)
    if isOfOtherSort(content) { beginLost() }
    if !content.isEmpty { add(content, line, isBullet: true) }
  }

  /// Whether an item of a list without a label names something else than the item before it does: a language behind
  /// countries. Then it is the first of another row.
  private func isOfOtherSort(_ content: Range<Int>) -> Bool {
    guard let row = result.rows.last, row.hasLostLabel, let last = row.parts.last else { return false }
    let source = assembler.source
    guard let before = assembler.labels.sort(of: source[last.range]) else { return false }
    return assembler.labels.sort(of: source[content]).map { $0 != before } ?? false
  }

  /// Reads a line without tabs and bullets, and returns how many lines below it belong to it.
  private mutating func readPlain(_ index: Int, _ range: Range<Int>, isInside: Bool) -> Int {
    let line = assembler.lines[index]
    let source = assembler.source
    let bytes = source.span
    let next = index + 1 < range.upperBound ? assembler.lines[index + 1] : nil
    if let next, next.kind == .row, next.leadingTabs > 0, next.blanks == 0 {
      readLabel(line)
    } else if assembler.words.isTerm(bytes, line.range) || assembler.words.isFullRow(bytes, line.range) {
      beginRow(.data, line)
    } else if assembler.words.isFoot(bytes, line.range), result.labelled > 0 {
      group = nil
      beginRow(.below, line)
    } else if isOffice(next) {
      beginGroup(line)
    } else if let next, let match = matchOfTwo(line, next) {
      begin(label: withoutColon(match.label))
      if match.value < next.range.upperBound { add(match.value..<next.range.upperBound, next) }
      return 1
    } else if isGroup(line, next) || isHeading(index, range) {
      beginGroup(line)
    } else if isFirstOfTwo(index, range) || isYears(line) {
      begin(label: line.range)
    } else if let match = match(line, isHead: result.labelled == 0 && hasTabs) {
      begin(label: withoutColon(match.label))
      if match.value < line.range.upperBound { addCells(match, line) }
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
    } else if isDate(line), let row = result.rows.last, row.label != nil, !row.parts.isEmpty {
      beginLost()
      add(line.range, line)
    } else if isOpen, isInside || line.blanks == 0, !(result.rows.last?.parts.last?.isBullet ?? false) {
      add(line.range, line)
    } else {
      beginRow(.data, line)
    }
    return 0
  }

  /// The label that stands on two lines: "Capital / and largest city".
  private func matchOfTwo(_ line: TextLine, _ next: TextLine) -> LabelFinder.Match? {
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
  private func match(_ line: TextLine, isHead: Bool) -> LabelFinder.Match? {
    let source = assembler.source
    let bytes = source.span
    if assembler.words.isImage(bytes, line.range) { return nil }
    // In text with tabs a label without one stands alone, and none stands above the first row.
    if hasTabs {
      guard !isHead || assembler.words.isLifeLabel(bytes, line.range),
        let match = assembler.labels.match(bytes, line.range, style: nil)
      else { return nil }
      return match.value == line.range.upperBound ? match : nil
    }
    return assembler.labels.years(bytes, line.range) ?? assembler.labels.match(bytes, line.range, style: style)
  }

  /// Whether a label may stand alone above the first row: that of a birth, or one of several words. One word may be
  /// what the page's subject is: "District".
  private func mayStandInHead(_ line: TextLine) -> Bool {
    let source = assembler.source
    let bytes = source.span
    if result.caption == nil { return false }
    return assembler.words.isLifeLabel(bytes, line.range)
      || line.range.contains { bytes.spaceWidth(at: $0, before: line.range.upperBound) > 0 }
  }

  /// Whether a line is known to head rows: where a list is below it, it may be a label instead.
  private func isGroup(_ line: TextLine, _ next: TextLine?) -> Bool {
    let source = assembler.source
    let bytes = source.span
    if assembler.words.isColumnHead(bytes, line.range) { return true }
    guard assembler.words.isGroup(bytes, line.range) else { return false }
    return next?.kind != .bullet || !assembler.labels.isLabel(bytes, line.range)
  }

  /// Whether the next line goes on with this one to a label whose value stands behind tabs.
  private func isFirstOfTwo(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index + 1 < range.upperBound, assembler.lines[index].count <= 60 else { return false }
    let next = assembler.lines[index + 1]
    guard next.blanks == 0, beginsAsRest(next) else { return false }
    if next.kind == .row { return next.leadingTabs == 0 }
    guard next.kind == .plain, index + 2 < range.upperBound else { return false }
    let value = assembler.lines[index + 2]
    return value.kind == .row && value.leadingTabs > 0 && value.blanks == 0
  }

  /// Whether a line is the years of a reign, "1920–1922 (last)": the label of who is on the next line.
  private func isYears(_ line: TextLine) -> Bool {
    let source = assembler.source
    let bytes = source.span
    guard line.count <= 40, bytes[line.range.upperBound - 1] == UInt8(ascii: ")"), result.labelled > 0 else {
      return false
    }
    var start = line.range.lowerBound
    if bytes.hasBytes(Array("c. ".utf8), at: start, before: line.range.upperBound) { start += 3 }
    guard line.range.upperBound - start > 12, bytes.number(start..<start + 4) != nil,
      bytes.hasBytes([0xE2, 0x80, 0x93], at: start + 4, before: line.range.upperBound)
    else { return false }
    var end = start + 7
    while end < line.range.upperBound, bytes[end].isDigit || bytes[end] == UInt8(ascii: "/") { end += 1 }
    end = bytes.skippingSpace(from: end, to: line.range.upperBound)
    return end < line.range.upperBound && bytes[end] == UInt8(ascii: "(") && !bytes[end + 1].isDigit
  }

  /// Whether a line is a day and nothing else: "28 May 1918", "July 4, 1776", "25 de marzo de 1821".
  private func isDate(_ line: TextLine) -> Bool {
    let source = assembler.source
    let bytes = source.span
    let range = line.range.lowerBound..<assembler.lastOfText(line) + 1
    guard range.count >= 8, range.count <= 32 else { return false }
    var figures = 0
    var words = 0
    var index = range.lowerBound
    var last = 0
    while index < range.upperBound {
      let start = index
      if bytes[index].isDigit {
        while index < range.upperBound, bytes[index].isDigit { index += 1 }
        figures += 1
        last = bytes.number(start..<index) ?? 0
      } else if bytes[index].isLetter || bytes[index] >= 0xC3 {
        while index < range.upperBound, bytes[index].isLetter || bytes[index] >= 0x80 { index += 1 }
        words += 1
        if last > 31 { return false }
      } else if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ".")
        || bytes.spaceWidth(at: index, before: range.upperBound) > 0
      {
        index += max(1, bytes.spaceWidth(at: index, before: range.upperBound))
      } else {
        return false
      }
    }
    return figures == 2 && last >= 1000 && last < 2200 && (1...3).contains(words)
  }

  /// Whether a line says when an office was held: the line before it is the office.
  private func isOffice(_ next: TextLine?) -> Bool {
    guard let next, next.kind == .plain else { return false }
    let source = assembler.source
    return assembler.words.isTerm(source.span, next.range)
  }

  /// "(2009)" under a label.
  private func isYear(_ line: TextLine) -> Bool {
    let source = assembler.source
    let bytes = source.span
    let start = line.range.lowerBound
    guard line.count >= 6, line.count <= 60, bytes[start] == UInt8(ascii: "("),
      bytes.number(start + 1..<start + 5) != nil
    else { return false }
    // A mark may stand in the bracket or behind it.
    let end = bytes[start + 5]
    let last = bytes[line.range.upperBound - 1]
    return end == UInt8(ascii: "[") && last == UInt8(ascii: ")")
      || end == UInt8(ascii: ")") && (line.count == 6 || bytes[start + 6] == UInt8(ascii: "["))
  }

  /// Whether a line begins with a date as machines write it, in brackets: the day of a birth or a death, whose label was
  /// one word and is lost.
  private func isLife(_ line: TextLine) -> Bool {
    let source = assembler.source
    return line.count > PageWords.machineDateLength
      && assembler.words.isMachineDate(source.span, line.range.lowerBound, line.range.upperBound)
  }

  private func startsLife(_ next: TextLine?) -> Bool { next.map { $0.kind == .plain && isLife($0) } ?? false }

  /// Whether a line before a list reads as a label: a few words without figures and commas that begin with a capital.
  private func isUnknownLabel(_ line: TextLine) -> Bool {
    let source = assembler.source
    guard line.count <= 40, source[line.range.lowerBound].isUpper, result.labelled > 0 else { return false }
    for index in line.range {
      let byte = source[index]
      if byte.isDigit || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "[") {
        return false
      }
    }
    return true
  }

  /// A label whose value stands on the next line behind tabs.
  private mutating func readLabel(_ line: TextLine) {
    if isOpen, let last = result.rows.last, last.parts.isEmpty, let begin = last.label, beginsAsRest(line) {
      result.rows[result.rows.count - 1].label = begin.lowerBound..<line.range.upperBound
    } else {
      begin(label: withoutColon(line.range))
    }
  }

  /// What stands above the first row: the caption, pictures, other names.
  private mutating func readHead(_ line: TextLine) {
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

  // MARK: Rows

  private mutating func begin(label: Range<Int>) {
    result.rows.append(InfoboxRow(label: label.isEmpty ? nil : label, group: group))
    result.labelled += 1
    isOpen = true
  }

  private mutating func beginGroup(_ line: TextLine) {
    let source = assembler.source
    group = line.range
    isInColumns = assembler.words.isColumnHead(source.span, line.range)
    isOpen = false
  }

  private mutating func beginImage(_ line: TextLine) {
    var row = InfoboxRow(group: nil, role: .image)
    row.image = line.range
    result.rows.append(row)
    isOpen = false
  }

  /// Begins a row without a label with a line.
  private mutating func beginRow(_ role: InfoboxRow.Role, _ line: TextLine, _ range: Range<Int>? = nil) {
    result.rows.append(InfoboxRow(group: group, role: role))
    isOpen = true
    add(range ?? line.range, line)
  }

  /// Adds the value behind a label; of the years of a career the figures at its end are cells of their own.
  private mutating func addCells(_ match: LabelFinder.Match, _ line: TextLine) {
    var end = line.range.upperBound
    let source = assembler.source
    let bytes = source.span
    var cells: [Range<Int>] = []
    while bytes[match.label.lowerBound].isDigit, cells.count < 2 {
      var start = end
      while start > match.value, bytes[start - 1] > 0x20, bytes[start - 1] < 0x80, !bytes[start - 1].isLetter {
        start -= 1
      }
      guard start < end, start > match.value, bytes[start - 1] == 0x20 else { break }
      cells.append(start..<end)
      end = bytes.trimmingSpace(from: match.value, to: start)
    }
    if cells.count < 2 {
      add(match.value..<line.range.upperBound, line)
      return
    }
    add(match.value..<end, line)
    for cell in cells.reversed() { add(cell, line) }
  }

  private mutating func beginLost() {
    var row = InfoboxRow(group: group, role: .data)
    row.hasLostLabel = true
    result.rows.append(row)
    isOpen = true
  }

  private mutating func add(_ range: Range<Int>, _ line: TextLine, isBullet: Bool = false) {
    var part = InfoboxRow.Part(range: range, isBullet: isBullet, hasBrackets: line.hasBracket)
    let source = assembler.source
    if !isBullet, !hasTabs, let last = result.rows.last?.parts.last, !last.isBullet {
      part.goesOn = assembler.words.goesOn(source.span, range, language: assembler.language)
    }
    result.rows[result.rows.count - 1].parts.append(part)
  }

  // MARK: What a line looks like

  /// Whether a line goes on with the label on the line before it.
  private func beginsAsRest(_ line: TextLine) -> Bool {
    let first = assembler.source[line.range.lowerBound]
    return first.isLower || first == UInt8(ascii: "(")
  }

  private func isContinued(_ index: Int, _ range: Range<Int>) -> Bool {
    index > range.lowerBound && assembler.lines[index - 1].kind == .plain && beginsAsRest(assembler.lines[index])
  }

  /// Whether a line between two rows heads the second: a few words without figures and commas.
  private func isHeading(_ index: Int, _ range: Range<Int>) -> Bool {
    guard hasTabs, index > range.lowerBound, index + 1 < range.upperBound else { return false }
    let previous = assembler.lines[index - 1]
    let next = assembler.lines[index + 1]
    let line = assembler.lines[index]
    guard previous.kind == .row, next.kind == .row, next.leadingTabs == 0, line.blanks == 0, line.count <= 40 else {
      return false
    }
    let source = assembler.source
    var words = 1
    for place in line.range {
      let byte = source[place]
      if byte.isDigit || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") { return false }
      if byte == 0x20 { words += 1 }
    }
    return source[line.range.lowerBound].isUpper && words <= 3
  }

  /// "2023 estimate", "2020 census": labels that begin with a year.
  private func isEstimate(_ line: TextLine) -> Bool {
    let source = assembler.source
    let bytes = source.span
    let range = line.range
    guard range.count >= 10, range.count <= 30, let year = bytes.number(range.lowerBound..<range.lowerBound + 4),
      year >= 1000, bytes.spaceWidth(at: range.lowerBound + 4, before: range.upperBound) > 0
    else { return false }
    let word = bytes.skippingSpace(from: range.lowerBound + 4, to: range.upperBound)..<range.upperBound
    return !word.isEmpty && assembler.words.isEstimate(bytes, word)
  }

  private func withoutColon(_ range: Range<Int>) -> Range<Int> {
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
