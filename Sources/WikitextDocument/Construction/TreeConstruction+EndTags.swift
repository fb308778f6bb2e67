import WikitextSyntax

/// End tags, and what they end beside their own element.
extension TreeConstruction {
  /// Ends an element, and what is open in it; what has no such start is ignored. Its end tag ends at `end` in the
  /// source.
  mutating func end(_ name: ElementName, at end: Int) {
    guard let tag = name.tag else {
      if name == .link { adopt(.link, at: end) } else { endBlock(name, at: end) }
      return
    }
    switch tag {
    case .table, .tr, .td, .th, .caption:
      endTablePart(tag, at: end)
    case .p:
      if let place = placeOfParagraph() { close(place, at: end) }
    case .li:
      if isInListScope(name), let place = placeInScope(name) { close(place, at: end) }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if let place = placeOfHeading() { close(place, at: end) }
    case .dd, .dt, .div, .blockquote, .center, .dl, .ol, .pre, .ul:
      endBlock(name, at: end)
    default:
      if name.traits.contains(.formatting) { adopt(name, at: end) } else { endOther(name, at: end) }
    }
  }

  private mutating func endBlock(_ name: ElementName, at end: Int) {
    if let place = placeInScope(name) { close(place, at: end) }
  }

  /// "Any other end tag".
  mutating func endOther(_ name: ElementName, at end: Int) {
    var index = elements.count - 1
    while index > 0 {
      let element = elements[index]
      if element.name == name {
        close(index, at: end)
        return
      }
      if !element.traits.isDisjoint(with: [.special, .context]) { return }
      index -= 1
    }
  }

  /// Closes the element at this place, and what is in it.
  mutating func close(_ place: Int, at end: Int) {
    pop(to: place + 1)
    pop(at: end)
  }

  private mutating func endTablePart(_ tag: HTMLTag, at end: Int) {
    let name = ElementName(tag)
    switch top.mode {
    case .body:
      return
    case .cell:
      guard placeInTableScope(name) != nil else { return }
      if tag == .td || tag == .th {
        if let cell = placeInTableScope(name) { closePart(cell, at: end) }
      } else if tag != .caption {
        closeCell()
        endTablePart(tag, at: end)
      }
    case .caption:
      guard tag == .caption || tag == .table, let caption = placeInTableScope(ElementName(.caption)) else { return }
      closePart(caption, at: tag == .caption ? end : nil)
      if tag == .table { endTablePart(tag, at: end) }
    case .row:
      guard tag == .tr || tag == .table, let row = placeInTableScope(ElementName(.tr)) else { return }
      close(row, at: tag == .tr ? end : builder.contentEnd)
      if tag == .table { endTablePart(tag, at: end) }
    case .table:
      if tag == .table, let table = placeInTableScope(name) { close(table, at: end) }
    }
  }

  // MARK: Implied ends

  /// Ends elements whose end tags may be left out.
  mutating func generateImpliedEnds(except tag: HTMLTag? = nil) {
    while top.traits.contains(.impliedEnd), tag.map({ top.name != ElementName($0) }) ?? true { pop() }
  }

  /// Ends the paragraph that is open, before a block.
  @inline(__always)
  mutating func closeParagraph() {
    if let place = placeOfParagraph() { pop(to: place) }
  }

  // MARK: Scopes

  /// The place of the innermost element of a name that is in scope.
  func placeInScope(_ name: ElementName) -> Int? {
    var index = elements.count - 1
    while index > 0 {
      if elements[index].name == name { return index }
      if elements[index].traits.contains(.scope) { return nil }
      index -= 1
    }
    return nil
  }

  func isInScope(_ name: ElementName) -> Bool { placeInScope(name) != nil }

  private func isInListScope(_ name: ElementName) -> Bool {
    var index = elements.count - 1
    while index > 0 {
      if elements[index].name == name { return true }
      if !elements[index].traits.isDisjoint(with: [.scope, .listScope]) { return false }
      index -= 1
    }
    return false
  }

  @inline(__always)
  func placeOfParagraph() -> Int? {
    var index = elements.count - 1
    while index > 0 {
      if elements[index].name == ElementName(.p) { return index }
      if elements[index].traits.contains(.scope) { return nil }
      index -= 1
    }
    return nil
  }

  private func placeOfHeading() -> Int? {
    var index = elements.count - 1
    while index > 0 {
      if elements[index].traits.contains(.heading) { return index }
      if elements[index].traits.contains(.scope) { return nil }
      index -= 1
    }
    return nil
  }

  /// The place of an element that nothing but a table or context comes between.
  func placeInTableScope(_ name: ElementName) -> Int? {
    var index = elements.count - 1
    while index > 0 {
      let element = elements[index]
      if element.name == name { return index }
      if element.traits.contains(.context) || element.name == ElementName(.table) { return nil }
      index -= 1
    }
    return nil
  }
}
