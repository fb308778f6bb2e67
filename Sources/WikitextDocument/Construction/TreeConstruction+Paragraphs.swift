import WikitextSyntax

/// Where text, inlines and blocks go: before the table they may not stand in, into paragraphs made for them, beside the
/// inlines that may not hold them.
extension TreeConstruction {
  /// Makes the innermost element ready for an inline or text.
  mutating func prepareInline() {
    if isPlain { return }
    if top.traits.contains(.tableStructure) {
      foster()
    }
    if mayReopen { reopenFormatting() }
    if builder.isFostering { return }
    let traits = top.traits
    if traits.contains(.hostsParagraphs) {
      push(.wrapper, NewNode(.paragraph, at: builder.place))
    } else if traits.contains(.splittable), !traits.contains(.inWrapper) {
      split(wrapped: true)
    }
  }

  /// Makes the innermost element ready for a block: ends a paragraph, and the wrapper or the inlines around.
  mutating func prepareBlock() {
    closeParagraph()
    // The paragraph may have been put before a table itself.
    if top.traits.contains(.tableStructure) { foster() }
    if top.traits.contains(.wrapper) {
      pop()
    } else if top.traits.contains(.inWrapper) {
      if top.traits.contains(.splittable) { split(wrapped: false) } else { removeWrapper() }
    }
  }

  /// Ends the wrapper, or begins one, around formatting elements that a block, or an inline, begins in: they are split.
  private mutating func split(wrapped: Bool) {
    var first = elements.count
    while first > 1, elements[first - 1].traits.contains(.splittable) { first -= 1 }
    let open = elements[first...]
    guard open.count <= TreeConstruction.maximumReopened, open.count <= reopeningBudget else {
      // As with what is reopened: splitting many of them time and again would not be linear.
      for place in first..<elements.count { elements[place].traits.remove(.splittable) }
      builder.markTooDeep()
      update()
      if !wrapped { removeWrapper() }
      return
    }
    reopeningBudget -= open.count
    let entries = open.indices.map { place in
      let node = UInt32(truncatingIfNeeded: node(at: place))
      return formatting.lastIndex { $0.node == node }
    }
    let nodes = zip(open.indices, entries).map { place, entry in
      entry.map { formatting[$0].origin } ?? UInt32(truncatingIfNeeded: node(at: place))
    }
    while elements.count > first {
      let element = elements.removeLast()
      if element.traits.contains(.reopened), builder.currentIsEmpty, entries[elements.count - first] != nil {
        builder.removeCurrent()
      } else {
        builder.closeNode(at: builder.contentEnd)
      }
    }
    update()
    if top.traits.contains(.wrapper) { pop() }
    if wrapped { push(.wrapper, NewNode(.paragraph, at: builder.place)) }
    for (place, element) in open.enumerated() {
      pushClone(of: nodes[place], element)
      if let entry = entries[place] { formatting[entry].node = UInt32(truncatingIfNeeded: builder.current) }
    }
  }

  /// Opens another element like one that is closed already.
  mutating func pushClone(of node: UInt32, _ element: OpenElement) {
    let record = builder.records[Int(node)]
    push(
      element.name,
      NewNode(
        record.kind,
        at: Int(record.sourceStart),
        flags: record.flags,
        detail: record.detail,
        name: record.name,
        target: record.target
      ),
      traits: element.traits.intersection(.unclosed).union(.reopened)
    )
    builder.copyAttributes(from: Int(node), to: builder.current)
  }

  /// Takes the wrapper around a block away that an inline other than a formatting element holds.
  private mutating func removeWrapper() {
    var index = elements.count - 1
    while index > 0, !elements[index].traits.contains(.wrapper) { index -= 1 }
    guard index > 0 else { return }
    builder.dissolve(openFromTop: elements.count - 1 - index)
    elements.remove(at: index)
    for inner in index..<elements.count { elements[inner].traits.remove(.inWrapper) }
    update()
  }

  // MARK: Fostering

  /// Makes the innermost element ready for whitespace.
  ///
  /// - Returns: whether whitespace is anything there: in a table it is only behind an inline that was put before it.
  mutating func prepareBlank() -> Bool {
    if admitsBlank { return true }
    guard top.traits.contains(.tableStructure), let table = placeInTableScope(ElementName(.table)),
      builder.hasFosteredInline(before: node(at: table))
    else { return false }
    builder.beginFostering(before: node(at: table))
    return true
  }

  /// What may not stand in a table goes before it.
  private mutating func foster() {
    var index = elements.count - 1
    while index > 0, elements[index].name != ElementName(.table) { index -= 1 }
    guard index > 0 else { return }
    builder.beginFostering(before: node(at: index))
  }
}
