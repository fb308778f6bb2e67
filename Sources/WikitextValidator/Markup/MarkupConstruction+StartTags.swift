import WikitextSyntax

/// Start tags: "in body" and in the parts of tables (13.2.6.4.7 to 13.2.6.4.15).
extension MarkupConstruction {
  /// Opens an element.
  ///
  /// - Parameter node: the element, which has no place in the tree yet.
  /// - Returns: whether it was opened: parts of tables are ignored where there is no table.
  @discardableResult
  mutating func start(_ node: MarkupNode) -> Bool {
    guard open.count < MarkupConstruction.maximumDepth else {
      passedOver[node.name.rawValue, default: 0] += 1
      return true
    }
    guard let tag = node.name.tag else { return false }
    switch tag {
    case .table:
      startTable(node)
    case .caption, .tr, .td, .th:
      return startTablePart(tag, node)
    case .li:
      closeItem(.li, .li)
      startBlock(node)
    case .dd, .dt:
      closeItem(.dd, .dt)
      startBlock(node)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraph()
      if top.traits.contains(.heading) { pop() }
      push(add(node))
    case .p, .div, .blockquote, .center, .ul, .ol, .dl, .pre:
      startBlock(node)
    case .rb, .rtc, .rp, .rt:
      if placeInScope(MarkupName(.ruby)) != nil {
        generateImpliedEnds(except: tag == .rb || tag == .rtc ? nil : .rtc)
      }
      push(add(node))
    default:
      if mayReopen { reopenFormatting() }
      push(add(node))
      if tag.isFormatting { rememberFormatting() }
    }
    return true
  }

  /// Adds an element that can have no content.
  mutating func addVoid(_ tag: HTMLTag, _ node: MarkupNode) {
    if tag == .hr { closeParagraph() } else if mayReopen { reopenFormatting() }
    _ = add(node)
  }

  private mutating func startBlock(_ node: MarkupNode) {
    closeParagraph()
    push(add(node))
  }

  /// Ends the item before: the end tags of items may be left out.
  private mutating func closeItem(_ first: HTMLTag, _ second: HTMLTag) {
    var index = open.count - 1
    while index > 0 {
      let element = open[index]
      if element.name == MarkupName(first) || element.name == MarkupName(second) {
        pop(to: index)
        return
      }
      if element.traits.contains(.special), !element.traits.contains(.passesItems) { return }
      index -= 1
    }
  }

  // MARK: Tables

  private mutating func startTable(_ node: MarkupNode) {
    if top.mode == .table || top.mode == .row, let table = placeInTableScope(MarkupName(.table)) {
      // A table straight in a table ends it.
      pop(to: table)
    }
    startBlock(node)
  }

  private mutating func startTablePart(_ tag: HTMLTag, _ node: MarkupNode) -> Bool {
    while true {
      switch top.mode {
      case .body:
        return false
      case .cell:
        closeCell()
      case .caption:
        guard let caption = placeInTableScope(MarkupName(.caption)) else { return false }
        closePart(caption, by: nil)
      case .row:
        guard let row = placeInTableScope(MarkupName(.tr)) else { return false }
        if tag == .td || tag == .th {
          pop(to: row + 1)
          pushPart(node)
          return true
        }
        pop(to: row)
      case .table:
        guard let table = placeInTableScope(MarkupName(.table)) else { return false }
        pop(to: table + 1)
        if tag == .td || tag == .th {
          var row = node
          row.name = MarkupName(.tr)
          row.flags = .impliedStart
          row.openEnd = row.start
          push(append(row, to: top.node))
        } else if tag == .tr {
          push(append(node, to: top.node))
          return true
        } else {
          pushPart(node)
          return true
        }
      }
    }
  }

  /// Opens a cell or caption: what is active outside is not inside.
  private mutating func pushPart(_ node: MarkupNode) {
    formatting.append(.mark)
    mayReopen = false
    push(append(node, to: top.node))
  }

  /// Ends the cell that is open.
  mutating func closeCell() {
    var index = open.count - 1
    while index > 0, open[index].name != MarkupName(.td), open[index].name != MarkupName(.th) { index -= 1 }
    if index > 0 { closePart(index, by: nil) }
  }

  /// Ends a cell or caption at this place of the stack.
  ///
  /// - Parameters:
  ///   - index: the place.
  ///   - tag: its end tag; nil where it has none.
  mutating func closePart(_ index: Int, by tag: EndTag?) {
    pop(to: index + 1)
    if let tag { close(tag) } else { pop() }
    clearFormattingToMark()
  }
}
