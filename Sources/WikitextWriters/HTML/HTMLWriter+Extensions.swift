import WikitextDocument
import WikitextSyntax

/// What extensions make of their tags.
extension HTMLWriter {
  /// Writes a block whose name is an extension's tag.
  mutating func writeExtensionBlock(_ index: Int) {
    output.append("<div class=\"")
    let pool = pool
    appendAttributeValue(pool.span, records[index].name.offsets)
    output.append("\">\n")
    writeChildren(of: index)
    output.append("</div>\n")
  }

  /// Writes the content of an extension's tag that is not read any further.
  mutating func writeExtension(_ index: Int) {
    writeUnexpanded(index)
  }
}
