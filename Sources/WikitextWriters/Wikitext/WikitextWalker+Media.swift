import WikitextDocument
import WikitextSyntax

/// Images with their options.
extension WikitextWalker {
  mutating func writeImage(_ index: Int) {
    if records[index].flags.contains(.tooDeep), let range = source(of: index) { return keep(range) }
    output.append("[[")
    writeImageParts(index)
    output.append(raw: "]]".utf8)
  }

  /// Writes a line of a gallery.
  mutating func writeGalleryImage(_ index: Int) {
    output.writeBreaks()
    within({ $0.isLine = true }) { $0.writeImageParts(index) }
  }

  private mutating func writeImageParts(_ index: Int) {
    output.append(raw: (configuration.namespace(Namespace.file)?.localName ?? "File").utf8)
    output.append(byte: UInt8(ascii: ":"))
    writeTarget(target(of: index))
    if records[index].flags.contains(.hasAttributes) {
      for attribute in document.attributeRecords(of: index) {
        writeOption(document.string(attribute.name), pool[attribute.value.offsets])
      }
    }
    let caption = children(of: index)
    if caption.isEmpty { return }
    output.append(byte: UInt8(ascii: "|"))
    let start = output.bytes.count
    let outer = output.context
    output.context.endsAtPipe = true
    output.context.endsAtBracket = true
    output.context.isLink = false
    output.context.isTerm = false
    if caption.contains(where: { flowKind($0) != .inline }) {
      var state = FlowState(.item)
      writeFlow(of: index, &state)
      // What is on a line ends there.
      if state.previous == .lines {
        output.breakLine()
        output.writeBreaks()
      }
    } else {
      writeInlines(caption[...], trimsStart: false)
    }
    output.context = outer
    // A caption that is written as an option would be one.
    let written = output.bytes[start...]
    let bytes = Array(written)
    if configuration.imageOption(matching: bytes.span, in: Self.trimmed(bytes)) != nil {
      output.append(raw: "<nowiki />".utf8)
    }
  }

  private static func trimmed(_ bytes: [UInt8]) -> Range<Int> {
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    let end = (bytes.lastIndex { $0 > 0x20 } ?? start - 1) + 1
    return start..<end
  }

  private mutating func writeOption(_ name: String, _ value: ArraySlice<UInt8>) {
    // The document has MediaWiki's names without what they begin with: `img_`.
    guard let option = ImageOption.allCases.first(where: { $0.rawValue.utf8.dropFirst(4).elementsEqual(name.utf8) })
    else { return }
    output.append(byte: UInt8(ascii: "|"))
    let spellings = spellings(of: option)
    let spelling = Self.best(spellings, hasValue: !value.isEmpty)
    var rest = spelling.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "1") {
        rest.removeFirst()
        writeOptionValue(value)
      } else {
        output.append(byte: byte)
      }
    }
  }

  private mutating func spellings(of option: ImageOption) -> [String] {
    if let known = optionSpellings[option] { return known }
    let spellings = MagicWord(named: option.rawValue).map(configuration.spellings) ?? []
    optionSpellings[option] = spellings
    return spellings
  }

  /// The wiki's first spelling with a place for a value, or without; or a shorter one that it begins with: `thumb`.
  private static func best(_ spellings: [String], hasValue: Bool) -> String {
    func takesValue(_ spelling: String) -> Bool { spelling.utf8.contains(UInt8(ascii: "$")) }
    let first = spellings.first { takesValue($0) == hasValue } ?? spellings.first ?? ""
    return spellings.last { !takesValue($0) && !takesValue(first) && first.hasPrefix($0) } ?? first
  }
}
