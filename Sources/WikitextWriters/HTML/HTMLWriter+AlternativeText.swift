import WikitextDocument
import WikitextSyntax

/// The text of a caption, for those who do not see the image.
extension HTMLWriter {
  /// The text below a node as `Parser::stripAltText` makes it: what a reader would see, marks of references among it.
  func alternativeText(below index: Int) -> [UInt8] {
    var text: [UInt8] = []
    var inner = index + 1
    while inner < Int(records[index].next) {
      appendAlternativeText(inner, to: &text)
      switch records[inner].kind {
      case .reference, .image, .template, .parserFunction, .parameter, .gallery, .referenceList, .extension:
        inner = Int(records[inner].next)
      default: inner += 1
      }
    }
    return Array(Bytes.trimmed(text[...]))
  }

  private func appendAlternativeText(_ index: Int, to text: inout [UInt8]) {
    let record = records[index]
    switch record.kind {
    case .text:
      text += pool[record.name.offsets]
    case .math, .code:
      text += pool[record.target.offsets]
    case .lineBreak, .paragraph:
      text.append(0x20)
    case .listItem, .term, .description:
      // In the line a list is none: its marks are text.
      let mark = document.source[Int(record.sourceStart)..<Int(record.sourceEnd)].prefix {
        $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":")
      }
      text.append(0x20)
      text += mark
    case .externalLink where record.flags.contains(.numbered):
      text += pool[record.target.offsets]
    case .reference:
      if case .citation(let citation, _) = citations.mark(of: Node(document: document, index: index)) {
        text.append(UInt8(ascii: "["))
        text += referenceLabel(citations.citations[citation])
        text.append(UInt8(ascii: "]"))
      }
    default:
      break
    }
  }
}
