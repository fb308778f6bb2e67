import WikitextDocument
import WikitextSyntax

/// Links.
extension HTMLPageReader {
  mutating func visitLink(_ record: HTMLRecord, _ index: Int) -> Int {
    if isInBox, content.isEditLink(record, index) {
      addFurniture(.editLink, index)
      return after(index)
    }
    // A link around an image is one of the image's options.
    if Int(record.next) == index + 1 { return after(index) }
    if record.roles.contains(.imageLink) || isOnlyImage(index) { return enter(index, .line) }
    guard let address = tree.attribute(.href, of: index)?.trimmed, !address.isEmpty else {
      if record.roles.contains(.selfLink), let title = builder.extras.title {
        return open(index, .link, .line, target: title)
      }
      return enter(index, .line)
    }
    switch page.target(of: address, isExternal: record.roles.contains(.externalLink)) {
    case .page(let title):
      let target = builder.intern(title[...])
      return open(index, .link, .line, detail: namespace(of: title), target: target)
    case .otherWiki(let title):
      // Parsoid says what the page's source has.
      var shown = title[...]
      if let own = tree.attribute(.title, of: index), own.contains(UInt8(ascii: ":")),
        tree.attribute(.rel, of: index, has: "mw:WikiLink/Interwiki")
      {
        shown = own
      }
      let target = builder.intern(shown)
      let next = open(index, .link, .line, flags: .interwiki, target: target)
      addAttributes([.href], of: index)
      return next
    case .address(let address):
      var flags: NodeFlags = []
      if record.roles.contains(.numberedLink) { flags.insert(.numbered) }
      if record.roles.contains(.bareLink) { flags.insert(.bare) }
      let target = builder.intern(address[...])
      return open(index, .externalLink, .line, flags: flags, target: target)
    }
  }

  /// Whether a link holds one image and nothing else that shows.
  private func isOnlyImage(_ index: Int) -> Bool {
    var hasImage = false
    for record in tree.records[index + 1..<after(index)] {
      switch record.element {
      case .img: hasImage = true
      case .text: if !content.isBlank(record) { return false }
      default: break
      }
    }
    return hasImage
  }

  /// The namespace of a title.
  private func namespace(of title: [UInt8]) -> UInt16 {
    guard let colon = title.firstIndex(of: UInt8(ascii: ":")),
      let number = configuration.namespace(named: title.span, in: 0..<colon)
    else { return 0 }
    return UInt16(bitPattern: Int16(truncatingIfNeeded: number))
  }
}
