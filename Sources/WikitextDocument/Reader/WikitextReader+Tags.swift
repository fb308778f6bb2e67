import WikitextSyntax

/// HTML elements and extension tags.
extension WikitextReader {
  // MARK: HTML

  mutating func visitElement(_ record: SyntaxRecord) {
    index += 1
    visitStartTag(records[index], isUnclosed: record.flags.contains(.missingClose))
  }

  /// The start tag at `index`: an element of the construction, which ends with an end tag or by its rules.
  mutating func visitStartTag(_ record: SyntaxRecord, isUnclosed: Bool) {
    let start = Int(record.start)
    let startTag = index
    index = Int(record.next)
    guard let tag = HTMLTag(rawValue: UInt8(truncatingIfNeeded: record.detail)) else { return }
    builder.place = start
    if tag == .meta || tag == .link, !isMicrodata(tag, startTag) {
      addSource(start, end(startTag))
      return
    }
    beginLine(of: startTag)
    var node = NewNode(kind(of: tag), at: start, flags: .tag, name: name(of: tag))
    if let level = tag.headingLevel {
      node.detail = UInt16(level)
      beginSection(level: level, at: start)
    } else if let list = listKind(of: tag) {
      node.detail = UInt16(list.rawValue)
    }
    if tag.isVoid {
      construction.addVoid(node, to: end(startTag), isBlock: tag == .hr)
      addAttributes(ofTag: startTag, to: builder.records.count - 1)
      return
    }
    let element = ElementName(tag)
    if tag == .pre { beginPre() }
    // As in HTML, a slash before the `>` does not end an element that may have content.
    guard construction.start(element, node, isUnclosed: isUnclosed && !tag.mayOmitEndTag) else { return }
    if isUnclosed, !tag.mayOmitEndTag { builder.records[builder.current].flags.insert(.unclosed) }
    addAttributes(ofTag: startTag, to: builder.current)
    construction.rememberFormatting()
  }

  /// Whether a `<meta>` or `<link>` is microdata; others are text (`Sanitizer::validateTag`).
  private func isMicrodata(_ tag: HTMLTag, _ startTag: Int) -> Bool {
    hasAttribute("itemprop", startTag) && hasAttribute(tag == .meta ? "content" : "href", startTag)
  }

  /// In an HTML `<pre>` all white space counts but the line break behind the tag, and no paragraphs begin.
  private mutating func beginPre() {
    line.inPre = true
    guard records[index].kind == .newline else { return }
    index += 1
  }

  /// Begins the line of a tag at the record `tag`, which is behind the reading position.
  private mutating func beginLine(of tag: Int) {
    let place = index
    index = tag
    beginContent()
    index = place
  }

  mutating func visitEndTag(_ record: SyntaxRecord) {
    let end = end(index)
    let raw = UInt8(truncatingIfNeeded: record.detail)
    defer { index = Int(record.next) }
    guard let tag = HTMLTag(rawValue: raw) else { return }
    if !record.flags.contains(.stray), let count = passedOver[raw], count > 0 {
      passedOver[raw] = count - 1
      return
    }
    beginContent()
    if tag == .br {
      // MediaWiki takes `</br>` for a line break.
      let node = NewNode(.lineBreak, at: Int(record.start), flags: .tag, name: name(of: tag))
      construction.addVoid(node, to: end, isBlock: false)
    } else {
      construction.end(ElementName(tag), at: end)
      if tag == .pre { line.endPre() }
    }
  }

  private func kind(of tag: HTMLTag) -> NodeKind {
    switch tag {
    case .p: .paragraph
    case .pre: .preformatted
    case .ul, .ol, .dl: .list
    case .li: .listItem
    case .dt: .term
    case .dd: .description
    case .table: .table
    case .tr: .tableRow
    case .td: .tableCell
    case .th: .tableHeaderCell
    case .caption: .tableCaption
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .div, .blockquote, .center: .block
    case .hr: .thematicBreak
    case .br: .lineBreak
    default: .element
    }
  }

  private func listKind(of tag: HTMLTag) -> ListKind? {
    switch tag {
    case .ul: .unordered
    case .ol: .ordered
    case .dl: .definition
    default: nil
    }
  }

  private mutating func addAttributes(ofTag tag: Int, to node: Int) {
    addAttributes(ofChildrenFrom: tag + 2, to: next(tag), node: node)
  }

  private mutating func name(of tag: HTMLTag) -> PoolRange {
    let mark = builder.mark
    builder.pool.append(contentsOf: tag.name.utf8)
    return builder.since(mark)
  }

  // MARK: Extensions

  mutating func visitExtension(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let next = Int(record.next)
    let startTag = index + 1
    let content = self.next(startTag)
    // The end tag of an extension is no element's.
    let isOpen = record.flags.contains(.missingClose) || records[startTag].flags.contains(.selfClosing)
    let stop = isOpen ? next : next - 1
    builder.extras.extensionTags.append(
      DocumentExtras.ExtensionTag(tag: record.detail, range: SourceRange(start: start, end: end(index)))
    )
    switch roles.role(Int(record.detail)) {
    case .reference:
      visitReference(record, startTag, content, stop)
    case .references:
      beginContent()
      enterContext(NewNode(.referenceList, at: start), isBlock: true, .item, from: content, to: stop, resume: next)
      addAttributes(ofTag: startTag, to: builder.current)
      if listGroup == nil {
        listGroup = attribute("group", of: startTag) ?? PoolRange()
        scopes[scopes.count - 1].isReferenceList = true
      }
    case .nowiki:
      beginContent()
      addRaw(content, next)
    case .preformatted:
      beginContent()
      let node = NewNode(.preformatted, at: start, name: extensionName(record))
      enterContext(node, isBlock: true, .inline, from: content, to: stop, resume: next)
      addAttributes(ofTag: startTag, to: builder.current)
      addRaw(content, next, isPre: true)
    case .math:
      leaf(.math, record, startTag, content)
    case .code:
      leaf(.code, record, startTag, content)
    case .gallery:
      beginContent()
      enterContext(NewNode(.gallery, at: start), isBlock: true, .parts, from: content, to: stop, resume: next)
      addAttributes(ofTag: startTag, to: builder.current)
    case .poem, .wikitext:
      beginContent()
      let mode: LineState.Mode = line.mode == .flow ? .flow : .item
      let node = NewNode(.block, at: start, name: extensionName(record))
      enterContext(node, isBlock: true, mode, from: content, to: stop, resume: next)
      addAttributes(ofTag: startTag, to: builder.current)
      if roles.role(Int(record.detail)) == .poem { beginPoem(content) }
    case .imageMap:
      beginContent()
      let range = self.start(content)..<(content < next ? contentEnd(content, next) : self.start(content))
      var node = NewNode(.extension, at: start, name: extensionName(record))
      node.target = builder.intern(source[range])
      visitImageMap(node, startTag, content: range, end: end(index))
      index = next
    case .other:
      leaf(.extension, record, startTag, content)
    }
  }

  /// Whether the extension tag at this record makes a block.
  func makesBlock(_ record: Int) -> Bool {
    let role = roles.role(Int(records[record].detail))
    if role == .math { return hasAttribute("display", record + 1, value: "block") }
    return role.isBlock && !(role == .code && hasAttribute("inline", record + 1))
  }

  private mutating func extensionName(_ record: SyntaxRecord) -> PoolRange {
    let mark = builder.mark
    builder.pool.append(contentsOf: tree.configuration.extensionTags[Int(record.detail)].name.utf8)
    return builder.since(mark)
  }

  /// Adds the content of an extension tag as it is.
  private mutating func leaf(_ kind: NodeKind, _ record: SyntaxRecord, _ startTag: Int, _ content: Int) {
    let next = Int(record.next)
    let isBlock = makesBlock(index)
    beginContent()
    let name = extensionName(record)
    var target = PoolRange()
    if content < next, records[content].kind != .endTag {
      target = builder.intern(source[start(content)..<contentEnd(content, next)])
    }
    construction.addVoid(
      NewNode(kind, at: Int(record.start), flags: isBlock && kind == .math ? .block : [], name: name, target: target),
      to: end(index),
      isBlock: isBlock
    )
    addAttributes(ofTag: startTag, to: builder.records.count - 1)
    index = next
  }

  /// Where the content of an extension tag ends: before its end tag.
  private func contentEnd(_ content: Int, _ next: Int) -> Int {
    var child = content
    while child < next, records[child].kind != .endTag { child = self.next(child) }
    return start(child)
  }

  /// Adds the content of `<nowiki>` or `<pre>` as text: nothing but character references counts in it.
  ///
  /// In `<pre>` the first line break is none of the text, as in HTML, and `<nowiki>` is not shown.
  private mutating func addRaw(_ content: Int, _ next: Int, isPre: Bool = false) {
    if content < next, records[content].kind == .rawText {
      var start = start(content)
      let end = end(content)
      if isPre, source[start] == 0x0A { start += 1 }
      if isPre { start = addWithoutNowiki(start, end) }
      while line.showsLineBreaks, let newline = source[start..<end].firstIndex(of: 0x0A) {
        addRawText(start, newline)
        construction.addVoid(NewNode(.lineBreak, at: newline), to: newline + 1, isBlock: false)
        addRawText(newline, newline + 1)
        start = newline + 1
      }
      addRawText(start, end)
    }
    index = next
  }

  /// Adds text without the `<nowiki>` and `</nowiki>` that belong together in it; the innermost do
  /// (`StringUtils::delimiterReplace`).
  ///
  /// - Returns: where the text that is left to add begins.
  private mutating func addWithoutNowiki(_ start: Int, _ end: Int) -> Int {
    var copied = start
    var open: Int?
    var position = start
    while position < end {
      guard source[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      if Bytes.matches(source.span, at: position, end: end, "<nowiki>") {
        open = position
        position += 8
      } else if let begin = open, Bytes.matches(source.span, at: position, end: end, "</nowiki>") {
        addRawText(copied, begin)
        addRawText(begin + 8, position)
        position += 9
        copied = position
        open = nil
      } else {
        position += 1
      }
    }
    return copied
  }

  private mutating func addRawText(_ start: Int, _ end: Int) {
    if start == end { return }
    construction.prepareText()
    let mark = builder.mark
    appendDecoded(start, end)
    builder.extendText(from: mark, source: start, end)
  }

  /// The value of a tag's attribute; of several the last.
  private mutating func attribute(_ name: StaticString, of tag: Int) -> PoolRange? {
    var value: PoolRange?
    var child = tag + 1
    while child < next(tag) {
      if records[child].kind == .attribute, nameMatches(child + 1, name) {
        value = PoolRange()
        var part = child + 1
        while part < next(child) {
          if records[part].kind == .attributeValue {
            let mark = builder.mark
            let range = trimmed(start(part), end(part))
            appendDecoded(range.lowerBound, range.upperBound)
            value = builder.since(mark)
          }
          part = next(part)
        }
      }
      child = next(child)
    }
    return value
  }

  private func hasAttribute(_ name: StaticString, _ tag: Int, value: StaticString? = nil) -> Bool {
    var child = tag + 1
    while child < next(tag) {
      if records[child].kind == .attribute, nameMatches(child + 1, name) {
        guard let value else { return true }
        if let written = self.child(.attributeValue, of: child), nameMatches(written, value) { return true }
      }
      child = next(child)
    }
    return false
  }

  private func nameMatches(_ record: Int, _ name: StaticString) -> Bool {
    let start = start(record)
    let end = end(record)
    return end - start == name.utf8CodeUnitCount && Bytes.matches(source.span, at: start, end: end, name)
  }

  // MARK: References

  private mutating func visitReference(_ record: SyntaxRecord, _ startTag: Int, _ content: Int, _ stop: Int) {
    let name = attribute("name", of: startTag) ?? PoolRange()
    let group = attribute("group", of: startTag)
    enterReference(group: group, name: name, at: record, from: content, to: stop)
    addAttributes(ofTag: startTag, to: builder.current)
  }

  /// Goes into a `reference` node, whose content is from record `content` to `stop`: a use where it stands in the text,
  /// a definition where it has content.
  mutating func enterReference(
    group: PoolRange?,
    name: PoolRange,
    at record: SyntaxRecord,
    from content: Int,
    to stop: Int
  ) {
    let number = builder.reference(group: group ?? listGroup ?? PoolRange(), name: name)
    let isInList = listGroup != nil
    if !isInList { beginContent() }
    let place = PoolRange(start: UInt32(truncatingIfNeeded: number), end: UInt32(truncatingIfNeeded: number))
    let node = NewNode(.reference, at: Int(record.start), target: place)
    enterContext(node, .item, from: content, to: stop, resume: Int(record.next))
    // It is shown in an item of a list, which the `BlockLevelPass` takes for a block.
    line.makesPreformatted = false
    if !isInList { builder.use(number, node: builder.current) }
    guard content < stop else { return }
    if builder.extras.references[number].definition == nil {
      builder.extras.references[number].definition = UInt32(truncatingIfNeeded: builder.current)
      builder.extras.references[number].isListDefined = isInList
    } else {
      builder.extras.references[number].isDefinedAgain = true
    }
  }
}
