import WikitextDocument
import WikitextSyntax

/// Links to pages, of this wiki and of others.
extension HTMLWriter {
  // MARK: The element

  /// Begins the start tag of a link. In another link, which HTML cannot have links in, it is a `<span>`, which leads
  /// nowhere.
  mutating func beginLink(to address: [UInt8]) {
    beginLink()
    if !isInLink { appendAttribute("href", address) }
  }

  /// Begins the start tag of a link whose address follows, if it has one.
  mutating func beginLink() { output.append(isInLink ? "<span" : "<a") }

  /// Ends the element of a link; behind it stand the marks of the references in it.
  mutating func endLink() {
    if isInLink { return output.append("</span>") }
    output.append("</a>")
    guard !marksBehindLink.isEmpty else { return }
    let marks = marksBehindLink
    marksBehindLink = []
    for (citation, use) in marks { writeMark(of: citation, use) }
  }

  /// Writes the nodes below that of a link.
  mutating func writeLinkText(_ index: Int) {
    let isInOuterLink = isInLink
    isInLink = true
    writeChildren(of: index)
    isInLink = isInOuterLink
  }

  // MARK: Pages

  mutating func writeLink(_ index: Int) {
    let record = records[index]
    if Int16(bitPattern: record.detail) == Int16(Namespace.media) { return writeMediaLink(index) }
    let title = PageTitle(Array(pool[record.target.offsets]), in: document.configuration)
    if title.interwiki == nil, isOwnTitle(title) { return writeSelfLink(index, title) }
    beginLink(to: address(of: title))
    if title.interwiki != nil { output.append(" class=\"extiw\"") }
    appendAttribute("title", title.text)
    if record.flags.contains(.bare) { output.append(" class=\"internal mw-magiclink-isbn\"") }
    output.append(UInt8(ascii: ">"))
    writeLinkText(index)
    endLink()
  }

  /// Whether a title is that of the page, or has nothing but a fragment.
  private func isOwnTitle(_ title: PageTitle) -> Bool {
    if title.text.isEmpty { return true }
    return title.text == ownTitle.text
  }

  /// A link to the page itself is shown as text; with a fragment it leads there (`Linker::makeSelfLinkObj`).
  private mutating func writeSelfLink(_ index: Int, _ title: PageTitle) {
    beginLink()
    if let fragment = title.fragment {
      output.append(" class=\"mw-selflink-fragment\"")
      if !isInLink { appendAttribute("href", URLEncoding.fragment(fragment, ownFragmentMode)) }
    } else {
      output.append(" class=\"mw-selflink selflink\"")
    }
    output.append(UInt8(ascii: ">"))
    writeLinkText(index)
    endLink()
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
