import WikitextDocument
import WikitextSyntax

/// Templates, parser functions, parameters: what is not expanded.
extension HTMLWriter {
  /// Writes a template as MediaWiki writes one that does not exist: a link to its page.
  mutating func writeTemplate(_ index: Int) {
    let name = Array(pool[records[index].name.offsets])
    let title = templateTitle(name)
    output.append("<a href=\"")
    appendAttributeValue(title.editAddress(scriptPath: options.scriptPath))
    output.append("\" class=\"new\"")
    appendAttribute("title", title.text + Array(" (page does not exist)".utf8))
    output.append(UInt8(ascii: ">"))
    appendText(title.text)
    output.append("</a>")
  }

  private func templateTitle(_ name: [UInt8]) -> PageTitle {
    PageTitle(name, in: document.configuration, namespace: Namespace.template)
  }

  /// Writes the source of what stays as it is when nothing is known of other pages.
  mutating func writeUnexpanded(_ index: Int) {
    let record = records[index]
    let source = document.source
    appendText(source.span, Int(record.sourceStart)..<Int(record.sourceEnd))
  }
}
