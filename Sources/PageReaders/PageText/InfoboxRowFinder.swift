import WikitextDocument

/// Reads the rows of an infobox out of the lines above a lead.
///
/// Labels and values have tabs between them, or a space, or nothing; a value that is a list or a block begins on the
/// line below its label. What labels are is known from the schemas, and else told by tabs.
struct InfoboxRowFinder {
  let assembler: PageAssembler
  let style: LabelFinder.Style
  let hasTabs: Bool
  var result = InfoboxRows()
  var group: Range<Int>?

  /// Whether the rows under the group are columns side by side.
  var isInColumns = false

  /// Whether the last row still takes values.
  var isOpen = false

  /// Whether the box has several heads of columns side by side, as that of a battle: then a word that may head rows too is
  /// one.
  let hasColumns: Bool

  /// Whether a no-break space is before the labels of rows that are parts of others.
  let indentsLabels: Bool

  /// Whether the line that heads the remarks at the foot has been read.
  var isAtFoot = false

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
    var columnHeads = 0
    var indented = 0
    let source = assembler.source
    for index in range {
      let line = assembler.lines[index]
      if line.kind == .row { tabs += 1 }
      if line.kind == .plain, assembler.words.isColumnHead(source.span, line.range) { columnHeads += 1 }
      guard line.kind == .plain, let match = assembler.labels.match(source.span, line.range, style: nil) else {
        continue
      }
      if match.style == .glued { glued += 1 }
      if match.value == line.range.upperBound, InfoboxRowFinder.isIndented(line, source) { indented += 1 }
      if match.style == .spaced, source[match.value] != UInt8(ascii: "(") { spaced += 1 }
    }
    hasTabs = tabs >= 2
    hasColumns = columnHeads >= 2
    indentsLabels = indented >= 2
    style = spaced > glued ? .spaced : .glued
  }

  mutating func read(_ range: Range<Int>) {
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

  mutating func readCells(_ line: TextLine, isContinued: Bool) {
    let cells = assembler.cells(of: line)
    var label = withoutColon(cells[0])
    if isContinued, isOpen, let last = result.rows.last, last.parts.isEmpty, let begin = last.label {
      // "Formula / (repeating unit)": the label stands on two lines.
      label = begin.lowerBound..<label.upperBound
      result.rows.removeLast()
      result.labelled -= 1
    }
    let source = assembler.source
    if cells.count == 2, cells.allSatisfy({ assembler.words.isSuccession(source.span, $0) }) {
      group = nil
      isInColumns = true
    }
    if isInColumns || assembler.words.isFullRow(source.span, label) {
      beginRow(isInColumns ? .columns : .data, line, cells[0])
    } else {
      begin(label: label)
    }
    for cell in cells.dropFirst() where !cell.isEmpty { add(cell, line) }
  }

  mutating func readValue(_ line: TextLine) {
    if !isOpen || result.rows.last.map({ !$0.parts.isEmpty }) ?? true { beginLost() }
    for cell in assembler.cells(of: line) where !cell.isEmpty { add(cell, line) }
  }

  mutating func readBullet(_ line: TextLine) {
    let source = assembler.source
    if !isOpen || !(result.rows.last?.goesOn(withBulletIn: source.span) ?? false) {
      beginLost()
      if isInColumns { result.rows[result.rows.count - 1].asColumns() }
    }
    let content = Int(line.content)..<Int(line.end)
    if isOfOtherSort(content) { beginLost() }
    if !content.isEmpty { add(content, line, isBullet: true) }
  }

  mutating func begin(label: Range<Int>) {
    result.rows.append(InfoboxRow(label: label.isEmpty ? nil : label, group: group))
    result.labelled += 1
    isOpen = true
  }

  mutating func beginGroup(_ line: TextLine) {
    let source = assembler.source
    group = line.range
    isInColumns =
      assembler.words.isColumnHead(source.span, line.range)
      && (hasColumns || !assembler.words.isGroup(source.span, line.range))
    if isInColumns { result.labelled += 1 }
    isOpen = false
  }

  mutating func beginImage(_ line: TextLine) {
    var row = InfoboxRow(group: nil, role: .image)
    row.image = line.range
    result.rows.append(row)
    isOpen = false
  }

  /// Begins a row without a label with a line.
  mutating func beginRow(_ role: InfoboxRow.Role, _ line: TextLine, _ range: Range<Int>? = nil) {
    result.rows.append(InfoboxRow(group: group, role: role))
    isOpen = true
    add(range ?? line.range, line)
  }

  /// Whether a row heads the years of a career, which follow: "Years Team Apps (Gls)".
  func isCareerHead(_ match: LabelFinder.Match, _ line: TextLine, _ next: TextLine) -> Bool {
    let source = assembler.source
    let bytes = source.span
    return !hasTabs && match.style == .spaced && bytes[line.range.upperBound - 1] == UInt8(ascii: ")")
      && !bytes[match.label.lowerBound].isDigit && !line.range.contains { bytes[$0].isDigit }
      && next.kind == .plain && assembler.labels.years(bytes, next.range) != nil
  }

  /// Adds the words behind a label as cells.
  mutating func addWords(_ match: LabelFinder.Match, _ line: TextLine) {
    let source = assembler.source
    var start = match.value
    for index in match.value...line.range.upperBound where index == line.range.upperBound || source[index] == 0x20 {
      if start < index { add(start..<index, line) }
      start = index + 1
    }
  }

  /// Adds the value behind a label; of the years of a career the figures at its end are cells of their own.
  mutating func addCells(_ match: LabelFinder.Match, _ line: TextLine) {
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

  mutating func beginLost() {
    var row = InfoboxRow(group: group, role: .data)
    row.hasLostLabel = true
    result.rows.append(row)
    isOpen = true
  }

  mutating func add(_ range: Range<Int>, _ line: TextLine, isBullet: Bool = false) {
    var part = InfoboxRow.Part(range: range, isBullet: isBullet, hasBrackets: line.hasBracket)
    let source = assembler.source
    if !isBullet, !hasTabs, let last = result.rows.last?.parts.last, !last.isBullet {
      part.goesOn = assembler.words.goesOn(source.span, range, language: assembler.language)
    }
    result.rows[result.rows.count - 1].parts.append(part)
  }
}
