import WikitextDocument
import WikitextSyntax

/// Links to addresses.
extension HTMLWriter {
  mutating func writeExternalLink(_ index: Int) {
    let record = records[index]
    let address = Array(pool[record.target.offsets])
    if record.flags.contains(.bare), options.allowsExternalImages, ExternalImage.isImage(address) {
      return writeExternalImage(address)
    }
    output.append("<a")
    if options.marksExternalLinksNoFollow { output.append(" rel=\"nofollow\"") }
    output.append(" class=\"external ")
    output.append(
      record.flags.contains(.numbered) ? "autonumber" : record.flags.contains(.bare) ? "free" : "text"
    )
    output.append("\" href=\"")
    appendAttributeValue(address)
    output.append("\">")
    if record.flags.contains(.numbered) {
      numberedLinks += 1
      append(Array("[\(numberedLinks)]".utf8))
    } else {
      writeChildren(of: index)
    }
    output.append("</a>")
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
  private static let suffixes = [".gif", ".png", ".jpg", ".jpeg", ".svg", ".webp"].map { Array($0.utf8) }

  /// Whether an address ends in the name of an image.
  static func isImage(_ address: [UInt8]) -> Bool {
    guard address.starts(with: "http".utf8) else { return false }
    let tail = address.suffix(5).map(Bytes.lowercased)
    return suffixes.contains { tail.suffix($0.count).elementsEqual($0) }
  }
}
