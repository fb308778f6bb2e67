import WikitextSyntax

/// Leaves in a canonical form.
extension CanonicalForm {
  /// Writes a leaf, as far as it is in the clip.
  mutating func leaf(_ index: Int) {
    let record = tree.records[index]
    let range = Int(record.start)..<Int(tree.records[index + 1].start)
    let start = max(range.lowerBound, clip.lowerBound)
    let end = min(range.upperBound, clip.upperBound)
    guard start < end else { return }
    switch record.kind {
    case .newline:
      newline(record, start..<end)
      return
    case .text:
      text(index, start..<end)
      return
    case .characterReference:
      if freedoms.contains(.characterReferences), let character = VisibleCharacters.character(tree.source[range]) {
        appendText(character.utf8)
        skipsBlanks = false
        lineBreaks = 0
        endsUnknown = false
        return
      }
    case .linkTrail where open.last?.isPlainLink == true:
      appendText(tree.source[start..<end])
      endsUnknown = false
      return
    case .delimiter:
      if delimiter(index, start..<end) { return }
    default:
      break
    }
    skipsBlanks = false
    lineBreaks = 0
    endsUnknown = record.kind.isHidden || record.kind == .behaviorSwitch
    mark(.leaf, record.kind, flags: record.flags, detail: record.detail)
    write(start..<end, lowercased: hasFreeCase(record.kind))
  }

  /// Whether capitals in a leaf mean nothing.
  private func hasFreeCase(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .endTag, .attributeName: freedoms.contains(.tagCase)
    case .behaviorSwitch: freedoms.contains(.magicWordCase)
    default: false
    }
  }

  // MARK: Text

  private mutating func newline(_ record: SyntaxRecord, _ range: Range<Int>) {
    if freedoms.contains(.blankLines), lineBreaks >= 2 { return }
    let isFree = range.count == 1 || freedoms.contains(.lineEndings)
    mark(.leaf, .newline, flags: record.flags)
    if !isFree { append(UInt8(ascii: "\r")) }
    lineBreaks = isFree && record.flags.isEmpty ? lineBreaks + 1 : 0
    skipsBlanks = false
  }

  private mutating func text(_ index: Int, _ range: Range<Int>) {
    let flags = tree.records[index].flags
    var start = range.lowerBound
    var end = range.upperBound
    if freedoms.contains(.trailingBlanks), flags.isEmpty, endsLine(index) {
      end = Blanks.start(before: end, in: tree.source, limit: start)
    }
    if skipsBlanks { start = Blanks.end(from: start, in: tree.source, limit: end) }
    guard start < end, !isFreeSpace(start..<end) else { return }
    skipsBlanks = false
    if flags.isEmpty {
      write(asText: start..<end)
    } else {
      mark(.leaf, .text, flags: flags)
      write(start..<end)
    }
    lineBreaks = 0
    if Blanks.end(from: start, in: tree.source, limit: end) < end { endsUnknown = false }
  }

  /// Whether a line break follows a leaf.
  ///
  /// - Complexity: O(containers that begin between the two).
  private func endsLine(_ index: Int) -> Bool {
    var next = index + 1
    while next < tree.records.count, !tree.records[next].kind.isLeaf { next += 1 }
    return next < tree.records.count && tree.records[next].kind == .newline && tree.records[next].flags.isEmpty
  }

  /// Whether text is white space between attributes, or between the parts of one.
  private func isFreeSpace(_ range: Range<Int>) -> Bool {
    guard let container = open.last, !freedoms.isDisjoint(with: [.attributeForm, .selfClosing, .cellBlanks]) else {
      return false
    }
    let isBetween =
      switch container.kind {
      case .attribute: freedoms.contains(.attributeForm) || freedoms.contains(.cellBlanks)
      case .startTag: freedoms.contains(.attributeForm) || freedoms.contains(.selfClosing)
      case .table, .tableRow: freedoms.contains(.attributeForm)
      case .tableCell, .tableHeaderCell, .tableCaption:
        range.upperBound <= container.attributesEnd && !freedoms.isDisjoint(with: [.attributeForm, .cellBlanks])
      default: false
      }
    return isBetween && range.allSatisfy { Blanks.isSpace(tree.source[$0]) }
  }

  /// Where the attributes of a cell end: at its second mark; 0 where it has none.
  ///
  /// - Complexity: O(children up to there).
  func attributesEnd(of cell: Int) -> Int {
    let records = tree.records
    var child = cell + 2
    while child < Int(records[cell].next) {
      switch records[child].kind {
      case .delimiter: return Int(records[child].start)
      case .newline: return 0
      default: child = Int(records[child].next)
      }
    }
    return 0
  }

  // MARK: Delimiters

  /// Writes a mark in the form that stands for all of its forms.
  ///
  /// - Returns: whether that was done, and nothing else is to be written.
  private mutating func delimiter(_ index: Int, _ range: Range<Int>) -> Bool {
    guard let container = open.last else { return false }
    let isFirst = index == container.index + 1
    switch container.kind {
    case .wikilink:
      return container.isPlainLink
    case .linkText:
      return isFirst && container.isTransparent
    case .heading where freedoms.contains(.headingBlanks):
      if !isFirst { dropTrailingBlanks() }
      writeMark(range)
      skipsBlanks = isFirst
      return true
    case .listItem where freedoms.contains(.itemBlanks) && isFirst:
      writeMark(range)
      skipsBlanks = true
      return true
    case .tableCell, .tableHeaderCell, .tableCaption:
      guard isFirst || Int(tree.records[index].start) == container.attributesEnd else { return false }
      if freedoms.contains(.cellLines), isFirst, container.kind != .tableCaption {
        mark(.leaf, .delimiter)
      } else {
        writeMark(range)
      }
      skipsBlanks = freedoms.contains(.cellBlanks)
      return true
    case .attribute where freedoms.contains(.attributeForm):
      // Quotation marks are left out; the equals sign tells `a=` from `a`.
      if tree.source[range.upperBound - 1] == UInt8(ascii: "=") { mark(.leaf, .delimiter) }
      return true
    case .startTag:
      return tagMark(index, range, isFirst: isFirst)
    default:
      return false
    }
  }

  private mutating func tagMark(_ index: Int, _ range: Range<Int>, isFirst: Bool) -> Bool {
    if isFirst, freedoms.contains(.tagCase) {
      mark(.leaf, .delimiter)
      write(range, lowercased: true)
    } else if !isFirst, freedoms.contains(.selfClosing), let tag = open.last {
      // The tag's own container is on top; what it belongs to is below.
      let owner = open.dropLast().last?.kind
      let isVoid =
        owner != .extensionTag && owner != .includeOnly
        && HTMLTag(rawValue: UInt8(truncatingIfNeeded: tree.records[tag.index].detail))?.isVoid == true
      mark(.leaf, .delimiter)
      if !isVoid { write(range) }
    } else {
      return false
    }
    lineBreaks = 0
    endsUnknown = false
    return true
  }

  private mutating func writeMark(_ range: Range<Int>) {
    mark(.leaf, .delimiter)
    write(range)
    lineBreaks = 0
    endsUnknown = false
  }

  // MARK: Bytes

  /// Writes bytes of the source, line ends as they are or as one.
  private mutating func write(_ range: Range<Int>, lowercased: Bool = false) {
    let joinsLineEnds = freedoms.contains(.lineEndings)
    for offset in range {
      let byte = tree.source[offset]
      if joinsLineEnds, isCarriageReturn(offset) { continue }
      append(lowercased ? Bytes.lowercased(byte) : byte)
    }
  }

  private mutating func write(asText range: Range<Int>) {
    guard freedoms.contains(.lineEndings) else {
      appendText(tree.source[range])
      return
    }
    for offset in range where !isCarriageReturn(offset) { appendText(CollectionOfOne(tree.source[offset])) }
  }

  private func isCarriageReturn(_ offset: Int) -> Bool {
    tree.source[offset] == UInt8(ascii: "\r") && offset + 1 < tree.source.count
      && tree.source[offset + 1] == UInt8(ascii: "\n")
  }
}
