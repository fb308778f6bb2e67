import WikitextDocument
import WikitextSyntax

/// Images and other media.
extension HTMLWriter {
  mutating func writeImage(_ index: Int) {
    let isBlock = records[index].flags.contains(.block)
    output.append(isBlock ? "<figure typeof=\"mw:File\"><a href=\"" : "<span typeof=\"mw:File\"><a href=\"")
    let name = Array(pool[records[index].target.offsets])
    let title = PageTitle(name, in: document.configuration, namespace: Namespace.file)
    appendAttributeValue(title.address(articlePath: options.articlePath))
    output.append("\"><span class=\"mw-file-element\">")
    appendText(title.text)
    output.append("</span></a>")
    if isBlock {
      output.append("<figcaption>")
      writeChildren(of: index)
      output.append("</figcaption></figure>")
    } else {
      output.append("</span>")
    }
  }

  /// Writes a link to the bytes of a file, `[[Media:Isar.jpg]]`.
  mutating func writeMediaLink(_ index: Int) {
    let title = PageTitle(Array(pool[records[index].target.offsets]), in: document.configuration)
    output.append("<a href=\"")
    appendAttributeValue(title.address(articlePath: options.articlePath))
    output.append("\" class=\"internal\"")
    appendAttribute("title", title.name)
    output.append(UInt8(ascii: ">"))
    writeChildren(of: index)
    output.append("</a>")
  }
}
