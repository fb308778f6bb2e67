import WikitextDocument
import WikitextSyntax

/// Templates, parser functions, parameters: what is not expanded.
extension HTMLWriter {
  /// Writes a template as MediaWiki writes one that does not exist: a link to its page.
  mutating func writeTemplate(_ index: Int) {
    let name = Array(pool[records[index].name.offsets])
    let title = PageTitle(name, in: document.configuration, namespace: Namespace.template)
    beginLink(to: title.editAddress(scriptPath: options.scriptPath))
    output.append(" class=\"new\"")
    appendAttribute("title", title.text + Array(" (page does not exist)".utf8))
    output.append(UInt8(ascii: ">"))
    appendText(title.text)
    endLink()
  }

  /// Writes a parameter: its default, and without one its source.
  mutating func writeParameter(_ index: Int) {
    let child = index + 1
    if child < Int(records[index].next), records[child].kind == .argument {
      writeChildren(of: child)
    } else {
      writeUnexpanded(index)
    }
  }

  /// Writes a parser function or variable: its value where that needs no wiki, else its source.
  mutating func writeFunction(_ index: Int) {
    if let value = PageVariables(document, title: ownTitle, ownFragmentMode).value(of: index) {
      appendText(value)
    } else {
      writeUnexpanded(index)
    }
  }

  /// Writes the source of what stays as it is when nothing is known of other pages.
  mutating func writeUnexpanded(_ index: Int) {
    let record = records[index]
    let source = document.source
    appendText(source.span, Int(record.sourceStart)..<Int(record.sourceEnd))
  }
}
