import WikitextDocument

/// What lines of an infobox look like.
extension InfoboxRowFinder {
  /// The last line that has a label, or a value behind a tab.
  func lastLabelled(_ range: Range<Int>) -> Int {
    let source = assembler.source
    return range.last { index in
      let line = assembler.lines[index]
      if line.kind == .row { return true }
      return line.kind == .plain && !hasTabs
        && assembler.labels.match(source.span, line.range, style: style) != nil
    } ?? range.lowerBound
  }

  /// Whether an item of a list without a label names something else than the item before it does: a language behind
  /// countries. Then it is the first of another row.
  func isOfOtherSort(_ content: Range<Int>) -> Bool {
    guard let row = result.rows.last, row.hasLostLabel, let last = row.parts.last else { return false }
    let source = assembler.source
    guard let before = assembler.labels.sort(of: source[last.range]) else { return false }
    return assembler.labels.sort(of: source[content]).map { $0 != before } ?? false
  }

  /// Whether a label may stand alone above the first row: that of a birth, or one of several words. One word may be
  /// what the page's subject is: "District".
  func mayStandInHead(_ line: TextLine) -> Bool {
    let source = assembler.source
    let bytes = source.span
    if result.caption == nil { return false }
    return assembler.words.isLifeLabel(bytes, line.range)
      || line.range.contains { bytes.spaceWidth(at: $0, before: line.range.upperBound) > 0 }
  }

  /// Whether a line is known to head rows: where a list is below it, it may be a label instead.
  func isGroup(_ line: TextLine, _ next: TextLine?) -> Bool {
    let source = assembler.source
    let bytes = source.span
    if assembler.words.isColumnHead(bytes, line.range) || assembler.words.endsAsGroup(bytes, line.range) {
      return true
    }
    guard assembler.words.isGroup(bytes, line.range) || next.map({ isGroupWithRemark(line, $0) }) ?? false else {
      return false
    }
    return next?.kind != .bullet || !assembler.labels.isLabel(bytes, line.range)
  }

  /// Whether the next line goes on with this one to a label whose value stands behind tabs.
  func isFirstOfTwo(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index + 1 < range.upperBound, assembler.lines[index].count <= 60 else { return false }
    let next = assembler.lines[index + 1]
    guard next.blanks == 0, beginsAsRest(next) else { return false }
    if next.kind == .row { return next.leadingTabs == 0 }
    guard next.kind == .plain, index + 2 < range.upperBound else { return false }
    let value = assembler.lines[index + 2]
    return value.kind == .row && value.leadingTabs > 0 && value.blanks == 0
  }

  /// Whether a line is the years of a reign, "1920–1922 (last)": the label of who is on the next line.
  func isYears(_ line: TextLine) -> Bool {
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
  func isDate(_ line: TextLine) -> Bool {
    let source = assembler.source
    let bytes = source.span
    var range = line.range.lowerBound..<assembler.lastOfText(line) + 1
    // The same date as machines write it may stand behind.
    let behind = range.upperBound - PageWords.machineDateLength
    if behind > range.lowerBound, assembler.words.isMachineDate(bytes, behind, range.upperBound) {
      range = range.lowerBound..<bytes.trimmingSpace(from: range.lowerBound, to: behind)
    }
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
        while index < range.upperBound, bytes[index].isLetter || bytes[index] >= 0x80 {
          // "OpenedMay 4, 1971": a label is glued to the date.
          if index > start, bytes[index].isUpper, bytes[index - 1].isLower { return false }
          index += 1
        }
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

  /// "(2009)" under a label.
  func isYear(_ line: TextLine) -> Bool {
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
  func isLife(_ line: TextLine) -> Bool {
    let source = assembler.source
    return line.count > PageWords.machineDateLength
      && assembler.words.isMachineDate(source.span, line.range.lowerBound, line.range.upperBound)
  }

  func startsLife(_ next: TextLine?) -> Bool { next.map { $0.kind == .plain && isLife($0) } ?? false }

  /// Whether a line before a list reads as a label: a few words without figures and commas that begin with a capital.
  func isUnknownLabel(_ line: TextLine) -> Bool {
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

  /// Whether a line goes on with the label on the line before it.
  func beginsAsRest(_ line: TextLine) -> Bool {
    let first = assembler.source[line.range.lowerBound]
    return first.isLower || first == UInt8(ascii: "(")
  }

  func isContinued(_ index: Int, _ range: Range<Int>) -> Bool {
    index > range.lowerBound && assembler.lines[index - 1].kind == .plain && beginsAsRest(assembler.lines[index])
  }

  /// Whether a line between two rows heads the second: a few words without figures and commas.
  func isHeading(_ index: Int, _ range: Range<Int>) -> Bool {
    guard hasTabs, index > range.lowerBound, index + 1 < range.upperBound else { return false }
    let previous = assembler.lines[index - 1]
    let next = assembler.lines[index + 1]
    let line = assembler.lines[index]
    guard previous.kind == .row, next.kind == .row, next.leadingTabs == 0, line.blanks == 0, line.count <= 40,
      !beginsAsRest(next)
    else { return false }
    let source = assembler.source
    var words = 1
    for place in line.range {
      let byte = source[place]
      // "Stable release(s)" may be a heading.
      let isRemark = byte == UInt8(ascii: "(") && !source[place - 1].isLetter
      if byte.isDigit || byte == UInt8(ascii: ",") || isRemark { return false }
      if byte == 0x20 { words += 1 }
    }
    return source[line.range.lowerBound].isUpper && words <= 3
  }

  /// "2023 estimate", "2020 census": labels that begin with a year.
  func isEstimate(_ line: TextLine) -> Bool {
    let source = assembler.source
    let bytes = source.span
    let range = line.range
    guard range.count >= 10, range.count <= 30, let year = bytes.number(range.lowerBound..<range.lowerBound + 4),
      year >= 1000, bytes.spaceWidth(at: range.lowerBound + 4, before: range.upperBound) > 0
    else { return false }
    let word = bytes.skippingSpace(from: range.lowerBound + 4, to: range.upperBound)..<range.upperBound
    return !word.isEmpty && assembler.words.isEstimate(bytes, word)
  }
}
