import WikitextSyntax

/// Formatting elements: `b`, `i`, `a` and their like, which go on in the next block when they are not ended, and which
/// are untangled when they overlap (13.2.4.3 and the adoption agency algorithm of 13.2.6.4.7).
extension TreeConstruction {
  /// Elements that one piece of text may reopen; HTML has no bound, and output that grows with the square of the input.
  static let maximumReopened = 16

  /// Makes the element opened last one that is reopened when its surroundings end.
  ///
  /// Of more than three alike the first is forgotten.
  mutating func rememberFormatting() {
    let element = top
    guard element.traits.contains(.formatting) else { return }
    let node = UInt32(truncatingIfNeeded: builder.current)
    var alike = 0
    var earliest = -1
    var index = formatting.count - 1
    while index >= 0, !formatting[index].isMark, alike < 3 {
      if formatting[index].name == element.name, builder.haveSameAttributes(Int(formatting[index].node), Int(node)) {
        alike += 1
        earliest = index
      }
      index -= 1
    }
    if alike == 3 { formatting.remove(at: earliest) }
    formatting.append(
      FormattingEntry(node: node, name: element.name, isUnclosed: element.traits.contains(.unclosed))
    )
  }

  /// The innermost active formatting element of a name.
  func lastFormatting(_ name: ElementName) -> Int? {
    var index = formatting.count - 1
    while index >= 0, !formatting[index].isMark {
      if formatting[index].name == name { return index }
      index -= 1
    }
    return nil
  }

  mutating func clearFormattingToMark() {
    while let entry = formatting.popLast(), !entry.isMark {}
    mayReopen = formatting.last.map { !$0.isMark } ?? false
    update()
  }

  /// Reopens the active formatting elements that were closed by their surroundings.
  mutating func reopenFormatting() {
    mayReopen = false
    var first = formatting.count
    while first > 0, !formatting[first - 1].isMark, place(of: formatting[first - 1].node) == nil { first -= 1 }
    let count = formatting.count - first
    defer { update() }
    if count == 0 { return }
    guard count <= TreeConstruction.maximumReopened, count <= reopeningBudget,
      builder.depth + count < TreeConstruction.maximumDepth
    else {
      builder.markTooDeep()
      formatting.removeSubrange(first...)
      return
    }
    reopeningBudget -= count
    for index in first..<formatting.count {
      let entry = formatting[index]
      // The element itself is an inline, for which there has to be a place.
      let name = entry.name
      prepareClone()
      pushClone(
        of: entry.origin,
        OpenElement(name: name, mode: top.mode, traits: entry.isUnclosed ? .unclosed : [])
      )
      formatting[index].node = UInt32(truncatingIfNeeded: builder.current)
    }
  }

  private mutating func prepareClone() {
    update()
    if !isPlain, !top.traits.contains(.tableStructure) { prepareInline() }
  }

  // MARK: The adoption agency

  /// Ends a formatting element, wherever it was opened: the adoption agency algorithm.
  @inline(__always)
  mutating func adopt(_ name: ElementName, at end: Int? = nil) {
    if top.name == name, formatting.last?.node == UInt32(truncatingIfNeeded: builder.current) {
      // As nearly always: it is the innermost element.
      formatting.removeLast()
      elements.removeLast()
      builder.closeNode(at: end ?? builder.contentEnd)
      update()
    } else {
      adoptByForce(name, at: end)
    }
  }

  private mutating func adoptByForce(_ name: ElementName, at end: Int?) {
    for _ in 0..<8 {
      guard let entry = lastFormatting(name) else {
        endOther(name, at: end ?? builder.contentEnd)
        return
      }
      let node = formatting[entry].node
      guard let place = place(of: node) else {
        formatting.remove(at: entry)
        return
      }
      if elements[(place + 1)...].contains(where: { $0.traits.contains(.scope) }) { return }
      guard let furthest = elements[(place + 1)...].firstIndex(where: { $0.traits.contains(.special) }) else {
        formatting.remove(at: entry)
        popAdopted(to: place, at: end)
        return
      }
      untangle(entry, place, furthest)
    }
  }

  /// Closes the elements from this place on; those in it that are formatting elements are to be reopened.
  private mutating func popAdopted(to place: Int, at end: Int?) {
    let reopens = mayReopen || elements.count - 1 > place
    while elements.count > place + 1 { pop() }
    pop(at: end)
    mayReopen = reopens && formatting.last.map { !$0.isMark } ?? false
    update()
  }

  /// One round of the algorithm: a block began inside the element; both are split so that they nest.
  private mutating func untangle(_ entry: Int, _ place: Int, _ furthest: Int) {
    builder.beginMoving()
    let formattingNode = formatting[entry].node
    let name = formatting[entry].name
    let isUnclosed = formatting[entry].isUnclosed
    let ancestor = node(at: place - 1)
    let block = node(at: furthest)
    var bookmark = entry
    var last = block
    var index = furthest - 1
    var round = 0
    while index > place {
      round += 1
      let inner = UInt32(truncatingIfNeeded: node(at: index))
      var known = formatting.lastIndex { $0.node == inner }
      if round > 3, let place = known {
        formatting.remove(at: place)
        if place < bookmark { bookmark -= 1 }
        known = nil
      }
      guard let listed = known else {
        remove(at: index)
        index -= 1
        continue
      }
      let clone = builder.clone(Int(inner))
      formatting[listed].node = UInt32(truncatingIfNeeded: clone)
      builder.replaceOpen(fromTop: elements.count - 1 - index, with: clone)
      if last == block { bookmark = listed + 1 }
      builder.move(last, to: clone)
      last = clone
      index -= 1
    }
    builder.move(last, to: ancestor, before: fosterPlace(for: place - 1))
    let clone = builder.clone(Int(formattingNode))
    builder.moveChildren(of: block, to: clone)
    builder.move(clone, to: block)
    // The list: the clone takes the bookmarked place.
    formatting.insert(
      FormattingEntry(node: UInt32(truncatingIfNeeded: clone), name: name, isUnclosed: isUnclosed),
      at: bookmark
    )
    if let old = formatting.firstIndex(where: { $0.node == formattingNode }) { formatting.remove(at: old) }
    // The stack: it stands right above the block.
    if let old = self.place(of: formattingNode) {
      let element = elements[old]
      remove(at: old)
      let block = self.place(of: UInt32(truncatingIfNeeded: block)) ?? elements.count - 1
      builder.insertOpen(fromTop: elements.count - 1 - block, clone)
      var inserted = element
      inserted.mode = elements[block].mode
      inserted.traits.subtract([.splittable, .inWrapper])
      elements.insert(inserted, at: block + 1)
    }
    update()
  }

  /// Takes an element out of the stack; its node stays where it is.
  mutating func remove(at place: Int) {
    builder.beginMoving()
    builder.removeOpen(fromTop: elements.count - 1 - place)
    elements.remove(at: place)
    update()
  }

  /// The table before which a node goes whose parent would be the element at this place.
  private func fosterPlace(for place: Int) -> Int? {
    guard elements[place].traits.contains(.tableStructure) else { return nil }
    var index = place
    while index > 0, elements[index].name != ElementName(.table) { index -= 1 }
    return index > 0 ? node(at: index) : nil
  }
}
