import WikitextDocument
import WikitextSyntax

/// Links to addresses.
extension HTMLWriter {
  mutating func writeExternalLink(_ index: Int) {
    let record = records[index]
    let address = ExternalAddress.cleaned(Array(pool[record.target.offsets]))
    // The text of `RFC 1` is not its address.
    let isAddressShown = record.flags.contains(.bare) && pool[record.target.offsets] == text(below: index)
    if isAddressShown, options.allowsExternalImages, ExternalImage.isImage(address) {
      return writeExternalImage(address)
    }
    beginLink()
    if options.marksExternalLinksNoFollow, !isInLink { output.append(" rel=\"nofollow\"") }
    output.append(" class=\"external ")
    output.append(
      record.flags.contains(.numbered) ? "autonumber" : record.flags.contains(.bare) ? "free" : "text"
    )
    output.append(UInt8(ascii: "\""))
    if !isInLink { appendAttribute("href", address) }
    output.append(UInt8(ascii: ">"))
    if record.flags.contains(.numbered) {
      numberedLinks += 1
      append(Array("[\(numberedLinks)]".utf8))
    } else if isAddressShown {
      appendText(address)
    } else if !writeImageOfText(below: index) {
      writeLinkText(index)
    }
    endLink()
  }

  /// The text of a node that has nothing but one text below it.
  private func text(below index: Int) -> ArraySlice<UInt8>? {
    let child = index + 1
    guard Int(records[index].next) == child + 1, records[child].kind == .text else { return nil }
    return pool[records[child].name.offsets]
  }

  /// Writes the text of a link that is the address of an image as that image; false when it is none.
  private mutating func writeImageOfText(below index: Int) -> Bool {
    guard options.allowsExternalImages, !records[index].flags.contains(.bare), let text = text(below: index) else {
      return false
    }
    let address = Array(text)
    guard ExternalImage.isImage(address), !address.contains(where: Bytes.isSpace) else { return false }
    writeExternalImage(address)
    return true
  }

  private mutating func writeExternalImage(_ address: [UInt8]) {
    output.append("<img src=\"")
    appendAttributeValue(address)
    output.append(UInt8(ascii: "\""))
    let slash = address.lastIndex(of: UInt8(ascii: "/")) ?? -1
    appendAttribute("alt", Array(address[(slash + 1)...]))
    output.append(" />")
  }
}

/// Which addresses are those of images (`Parser::maybeMakeExternalImage`).
enum ExternalImage {
  private static let suffixes = [".avif", ".gif", ".jpg", ".jpeg", ".png", ".svg", ".webp"].map { Array($0.utf8) }

  /// Whether an address ends in the name of an image.
  static func isImage(_ address: [UInt8]) -> Bool {
    guard let scheme = ["http://", "https://"].first(where: { address.starts(with: $0.utf8) }),
      address[scheme.utf8.count...].contains(UInt8(ascii: "/"))
    else { return false }
    let tail = address.suffix(5).map(Bytes.lowercased)
    return suffixes.contains { tail.suffix($0.count).elementsEqual($0) }
  }
}
