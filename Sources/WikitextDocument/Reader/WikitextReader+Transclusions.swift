import WikitextSyntax

/// Templates, parser functions, parameters.
extension WikitextReader {
  private static let pipeWord = MagicWord(named: "!")?.id
  private static let equalsWord = MagicWord(named: "=")?.id

  mutating func visitTransclusion(_ record: SyntaxRecord) {
    let start = Int(record.start)
    if record.kind == .variable, let text = literal(record.detail) {
      beginContent()
      construction.prepareText()
      noteTransclusion(index)
      let mark = builder.mark
      builder.pool.append(text)
      builder.extendText(from: mark, source: start, end(index))
      index = Int(record.next)
      return
    }
    let place = index
    if record.kind == .parserFunction, visitTagFunction(record) {
      noteTransclusion(place)
      return
    }
    if line.mode == .flow, record.kind != .parameterReference, standsAlone() {
      beginBlockTemplate()
      transclusion(record, flags: .block)
    } else {
      beginContent()
      transclusion(record, flags: [])
    }
  }

  /// `{{!}}` and `{{=}}` are the characters that they stand for.
  private func literal(_ word: UInt16) -> UInt8? {
    if word == WikitextReader.pipeWord { return UInt8(ascii: "|") }
    if word == WikitextReader.equalsWord { return UInt8(ascii: "=") }
    return nil
  }

  /// Whether the template at `index` shares its line with nothing but other templates, comments and blanks.
  ///
  /// What follows on the line is looked at once, for all templates on it.
  private mutating func standsAlone() -> Bool {
    if index < Int(line.clearTo), line.newlines == 0 { return line.isClear }
    guard !line.hasBegun || line.newlines > 0 else { return false }
    let (stop, isClear) = restOfLine()
    line.clearTo = UInt32(truncatingIfNeeded: stop)
    line.isClear = isClear
    return isClear
  }

  /// The first sibling after `index` that ends its line or shares it, and whether it ends the line.
  private func restOfLine() -> (stop: Int, isClear: Bool) {
    var sibling = next(index)
    while sibling < Int(line.limit) {
      switch tree.records[sibling].kind {
      case .template, .parserFunction, .variable, .comment, .inclusionTag, .includeOnly, .categoryLink, .languageLink:
        break
      case .text:
        if !isBlank(start(sibling), end(sibling)) { return (sibling, false) }
      case .newline where records[sibling].flags.contains(.dropped):
        break
      case .newline, .heading, .list, .table, .preformatted, .horizontalRule, .endOfFile, .delimiter, .tableRow,
        .tableCell, .tableHeaderCell:
        return (sibling, true)
      default:
        return (sibling, false)
      }
      sibling = next(sibling)
    }
    return (Int(line.limit), true)
  }

  private mutating func transclusion(_ record: SyntaxRecord, flags: NodeFlags) {
    let next = Int(record.next)
    let name: PoolRange
    let kind: NodeKind
    switch record.kind {
    case .template:
      kind = .template
      name = templateName(index + 2)
    case .parameterReference:
      kind = .parameter
      name = templateName(index + 2)
    default:
      kind = .parserFunction
      let mark = builder.mark
      builder.pool.append(contentsOf: MagicWord(id: record.detail).name.utf8)
      name = builder.since(mark)
    }
    enterContext(
      NewNode(kind, at: Int(record.start), flags: flags, name: name),
      isBlock: flags.contains(.block),
      .parts,
      from: self.next(index + 2),
      to: next,
      resume: next
    )
    if kind == .template, listGroup == nil {
      let pool = builder.pool
      line.listsReferences = ReferenceTemplates.lists.contains(pool.span, name.offsets)
    }
  }

  /// Opens the argument at `index`; its source range is that of its value, trimmed.
  mutating func visitArgument() {
    let argument = index
    var child = argument + 1
    if records[child].kind == .delimiter { child += 1 }
    var name = PoolRange()
    // An argument may be named and its name empty: `{{a|=b}}`.
    let isNamed = records[child].kind == .argumentName
    if isNamed {
      name = argumentName(child)
      child = next(child)
      if records[child].kind == .delimiter { child += 1 }
    }
    let value = trimmed(start(child), end(child))
    let definesReferences = line.listsReferences && !name.isEmpty && isReferenceList(argument: name)
    let end = next(argument)
    let node = NewNode(.argument, at: value.lowerBound, detail: isNamed ? 1 : 0, name: name)
    enterContext(node, .item, from: child + 1, to: end, resume: end, valueEnd: value.upperBound)
    // Whitespace at the start of a value is not part of it.
    line.hasBegun = true
    if definesReferences {
      listGroup = PoolRange()
      scopes[scopes.count - 1].isReferenceList = true
    }
  }

  /// Whether an argument defines references, as in `{{reflist|refs=<ref …>}}`.
  private func isReferenceList(argument: PoolRange) -> Bool {
    let pool = builder.pool
    return ReferenceTemplates.arguments.contains(pool.span, argument.offsets)
  }

  /// An argument's name: trimmed, comments left out.
  mutating func argumentName(_ name: Int) -> PoolRange {
    let mark = builder.mark
    var child = name + 1
    while child < next(name) {
      if records[child].kind != .comment { builder.pool.append(contentsOf: source[start(child)..<end(child)]) }
      child = next(child)
    }
    var range = builder.since(mark)
    while range.start < range.end, isWhitespace(builder.pool[Int(range.start)]) { range.start += 1 }
    while range.end > range.start, isWhitespace(builder.pool[Int(range.end) - 1]) { range.end -= 1 }
    return range
  }
}
