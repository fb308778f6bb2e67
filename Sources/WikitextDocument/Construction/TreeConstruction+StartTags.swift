import WikitextSyntax

/// Start tags: "in body" and in the parts of tables (13.2.6.4.7 to 13.2.6.4.15).
extension TreeConstruction {
  /// Opens an element.
  ///
  /// - Returns: whether it was opened: parts of tables are ignored where there is no table. Its node is then the
  ///   builder's current one; one of the formatting elements is to be followed by ``rememberFormatting()`` once its
  ///   attributes are there.
  mutating func start(_ name: ElementName, _ node: NewNode, isUnclosed: Bool = false) -> Bool {
    let own: ElementTraits = isUnclosed ? .unclosed : []
    guard let tag = name.tag else {
      if name == .link { startLink(node) } else { startBlock(name, node, own) }
      return true
    }
    switch tag {
    case .table:
      startTable(node, own)
    case .caption, .tr, .td, .th:
      return startTablePart(tag, node, own)
    case .li:
      closeItem(.li, .li)
      startBlock(name, node, own)
    case .dd, .dt:
      closeItem(.dd, .dt)
      startBlock(name, node, own)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      prepareBlock()
      if top.traits.contains(.heading) { pop() }
      push(name, node, traits: own)
    case .p, .div, .blockquote, .center, .ul, .ol, .dl, .pre:
      startBlock(name, node, own)
    case .rb, .rtc, .rp, .rt:
      if isInScope(ElementName(.ruby)) { generateImpliedEnds(except: tag == .rb || tag == .rtc ? nil : .rtc) }
      prepareInline()
      push(name, node, traits: own)
    default:
      prepareInline()
      push(name, node, traits: own)
    }
    return true
  }

  private mutating func startBlock(_ name: ElementName, _ node: NewNode, _ own: ElementTraits) {
    prepareBlock()
    push(name, node, traits: own)
  }

  /// `a` ends an `a` that is open: a link in the text of an external link cuts it.
  private mutating func startLink(_ node: NewNode) {
    let nothingIsActive = formatting.isEmpty || formatting[formatting.count - 1].isMark
    if !nothingIsActive, let open = lastFormatting(.link) {
      let old = formatting[open].node
      adopt(.link)
      formatting.removeAll { $0.node == old }
      if let place = place(of: old) { remove(at: place) }
    }
    prepareInline()
    push(.link, node)
    if nothingIsActive {
      let node = UInt32(truncatingIfNeeded: builder.current)
      formatting.append(FormattingEntry(node: node, name: .link, isUnclosed: false))
    } else {
      rememberFormatting()
    }
  }

  /// Adds an element that can have no content: a rule, which is a block, a line break, which is not.
  mutating func addVoid(_ node: NewNode, to end: Int, isBlock: Bool) {
    if isBlock { prepareBlock() } else { prepareInline() }
    builder.addLeaf(node, to: end)
  }

  /// Ends the item before: the end tags of items may be left out.
  private mutating func closeItem(_ first: HTMLTag, _ second: HTMLTag) {
    var index = elements.count - 1
    while index > 0 {
      let element = elements[index]
      if element.name == ElementName(first) || element.name == ElementName(second) {
        pop(to: index)
        return
      }
      if element.traits.contains(.special) || element.traits.contains(.context) {
        if !element.traits.contains(.transparentForItems) { return }
      }
      index -= 1
    }
  }

  // MARK: Tables

  private mutating func startTable(_ node: NewNode, _ own: ElementTraits) {
    if top.mode == .table || top.mode == .row, let open = placeInTableScope(ElementName(.table)) {
      // A table straight in a table ends it.
      pop(to: open)
    }
    startBlock(ElementName(.table), node, own)
  }

  private mutating func startTablePart(_ tag: HTMLTag, _ node: NewNode, _ own: ElementTraits) -> Bool {
    while true {
      switch top.mode {
      case .body:
        return false
      case .cell:
        closeCell()
      case .caption:
        guard let caption = placeInTableScope(ElementName(.caption)) else { return false }
        closePart(caption)
      case .row:
        guard let row = placeInTableScope(ElementName(.tr)) else { return false }
        if tag == .td || tag == .th {
          pop(to: row + 1)
          pushPart(tag, node, own)
          return true
        }
        pop(to: row)
      case .table:
        guard let table = placeInTableScope(ElementName(.table)) else { return false }
        pop(to: table + 1)
        switch tag {
        case .td, .th: push(ElementName(.tr), NewNode(.tableRow, at: node.start))
        case .tr:
          push(ElementName(.tr), node, traits: own)
          return true
        default:
          pushPart(tag, node, own)
          return true
        }
      }
    }
  }

  /// Opens a cell or caption: what is active outside is not inside.
  private mutating func pushPart(_ tag: HTMLTag, _ node: NewNode, _ own: ElementTraits) {
    formatting.append(FormattingEntry(node: FormattingEntry.mark, name: .root, isUnclosed: false))
    mayReopen = false
    push(ElementName(tag), node, traits: own)
  }

  /// Ends the cell that is open.
  mutating func closeCell() {
    var index = elements.count - 1
    while index > 0, elements[index].name != ElementName(.td), elements[index].name != ElementName(.th) { index -= 1 }
    if index > 0 { closePart(index) }
  }

  /// Ends a cell or caption at this place of the stack.
  mutating func closePart(_ index: Int, at end: Int? = nil) {
    pop(to: index + 1)
    pop(at: end)
    clearFormattingToMark()
  }
}
