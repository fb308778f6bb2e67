import WikitextSyntax

/// Lines and paragraphs, by the rules of MediaWiki's `BlockLevelPass`: a blank line parts paragraphs, and a tag of a
/// block anywhere on a line keeps the line out of them.
extension WikitextReader {
  /// Makes sure that what is added next stands on its line, in a paragraph where there is one.
  @inline(__always)
  mutating func beginContent() {
    if line.hasBegun, line.newlines == 0 { return }
    beginLine()
  }

  private mutating func beginLine() {
    switch line.mode {
    case .flow:
      countBlankLines()
      let effect = effectOfLine()
      if effect.opens || effect.closes {
        line.pending = .nothing
        endParagraph()
        construction.blank()
        line.inBlock = !effect.closes
        if line.newlines > 0 { addLineBreakOfSource() }
      } else if !line.inBlock {
        if line.pending != .nothing {
          beginPendingParagraph()
        } else if !line.inParagraph {
          beginParagraph()
        } else if line.newlines > 0 {
          addLineBreakOfSource()
        }
      } else if line.newlines > 0 {
        addLineBreakOfSource()
      }
    case .item:
      if line.newlines > 0 { addLineBreakOfSource() }
    case .inline, .parts:
      break
    }
    line.newlines = 0
    line.hasBegun = true
  }

  /// A block of the wiki's own begins: a list, a table, a heading. The paragraph before it is over.
  ///
  /// - Parameter inBlock: whether lines after its first make no paragraphs; nil: as before.
  mutating func beginBlock(inBlock: Bool? = nil) {
    if line.mode == .flow {
      countBlankLines()
      line.pending = .nothing
      endParagraph()
      construction.blank()
      line.hasBegun = true
      if let inBlock { line.inBlock = inBlock }
    }
    line.newlines = 0
  }

  /// A block of the wiki's own is over; what follows it on its line makes no paragraph.
  mutating func endBlock(inBlock: Bool? = nil) {
    if line.mode == .flow {
      line.pending = .nothing
      endParagraph()
      line.hasBegun = true
      if let inBlock { line.inBlock = inBlock }
    }
    line.newlines = 0
  }

  /// A template that has its line to itself begins: it ends the paragraph, and is no line that counts.
  mutating func beginBlockTemplate() {
    line.pending = .nothing
    endParagraph()
    line.newlines = 0
    line.hasBegun = true
  }

  /// A behaviour switch at `index`: nothing on the page, so that a line of switches is blank, but for the place of the
  /// table of contents, which counts as content.
  mutating func visitBehaviorSwitch(_ record: SyntaxRecord) {
    let word = MagicWord(id: record.detail)
    builder.extras.behaviorSwitches.append(word)
    builder.extras.behaviorSwitchPlaces.append(record.start)
    index += 1
    guard word.name == "toc", line.mode == .flow, records[index].kind == .newline else { return }
    if !line.hasBegun || line.newlines > 1 {
      beginBlockTemplate()
    } else if line.newlines == 1 {
      line.newlines = 0
    }
  }

  // MARK: Blank lines

  private mutating func countBlankLines() {
    guard !line.inBlock else { return }
    var blank = Int(line.newlines) - (line.hasBegun ? 1 : 0)
    while blank > 0 {
      blankLine()
      blank -= 1
    }
  }

  private mutating func blankLine() {
    if line.pending != .nothing {
      beginPendingParagraph()
      construction.addVoid(NewNode(.lineBreak, at: builder.place), to: builder.place, isBlock: false)
    } else {
      line.pending = line.inParagraph ? .beginAnother : .begin
    }
  }

  // MARK: Paragraphs

  private mutating func beginPendingParagraph() {
    if line.pending == .beginAnother { endParagraph() }
    line.pending = .nothing
    beginParagraph()
  }

  private mutating func beginParagraph() {
    _ = construction.start(ElementName(.p), NewNode(.paragraph, at: builder.place))
    line.inParagraph = true
  }

  /// Ends the paragraph that the lines have begun.
  mutating func endParagraph() {
    guard line.inParagraph else { return }
    line.inParagraph = false
    var end = builder.contentEnd
    while end > 0, isWhitespace(source[end - 1]) { end -= 1 }
    construction.end(ElementName(.p), at: end)
  }

  /// A line break of the source, which is a space.
  private mutating func addLineBreakOfSource() {
    construction.blank()
    if builder.endsWithBlock { return }
    if construction.admitsBlank, builder.currentIsEmpty, builder.currentKind.isBlock { return }
    var end = builder.place
    // Where spaces at the start of a line make no preformatted text they are left out.
    while end > 0, source[end - 1] == 0x20 { end -= 1 }
    guard end > 0, construction.prepareBlank() else { return }
    let mark = builder.mark
    let contentEnd = builder.contentEnd
    builder.pool.append(0x0A)
    builder.extendText(from: mark, source: end - 1, end)
    builder.contentEnd = contentEnd
  }

  // MARK: Looking at a line

  /// What the tags on the line that begins at `index` do to paragraphs.
  ///
  /// - Complexity: O(records of the line); each line is looked at once.
  private func effectOfLine() -> LineEffect {
    var effect = LineEffect()
    let limit = Int(line.limit)
    var place = index
    while place < limit {
      let record = records[place]
      switch record.kind {
      case .newline:
        if !record.flags.contains(.dropped) { return effect }
        place += 1
      case .startTag, .endTag:
        if let tag = HTMLTag(rawValue: UInt8(truncatingIfNeeded: record.detail)) {
          effect.add(tag, isEnd: record.kind == .endTag)
        }
        place = Int(record.next)
      case .extensionTag:
        if makesBlock(place) { effect.closes = true }
        place = Int(record.next)
      case .fileLink:
        if isFigure(place) { effect.closes = true }
        place = Int(record.next)
      case .parserFunction:
        if makesReferenceList(place) { effect.closes = true }
        place = Int(record.next)
      case .template, .variable, .parameterReference, .includeOnly, .categoryLink, .languageLink,
        .languageVariant:
        place = Int(record.next)
      case .list, .heading, .preformatted, .horizontalRule, .table, .tableCaption, .tableRow, .tableCell,
        .tableHeaderCell:
        return effect
      default:
        place += 1
      }
    }
    return effect
  }
}
