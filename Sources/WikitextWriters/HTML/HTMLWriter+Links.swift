import WikitextDocument
import WikitextSyntax

/// Links to pages, of this wiki and of others.
extension HTMLWriter {
  mutating func writeLink(_ index: Int) {
    let record = records[index]
    if Int16(bitPattern: record.detail) == Int16(Namespace.media) { return writeMediaLink(index) }
    let title = PageTitle(Array(pool[record.target.offsets]), in: document.configuration)
    if title.interwiki == nil, isOwnTitle(title) { return writeSelfLink(index, title) }
    output.append("<a href=\"")
    appendAttributeValue(address(of: title))
    output.append(UInt8(ascii: "\""))
    if title.interwiki != nil { output.append(" class=\"extiw\"") }
    appendAttribute("title", title.text)
    if record.flags.contains(.bare) { output.append(" class=\"internal mw-magiclink-isbn\"") }
    output.append(UInt8(ascii: ">"))
    writeChildren(of: index)
    output.append("</a>")
  }

  /// Whether a title is that of the page, or has nothing but a fragment.
  private func isOwnTitle(_ title: PageTitle) -> Bool {
    if title.text.isEmpty { return true }
    return title.text == ownTitle.text
  }

  /// A link to the page itself is shown as text; with a fragment it leads there (`Linker::makeSelfLinkObj`).
  private mutating func writeSelfLink(_ index: Int, _ title: PageTitle) {
    if let fragment = title.fragment {
      output.append("<a class=\"mw-selflink-fragment\" href=\"")
      appendAttributeValue(URLEncoding.fragment(fragment, ownFragmentMode))
      output.append("\">")
    } else {
      output.append("<a class=\"mw-selflink selflink\">")
    }
    writeChildren(of: index)
    output.append("</a>")
  }

  // MARK: Addresses

  /// The form of ids that links within the wiki use.
  var ownFragmentMode: FragmentMode { options.fragmentModes.first ?? .html5 }

  /// The address of a page of this wiki or another, with its fragment.
  func address(of title: PageTitle) -> [UInt8] {
    guard let prefix = title.interwiki else {
      return URLEncoding.filled(options.articlePath, with: title.text) + fragment(of: title, ownFragmentMode)
    }
    guard let site = options.interwiki[String(decoding: prefix, as: UTF8.self)] else {
      return URLEncoding.filled(options.articlePath, with: title.text) + fragment(of: title, .legacy)
    }
    return URLEncoding.filled(site.address, with: title.name)
      + fragment(of: title, site.isLocal ? ownFragmentMode : .legacy)
  }

  private func fragment(of title: PageTitle, _ mode: FragmentMode) -> [UInt8] {
    title.fragment.map { URLEncoding.fragment($0, mode) } ?? []
  }

  /// Appends the value of an attribute, without its quotation marks.
  mutating func appendAttributeValue(_ value: [UInt8]) { appendAttributeValue(value.span, 0..<value.count) }
}
