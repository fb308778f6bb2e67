import WikitextDocument
import WikitextSyntax

/// Targets, addresses, attributes: values inside of markup.
extension WikitextWalker {
  /// Writes bytes of a value: those that `isMarkup` names as character references, and what looks like one.
  ///
  /// Templates in it, which are not expanded, stay as they are.
  private mutating func writeValue(_ value: ArraySlice<UInt8>, _ isMarkup: (UInt8) -> Bool) {
    var braces = 0
    var position = value.startIndex
    while position < value.endIndex {
      let byte = value[position]
      let isPair = position + 1 < value.endIndex && value[position + 1] == byte
      if isPair, byte == UInt8(ascii: "{") || (byte == UInt8(ascii: "}") && braces > 0) {
        braces += byte == UInt8(ascii: "{") ? 1 : -1
        output.append(raw: value[position..<position + 2])
        position += 2
        continue
      }
      if braces == 0, isMarkup(byte) || (byte == UInt8(ascii: "&") && CharacterReference.begins(value[position...])) {
        output.appendReference(to: UInt32(byte))
      } else {
        output.append(byte: byte)
      }
      position += 1
    }
  }

  /// Writes the title in a link.
  mutating func writeTarget(_ title: ArraySlice<UInt8>) { writeValue(title) { _ in false } }

  /// Writes an address as it stands in a link (`isBare`: without brackets).
  mutating func writeAddress(_ address: ArraySlice<UInt8>, isBare: Bool) {
    let endsAtPipe = output.context.endsAtPipe
    writeValue(address) { byte in
      switch byte {
      case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5B, 0x5D, 0x7F: true
      case UInt8(ascii: "|"): endsAtPipe
      default: false
      }
    }
  }

  /// Writes the attributes of a node, each with a space before it; in the markup of a table a pipe would end them.
  mutating func writeAttributes(of index: Int, isInTable: Bool = false, except names: [StaticString] = []) {
    guard records[index].flags.contains(.hasAttributes) else { return }
    for attribute in document.attributeRecords(of: index) {
      let name = pool[attribute.name.offsets]
      if names.contains(where: { $0.equals(name) }) { continue }
      writeAttribute(name, pool[attribute.value.offsets], isInTable: isInTable)
    }
  }

  mutating func writeAttribute(
    _ name: some Sequence<UInt8>,
    _ value: ArraySlice<UInt8>,
    isInTable: Bool = false
  ) {
    output.append(byte: 0x20)
    output.append(raw: name)
    output.append(raw: "=\"".utf8)
    let endsAtPipe = isInTable || output.context.endsAtPipe
    writeValue(value) { byte in
      switch byte {
      case 0x22, 0x3C, 0x3E, 0x0A: true
      case UInt8(ascii: "|"), UInt8(ascii: "["): endsAtPipe
      case UInt8(ascii: "!"): isInTable
      default: false
      }
    }
    output.append(byte: 0x22)
  }

  /// Writes the value of an option of an image.
  mutating func writeOptionValue(_ value: ArraySlice<UInt8>) {
    writeValue(value) { byte in
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: "["), UInt8(ascii: "]"), 0x3C, 0x3E, 0x0A, 0x27: true
      default: false
      }
    }
  }
}

extension StaticString {
  /// Whether these are its bytes.
  func equals(_ bytes: ArraySlice<UInt8>) -> Bool {
    withUTF8Buffer { unsafe bytes.elementsEqual($0) }
  }
}

extension CharacterReference {
  /// Whether a text begins with a reference.
  static func begins(_ text: ArraySlice<UInt8>) -> Bool {
    // No name is longer.
    let window = text.prefix(64)
    return parse(at: 0, in: window.span, end: window.count) != nil
  }
}
