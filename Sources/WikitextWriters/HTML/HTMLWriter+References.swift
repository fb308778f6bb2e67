import WikitextDocument
import WikitextSyntax

/// References and their lists.
extension HTMLWriter {
  mutating func writeReference(_ index: Int) {
    output.append("<sup class=\"reference\">[")
    append(Array("\(records[index].referenceNumber + 1)".utf8))
    output.append("]</sup>")
  }

  mutating func writeReferenceList(_ index: Int) {
    output.append("<ol class=\"references\">\n")
    for reference in document.extras.references {
      guard let definition = reference.definition else { continue }
      output.append("<li>")
      writeChildren(of: Int(definition))
      output.append("</li>\n")
    }
    output.append("</ol>\n")
  }
}
