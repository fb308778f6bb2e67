import WikitextSyntax

extension MarkupReader {
  /// Reads the record at `index`, and moves on.
  mutating func visit(_ record: SyntaxRecord) {
    switch record.kind {
    case .text:
      visitText(record)
    case .newline:
      if !record.flags.contains(.dropped) { visitNewline(record) }
      index += 1
    case .delimiter:
      if record.flags.contains(.stray) { visitStrayQuotes() } else { index += 1 }
    case .comment, .inclusionTag, .endOfFile, .attributeName, .argumentName, .attribute, .attributeValue, .includeOnly,
      .transclusionName, .argument, .redirect:
      index = Int(record.next)
    case .characterReference, .rawText, .signature, .linkTarget, .url, .languageVariant:
      addText(record)
    case .linkTrail:
      construction.extendLink(record.start, UInt32(truncatingIfNeeded: end(index)))
      index += 1
    case .behaviorSwitch, .categoryLink, .languageLink:
      construction.addHidden(record.start, UInt32(truncatingIfNeeded: end(index)), record: index)
      index = Int(record.next)
    case .autolink, .magicLink:
      beginContent()
      construction.addLeaf(.link, record.start, UInt32(truncatingIfNeeded: end(index)), record: index)
      index = Int(record.next)
    case .horizontalRule:
      beginBlock(inBlock: false)
      construction.addVoid(.hr, node(MarkupName(.hr), at: index, openEnd: end(index)))
      index += 1
    case .page, .argumentValue, .linkText:
      index += 1
    case .template, .parserFunction, .variable, .parameterReference:
      visitTransclusion(record)
    case .wikilink, .interwikiLink, .externalLink:
      visitLink(record)
    case .fileLink:
      visitPicture(record)
    case .bold, .italic:
      visitStyle(record)
    case .heading:
      beginBlock(inBlock: false)
      let name = MarkupName.heading(level: Int(record.detail))
      construction.start(node(name, at: index, openEnd: end(index + 1)))
      enter(name, from: index + 1, to: Int(record.next))
    case .list, .listItem:
      visitListPart(record)
    case .preformatted:
      visitPreformatted(record)
    case .table:
      visitTable(record)
    case .tableRow, .tableCell, .tableHeaderCell, .tableCaption:
      visitTablePart(record)
    case .htmlElement:
      index += 1
    case .startTag:
      visitStartTag(record)
    case .endTag:
      visitEndTag(record)
    case .extensionTag:
      visitExtension(record)
    case .galleryItem:
      visitGalleryItem(record)
    }
  }

  // MARK: Text

  private mutating func visitText(_ record: SyntaxRecord) {
    let end = end(index)
    defer { index += 1 }
    if record.flags.contains(.dropped) { return }
    let parent = construction.top
    if line.isAtStart || construction.mayReopen
      || !parent.traits.isDisjoint(with: [.tableStructure, .block, .boundary])
    {
      if isBlank(Int(record.start), end) {
        if line.mode == .flow, line.isAtStart { return }
        beginContent()
        construction.blank(record.start, UInt32(truncatingIfNeeded: end))
        return
      }
    }
    beginContent()
    construction.text(record.start, UInt32(truncatingIfNeeded: end))
  }

  private mutating func addText(_ record: SyntaxRecord) {
    beginContent()
    construction.text(record.start, UInt32(truncatingIfNeeded: end(index)))
    index = Int(record.next)
  }

  private mutating func visitNewline(_ record: SyntaxRecord) {
    endQuotes()
    if line.inPre {
      construction.blank(record.start, UInt32(truncatingIfNeeded: end(index)))
    } else {
      line.newlines += 1
    }
  }

  /// What a template makes is not known: one in a line stands for text, one that has its line to itself for nothing, and
  /// none for anything that could not stand in a table.
  private mutating func visitTransclusion(_ record: SyntaxRecord) {
    if construction.top.traits.contains(.tableStructure) {
      construction.noteTemplateInTable()
      index = Int(record.next)
    } else if line.mode == .flow, isLineOfTemplates() {
      index = Int(record.next)
    } else {
      addText(record)
    }
  }

  // MARK: Links

  private mutating func visitLink(_ record: SyntaxRecord) {
    beginContent()
    let next = Int(record.next)
    // The brackets and what the link leads to stand before its text.
    let text = self.next(index + 2)
    // Letters behind the brackets are of the link, and not of what is between them.
    let trail = records[next - 1].kind == .linkTrail ? next - 1 : next
    let last = records[trail - 1].kind == .delimiter ? trail - 1 : trail
    enterFragment(.link, of: index, .plain, from: min(text, last), to: last, resume: trail)
    if text >= last { construction.text(record.start, record.start) }
  }

  /// A picture: only its caption is read, which is the last part that is no option.
  private mutating func visitPicture(_ record: SyntaxRecord) {
    beginContent()
    let caption = caption(index)
    let end = caption.map { self.next($0) } ?? Int(record.next)
    let isFigure = isFigure(index)
    enterFragment(
      isFigure ? .figure : .fragment,
      of: index,
      .plain,
      from: caption.map { $0 + 1 } ?? end,
      to: end,
      resume: Int(record.next)
    )
  }

  private mutating func visitGalleryItem(_ record: SyntaxRecord) {
    let next = Int(record.next)
    guard let caption = caption(index) else {
      index = next
      return
    }
    enterFragment(.blockFragment, of: index, .plain, from: caption + 1, to: self.next(caption), resume: next)
  }

  /// The part of a picture that is its caption.
  private func caption(_ picture: Int) -> Int? {
    var caption: Int?
    forEachPart(of: picture) { part, option in
      if option == nil { caption = part }
    }
    return caption
  }

  /// Options that take a picture out of the text.
  private var figureOptions: [ImageOption] {
    [.thumbnail, .manualThumbnail, .framed, .left, .right, .center, ImageOption.none]
  }

  /// Whether a picture is taken out of the text, by its options.
  func isFigure(_ picture: Int) -> Bool {
    var isFigure = false
    forEachPart(of: picture) { _, option in
      if let option, figureOptions.contains(option) { isFigure = true }
    }
    return isFigure
  }

  private func forEachPart(of picture: Int, _ body: (Int, ImageOption?) -> Void) {
    var part = picture + 1
    let limit = next(picture)
    while part < limit {
      if records[part].kind == .linkText, let option = FileOptionSyntax(Syntax(tree, part)) {
        body(part, option.option)
      }
      part = next(part)
    }
  }

  // MARK: Blocks

  private mutating func visitListPart(_ record: SyntaxRecord) {
    beginBlock()
    let tag: HTMLTag
    if record.kind == .list {
      switch ListKind(rawValue: UInt8(truncatingIfNeeded: record.detail)) {
      case .unordered?: tag = .ul
      case .ordered?: tag = .ol
      default: tag = .dl
      }
    } else {
      switch UInt8(truncatingIfNeeded: record.detail) {
      case UInt8(ascii: ";"): tag = .dt
      case UInt8(ascii: ":"): tag = .dd
      default: tag = .li
      }
    }
    construction.start(node(MarkupName(tag), at: index, openEnd: start(index)))
    enter(MarkupName(tag), from: index + 1, to: Int(record.next))
    scopes[scopes.count - 1].lineEffect = .endsBlock
  }

  private mutating func visitPreformatted(_ record: SyntaxRecord) {
    beginBlock()
    construction.start(node(MarkupName(.pre), at: index, openEnd: start(index)))
    enter(MarkupName(.pre), from: index + 1, to: Int(record.next))
    scopes[scopes.count - 1].lineEffect = .endsBlock
  }

  // MARK: Tables

  private mutating func visitTable(_ record: SyntaxRecord) {
    beginBlock(inBlock: true)
    let next = Int(record.next)
    construction.start(node(MarkupName(.table), at: index, openEnd: end(index + 1)))
    enter(
      MarkupName(.table),
      from: afterAttributes(index + 1, next),
      to: next,
      isUnclosed: record.flags.contains(.missingClose)
    )
    scopes[scopes.count - 1].lineEffect = .endsTable
  }

  private mutating func visitTablePart(_ record: SyntaxRecord) {
    let next = Int(record.next)
    let tag: HTMLTag
    switch record.kind {
    case .tableRow: tag = .tr
    case .tableCaption: tag = .caption
    case .tableCell: tag = .td
    default: tag = .th
    }
    endQuotes()
    endBlock(inBlock: tag == .tr || tag == .caption)
    // What is left of a table that something else ended is text.
    construction.start(node(MarkupName(tag), at: index, openEnd: end(index + 1)))
    let content = tag == .tr ? afterAttributes(index + 1, next) : cellContent(index + 1, next)
    enter(MarkupName(tag), from: content, to: next)
    scopes[scopes.count - 1].lineEffect = .endsCell
  }

  /// The first record behind the attributes of a table or row, whose own mark is at `first`.
  private func afterAttributes(_ first: Int, _ end: Int) -> Int {
    var child = first
    while child < end {
      switch records[child].kind {
      case .attribute, .text, .comment: child = next(child)
      case .template, .parserFunction, .parameterReference, .variable: child = next(child)
      case .delimiter where child == first: child = next(child)
      default: return child
      }
    }
    return end
  }

  /// The first record behind the mark of a cell or caption, its attributes and the pipe behind these.
  private func cellContent(_ mark: Int, _ end: Int) -> Int {
    var child = mark + 1
    while child < end {
      switch records[child].kind {
      case .attribute, .text, .template, .parserFunction, .parameterReference, .variable, .extensionTag: break
      case .delimiter: return records[child].flags.contains(.stray) ? mark + 1 : child + 1
      case .comment, .inclusionTag, .includeOnly: break
      default: return mark + 1
      }
      child = next(child)
    }
    return mark + 1
  }
}
