import WikitextDocument
import WikitextSyntax

/// Elements and the tags around them.
extension HTMLWriter {
  /// Writes the children between two tags.
  mutating func writeWrapped(_ index: Int, in name: StaticString) {
    open(name, index)
    writeChildren(of: index)
    close(name)
  }

  mutating func writeElement(_ index: Int) {
    let name = Array(pool[records[index].name.offsets])
    openElement(name, index)
    if HTMLWriter.isVoid(name) { return }
    writeChildren(of: index)
    closeElement(name)
  }

  mutating func writeLineBreak(_ index: Int) {
    output.append("<br")
    writeAttributes(of: index, "br")
    output.append(" />")
  }

  private static func isVoid(_ name: [UInt8]) -> Bool {
    voidElements.contains(name)
  }

  private static let voidElements: Set<[UInt8]> = [Array("wbr".utf8), Array("meta".utf8), Array("link".utf8)]

  // MARK: Tags

  /// Writes a start tag with the attributes of the node.
  mutating func open(_ name: StaticString, _ index: Int) {
    output.append(UInt8(ascii: "<"))
    output.append(name)
    if records[index].flags.contains(.hasAttributes) { writeAttributes(of: index, name) }
    output.append(UInt8(ascii: ">"))
  }

  mutating func close(_ name: StaticString) {
    output.append("</")
    output.append(name)
    output.append(UInt8(ascii: ">"))
  }

  /// Writes the start tag of an element that is known by its name only.
  mutating func openElement(_ name: [UInt8], _ index: Int) {
    output.append(UInt8(ascii: "<"))
    append(name)
    if records[index].flags.contains(.hasAttributes) { writeAttributes(of: index, named: name) }
    output.append(UInt8(ascii: ">"))
  }

  mutating func closeElement(_ name: [UInt8]) {
    output.append("</")
    append(name)
    output.append(UInt8(ascii: ">"))
  }

  // MARK: Attributes

  /// Writes those attributes of a node that an element with this name may have.
  mutating func writeAttributes(of index: Int, _ name: StaticString) {
    writeAttributes(of: index, named: name.withUTF8Buffer { unsafe Array($0) })
  }

  /// Writes those attributes of a node that an element with this name may have.
  mutating func writeAttributes(of index: Int, named name: [UInt8]) {
    guard records[index].flags.contains(.hasAttributes) else { return }
    for (attribute, value) in AttributeSanitizer(options.fragmentModes).attributes(of: index, in: document, tag: name) {
      output.append(UInt8(ascii: " "))
      append(attribute)
      output.append("=\"")
      appendAttributeValue(value.span, 0..<value.count)
      output.append(UInt8(ascii: "\""))
    }
  }
}
