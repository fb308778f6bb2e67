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
      guard line.kind == .plain, let match = assembler.labels.match(source.span, line.range, style: nil) else { continue }
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
      default: readPlain(index, range, isInside: index < last)
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
    begin(label: label)
    for cell in cells.dropFirst() where !cell.isEmpty { add(cell, line) }
  }

  private mutating func readValue(_ line: TextLine) {
    if !isOpen || result.rows.last.map({ !$0.parts.isEmpty }) ?? true { beginLost() }
    for cell in assembler.cells(of: line) where !cell.isEmpty { add(cell, line) }
  }

  private mutating func readBullet(_ line: TextLine) {
    let source = assembler.source
    if !isOpen || !(result.rows.last?.goesOn(withBulletIn: source.span) ?? false) { beginLost() }
    let content = Int(line.content)..<Int(line.end)
    if !content.isEmpty { add(content, line, isBullet: true) }
  }

  private mutating func readPlain(_ index: Int, _ range: Range<Int>, isInside: Bool) {
    let line = assembler.lines[index]
    let source = assembler.source
    let next = index + 1 < range.upperBound ? assembler.lines[index + 1] : nil
    if let next, next.kind == .row, next.leadingTabs > 0, next.blanks == 0 {
      readLabel(line)
    } else if let match = assembler.labels.match(source.span, line.range, style: hasTabs ? nil : style), isRow(match, line) {
      begin(label: withoutColon(match.label))
      if match.value < line.range.upperBound { add(match.value..<line.range.upperBound, line) }
    } else if isEstimate(line) {
      begin(label: line.range)
    } else if assembler.words.isGroup(source.span, line.range) || isHeading(index, range) {
      group = line.range
      isOpen = false
    } else if result.labelled == 0 {
      readHead(line)
    } else if isOpen, isInside || line.blanks == 0, !(result.rows.last?.parts.last?.isBullet ?? false) {
      add(line.range, line)
    } else {
      result.rows.append(InfoboxRow(group: group, role: .data))
      isOpen = true
      add(line.range, line)
    }
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
      var row = InfoboxRow(group: nil, role: .image)
      row.image = line.range
      result.rows.append(row)
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

  private mutating func beginLost() {
    var row = InfoboxRow(group: group, role: .data)
    row.hasLostLabel = true
    result.rows.append(row)
    isOpen = true
  }

  private mutating func add(_ range: Range<Int>, _ line: TextLine, isBullet: Bool = false) {
    let part = InfoboxRow.Part(range: range, isBullet: isBullet, hasBrackets: line.hasBracket)
    result.rows[result.rows.count - 1].parts.append(part)
  }

  // MARK: What a line looks like

  /// Whether a match makes a row of its line: in text with tabs only a label alone does.
  private func isRow(_ match: LabelFinder.Match, _ line: TextLine) -> Bool {
    !hasTabs || match.value == line.range.upperBound
  }

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
