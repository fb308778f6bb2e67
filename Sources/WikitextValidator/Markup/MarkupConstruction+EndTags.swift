import WikitextSyntax

/// End tags, and what they end beside their own element.
extension MarkupConstruction {
  /// Ends an element, and what is open in it. An end tag of HTML without such a start is noted as a stray one, unless it
  /// stands where it would be put before a table.
  mutating func end(_ tag: EndTag) {
    if !passedOver.isEmpty, let count = passedOver[tag.name.rawValue], count > 0 {
      passedOver[tag.name.rawValue] = count - 1
      return
    }
    if !endMatching(tag), tag.isLiteral { addStray(tag) }
  }

  /// Notes a tag that opens or closes nothing.
  mutating func addStray(_ tag: EndTag) {
    if top.traits.contains(.tableStructure) { return }
    var node = MarkupNode(
      name: .stray,
      flags: [.literal, .endTag],
      start: tag.start,
      openEnd: place,
      end: place,
      record: tag.record
    )
    node.stray = tag.name
    _ = append(node, to: top.node)
  }

  /// - Returns: whether there was such an element.
  private mutating func endMatching(_ tag: EndTag) -> Bool {
    guard let name = tag.name.tag else { return false }
    switch name {
    case .table, .tr, .td, .th, .caption:
      return endTablePart(tag)
    case .p:
      guard let index = placeInScope(tag.name) else {
        // An end tag of a paragraph that is not open makes an empty one.
        return tag.isLiteral
      }
      close(index, tag)
      return true
    case .li:
      guard isInListScope(tag.name), let index = placeInScope(tag.name) else { return false }
      close(index, tag)
      return true
    case .h1, .h2, .h3, .h4, .h5, .h6:
      guard let index = placeOfHeading() else { return false }
      close(index, tag)
      return true
    case .dd, .dt, .div, .blockquote, .center, .dl, .ol, .pre, .ul:
      guard let index = placeInScope(tag.name) else { return false }
      close(index, tag)
      return true
    default:
      return name.isFormatting ? adopt(tag) : endOther(tag)
    }
  }

  /// "Any other end tag".
  mutating func endOther(_ tag: EndTag) -> Bool {
    var index = open.count - 1
    while index > 0 {
      if open[index].name == tag.name {
        close(index, tag)
        return true
      }
      if open[index].traits.contains(.special) { return false }
      index -= 1
    }
    return false
  }

  /// Closes the element at this place, and what is in it.
  mutating func close(_ index: Int, _ tag: EndTag) {
    pop(to: index + 1)
    close(tag)
  }

  private mutating func endTablePart(_ tag: EndTag) -> Bool {
    while true {
      switch top.mode {
      case .body:
        return false
      case .cell:
        guard let index = placeInTableScope(tag.name) else { return false }
        if tag.name == MarkupName(.td) || tag.name == MarkupName(.th) {
          closePart(index, by: tag)
          return true
        }
        if tag.name == MarkupName(.caption) { return false }
        closeCell()
      case .caption:
        guard tag.name == MarkupName(.caption) || tag.name == MarkupName(.table),
          let caption = placeInTableScope(MarkupName(.caption))
        else { return false }
        if tag.name == MarkupName(.caption) {
          closePart(caption, by: tag)
          return true
        }
        closePart(caption, by: nil)
      case .row:
        guard tag.name == MarkupName(.tr) || tag.name == MarkupName(.table),
          let row = placeInTableScope(MarkupName(.tr))
        else { return false }
        if tag.name == MarkupName(.tr) {
          close(row, tag)
          return true
        }
        pop(to: row)
      case .table:
        guard tag.name == MarkupName(.table), let table = placeInTableScope(tag.name) else { return false }
        close(table, tag)
        return true
      }
    }
  }

  // MARK: Implied ends

  /// Ends elements whose end tags may be left out.
  mutating func generateImpliedEnds(except tag: HTMLTag? = nil) {
    while top.traits.contains(.impliedEnd), tag.map({ top.name != MarkupName($0) }) ?? true { pop() }
  }

  /// Ends the paragraph that is open, before a block.
  mutating func closeParagraph() {
    if let index = placeInScope(MarkupName(.p)) { pop(to: index) }
  }

  // MARK: Scopes

  /// The place of the innermost element of a name that is in scope.
  func placeInScope(_ name: MarkupName) -> Int? {
    var index = open.count - 1
    while index > 0 {
      if open[index].name == name { return index }
      if open[index].traits.contains(.scope) { return nil }
      index -= 1
    }
    return nil
  }

  private func isInListScope(_ name: MarkupName) -> Bool {
    var index = open.count - 1
    while index > 0 {
      if open[index].name == name { return true }
      if !open[index].traits.isDisjoint(with: [.scope, .listScope]) { return false }
      index -= 1
    }
    return false
  }

  private func placeOfHeading() -> Int? {
    var index = open.count - 1
    while index > 0 {
      if open[index].traits.contains(.heading) { return index }
      if open[index].traits.contains(.scope) { return nil }
      index -= 1
    }
    return nil
  }

  /// The place of an element that nothing but a table or content that stands apart comes between.
  func placeInTableScope(_ name: MarkupName) -> Int? {
    var index = open.count - 1
    while index > 0 {
      if open[index].name == name { return index }
      if open[index].traits.contains(.boundary) || open[index].name == MarkupName(.table) { return nil }
      index -= 1
    }
    return nil
  }
}
