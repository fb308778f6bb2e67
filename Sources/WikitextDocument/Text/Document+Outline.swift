extension Document {
  /// The structure of the document, a node a line: kinds, names, targets, attributes, texts; and what the page has as a
  /// whole. Two pages with one outline are the same page to a reader, however they were written.
  ///
  /// It has no places in the source, pieces of text that stand side by side are one, and spaces and line breaks at the
  /// edges of blocks do not count.
  ///
  ///     section
  ///       paragraph
  ///         text "Isar is a "
  ///         link target="river"
  ///
  /// - Complexity: O(nodes + bytes), and the sorting of the categories and links to other languages.
  public func outline() -> [String] {
    var outline = Outline()
    for child in root.children { outline.add(child, depth: 0) }
    if let redirect { outline.lines.append("redirect " + redirect.debugDescription) }
    outline.lines += behaviorSwitches.map { "switch \($0.name)" }.sorted()
    outline.lines += categories.map { "category \($0.name.debugDescription) \($0.sortKey.debugDescription)" }.sorted()
    outline.lines += languageLinks.map { "language \($0.language) \($0.title.debugDescription)" }.sorted()
    return outline.lines
  }
}

/// Makes the lines of an outline.
private struct Outline {
  var lines: [String] = []

  mutating func add(_ node: Node, depth: Int) {
    let indentation = String(repeating: "  ", count: min(depth, 100))
    lines.append(indentation + describe(node))
    let trims =
      node.kind.isBlock && node.kind != .preformatted || node.kind == .reference || node.kind == .image
      || (node.kind == .argument && node.record.detail == 1)
    var text = ""
    // The blanks behind an address are not part of its text.
    var followsEdge = trims || node.kind == .externalLink
    for child in node.children {
      if child.kind == .text {
        text += child.name
        continue
      }
      let isBlock = trims && node.document.standsAmongBlocks(child.index)
      addText(&text, indentation, trimsStart: followsEdge, trimsEnd: isBlock)
      add(child, depth: depth + 1)
      followsEdge = isBlock
    }
    addText(&text, indentation, trimsStart: followsEdge, trimsEnd: trims)
  }

  private mutating func addText(_ text: inout String, _ indentation: String, trimsStart: Bool, trimsEnd: Bool) {
    defer { text = "" }
    var bytes = Array(text.utf8)[...]
    if trimsStart { bytes = bytes.drop(while: isSpace) }
    if trimsEnd { while let last = bytes.last, isSpace(last) { bytes.removeLast() } }
    if bytes.isEmpty { return }
    lines.append(indentation + "  text " + String(decoding: bytes, as: UTF8.self).debugDescription)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  private func describe(_ node: Node) -> String {
    var line = "\(node.kind)"
    if node.level > 0 { line += " level=\(node.level)" }
    if let list = node.listKind { line += " \(list)" }
    let flags: [(NodeFlags, String)] = [
      (.tag, "tag"), (.block, "block"), (.bare, "bare"), (.numbered, "numbered"), (.interwiki, "interwiki"),
    ]
    for (flag, name) in flags where node.flags.contains(flag) { line += " " + name }
    if !node.name.isEmpty { line += " " + node.name.debugDescription }
    if !node.target.isEmpty { line += " target=" + node.target.debugDescription }
    for (name, value) in node.attributes { line += " \(name)=" + value.debugDescription }
    return line
  }
}
