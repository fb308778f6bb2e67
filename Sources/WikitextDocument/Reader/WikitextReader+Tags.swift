import WikitextSyntax

/// HTML elements and extension tags.
extension WikitextReader {
  // MARK: HTML

  mutating func visitElement(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let startTag = index + 1
    let content = next(startTag)
    let next = Int(record.next)
    guard let tag = HTMLTag(rawValue: UInt8(truncatingIfNeeded: record.detail)) else {
      index = content
      return
    }
    var mode = Mode.item
    switch tag {
    case .p:
      beginBlock()
      builder.openNode(.paragraph, at: start)
    case .ul, .ol, .dl:
      beginBlock()
      let kind: ListKind = tag == .ul ? .unordered : tag == .ol ? .ordered : .definition
      builder.openNode(.list, at: start, detail: UInt16(kind.rawValue))
      mode = .parts
    case .table:
      beginBlock()
      builder.openNode(.table, at: start, flags: flags(record))
      mode = .parts
    case .tr, .td, .th, .caption, .li, .dt, .dd:
      guard openPart(tag, at: start) else {
        index = content
        return
      }
      if tag == .tr { mode = .parts }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      let level = tag.headingLevel ?? 1
      beginBlock()
      if scopes.count == 1 { builder.beginSection(level: level, at: start) }
      builder.openNode(.heading, at: start, detail: UInt16(level))
      mode = .inline
    case .div, .blockquote, .center:
      beginBlock()
      builder.openNode(.block, at: start, flags: flags(record), name: name(of: tag))
      mode = scope.mode == .inline ? .inline : .flow
    default:
      beginInline(at: start)
      builder.openNode(.element, at: start, flags: flags(record), name: name(of: tag))
      mode = .inline
    }
    addAttributes(ofTag: startTag)
    enter(mode, from: content, to: next, resume: next)
  }

  /// Opens a part of a list or table that HTML tags make; false where no list or table is around.
  private mutating func openPart(_ tag: HTMLTag, at start: Int) -> Bool {
    guard scope.mode == .parts else { return false }
    switch tag {
    case .tr: builder.openNode(.tableRow, at: start)
    case .td: builder.openNode(.tableCell, at: start)
    case .th: builder.openNode(.tableHeaderCell, at: start)
    case .caption: builder.openNode(.tableCaption, at: start)
    case .dt: builder.openNode(.term, at: start)
    case .dd: builder.openNode(.description, at: start)
    default: builder.openNode(.listItem, at: start)
    }
    return true
  }

  private mutating func addAttributes(ofTag tag: Int) {
    addAttributes(ofChildrenFrom: tag + 2, to: next(tag), node: builder.current)
  }

  private mutating func name(of tag: HTMLTag) -> PoolRange {
    let mark = builder.mark
    builder.pool.append(contentsOf: tag.name.utf8)
    return builder.since(mark)
  }

  /// A start tag without an end tag: a line break, a rule; or an item or cell that ends where the next one begins.
  mutating func visitLoneTag(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let end = end(index)
    let tag = HTMLTag(rawValue: UInt8(truncatingIfNeeded: record.detail))
    switch tag {
    case .br:
      beginInline(at: start)
      builder.addLeaf(.lineBreak, from: start, to: end)
    case .hr:
      beginBlock()
      builder.addLeaf(.thematicBreak, from: start, to: end)
    case .p:
      beginBlock()
    case .li, .dt, .dd, .td, .th, .tr:
      if let tag { visitImpliedPart(tag, at: start) }
      return
    default:
      break
    }
    index = Int(record.next)
  }

  /// `<li>` and the like with no end tag: what follows is its content, up to the next such tag.
  private mutating func visitImpliedPart(_ tag: HTMLTag, at start: Int) {
    let tagIndex = index
    // The part before ends here; it is the scope on top, and has the end of the list's scope.
    if scope.isImplied, tag == .tr || builder.currentKind != .tableRow { leaveImplied() }
    if scope.isImplied, tag == .tr { leaveImplied() }
    index = tagIndex
    guard openPart(tag, at: start) else {
      index = next(tagIndex)
      return
    }
    addAttributes(ofTag: tagIndex)
    let end = scope.end
    enter(tag == .tr ? .parts : .item, from: next(tagIndex), to: end, resume: end)
    scope.isImplied = true
  }

  private mutating func leaveImplied() {
    let place = index
    let scope = scopes.removeLast()
    while builder.depth > scope.depth { builder.closeNode(at: start(place)) }
  }

  // MARK: Extensions

  mutating func visitExtension(_ record: SyntaxRecord) {
    let start = Int(record.start)
    let next = Int(record.next)
    let end = end(index)
    let startTag = index + 1
    let content = self.next(startTag)
    switch roles.role(Int(record.detail)) {
    case .reference:
      visitReference(record, startTag, content)
    case .references:
      beginBlock()
      builder.openNode(.referenceList, at: start)
      addAttributes(ofTag: startTag)
      if listGroup == nil {
        listGroup = attribute("group", of: startTag) ?? PoolRange()
        enter(.item, from: content, to: next, resume: next)
        scope.isReferenceList = true
      } else {
        enter(.item, from: content, to: next, resume: next)
      }
    case .nowiki:
      beginInline(at: start)
      addRaw(content, next)
    case .preformatted:
      beginBlock()
      builder.openNode(.preformatted, at: start)
      addAttributes(ofTag: startTag)
      addRaw(content, next)
      builder.closeNode(at: end)
      index = next
    case .math:
      beginInline(at: start)
      leaf(.math, record, startTag, content)
    case .code:
      let isInline = attribute("inline", of: startTag) != nil
      if isInline { beginInline(at: start) } else { beginBlock() }
      leaf(.code, record, startTag, content)
    case .gallery:
      beginBlock()
      builder.openNode(.gallery, at: start)
      addAttributes(ofTag: startTag)
      enter(.parts, from: content, to: next, resume: next)
    case .wikitext:
      beginBlock()
      builder.openNode(.block, at: start, name: extensionName(record))
      addAttributes(ofTag: startTag)
      enter(scope.mode == .flow ? .flow : .item, from: content, to: next, resume: next)
    case .other:
      beginInline(at: start)
      leaf(.extension, record, startTag, content)
    }
  }

  private mutating func extensionName(_ record: SyntaxRecord) -> PoolRange {
    let mark = builder.mark
    builder.pool.append(contentsOf: tree.configuration.extensionTags[Int(record.detail)].name.utf8)
    return builder.since(mark)
  }

  /// Adds the content of an extension tag as it is.
  private mutating func leaf(_ kind: NodeKind, _ record: SyntaxRecord, _ startTag: Int, _ content: Int) {
    let next = Int(record.next)
    let name = extensionName(record)
    var target = PoolRange()
    if content < next, records[content].kind != .endTag {
      target = builder.intern(source[start(content)..<contentEnd(content, next)])
    }
    builder.openNode(kind, at: Int(record.start), name: name, target: target)
    addAttributes(ofTag: startTag)
    builder.closeNode(at: end(index))
    index = next
  }

  /// Where the content of an extension tag ends: before its end tag.
  private func contentEnd(_ content: Int, _ next: Int) -> Int {
    var child = content
    while child < next, records[child].kind != .endTag { child = self.next(child) }
    return start(child)
  }

  /// Adds the content of `<nowiki>` or `<pre>` as text: nothing but character references counts in it.
  private mutating func addRaw(_ content: Int, _ next: Int) {
    if content < next, records[content].kind == .rawText {
      let mark = builder.mark
      appendDecoded(start(content), end(content))
      builder.extendText(from: mark, source: start(content), end(content))
    }
    index = next
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

  private func nameMatches(_ record: Int, _ name: StaticString) -> Bool {
    let start = start(record)
    guard end(record) - start == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { expected in
      for offset in 0..<expected.count where unsafe source[start + offset] | 0x20 != expected[offset] {
        return false
      }
      return true
    }
  }

  // MARK: References

  private mutating func visitReference(_ record: SyntaxRecord, _ startTag: Int, _ content: Int) {
    let next = Int(record.next)
    let name = attribute("name", of: startTag) ?? PoolRange()
    let group = attribute("group", of: startTag)
    openReference(group: group, name: name, hasContent: content < next && records[content].kind != .endTag, at: record)
    addAttributes(ofTag: startTag)
    enter(.item, from: content, to: next, resume: next)
  }

  /// Opens a `reference` node: a use where it stands in the text, a definition where it has content.
  mutating func openReference(group: PoolRange?, name: PoolRange, hasContent: Bool, at record: SyntaxRecord) {
    let number = builder.reference(group: group ?? listGroup ?? PoolRange(), name: name)
    let isInList = listGroup != nil
    if !isInList { beginInline(at: Int(record.start)) }
    let place = PoolRange(start: UInt32(truncatingIfNeeded: number), end: UInt32(truncatingIfNeeded: number))
    builder.openNode(.reference, at: Int(record.start), target: place)
    let node = builder.current
    if !isInList { builder.use(number, node: node) }
    guard hasContent else { return }
    if builder.extras.references[number].definition == nil {
      builder.extras.references[number].definition = UInt32(truncatingIfNeeded: node)
      builder.extras.references[number].isListDefined = isInList
    } else {
      builder.extras.references[number].isDefinedAgain = true
    }
  }
}
