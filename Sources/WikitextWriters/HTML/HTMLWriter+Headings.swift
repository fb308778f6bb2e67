import WikitextDocument
import WikitextSyntax

/// Headings and the table of contents.
extension HTMLWriter {
  mutating func writeHeading(_ index: Int) {
    let level = UInt8(truncatingIfNeeded: records[index].detail)
    let name: [UInt8] = [UInt8(ascii: "h"), UInt8(ascii: "0") + level]
    output.append(UInt8(ascii: "<"))
    append(name)
    // An id that the author gave stays.
    let hasID = document.attributeRecords(of: index).contains { pool[$0.name.offsets].elementsEqual("id".utf8) }
    let entry = headings.entry(ofNode: index)
    if let entry, !hasID { appendAttribute("id", entry.id) }
    writeAttributes(of: index, named: name)
    output.append(UInt8(ascii: ">"))
    if let fallback = entry?.fallback {
      output.append("<span")
      appendAttribute("id", fallback)
      output.append("></span>")
    }
    writeContent(of: index)
    closeElement(name)
    output.append(UInt8(ascii: "\n"))
  }
}
