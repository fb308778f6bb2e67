import WikitextDocument
import WikitextSyntax

/// Paragraphs, lists, preformatted text, block elements.
extension HTMLWriter {
  mutating func writeParagraph(_ index: Int) {
    open("p", index)
    writeContent(of: index)
    if let start = resumedParagraph {
      resumedParagraph = nil
      output.trimEnd(downTo: start)
      if output.count == start { return output.removeAll(from: start - "<p>".utf8.count) }
    }
    output.append("</p>\n")
  }

  mutating func writeList(_ index: Int) {
    let name: StaticString =
      switch ListKind(rawValue: UInt8(truncatingIfNeeded: records[index].detail)) {
      case .ordered: "ol"
      case .definition: "dl"
      default: "ul"
      }
    open(name, index)
    let isInOuterItem = isInOwnItem
    isInOwnItem = false
    writeChildren(of: index)
    isInOwnItem = isInOuterItem
    close(name)
    output.append(UInt8(ascii: "\n"))
  }

  mutating func writeListItem(_ index: Int) {
    let name: StaticString =
      switch records[index].kind {
      case .term: "dt"
      case .description: "dd"
      default: "li"
      }
    // An item without a list would end that of the reference or gallery that it is in: it gets a list of its own.
    let needsList = isInOwnItem && records[index].kind == .listItem
    if needsList { output.append("<ul>") }
    open(name, index)
    writeContent(of: index)
    close(name)
    if needsList { output.append("</ul>") }
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes what is below a block; where markup of the wiki's own made the block, without the blanks at its ends.
  mutating func writeContent(of index: Int) {
    guard !records[index].flags.contains(.tag), preformattedDepth == 0 else { return writeFlow(of: index) }
    let start = output.count
    contentStart = start
    writeFlow(of: index)
    output.trimEnd(downTo: start)
  }

  mutating func writePreformatted(_ index: Int) {
    open("pre", index)
    // A browser drops the first line break in `<pre>`.
    if startsWithLineBreak(index) { output.append(UInt8(ascii: "\n")) }
    preformattedDepth += 1
    writeChildren(of: index)
    preformattedDepth -= 1
    output.append("</pre>\n")
  }

  private func startsWithLineBreak(_ index: Int) -> Bool {
    let first = index + 1
    guard first < Int(records[index].next), records[first].kind == .text else { return false }
    return pool[Int(records[first].name.start)] == 0x0A
  }

  mutating func writeThematicBreak(_ index: Int) {
    output.append("<hr")
    writeAttributes(of: index, "hr")
    output.append(" />\n")
  }

  mutating func writeBlock(_ index: Int) {
    guard records[index].flags.contains(.tag) else { return writeExtensionBlock(index) }
    let name = Array(pool[records[index].name.offsets])
    openElement(name, index)
    writeFlow(of: index)
    closeElement(name)
    output.append(UInt8(ascii: "\n"))
  }
}
