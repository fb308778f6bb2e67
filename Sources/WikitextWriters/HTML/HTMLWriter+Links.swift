import WikitextDocument
import WikitextSyntax

/// Links to pages, of this wiki and of others.
extension HTMLWriter {
  mutating func writeLink(_ index: Int) {
    let record = records[index]
    if Int16(bitPattern: record.detail) == Int16(Namespace.media) { return writeMediaLink(index) }
    let target = Array(pool[record.target.offsets])
    if record.flags.contains(.interwiki) { return writeInterwikiLink(index, target) }
    let title = PageTitle(target, in: document.configuration)
    if !options.title.isEmpty || title.text.isEmpty {
      let own = PageTitle(Array(options.title.utf8), in: document.configuration)
      if title.text.isEmpty || title.text == own.text { return writeSelfLink(index, title) }
    }
    output.append("<a href=\"")
    appendAttributeValue(title.address(articlePath: options.articlePath))
    output.append(UInt8(ascii: "\""))
    appendAttribute("title", title.text)
    if record.flags.contains(.bare) { output.append(" class=\"internal mw-magiclink-isbn\"") }
    output.append(UInt8(ascii: ">"))
    writeChildren(of: index)
    output.append("</a>")
  }

  /// A link to the page itself is shown as text; with a fragment it leads there (`Linker::makeSelfLinkObj`).
  private mutating func writeSelfLink(_ index: Int, _ title: PageTitle) {
    if title.fragment != nil {
      output.append("<a class=\"mw-selflink-fragment\" href=\"")
      appendAttributeValue(title.encodedFragment)
      output.append("\">")
    } else {
      output.append("<a class=\"mw-selflink selflink\">")
    }
    writeChildren(of: index)
    output.append("</a>")
  }

  private mutating func writeInterwikiLink(_ index: Int, _ target: [UInt8]) {
    output.append("<a href=\"")
    appendAttributeValue(interwikiAddress(target))
    output.append("\" class=\"extiw\"")
    appendAttribute("title", target)
    output.append(UInt8(ascii: ">"))
    writeChildren(of: index)
    output.append("</a>")
  }

  /// The address of a page of another wiki: `wikipedia:Isar#Course`.
  private func interwikiAddress(_ target: [UInt8]) -> [UInt8] {
    let colon = target.firstIndex(of: UInt8(ascii: ":")) ?? target.endIndex
    let prefix = String(decoding: Bytes.trimmed(target[..<colon]).map(Bytes.lowercased), as: UTF8.self)
    let hash = target[colon...].firstIndex(of: UInt8(ascii: "#"))
    let fragment = hash.map { URLEncoding.fragment(Array(target[($0 + 1)...])) } ?? []
    let titleEnd = hash ?? target.endIndex
    guard let pattern = options.interwikiAddresses[prefix], colon < titleEnd else {
      return URLEncoding.filled(options.articlePath, with: Array(target[..<titleEnd])) + fragment
    }
    return URLEncoding.filled(pattern, with: Array(Bytes.trimmed(target[(colon + 1)..<titleEnd]))) + fragment
  }

  /// Appends the address of a page, as the value of an attribute.
  mutating func appendAddress(ofPage title: [UInt8]) {
    appendAttributeValue(PageTitle(title, in: document.configuration).address(articlePath: options.articlePath))
  }

  /// Appends the value of an attribute, without its quotation marks.
  mutating func appendAttributeValue(_ value: [UInt8]) { appendAttributeValue(value.span, 0..<value.count) }
}
