import WikitextSyntax

/// Formatting elements: `b`, `i` and their like, which go on in the next block when they are not ended, and which are
/// untangled when they overlap (13.2.4.3 and the adoption agency algorithm of 13.2.6.4.7).
extension MarkupConstruction {
  /// Rounds of the adoption agency algorithm for one end tag, by the HTML standard.
  private static let maximumRounds = 8
  /// Entries of the list that are compared with a new one: of more than three alike the first is forgotten.
  private static let comparedEntries = 16

  /// Makes the element opened last one that is reopened when its surroundings end.
  mutating func rememberFormatting() {
    let element = top
    var alike = 0
    var earliest = -1
    var index = formatting.count - 1
    let limit = max(0, formatting.count - MarkupConstruction.comparedEntries)
    while index >= limit, !formatting[index].isMark, alike < 3 {
      if formatting[index].name == element.name, areAlike(formatting[index].node, element.node) {
        alike += 1
        earliest = index
      }
      index -= 1
    }
    if alike == 3 { formatting.remove(at: earliest) }
    formatting.append(ActiveFormatting(node: element.node, name: element.name))
  }

  /// Whether the start tags of two elements have the same attributes.
  private func areAlike(_ first: UInt32, _ second: UInt32) -> Bool {
    let (first, second) = (nodes[Int(first)], nodes[Int(second)])
    return first.flags.contains(.literal) == second.flags.contains(.literal)
      && source[first.openRange.offsets].elementsEqual(source[second.openRange.offsets])
  }

  /// The innermost active formatting element of a name.
  private func lastFormatting(_ name: MarkupName) -> Int? {
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
  }

  /// The place of a node in the stack.
  private func place(of node: UInt32) -> Int? {
    var index = open.count - 1
    while index > 0 {
      if open[index].node == node { return index }
      index -= 1
    }
    return nil
  }

  /// Reopens the active formatting elements that were closed by their surroundings.
  mutating func reopenFormatting() {
    mayReopen = false
    var first = formatting.count
    while first > 0, !formatting[first - 1].isMark, place(of: formatting[first - 1].node) == nil { first -= 1 }
    let count = formatting.count - first
    if count == 0 { return }
    guard count <= MarkupConstruction.maximumReopened, count <= reopeningBudget,
      open.count + count < MarkupConstruction.maximumDepth
    else {
      formatting.removeSubrange(first...)
      return
    }
    reopeningBudget -= count
    for index in first..<formatting.count {
      let clone = add(clone(of: formatting[index].node))
      push(clone)
      formatting[index].node = clone
    }
  }

  /// An element that goes on with another.
  func clone(of node: UInt32) -> MarkupNode {
    var clone = nodes[Int(node)]
    clone.flags = clone.flags.intersection([.literal, .quotes]).union(.impliedStart)
    clone.parent = 0
    clone.first = 0
    clone.last = 0
    clone.previous = 0
    clone.next = 0
    return clone
  }

  // MARK: The adoption agency

  /// Ends a formatting element, wherever it was opened: the adoption agency algorithm.
  ///
  /// - Returns: whether there was such an element.
  mutating func adopt(_ tag: EndTag) -> Bool {
    if top.name == tag.name, formatting.last?.node == top.node {
      // As nearly always: it is the innermost element.
      formatting.removeLast()
      let mayReopen = mayReopen
      close(tag)
      self.mayReopen = mayReopen
      return true
    }
    for round in 0..<MarkupConstruction.maximumRounds {
      guard let entry = lastFormatting(tag.name) else { return endOther(tag) || round > 0 }
      let node = formatting[entry].node
      guard let index = place(of: node) else {
        formatting.remove(at: entry)
        return round > 0
      }
      if open[(index + 1)...].contains(where: { $0.traits.contains(.scope) }) { return round > 0 }
      guard let furthest = open[(index + 1)...].firstIndex(where: { $0.traits.contains(.special) }) else {
        formatting.remove(at: entry)
        let reopens = mayReopen || open.count - 1 > index
        close(index, tag)
        mayReopen = reopens && formatting.last.map { !$0.isMark } ?? false
        return true
      }
      untangle(entry, index, furthest)
    }
    return true
  }

  /// One round of the algorithm: a block began inside the element; both are split so that they nest.
  private mutating func untangle(_ entry: Int, _ index: Int, _ furthest: Int) {
    let element = open[index]
    let ancestor = open[index - 1]
    let block = open[furthest].node
    var bookmark = entry
    var last = block
    var inner = furthest - 1
    var round = 0
    while inner > index {
      round += 1
      let node = open[inner].node
      var known = formatting.lastIndex { $0.node == node }
      if round > 3, let listed = known {
        formatting.remove(at: listed)
        if listed < bookmark { bookmark -= 1 }
        known = nil
      }
      guard let listed = known else {
        remove(at: inner)
        inner -= 1
        continue
      }
      nodes[Int(node)].flags.insert(.impliedEnd)
      nodes[Int(node)].end = place
      let clone = addDetached(clone(of: node))
      formatting[listed].node = clone
      open[inner].node = clone
      if last == block { bookmark = listed + 1 }
      detach(last)
      insert(last, into: clone, before: 0)
      last = clone
      inner -= 1
    }
    detach(last)
    let table = fosterPlace(for: index - 1)
    insert(last, into: table == 0 ? ancestor.node : nodes[Int(table)].parent, before: table)
    if table != 0 { nodes[Int(last)].flags.insert(.fostered) }
    let clone = addDetached(clone(of: element.node))
    moveChildren(of: block, to: clone)
    insert(clone, into: block, before: 0)
    // The list: the clone takes the bookmarked place.
    formatting.insert(ActiveFormatting(node: clone, name: element.name), at: min(bookmark, formatting.count))
    if let old = formatting.firstIndex(where: { $0.node == element.node }) { formatting.remove(at: old) }
    // The stack: it stands right above the block.
    if let old = place(of: element.node) {
      remove(at: old)
      let place = place(of: block) ?? open.count - 1
      open.insert(
        OpenMarkup(node: clone, name: element.name, mode: open[place].mode, traits: element.traits),
        at: place + 1
      )
    }
  }

  /// Takes an element out of the stack; its node stays where it is.
  private mutating func remove(at index: Int) {
    let node = Int(open.remove(at: index).node)
    nodes[node].flags.insert(.impliedEnd)
    nodes[node].end = place
  }

  /// The table before which a node goes whose parent would be the element at this place; 0 for none.
  private func fosterPlace(for index: Int) -> UInt32 {
    guard open[index].traits.contains(.tableStructure) else { return 0 }
    var index = index
    while index > 0, open[index].name != MarkupName(.table) { index -= 1 }
    return index > 0 ? open[index].node : 0
  }
}
