import WikitextSyntax

extension WikitextReader {
  /// Reads the record at `index`, and moves on.
  mutating func visit(_ record: SyntaxRecord) {
    if builder.depth >= WikitextReader.maximumDepth, !record.kind.isLeaf, passOver(record) { return }
    switch record.kind {
    case .text:
      visitText(record)
    case .newline:
      if !record.flags.contains(.dropped) { visitNewline() }
      index += 1
    case .delimiter, .comment, .inclusionTag, .endTag, .endOfFile, .attributeName, .argumentName, .attribute,
      .attributeValue, .includeOnly, .transclusionName:
      index = Int(record.next)
    case .characterReference:
      visitCharacterReference(record)
    case .rawText, .signature, .linkTrail, .linkTarget, .url:
      addSource(Int(record.start), end(index))
      index = Int(record.next)
    case .behaviorSwitch:
      builder.extras.behaviorSwitches.append(MagicWord(id: record.detail))
      index += 1
    case .magicLink:
      visitMagicLink(record)
    case .horizontalRule:
      beginBlock()
      builder.addLeaf(.thematicBreak, from: Int(record.start), to: end(index))
      index += 1
    case .page:
      index += 1
    case .redirect:
      visitRedirect(record)
    case .template, .parserFunction, .variable, .parameterReference:
      visitTransclusion(record)
    case .argument:
      visitArgument()
    case .argumentValue, .linkText:
      index += 1
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
      beginInline(at: Int(record.start))
      builder.openNode(record.kind == .bold ? .bold : .italic, at: Int(record.start), flags: flags(record))
      enter(.inline, from: index + 1, to: Int(record.next), resume: Int(record.next))
    case .heading:
      visitHeading(record)
    case .list:
      beginBlock()
      builder.openNode(.list, at: Int(record.start), detail: record.detail)
      enter(.parts, from: index + 1, to: Int(record.next), resume: Int(record.next))
    case .listItem:
      builder.openNode(itemKind(record), at: Int(record.start))
      enter(.item, from: index + 1, to: Int(record.next), resume: Int(record.next))
    case .preformatted:
      beginBlock()
      builder.openNode(.preformatted, at: Int(record.start))
      enter(.inline, from: index + 1, to: Int(record.next), resume: Int(record.next))
    case .table:
      beginBlock()
      builder.openNode(.table, at: Int(record.start), flags: flags(record))
      addAttributes(ofChildrenFrom: index + 1, to: Int(record.next), node: builder.current)
      enter(.parts, from: index + 1, to: Int(record.next), resume: Int(record.next))
      if record.flags.contains(.missingClose) {
        scope.isUnclosedTable = true
        unclosedTables += 1
      }
    case .tableRow, .tableCell, .tableHeaderCell, .tableCaption:
      visitTablePart(record)
    case .htmlElement:
      visitElement(record)
    case .startTag:
      visitLoneTag(record)
    case .extensionTag:
      visitExtension(record)
    case .languageVariant:
      visitVariant(record)
    case .galleryItem:
      visitGalleryItem(record)
    }
  }

  // MARK: Depth

  /// Nodes are nested this deep at the most, so that whoever reads a document, or JSON made of one, recursively is safe.
  /// No page that people wrote comes near.
  static let maximumDepth = 250

  /// Reads a construct that would be nested too deep: its content stands in the node around it, which is flagged; of a
  /// transclusion or an image the name is kept, and the source holds the rest.
  ///
  /// - Returns: false for what may go one level deeper still, because it cannot be nested.
  private mutating func passOver(_ record: SyntaxRecord) -> Bool {
    switch record.kind {
    case .list, .listItem, .table, .tableRow, .tableCell, .tableHeaderCell, .tableCaption, .bold, .italic,
      .preformatted:
      index += 1
    case .htmlElement, .extensionTag:
      index = next(index + 1)
    case .template, .parameterReference:
      let kind: NodeKind = record.kind == .template ? .template : .parameter
      let name = title(index + 2)
      builder.addLeaf(kind, from: Int(record.start), to: end(index), flags: .tooDeep, name: name)
      index = Int(record.next)
    case .parserFunction, .variable:
      let name = builder.intern(Array(MagicWord(id: record.detail).name.utf8)[...])
      builder.addLeaf(.parserFunction, from: Int(record.start), to: end(index), flags: .tooDeep, name: name)
      index = Int(record.next)
    case .fileLink:
      let page = title(index + 2)
      let name = afterColon(page)
      builder.addLeaf(.image, from: Int(record.start), to: end(index), flags: .tooDeep, target: name)
      index = Int(record.next)
    default:
      return false
    }
    builder.records[builder.current].flags.insert(.tooDeep)
    return true
  }

  func flags(_ record: SyntaxRecord) -> NodeFlags { record.flags.contains(.missingClose) ? .unclosed : [] }

  private func itemKind(_ record: SyntaxRecord) -> NodeKind {
    switch UInt8(truncatingIfNeeded: record.detail) {
    case UInt8(ascii: ";"): .term
    case UInt8(ascii: ":"): .description
    default: .listItem
    }
  }

  // MARK: Text

  private mutating func visitText(_ record: SyntaxRecord) {
    defer { index += 1 }
    let start = Int(record.start)
    let end = self.start(index + 1)
    if record.flags.contains(.dropped) { return }
    switch scope.mode {
    case .flow:
      if scope.newlines > 0 || !scope.paragraphIsOpen, isBlank(start, end) { return }
    case .parts:
      if isBlank(start, end) { return }
    case .item, .inline:
      break
    }
    beginInline(at: start)
    builder.addText(source[start..<end], from: start, to: end)
  }

  private mutating func visitNewline() {
    switch scope.mode {
    case .flow, .item:
      scope.newlines += 1
    case .inline:
      let start = start(index)
      let mark = builder.mark
      builder.pool.append(UInt8(ascii: "\n"))
      builder.extendText(from: mark, source: start, end(index))
    case .parts:
      break
    }
  }

  /// Adds a piece of the source as text.
  mutating func addSource(_ start: Int, _ end: Int) {
    beginInline(at: start)
    builder.addText(source[start..<end], from: start, to: end)
  }

  private mutating func visitCharacterReference(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let end = end(index)
    beginInline(at: start)
    let mark = builder.mark
    appendDecoded(start, end)
    builder.extendText(from: mark, source: start, end)
    index += 1
  }

  /// Puts a piece of the source into the pool, character references decoded.
  ///
  /// - Complexity: O(bytes).
  mutating func appendDecoded(_ start: Int, _ end: Int) {
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
      } else {
        position += 1
      }
    }
    builder.pool.append(contentsOf: source[copied..<end])
  }

  private mutating func visitMagicLink(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let end = end(index)
    beginInline(at: start)
    let number = source[start..<end].filter { ($0 &- 0x30) < 10 || $0 | 0x20 == UInt8(ascii: "x") }
    let mark = builder.mark
    var kind = NodeKind.externalLink
    switch source[start] {
    case UInt8(ascii: "R"):
      builder.pool.append(contentsOf: "https://datatracker.ietf.org/doc/html/rfc".utf8)
    case UInt8(ascii: "P"):
      builder.pool.append(contentsOf: "https://www.ncbi.nlm.nih.gov/pubmed/".utf8)
    default:
      kind = .link
      builder.pool.append(contentsOf: "Special:BookSources/".utf8)
    }
    builder.pool.append(contentsOf: number)
    let detail = kind == .link ? UInt16(bitPattern: Int16(Namespace.special)) : 0
    builder.openNode(kind, at: start, flags: .bare, detail: detail, target: builder.since(mark))
    builder.addText(source[start..<end], from: start, to: end)
    builder.closeNode(at: end)
    index += 1
  }

  // MARK: Blocks

  private mutating func visitRedirect(_ record: SyntaxRecord) {
    for child in index + 1..<Int(record.next) where records[child].kind == .linkTarget {
      builder.extras.redirect = title(child)
      break
    }
    index = Int(record.next)
    scope.newlines = 0
  }

  private mutating func visitHeading(_ record: SyntaxRecord) {
    // A heading ends a table that nothing else ends, so that the damage stays where it is.
    if unclosedTables > 0 { leaveAll() }
    let start = Int(record.start)
    beginBlock()
    if scopes.count == 1 { builder.beginSection(level: Int(record.detail), at: start) }
    builder.openNode(.heading, at: start, detail: record.detail)
    enter(.inline, from: index + 1, to: Int(record.next), resume: Int(record.next))
  }

  private mutating func leaveAll() {
    let place = index
    while scopes.count > 1 { leave() }
    index = place
  }

  private mutating func visitTablePart(_ record: SyntaxRecord) {
    let start = Int(record.start)
    guard scope.mode == .parts else {
      // What is left of a table that a heading ended.
      index += 1
      return
    }
    let next = Int(record.next)
    switch record.kind {
    case .tableRow:
      builder.openNode(.tableRow, at: start)
      addAttributes(ofChildrenFrom: index + 1, to: next, node: builder.current)
      enter(.parts, from: index + 1, to: next, resume: next)
    case .tableCaption:
      builder.openNode(.tableCaption, at: start)
      enterCell(to: next)
    default:
      builder.openNode(record.kind == .tableCell ? .tableCell : .tableHeaderCell, at: start)
      enterCell(to: next)
    }
  }

  /// Reads the attributes of the cell or caption at `index`, and goes into its content.
  private mutating func enterCell(to next: Int) {
    // The children are the mark, perhaps attributes and the pipe behind them, and the content.
    var content = index + 2
    var child = content
    scan: while child < next {
      switch records[child].kind {
      case .attribute: addAttribute(child, node: builder.current)
      case .text, .comment, .template, .parserFunction, .parameterReference, .variable, .extensionTag: break
      case .delimiter:
        content = child + 1
        break scan
      default: break scan
      }
      child = self.next(child)
    }
    enter(.item, from: content, to: next, resume: next)
  }

  /// Adds the attributes among the children from record `first` on; they come before any other content.
  mutating func addAttributes(ofChildrenFrom first: Int, to end: Int, node: Int) {
    var child = first
    while child < end {
      switch records[child].kind {
      case .attribute: addAttribute(child, node: node)
      case .delimiter, .text, .comment, .template, .parserFunction, .parameterReference, .variable, .extensionTag: break
      default: return
      }
      // Past the mark that ends the attributes is content.
      if records[child].kind == .delimiter, child > first { return }
      child = next(child)
    }
  }

  private mutating func addAttribute(_ attribute: Int, node: Int) {
    var name = PoolRange()
    var value = PoolRange()
    var child = attribute + 1
    while child < next(attribute) {
      if records[child].kind == .attributeName, name.isEmpty {
        let mark = builder.mark
        for byte in source[start(child)..<end(child)] {
          builder.pool.append((byte &- 0x41) < 26 ? byte | 0x20 : byte)
        }
        name = builder.since(mark)
      } else if records[child].kind == .attributeValue {
        let mark = builder.mark
        appendDecoded(start(child), end(child))
        value = builder.since(mark)
      }
      child = next(child)
    }
    builder.addAttribute(name, value, to: node)
  }
}
