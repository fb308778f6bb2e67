import WikitextDocument

/// Blocks one after another.
extension WikitextWalker {
  /// What kind of place a node needs.
  enum FlowKind {
    /// A paragraph that no tag made: lines of its own.
    case paragraph
    /// A list, a table, a heading: it begins a line.
    case lines
    /// A block that may stand anywhere on a line, and keeps the line out of paragraphs.
    case block
    /// A template that has its line to itself.
    case template
    case inline
    /// Nothing but the nodes below it; as the one before, a line with nothing on it that shows.
    case section
  }

  /// How far the blocks of a container are written.
  struct FlowState {
    enum Container {
      /// The page: text in no paragraph does not occur.
      case page
      /// A tag, or a cell: what is in no paragraph stands on the line of a tag.
      case tag
      /// No paragraphs are made: references, arguments.
      case item
    }

    var container: Container
    var previous: FlowKind?
    var previousIndex = -1
    /// The paragraph before is nothing but a line break: it has no line.
    var followsEmptyParagraph = false

    /// Spaces and line breaks at its ends do not count.
    var trimsEdges: Bool

    init(_ container: Container, trimsEdges: Bool = true) {
      self.container = container
      self.trimsEdges = trimsEdges
    }
  }

  func flowKind(_ index: Int) -> FlowKind {
    let record = records[index]
    let isTag = record.flags.contains(.tag)
    switch record.kind {
    case .document, .section: return .section
    case .paragraph: return isTag ? .block : .paragraph
    case .list: return isTag || forms[index] != .marks ? .block : .lines
    case .table, .heading, .thematicBreak: return isTag ? .block : .lines
    case .preformatted: return isTag || !record.name.isEmpty ? .block : .lines
    case .block, .gallery, .referenceList, .listItem, .term, .description, .tableCaption, .tableRow, .tableCell,
      .tableHeaderCell:
      return .block
    case .image: return record.flags.contains(.block) ? .block : .inline
    case .template, .parserFunction: return record.flags.contains(.block) ? .template : .inline
    case .code: return document.standsAmongBlocks(index) ? .block : .inline
    case .element, .link, .externalLink, .bold, .italic: return forms[index] == .holdsBlocks ? .block : .inline
    default: return .inline
    }
  }

  /// Writes what is below a node, block by block.
  mutating func writeFlow(of index: Int, _ state: inout FlowState) {
    let children = flowChildren(of: index)
    var place = 0
    while place < children.count {
      let child = children[place]
      let kind = flowKind(child)
      let first = place
      place += 1
      if kind == .section {
        writeFlow(of: child, &state)
        continue
      }
      if kind == .inline {
        while place < children.count, flowKind(children[place]) == .inline { place += 1 }
        if children[first..<place].allSatisfy(isBlankText), state.trimsEdges { continue }
      }
      writeSwitch(before: Int(records[child].sourceStart), &state)
      let next = place < children.count ? children[place] : nil
      beginBlock(child, kind, next: next.map(flowKind), state)
      if kind == .inline {
        writeRun(children[first..<place], next: next, state)
      } else {
        write(child, kind, next: next.map(flowKind), &state)
      }
      state.previous = kind
      state.previousIndex = children[place - 1]
    }
    if records[index].kind != .section { writeSwitch(before: Int(records[index].sourceEnd), &state) }
  }

  /// Writes inlines between blocks; spaces and line breaks at the edges of blocks do not count.
  private mutating func writeRun(_ run: ArraySlice<Int>, next: Int?, _ state: FlowState) {
    func isEdge(_ neighbour: Int) -> Bool { state.trimsEdges && document.standsAmongBlocks(neighbour) }
    let trimsStart = state.previous == nil ? state.trimsEdges : isEdge(state.previousIndex)
    writeInlines(run, trimsStart: trimsStart || output.isAtLineStart, trimsEnd: next.map(isEdge) ?? state.trimsEdges)
  }

  /// The nodes directly below, without those that are written with a table that follows them.
  private mutating func flowChildren(of index: Int) -> [Int] {
    let children = children(of: index)
    guard let tables = followingTables(of: children) else { return children }
    return zip(children, tables).compactMap { child, table in
      guard let table, isFostered(child, before: table) else { return child }
      keptTables.insert(table)
      return nil
    }
  }

  /// Begins the line of a block where it needs one.
  private mutating func beginBlock(_ index: Int, _ kind: FlowKind, next: FlowKind?, _ state: FlowState) {
    if output.context.isPoem {
      // Its line breaks are nodes, and are written for them.
      if kind != .inline { output.breakLine() }
      return
    }
    switch kind {
    case .section: break
    case .paragraph:
      if joinsLine(index, state.previous, next) == .previous { break }
      let isClose = state.previous == .section || (state.previous == .template && !hasBlankLine(before: index))
      let isFirst = state.previous == nil && state.container != .page
      output.breakLine(isClose || isFirst || isAfterHeading(state) ? 1 : 2)
      if state.followsEmptyParagraph { output.addBlankLine() }
    case .lines:
      if state.previous == nil { return output.breakLine() }
      let isTight =
        isAfterHeading(state) || state.container == .item || state.previous == .section
        || (records[index].kind == .list && (state.previous == .paragraph || state.previous == .inline))
        || (state.previous == .template && !hasBlankLine(before: index))
      output.breakLine(isTight ? 1 : 2)
    case .template:
      let isSpaced = state.previous == .paragraph && hasBlankLine(before: index)
      if state.previous != nil || state.container != .item { output.breakLine(isSpaced ? 2 : 1) }
    case .block:
      switch state.container {
      case .page: if joinsLine(state.previousIndex, nil, kind) != .next { output.breakLine() }
      case .tag:
        if state.previous != nil, state.previous != .inline || state.isOnOwnLine { output.breakLine() }
      case .item: if state.previous == .lines { output.breakLine() }
      }
    case .inline:
      switch state.previous {
      case .paragraph, .lines, .template: output.breakLine()
      case nil, .block, .inline, .section: break
      }
      if state.container == .page, state.previous != .inline { output.breakLine() }
    }
  }

  private func isAfterHeading(_ state: FlowState) -> Bool {
    state.previous == .lines && records[state.previousIndex].kind == .heading
  }

  /// Whether a node stands in the source in a table that follows it: HTML moves what may not be in a table before it.
  ///
  /// Such a table is written as it stands in the source: often templates make its rows.
  private func isFostered(_ index: Int, before table: Int) -> Bool {
    records[index].sourceStart > records[table].sourceStart && records[index].sourceStart < records[table].sourceEnd
  }

  /// For each of some siblings the next that is a table; nil when none is, or there is no source.
  private func followingTables(of siblings: [Int]) -> [Int?]? {
    guard keepsTransclusions, siblings.contains(where: { records[$0].kind == .table }) else { return nil }
    var tables: [Int?] = Array(repeating: nil, count: siblings.count)
    for place in siblings.indices.dropLast().reversed() {
      tables[place] = records[siblings[place + 1]].kind == .table ? siblings[place + 1] : tables[place + 1]
    }
    return tables
  }

  /// Whether a blank line is before a node in the source.
  private func hasBlankLine(before index: Int) -> Bool {
    guard keepsTransclusions else { return false }
    var breaks = 0
    var place = min(Int(records[index].sourceStart), document.source.count)
    while place > 0, document.source[place - 1] == 0x0A || document.source[place - 1] == 0x20 {
      place -= 1
      if document.source[place] == 0x0A { breaks += 1 }
      if breaks == 2 { return true }
    }
    return false
  }

  // MARK: Paragraphs of templates

  private enum Neighbour { case previous, next }

  /// With which neighbour a paragraph shares its line: one that has nothing but templates would be none by itself, for
  /// templates that have a line to themselves are in no paragraph.
  private func joinsLine(_ paragraph: Int, _ previous: FlowKind?, _ next: FlowKind?) -> Neighbour? {
    guard paragraph >= 0, records[paragraph].kind == .paragraph, !isTag(paragraph), holdsTransclusionsOnly(paragraph)
    else { return nil }
    if next == .block { return .next }
    return previous == .block ? .previous : nil
  }

  private func holdsTransclusionsOnly(_ paragraph: Int) -> Bool {
    let children = children(of: paragraph)
    return children.allSatisfy { isBlankText($0) || (isTransclusion($0) && records[$0].kind != .parameter) }
      && children.contains(where: isTransclusion)
  }

  // MARK: Nodes

  private mutating func write(_ index: Int, _ kind: FlowKind, next: FlowKind?, _ state: inout FlowState) {
    let record = records[index]
    state.followsEmptyParagraph = false
    switch kind {
    case .section: break
    case .paragraph:
      state.followsEmptyParagraph = writeParagraph(index)
      if holdsTransclusionsOnly(index), state.previous != .block, next != .block { output.append("<nowiki />") }
    case .lines:
      switch record.kind {
      case .heading: writeHeading(index)
      case .list: writeList(index, prefix: [])
      case .table: writeTable(index)
      case .preformatted: writeIndented(index)
      default: output.append("----")
      }
    case .inline, .block, .template: writeInline(index)
    }
  }

  /// Writes a paragraph; says whether it is nothing but a line break.
  private mutating func writeParagraph(_ index: Int) -> Bool {
    var content = children(of: index)
    // A line break of no tag at the beginning is a blank line more than it takes to begin a paragraph.
    if let first = content.first, records[first].kind == .lineBreak, !isTag(first), !output.context.isPoem {
      output.breakLine(2)
      output.addBlankLine()
      content.removeFirst()
      if content.allSatisfy(isBlankText) { return true }
    }
    output.writeBreaks()
    let start = output.bytes.count
    writeInlines(content[...], trimsStart: true)
    if !output.context.isPoem { output.trimEnd(downTo: start) }
    return false
  }

  private mutating func writeHeading(_ index: Int) {
    let marks = [UInt8](repeating: UInt8(ascii: "="), count: max(1, min(6, Int(records[index].detail))))
    output.append(markup: marks)
    output.append(byte: 0x20)
    within({ $0.isLine = true }) { walker in
      let start = walker.output.bytes.count
      walker.writeInlines(walker.children(of: index)[...], trimsStart: true)
      walker.output.trimEnd(downTo: start)
    }
    output.append(byte: 0x20)
    output.append(raw: marks)
  }

  /// Writes preformatted text whose lines begin with a space.
  private mutating func writeIndented(_ index: Int) {
    output.append(" ")
    within({ $0.isIndented = true }) { walker in
      walker.writeInlines(walker.children(of: index)[...], trimsStart: false)
    }
  }
}

extension WikitextWalker.FlowState {
  /// Whether what comes next begins a line whatever it is.
  fileprivate var isOnOwnLine: Bool { previous == .lines || previous == .paragraph || previous == .template }
}
