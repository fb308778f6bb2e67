/// Lists, by the rules of MediaWiki's `BlockLevelPass`: the markers of a line are compared with those of the line
/// before, what they share goes on, the rest is closed and opened.
extension TreeBuilder {
  /// Lists are nested this deep at the most; further markers of a line are kept in the mark of its item, which is
  /// flagged. No page that people wrote comes near, and whoever reads a tree recursively is safe.
  static let maximumListDepth = 100

  /// The number of markers at `start`, all in one text token.
  private func markerCount(at start: Int, _ tokens: borrowing GrowableBuffer<Token>, _ token: Int) -> Int {
    let end = Int(tokens[token + 1].start)
    var offset = start
    while offset < end, Bytes.isListMarker(source[offset]) { offset += 1 }
    return offset - start
  }

  /// How many open lists a line's markers share, and whether its item is the next of the innermost of them.
  private func shared(_ start: Int, _ count: Int) -> (levels: Int, isSibling: Bool) {
    let base = Int(frame.listBase)
    let open = lists.count - base
    var same = 0
    while same < min(open, count), lists[base + same].marker == source[start + same] { same += 1 }
    // A `;` continues a list of `:` only where all markers are the same but for that.
    if same < count, open == count {
      var level = same
      while level < count, lists[base + level].marker == normalized(source[start + level]) { level += 1 }
      if level == count { return (count, true) }
    }
    return (same, count <= same && same > 0)
  }

  private func normalized(_ marker: UInt8) -> UInt8 {
    marker == UInt8(ascii: ";") ? UInt8(ascii: ":") : marker
  }

  /// Closes the lists that the next line does not continue.
  mutating func closeLists(before line: LineStart, _ tokens: borrowing GrowableBuffer<Token>) {
    let base = Int(frame.listBase)
    guard line.kind == .list else {
      closeNodes(to: Int(lists[base].node))
      return
    }
    let count = min(markerCount(at: line.offset, tokens, line.token), TreeBuilder.maximumListDepth)
    let (levels, isSibling) = shared(line.offset, count)
    if base + levels < lists.count { closeNodes(to: Int(lists[base + levels].node)) }
    if isSibling || opensDescription(after: levels, line.offset) {
      // The line break stands between the items, in their list.
      closeNodes(to: Int(lists[base + levels - 1].node) + 1)
    }
  }

  /// Whether the line's first new list stands in a new `:` item, because the open item is a `;` term.
  private func opensDescription(after levels: Int, _ start: Int) -> Bool {
    guard levels > 0, source[start + levels - 1] == UInt8(ascii: ":") else { return false }
    let item = Int(lists[Int(frame.listBase) + levels - 1].node) + 1
    return item < nodes.count && records[Int(nodes[item].record)].detail == UInt16(UInt8(ascii: ";"))
  }

  /// Opens the lists and the item of the line at `index`.
  mutating func beginListItem(_ tokens: borrowing GrowableBuffer<Token>) {
    let start = position
    let markers = markerCount(at: start, tokens, index)
    let count = min(markers, TreeBuilder.maximumListDepth)
    let base = Int(frame.listBase)
    var level = lists.count - base
    if level > 0, nodes.count == Int(lists[lists.count - 1].node) + 1 {
      // The innermost list waits for its next item.
      openItem(source[start + level - 1])
    }
    while level < count {
      let marker = source[start + level]
      lists.append(OpenList(node: UInt32(truncatingIfNeeded: nodes.count), marker: normalized(marker)))
      open(.list, detail: UInt16(ListKind(marker: marker).rawValue))
      openItem(marker)
      level += 1
    }
    leaf(.delimiter, to: start + markers)
    if markers > count { records[Int(nodes[nodes.count - 1].record)].flags.insert(.tooDeep) }
    if source[start + count - 1] == UInt8(ascii: ";") {
      frame.termDepth = UInt32(truncatingIfNeeded: nodes.count)
    }
  }

  private mutating func openItem(_ marker: UInt8) {
    open(.listItem, detail: UInt16(marker))
  }

  /// Ends the term of `;term:description` at the first colon of its line that is in nothing else.
  mutating func splitTerm(_ tokens: borrowing GrowableBuffer<Token>) {
    guard nodes.count == Int(frame.termDepth) else { return }
    let end = tokenEnd(tokens)
    var colon = position
    while colon < end, source[colon] != UInt8(ascii: ":") { colon += 1 }
    guard colon < end else { return }
    text(to: colon)
    frame.termDepth = 0
    close()
    open(.listItem, flags: .sameLine, detail: UInt16(UInt8(ascii: ":")))
    leaf(.delimiter, to: colon + 1)
  }
}
