import WikitextSyntax

extension WikitextReader {
  /// Reads the record at `index`, and moves on.
  mutating func visit(_ record: SyntaxRecord) {
    if builder.depth >= TreeConstruction.maximumDepth, !record.kind.isLeaf, passOver(record) { return }
    switch record.kind {
    case .text:
      visitText(record)
    case .newline:
      if !record.flags.contains(.dropped) { visitNewline() }
      index += 1
    case .delimiter:
      if record.flags.contains(.stray) { visitStrayMark(record) }
      index += 1
    case .comment, .inclusionTag, .endOfFile, .attributeName, .argumentName, .attribute,
      .attributeValue, .includeOnly, .transclusionName:
      index = Int(record.next)
    case .characterReference:
      visitCharacterReference(record)
    case .rawText, .signature, .linkTrail, .linkTarget, .url:
      addSource(Int(record.start), end(index))
      index = Int(record.next)
    case .behaviorSwitch:
      visitBehaviorSwitch(record)
    case .magicLink:
      visitMagicLink(record)
    case .horizontalRule:
      beginBlock(inBlock: false)
      construction.addVoid(NewNode(.thematicBreak, at: Int(record.start)), to: end(index), isBlock: true)
      index += 1
    case .page, .argumentValue, .linkText:
      index += 1
    case .redirect:
      visitRedirect(record)
    case .template, .parserFunction, .variable, .parameterReference:
      visitTransclusion(record)
    case .argument:
      visitArgument()
    case .wikilink, .interwikiLink:
      visitLink(record)
    case .fileLink:
      visitImage(record)
    case .categoryLink:
      visitCategory(record)
    case .languageLink:
      visitLanguageLink(record)
    case .externalLink:
      visitExternalLink(record)
    case .autolink:
      visitAutolink(record)
    case .bold, .italic:
      visitStyle(record)
    case .heading:
      visitHeading(record)
    case .list:
      visitList(record)
    case .listItem:
      visitListItem(record)
    case .preformatted:
      visitPreformatted(record)
    case .table:
      visitTable(record)
    case .tableRow, .tableCell, .tableHeaderCell, .tableCaption:
      visitTablePart(record)
    case .htmlElement:
      visitElement(record)
    case .startTag:
      visitStartTag(record, isUnclosed: true)
    case .endTag:
      visitEndTag(record)
    case .extensionTag:
      visitExtension(record)
    case .languageVariant:
      visitVariant(record)
    case .galleryItem:
      visitGalleryItem(record)
    }
  }

  // MARK: Depth

  /// Reads a construct that would be nested too deep: its content stands in the node around it, which is flagged; of a
  /// transclusion or an image the name is kept, and the source holds the rest.
  ///
  /// - Returns: false for what may go one level deeper still, because it cannot be nested.
  private mutating func passOver(_ record: SyntaxRecord) -> Bool {
    switch record.kind {
    case .list, .listItem, .table, .tableRow, .tableCell, .tableHeaderCell, .tableCaption, .bold, .italic,
      .preformatted:
      index += 1
    case .htmlElement:
      if !record.flags.contains(.missingClose) {
        passedOver[UInt8(truncatingIfNeeded: record.detail), default: 0] += 1
      }
      index = next(index + 1)
    case .startTag:
      let tag = HTMLTag(rawValue: UInt8(truncatingIfNeeded: record.detail))
      if tag?.isVoid ?? true { return false }
      index = Int(record.next)
    case .extensionTag:
      index = next(index + 1)
    case .template, .parameterReference:
      let name = title(index + 2)
      addPassedOver(record.kind == .template ? .template : .parameter, record, name: name)
    case .parserFunction, .variable:
      let name = builder.intern(Array(MagicWord(id: record.detail).name.utf8)[...])
      addPassedOver(.parserFunction, record, name: name)
    case .fileLink:
      let page = title(index + 2)
      let name = afterColon(page)
      addPassedOver(.image, record, target: name)
    default:
      return false
    }
    builder.markTooDeep()
    return true
  }

  private mutating func addPassedOver(
    _ kind: NodeKind,
    _ record: SyntaxRecord,
    name: PoolRange = PoolRange(),
    target: PoolRange = PoolRange()
  ) {
    let node = NewNode(kind, at: Int(record.start), flags: .tooDeep, name: name, target: target)
    construction.addLeaf(node, to: end(index))
    index = Int(record.next)
  }

  func flags(_ record: SyntaxRecord) -> NodeFlags { record.flags.contains(.missingClose) ? .unclosed : [] }

  // MARK: Text

  private mutating func visitText(_ record: SyntaxRecord) {
    defer { index += 1 }
    let start = Int(record.start)
    let end = self.start(index + 1)
    if record.flags.contains(.dropped) { return }
    if line.showsLineBreaks, beginVerse(start, end) { return }
    if !construction.isPlain || !line.hasBegun || line.newlines > 0, isBlank(start, end) {
      switch line.mode {
      case .flow where !line.hasBegun || line.newlines > 0: return
      case .parts: return
      default:
        beginContent()
        construction.blank()
        construction.addBlank(start..<end, of: source)
        return
      }
    }
    beginContent()
    construction.prepareText()
    builder.addText(source[start..<end], from: start, to: end)
  }

  private mutating func visitNewline() {
    if line.unclosedBolds | line.unclosedItalics != 0 { endUnclosedStyles() }
    switch line.mode {
    case .flow where line.showsLineBreaks:
      showLineBreak()
    case .flow where !line.inPre, .item where !line.inPre:
      line.newlines += 1
    case .inline, .flow, .item:
      let start = start(index)
      construction.addBlank(start..<end(index), of: source)
    case .parts:
      break
    }
  }

  /// Adds a piece of the source as text.
  mutating func addSource(_ start: Int, _ end: Int) {
    beginContent()
    construction.prepareText()
    builder.addText(source[start..<end], from: start, to: end)
  }

  private mutating func visitCharacterReference(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let end = end(index)
    beginContent()
    construction.prepareText()
    let mark = builder.mark
    appendDecoded(start, end)
    builder.extendText(from: mark, source: start, end)
    index += 1
  }

  /// Puts a piece of the source into the pool, character references decoded.
  ///
  /// In the value of an attribute a reference to no scalar is U+FFFD, elsewhere it is text
  /// (`Sanitizer::decodeCharReferences` and `normalizeCharReferences`).
  /// - Complexity: O(bytes).
  mutating func appendDecoded(_ start: Int, _ end: Int, isValue: Bool = false) {
    let source = source
    let bytes = source.span
    var position = start
    var copied = start
    while position < end {
      if bytes[position] == UInt8(ascii: "&"),
        let reference = CharacterReference.parse(at: position, in: bytes, end: end)
      {
        builder.pool.append(contentsOf: source[copied..<position])
        builder.pool.append(contentsOf: reference.text.utf8)
        position += reference.length
        copied = position
      } else if isValue, bytes[position] == UInt8(ascii: "&"),
        let length = CharacterReference.invalidNumberLength(at: position, in: bytes, end: end)
      {
        builder.pool.append(contentsOf: source[copied..<position])
        builder.pool.append(contentsOf: "\u{FFFD}".utf8)
        position += length
        copied = position
      } else {
        position += 1
      }
    }
    builder.pool.append(contentsOf: source[copied..<end])
  }

  // MARK: Blocks

  private mutating func visitRedirect(_ record: SyntaxRecord) {
    for child in index + 1..<Int(record.next) where records[child].kind == .linkTarget {
      builder.extras.redirect = title(child)
      break
    }
    index = Int(record.next)
    line.newlines = 0
  }

  private mutating func visitHeading(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let level = UInt8(truncatingIfNeeded: record.detail)
    // A heading ends a table that nothing else ends, so that the damage stays where it is.
    if unclosedTables > 0 { leaveAll() }
    beginBlock(inBlock: false)
    beginSection(level: Int(level), at: start)
    let element = ElementName.heading(level: level)
    _ = construction.start(element, NewNode(.heading, at: start, detail: UInt16(level)))
    enter(element, from: index + 1, to: Int(record.next))
  }

  /// Begins a section where a heading stands in the page itself, and not in a cell or a block.
  mutating func beginSection(level: Int, at start: Int) {
    guard outerLines.isEmpty else { return }
    construction.endUnclosed()
    line.endPre()
    if construction.isAtRoot { builder.beginSection(level: level, at: start) }
  }

  private mutating func leaveAll() {
    let place = index
    cutoff = start(place)
    while !scopes.isEmpty { leave() }
    cutoff = .max
    index = place
    construction.endAll()
  }

  private mutating func visitList(_ record: SyntaxRecord) {
    beginBlock()
    let element: ElementName
    switch ListKind(rawValue: UInt8(truncatingIfNeeded: record.detail)) {
    case .unordered?: element = ElementName(.ul)
    case .ordered?: element = ElementName(.ol)
    default: element = ElementName(.dl)
    }
    _ = construction.start(element, NewNode(.list, at: Int(record.start), detail: record.detail))
    enter(element, from: index + 1, to: Int(record.next))
    scopes[scopes.count - 1].lineEffect = .endsBlock
  }

  private mutating func visitListItem(_ record: SyntaxRecord) {
    beginBlock()
    if !builder.currentIsEmpty { construction.blank() }
    let element: ElementName
    let kind: NodeKind
    switch UInt8(truncatingIfNeeded: record.detail) {
    case UInt8(ascii: ";"): (element, kind) = (ElementName(.dt), .term)
    case UInt8(ascii: ":"): (element, kind) = (ElementName(.dd), .description)
    default: (element, kind) = (ElementName(.li), .listItem)
    }
    _ = construction.start(element, NewNode(kind, at: Int(record.start)))
    enter(element, from: index + 1, to: Int(record.next))
    scopes[scopes.count - 1].lineEffect = .endsBlock
  }

  private mutating func visitPreformatted(_ record: SyntaxRecord) {
    guard line.makesPreformatted else {
      index += 1
      return
    }
    beginBlock()
    _ = construction.start(.pre, NewNode(.preformatted, at: Int(record.start)))
    let end = Int(record.next)
    enter(.pre, from: index + 1, to: end)
    pushLines(LineState(.inline, limit: end))
    scopes[scopes.count - 1].hasLines = true
  }

  // MARK: Tables

  private mutating func visitTable(_ record: SyntaxRecord) {
    beginBlock(inBlock: true)
    let element = ElementName(.table)
    _ = construction.start(element, NewNode(.table, at: Int(record.start), flags: flags(record)))
    addAttributes(
      ofChildrenFrom: index + 1,
      to: Int(record.next),
      node: builder.current,
      notesTemplates: false
    )
    enter(element, from: contentStart(index + 1, Int(record.next)), to: Int(record.next))
    scopes[scopes.count - 1].lineEffect = .endsTable
    if record.flags.contains(.missingClose) {
      scopes[scopes.count - 1].isUnclosedTable = true
      unclosedTables += 1
    }
  }

  private mutating func visitTablePart(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let next = Int(record.next)
    let tag: HTMLTag
    let kind: NodeKind
    switch record.kind {
    case .tableRow: (tag, kind) = (.tr, .tableRow)
    case .tableCaption: (tag, kind) = (.caption, .tableCaption)
    case .tableCell: (tag, kind) = (.td, .tableCell)
    default: (tag, kind) = (.th, .tableHeaderCell)
    }
    // Where a cell has begun there are paragraphs again, from its second line on.
    endBlock(inBlock: tag == .tr || tag == .caption)
    let element = ElementName(tag)
    guard construction.start(element, NewNode(kind, at: start)) else {
      // What is left of a table that a heading ended.
      index += 1
      return
    }
    if tag == .tr {
      addAttributes(ofChildrenFrom: index + 1, to: next, node: builder.current, notesTemplates: false)
      enter(element, from: contentStart(index + 1, next), to: next)
    } else {
      enterCell(element, to: next)
    }
    scopes[scopes.count - 1].lineEffect = .endsCell
  }

  /// Reads the attributes of the cell or caption at `index`, and goes into its content.
  private mutating func enterCell(_ element: ElementName, to next: Int) {
    // The children are the mark, perhaps attributes and the pipe behind them, and the content.
    var content = index + 2
    var child = content
    scan: while child < next {
      switch records[child].kind {
      case .attribute: addAttribute(child, node: builder.current)
      case .text, .template, .parserFunction, .parameterReference, .variable, .extensionTag: break
      case .delimiter:
        noteCellTransclusions(from: content, to: child)
        content = child + 1
        break scan
      case _ where records[child].kind.isHidden: break
      default: break scan
      }
      child = self.next(child)
    }
    enter(element, from: content, to: next)
  }

  /// Notes the templates among the attributes of a cell, which were none before the pipe behind them was seen.
  private mutating func noteCellTransclusions(from first: Int, to end: Int) {
    var child = first
    while child < end {
      switch records[child].kind {
      case .template, .parserFunction, .variable: noteTransclusion(child)
      default: break
      }
      child = next(child)
    }
  }
}
