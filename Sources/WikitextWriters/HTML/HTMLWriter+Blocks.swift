import WikitextDocument
import WikitextSyntax

/// Paragraphs, lists, preformatted text, block elements.
extension HTMLWriter {
  mutating func writeParagraph(_ index: Int) {
    open("p", index)
    writeChildren(of: index)
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
    writeChildren(of: index)
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
    open(name, index)
    writeChildren(of: index)
    close(name)
    output.append(UInt8(ascii: "\n"))
  }

  mutating func writePreformatted(_ index: Int) {
    open("pre", index)
    // A browser drops the first line break in `<pre>`.
    if let first = firstByte(below: index), first == 0x0A { output.append(UInt8(ascii: "\n")) }
    preformattedDepth += 1
    writeChildren(of: index)
    preformattedDepth -= 1
    output.append("</pre>\n")
  }

  /// The first byte of a node's text, when it begins with text.
  private func firstByte(below index: Int) -> UInt8? {
    guard Int(records[index].next) > index + 1, records[index + 1].kind == .text else { return nil }
    return pool[Int(records[index + 1].name.start)]
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
    writeChildren(of: index)
    closeElement(name)
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes where a redirect leads (`Article::getRedirectHeaderHtml`).
  mutating func writeRedirect() {
    guard let target = document.extras.redirect else { return }
    let title = Array(pool[target.offsets])
    output.append("<div class=\"redirectMsg\"><p>Redirect to:</p><ul class=\"redirectText\"><li>")
    output.append("<a href=\"")
    appendAddress(ofPage: title)
    output.append("\"")
    appendAttribute("title", title)
    output.append(">")
    appendText(title)
    output.append("</a></li></ul></div>\n")
  }
}
